public import PantauRecords

/// Adds up what regions report, level by level of their official codes.
///
/// A part is a region one level below by code that has a figure of its own. Figures are numbers of units, or "all of
/// them" where the number of all is known; percentages cannot be added.
public struct RollUpBuilder: Sendable {
  /// How many parts a region has and what it is called; nil for the code means the whole country.
  public typealias Region = @Sendable (_ code: String?) -> (parts: Int?, label: String?)

  private let region: Region

  /// - Parameter region: the gazetteer's counts and names.
  public init(region: @escaping Region) { self.region = region }

  /// One for each programme, stage and region whose parts have at least two figures, or one beside its own.
  ///
  /// By programme, stage, code, the country first. Near linear in the lines.
  public func rollUps(of lines: [TrackLine]) -> [RollUp] {
    var groups: [Group: [TrackLine]] = [:]
    for line in lines where line.regionCode != nil || line.isCountry {
      groups[Group(programme: line.programme, stage: line.stage), default: []].append(line)
    }
    return groups.sorted { $0.key < $1.key }.flatMap { group, lines in
      let tree = Tree(lines)
      return tree.codes.compactMap { rollUp(of: $0, in: tree, group) }
    }
  }

  private func rollUp(of code: String, in tree: Tree, _ group: Group) -> RollUp? {
    let own = tree.lines[code]
    let ownFigure = own.flatMap { Tree.figure(of: $0) }
    let unit = ownFigure?.unit ?? tree.commonUnit(below: code)
    let parts = tree.parts(of: code)
    let added = parts.filter { Units.agree($0.unit, unit) }
    guard added.count >= 2 || (ownFigure != nil && added.count == 1) else { return nil }
    let days = added.compactMap(\.day)
    let place = region(code.isEmpty ? nil : code)
    return RollUp(
      programme: group.programme, code: code.isEmpty ? nil : code, region: own?.region ?? place.label,
      stage: group.stage, unit: unit, reported: ownFigure?.value, reportedOn: ownFigure?.day,
      sum: added.reduce(0) { $0 + $1.value }, parts: added.count, known: place.parts,
      skipped: parts.count - added.count, days: days.min().flatMap { low in days.max().map { low...$0 } })
  }
}

/// Lines that may be added up.
private struct Group: Hashable, Comparable {
  var programme: String
  var stage: String

  static func < (left: Group, right: Group) -> Bool {
    (left.programme, ProgrammeStage.order(of: left.stage), left.stage)
      < (right.programme, ProgrammeStage.order(of: right.stage), right.stage)
  }
}

/// Lines of one programme and stage, by code; the country's code is empty.
private struct Tree {
  struct Figure {
    var value: Double
    var unit: String?
    var day: CalendarDate?
  }

  private(set) var lines: [String: TrackLine] = [:]
  private var below: [String: [String]] = [:]

  init(_ lines: [TrackLine]) {
    for line in lines {
      let code = line.regionCode ?? ""
      self.lines[code] = line
      if !code.isEmpty { below[Tree.parent(of: code), default: []].append(code) }
    }
  }

  /// Codes of regions that have parts, the country first.
  var codes: [String] { below.keys.sorted() }

  /// The parts' figures, by code.
  func parts(of code: String) -> [Figure] {
    (below[code] ?? []).sorted().compactMap { lines[$0].flatMap(Tree.figure) }
  }

  /// The unit that most of the parts count, among equals the first by name.
  func commonUnit(below code: String) -> String? {
    var counts: [String: Int] = [:]
    for unit in parts(of: code).compactMap(\.unit) { counts[unit, default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  static func figure(of line: TrackLine) -> Figure? {
    guard let actual = line.actual, let value = actual.value ?? (actual.all ? actual.whole : nil) else {
      return nil
    }
    return Figure(value: value, unit: actual.unit, day: actual.date)
  }

  private static func parent(of code: String) -> String {
    code.lastIndex(of: ".").map { String(code[..<$0]) } ?? ""
  }
}
