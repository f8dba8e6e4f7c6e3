extension TrackLine {
  /// What the figures say about a promise as of a day; the rubric stands in PantauMerge's design note.
  public enum Status: String, Sendable, CaseIterable {
    /// The target was reached, and no later than its first deadline.
    case met
    /// The target was reached, first shown for a day after its first deadline.
    case metLate = "met late"
    /// The newest report has at least what the target line asked for on its day.
    case onTrack = "on track"
    /// The newest report has less than what the target line asked for on its day.
    case behind
    /// The deadline has passed, and the newest report is short of the target.
    case overdue
    /// Target and report are there, but no line to hold one against the other.
    case underWay = "under way"
    /// A target of which nothing was reported, or nothing lately.
    case noReport = "no report"
    /// Figures for the newest day disagree, or less is reported after the target was said to be reached.
    case contradicted
    /// A report without a target.
    case reported

    /// The status as one word, for options and style sheets: `met-late`.
    public var word: String {
      String(decoding: rawValue.utf8.map { $0 == UInt8(ascii: " ") ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
    }
  }

  /// The numbers behind a status.
  public struct Assessment: Sendable, Equatable {
    /// A corner of the target line.
    public struct Point: Sendable, Equatable {
      /// The day.
      public var day: CalendarDate
      /// Where the line stands on it.
      public var level: Double

      /// A point.
      public init(day: CalendarDate, level: Double) {
        self.day = day
        self.level = level
      }
    }

    /// A figure that was reported for a day, on the scale of the target line.
    public struct Report: Sendable, Equatable {
      /// The day for which it is reported, else the day of publication.
      public var day: CalendarDate
      /// The figure; it may lie above the target.
      public var level: Double
      /// Index of its sentence in ``TrackLine/evidence``.
      public var evidence: Int

      /// A report.
      public init(day: CalendarDate, level: Double, evidence: Int) {
        self.day = day
        self.level = level
        self.evidence = evidence
      }
    }

    /// Two sentences that cannot both be true; indices into ``TrackLine/evidence``.
    public struct Contradiction: Sendable, Equatable {
      /// The sentence with the larger figure.
      public var claim: Int
      /// The sentence with the lesser figure, for that day or a later one.
      public var rival: Int

      /// A contradiction.
      public init(claim: Int, rival: Int) {
        self.claim = claim
        self.rival = rival
      }
    }

    /// Whether levels are shares of what is promised, 0 to 1, and not numbers of units.
    public var isShare: Bool
    /// What is promised, on the scale of the line.
    public var promised: Double?
    /// The target line from its start to its newest deadline, by day; empty where no promise has a deadline.
    public var line: [Point]
    /// All dated reports that can be set beside the line, oldest first.
    public var reports: [Report]
    /// The newest report.
    public var reached: Report?
    /// Where the line stood on the day of ``reached``.
    public var expected: Double?
    /// Where the line stands on the day asked for.
    public var expectedNow: Double?
    /// The earliest deadline that was ever given for what is promised now.
    public var firstDeadline: CalendarDate?
    /// The first day for which the target is reported as reached.
    public var metOn: CalendarDate?
    /// Days from the day asked for to the deadline; negative where it has passed.
    public var daysLeft: Int?
    /// Days from the newest report to the day asked for.
    public var reportAge: Int?
    /// What cannot both be true.
    public var contradiction: Contradiction?

    /// An assessment without numbers.
    public init(isShare: Bool = false) {
      self.isShare = isShare
      line = []
      reports = []
    }
  }
}

extension TrackLine.Assessment {
  /// Where the target line stands on `day`: before the start where it starts, nil where there is no line.
  public func level(on day: CalendarDate) -> Double? { line.level(on: day) }
}

extension [TrackLine.Assessment.Point] {
  /// The level on `day` of a line through these points, which are sorted by day: level before the first and after
  /// the last; nil for no points.
  public func level(on day: CalendarDate) -> Double? {
    guard let start = first, let end = last else { return nil }
    if day <= start.day { return start.level }
    guard day < end.day, let next = firstIndex(where: { $0.day > day }) else { return end.level }
    let (left, right) = (self[next - 1], self[next])
    let share = Double(day.dayNumber - left.day.dayNumber) / Double(right.day.dayNumber - left.day.dayNumber)
    return left.level + (right.level - left.level) * share
  }
}
