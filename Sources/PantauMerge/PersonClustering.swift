public import PantauRecords

/// Finds the persons behind names with offices: first decisions on pairs, then persons from the decisions.
///
/// Each decision depends on the holders of one scope alone (one body and kind of office, or one full name), so that a ledger
/// that grows decides anew only where a scope got a holder or a day more, and comes to the decisions that one reading of
/// everything would come to.
public struct PersonClustering: Sendable {
  private let matcher = PersonMatcher()
  private let apart: Apart
  private let judgements: [Decision]
  private let regions: RegionResolver

  /// - Parameters:
  ///   - judgements: what users decided; it goes before the rules.
  ///   - regions: tell in which regency a body lies.
  public init(judgements: [Decision] = [], regions: RegionResolver = RegionResolver()) {
    self.regions = regions
    self.judgements = judgements.filter { $0.subject == .person && $0.withdrawnAt == nil }
    apart = Apart(self.judgements)
  }

  /// The scope of holders of one body and kind of office.
  public static func officeScope(of holder: Holder) -> String {
    let form = OfficeForm(position: holder.position, body: holder.of, area: nil)
    let kind = form.words.first.map { String(decoding: $0, as: UTF8.self) }
    return "o" + StableHash.text([form.body.map { String(decoding: $0, as: UTF8.self) } ?? "", kind ?? ""])
  }

  /// The scope of holders of one full name; nil for a name too short or abbreviated to count in another office.
  public static func nameScope(of holder: Holder) -> String? {
    let name = NameForm(holder.name)
    guard name.fullCount >= 2, name.fullCount == name.tokens.count else { return nil }
    return "n" + StableHash.text([String(decoding: name.key, as: UTF8.self)])
  }

  /// The decisions within one office scope. Near linear: only names that share a word or most of one are compared.
  public func decisions(ofOffice holders: [Holder]) -> [Decision] {
    OfficeClustering(matcher, apart: apart).decisions(of: holders.map(OfficeClustering.Member.init))
  }

  /// The decisions within one name scope.
  public func decisions(ofNamesakes holders: [HolderTenure]) -> [Decision] {
    NamesakeClustering(matcher, apart: apart, regions: regions).decisions(of: holders)
  }

  /// All decisions on `tenures`, the users' among them, sorted by identifier.
  public func decisions(of tenures: [HolderTenure]) -> [Decision] {
    let offices = Dictionary(grouping: tenures) { PersonClustering.officeScope(of: $0.holder) }
    let names = Dictionary(grouping: tenures) { PersonClustering.nameScope(of: $0.holder) ?? "" }
    let made =
      offices.values.flatMap { decisions(ofOffice: $0.map(\.holder)) }
      + names.filter { !$0.key.isEmpty }.values.flatMap { decisions(ofNamesakes: $0) } + judgements
    var seen: Set<String> = []
    return made.sorted { $0.id < $1.id }.filter { seen.insert($0.id).inserted }
  }

  /// Identifiers of holders by person: each group sorted, groups in the order of their least identifiers.
  ///
  /// The users' decisions come first, then the surest; a decision that would join two whom a user told apart is passed
  /// over (Kruskal's algorithm with forbidden pairs). Near linear in the decisions, times the forbidden pairs.
  public static func persons(of holders: [String], _ decisions: [Decision]) -> [[String]] {
    let ids = holders.sorted()
    let places = Dictionary(
      ids.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { one, _ in one })
    let edges = decisions.filter { $0.verdict == .same && $0.withdrawnAt == nil }.sorted { left, right in
      if left.author != right.author { return left.author == .user }
      return left.score == right.score ? left.id < right.id : left.score > right.score
    }
    let apart = Apart(decisions.filter { $0.withdrawnAt == nil }).all.compactMap { one, other in
      places[one].flatMap { first in places[other].map { (first, $0) } }
    }
    var sets = DisjointSets(count: ids.count)
    for edge in edges {
      guard let one = places[edge.left.id], let other = places[edge.right.id] else { continue }
      let (left, right) = (sets.root(of: one), sets.root(of: other))
      let isForbidden = apart.contains { first, second in
        let (one, other) = (sets.root(of: first), sets.root(of: second))
        return (one == left && other == right) || (one == right && other == left)
      }
      if !isForbidden { sets.join(one, other) }
    }
    return sets.groups().map { group in group.map { ids[$0] } }
  }
}
