public import PantauRecords

/// Adds up what regions report, level by level of their official codes.
///
/// A part is a region one level below (by code, else by the parent that articles name) with a figure of its own. Figures are numbers of units, or "all of
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
    for line in lines where line.region != nil || line.regionCode != nil {
      groups[Group(programme: line.programme, stage: line.stage), default: []].append(line)
    }
    return groups.sorted { $0.key < $1.key }.flatMap { group, lines in
      let tree = Tree(lines)
      return tree.wholes.compactMap { rollUp(of: $0, in: tree, group) }
    }
  }

  private func rollUp(of whole: Tree.Node, in tree: Tree, _ group: Group) -> RollUp? {
    let own = tree.lines[whole]
    let ownFigure = own.flatMap { Tree.figure(of: $0) }
    let unit = ownFigure?.unit ?? tree.commonUnit(below: whole)
    let parts = tree.parts(of: whole)
    let added = parts.filter { Units.agree($0.unit, unit) }
    guard added.count >= 2 || (ownFigure != nil && added.count == 1) else { return nil }
    let days = added.compactMap(\.day)
    let code = whole.code
    let isKnown = code != nil || whole == .country
    let place: (parts: Int?, label: String?) = isKnown ? region(code) : (nil, nil)
    return RollUp(
      programme: group.programme, code: code, region: own?.region ?? place.label, stage: group.stage,
      unit: unit, reported: ownFigure?.value, reportedOn: ownFigure?.day,
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

/// Lines of one programme and stage, by region.
private struct Tree {
  struct Figure {
    var value: Double
    var unit: String?
    var day: CalendarDate?
  }

  /// A region: its code, else its label and parent; the country has neither.
  struct Node: Hashable, Comparable {
    var code: String?
    var label: String?
    var within: String?

    static let country = Node()

    static func < (left: Node, right: Node) -> Bool {
      let one = [left.code ?? "", left.label ?? "", left.within ?? ""]
      return one.lexicographicallyPrecedes([right.code ?? "", right.label ?? "", right.within ?? ""])
    }
  }

  private(set) var lines: [Node: TrackLine] = [:]
  private var below: [Node: [Node]] = [:]

  init(_ lines: [TrackLine]) {
    var byLabel: [String: [Node]] = [:]
    for line in lines {
      let node = Tree.node(of: line)
      self.lines[node] = line
      if let label = line.region { byLabel[label, default: []].append(node) }
    }
    for (node, line) in self.lines where node != .country {
      guard let parent = Tree.parent(of: node, line, byLabel) else { continue }
      below[parent, default: []].append(node)
    }
  }

  /// Regions that have parts, the country first.
  var wholes: [Node] { below.keys.sorted() }

  /// The parts' figures, in the order of the regions.
  func parts(of node: Node) -> [Figure] {
    (below[node] ?? []).sorted().compactMap { lines[$0].flatMap(Tree.figure) }
  }

  /// The unit that most of the parts count, among equals the first by name.
  func commonUnit(below node: Node) -> String? {
    var counts: [String: Int] = [:]
    for unit in parts(of: node).compactMap(\.unit) { counts[unit, default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  static func figure(of line: TrackLine) -> Figure? {
    guard let actual = line.actual, let value = actual.value ?? (actual.all ? actual.whole : nil) else {
      return nil
    }
    return Figure(value: value, unit: actual.unit, day: actual.date)
  }

  private static func node(of line: TrackLine) -> Node {
    if let code = line.regionCode { return Node(code: code) }
    return line.isCountry ? .country : Node(label: line.region, within: line.within)
  }

  /// One level up by code; without a code the one line that bears the parent's label.
  private static func parent(of node: Node, _ line: TrackLine, _ byLabel: [String: [Node]]) -> Node? {
    guard let code = node.code else {
      let named = line.within.flatMap { byLabel[$0] } ?? []
      return named.count == 1 ? named.first : nil
    }
    guard let point = code.lastIndex(of: ".") else { return .country }
    return Node(code: String(code[..<point]))
  }
}
