public import PantauRecords

/// Which lines of the tracking table to show, and in which order.
public struct TrackSelection: Sendable, Equatable {
  /// What lines are sorted by.
  public enum Key: String, Sendable, CaseIterable {
    /// The country, then by official code, then by label.
    case region
    /// Lines without the figure stand last, whichever the direction.
    case target, reported, progress, deadline, date, sources
    /// In the order of the rubric, the worst first.
    case status
  }

  /// Lines of these statuses; empty for all.
  public var statuses: Set<TrackLine.Status> = []
  /// Lines whose deadline is before this day.
  public var deadlineBefore: CalendarDate?
  /// Lines of which a sentence is this speaker's: a name or a part of one, which stands for the person under every
  /// spelling, or a part of the office that the sentence gives; case is not regarded.
  public var speaker: String?
  /// Lines with these names: ``TrackLine/id`` or ``TrackLine/shortID``; empty for all.
  public var ids: Set<String> = []
  /// What lines are sorted by.
  public var key = Key.region
  /// Whether the largest stands first.
  public var isDescending = false

  /// Everything, by region.
  public init() {}

  /// The chosen lines in the chosen order; lines that are equal by the key keep their order.
  /// - Parameters:
  ///   - lines: the table.
  ///   - persons: whom ``speaker`` names, as ``OfficialEntity/id``.
  /// - Returns: some of the lines.
  public func lines(of lines: [TrackLine], persons: Set<String> = []) -> [TrackLine] {
    let wanted = speaker?.lowercased()
    let chosen = lines.filter { line in
      (statuses.isEmpty || statuses.contains(line.status)) && (ids.isEmpty || isNamed(line))
        && isDue(line) && (wanted.map { isSaid(by: $0, persons, line) } ?? true)
    }
    return key == .region && !isDescending ? chosen : sorted(chosen)
  }

  private func isNamed(_ line: TrackLine) -> Bool { ids.contains(line.id) || ids.contains(line.shortID) }

  private func isDue(_ line: TrackLine) -> Bool {
    guard let deadlineBefore else { return true }
    return line.target?.deadline.map { $0 < deadlineBefore } ?? false
  }

  private func isSaid(by speaker: String, _ persons: Set<String>, _ line: TrackLine) -> Bool {
    line.evidence.contains { evidence in
      if let person = evidence.person, persons.contains(person) { return true }
      return [evidence.speaker, evidence.speakerOffice].contains {
        $0?.lowercased().contains(speaker) ?? false
      }
    }
  }

  private func sorted(_ lines: [TrackLine]) -> [TrackLine] {
    let keyed = lines.enumerated().map { place, line in
      (place: place, key: number(of: line, at: place), line: line)
    }
    return keyed.sorted { left, right in
      guard let one = left.key, let other = right.key else {
        return left.key == nil && right.key == nil ? left.place < right.place : left.key != nil
      }
      if one == other { return left.place < right.place }
      return isDescending ? one > other : one < other
    }.map(\.line)
  }

  private func number(of line: TrackLine, at place: Int) -> Double? {
    switch key {
    case .region: Double(place)
    case .target: line.target?.value ?? line.target?.whole
    case .reported: line.actual?.value ?? line.actual?.whole
    case .progress: line.progress
    case .deadline: line.target?.deadline.map { Double($0.dayNumber) }
    case .date: line.actual?.date.map { Double($0.dayNumber) }
    case .sources: Double(line.sourceCount)
    case .status: Double(TrackSelection.rank(of: line.status))
    }
  }

  private static func rank(of status: TrackLine.Status) -> Int {
    switch status {
    case .overdue: 0
    case .contradicted: 1
    case .behind: 2
    case .noReport: 3
    case .metLate: 4
    case .underWay: 5
    case .onTrack: 6
    case .met: 7
    case .reported: 8
    }
  }
}
