public import PantauRecords

/// Joins what articles say about the same thing and about the same person.
public struct Merger: Sendable {
  private let matcher = PersonMatcher()
  let regions: RegionResolver
  let universe: Tracker.Universe?

  /// - Parameters:
  ///   - regions: codes and names of regions, today's and former ones.
  ///   - universe: the gazetteer's counts, which tell how many "all of them" are.
  public init(regions: RegionResolver = RegionResolver(), universe: Tracker.Universe? = nil) {
    self.regions = regions
    self.universe = universe
  }

  /// The persons behind all officials of `records`.
  public func officials(from records: [ArticleRecord]) -> [OfficialEntity] {
    officials(from: records.flatMap(\.officialsInContext))
  }

  /// The persons behind `officials`, sorted by name, then office; the order of the input does not matter.
  ///
  /// Near linear: names are compared only within one body and kind of office, and only where they share a word
  /// or most of one.
  /// - Parameters:
  ///   - officials: names with offices, each with its article.
  ///   - judgements: what users decided, which goes before the rules.
  /// - Returns: one entity a person.
  public func officials(
    from officials: [OfficialInContext], judgements: [Decision] = []
  ) -> [OfficialEntity] {
    let decisions = PersonClustering(judgements: judgements, regions: regions).decisions(
      of: Merger.tenures(of: officials))
    return persons(from: officials, decisions: decisions)
  }

  /// The persons that `decisions` make of `officials`, in the same order.
  public func persons(from officials: [OfficialInContext], decisions: [Decision]) -> [OfficialEntity] {
    var appearances: [Holder: Appearances] = [:]
    for item in officials {
      appearances[Holder(item.official), default: Appearances()].add(item)
    }
    let holders = Dictionary(appearances.keys.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
    let entities = PersonClustering.persons(of: Array(holders.keys), decisions).map { group in
      entity(of: group.compactMap { holders[$0] }, appearances)
    }
    return entities.sorted { left, right in
      if left.name != right.name { return left.name < right.name }
      if left.office != right.office { return officeKey(left.office) < officeKey(right.office) }
      return (left.articles.first ?? "", left.id) < (right.articles.first ?? "", right.id)
    }
  }

  /// For each holder among `officials`, by identifier: the person's.
  public func persons(in officials: [OfficialInContext], _ judgements: [Decision]) -> [String: String] {
    let tenures = Merger.tenures(of: officials)
    return persons(
      of: tenures.map(\.holder),
      decisions: PersonClustering(judgements: judgements, regions: regions).decisions(of: tenures))
  }

  /// Each holder once, with its days, sorted by identifier.
  static func tenures(of officials: [OfficialInContext]) -> [HolderTenure] {
    var tenures: [Holder: HolderTenure] = [:]
    for item in officials {
      let day = item.article.published?.dayNumber
      let holder = Holder(item.official)
      var tenure =
        tenures[holder] ?? HolderTenure(holder: holder, first: day, last: day, isActing: item.official.acting)
      if let day {
        tenure.first = min(tenure.first ?? day, day)
        tenure.last = max(tenure.last ?? day, day)
      }
      tenure.isActing = tenure.isActing && item.official.acting
      tenures[holder] = tenure
    }
    return tenures.values.map { ($0.holder.id, $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  private func entity(
    of holders: [Holder], _ appearances: [Holder: Appearances]
  ) -> OfficialEntity {
    let seen = holders.reduce(into: Appearances()) { sum, holder in
      if let more = appearances[holder] { sum.formUnion(more) }
    }
    let canonical = fullest(of: holders)
    let name = canonical?.name ?? ""
    let forms = Set(holders.map(\.name)).subtracting([name])
    let newest = seen.offices.max { ($0.value, officeKey($1.key)) < ($1.value, officeKey($0.key)) }?.key
    let others = seen.offices.keys.filter { $0 != newest }.sorted { officeKey($0) < officeKey($1) }
    let joins = forms.sorted().compactMap { form -> OfficialEntity.Join? in
      guard let canonical else { return nil }
      let verdicts = holders.filter { $0.name == form }.map { matcher.verdict(canonical, $0) }
      let best = verdicts.max { ($0.score, $1.reason) < ($1.score, $0.reason) }
      return best.map { OfficialEntity.Join(name: form, score: $0.score, reason: $0.reason) }
    }
    return OfficialEntity(
      id: canonical?.id ?? "", name: name, aliases: seen.aliases.union(forms).subtracting([name]).sorted(),
      office: newest ?? OfficialEntity.Office(position: "", of: nil, acting: false), otherOffices: others,
      articles: seen.articles.sorted(), joins: joins, tenures: tenures(of: seen))
  }

  /// The holder of the fullest name.
  func fullest(of holders: [Holder]) -> Holder? { holders.max { fullness($0) < fullness($1) } }

  /// Full words, then letters; among equals the first in byte order is the fullest.
  private func fullness(_ holder: Holder) -> Fullness {
    let form = NameForm(holder.name)
    return Fullness(words: form.fullCount, letters: form.letterCount, holder: holder)
  }

  private func tenures(of seen: Appearances) -> [OfficialEntity.Tenure] {
    let tenures = seen.offices.keys.map { office in
      OfficialEntity.Tenure(office: office, first: seen.first(of: office), last: seen.last(of: office))
    }
    return tenures.sorted { left, right in
      let (one, other) = (left.first?.dayNumber ?? Int.min, right.first?.dayNumber ?? Int.min)
      return one == other ? officeKey(left.office) < officeKey(right.office) : one < other
    }
  }

  private func officeKey(_ office: OfficialEntity.Office) -> String {
    "\(office.position)\u{0}\(office.of ?? "")\u{0}\(office.acting)"
  }
}

private struct Fullness: Comparable {
  var words: Int
  var letters: Int
  var holder: Holder

  static func < (left: Fullness, right: Fullness) -> Bool {
    if (left.words, left.letters) != (right.words, right.letters) {
      return (left.words, left.letters) < (right.words, right.letters)
    }
    return (right.holder.name, right.holder.position, right.holder.of ?? "", right.holder.area ?? "")
      < (left.holder.name, left.holder.position, left.holder.of ?? "", left.holder.area ?? "")
  }
}

/// Where a holder is named.
private struct Appearances {
  private(set) var articles: Set<String> = []
  private(set) var aliases: Set<String> = []
  /// The newest day and article of each office.
  private(set) var offices: [OfficialEntity.Office: Moment] = [:]
  /// The first day of each office.
  private var beginnings: [OfficialEntity.Office: Int] = [:]

  func first(of office: OfficialEntity.Office) -> CalendarDate? {
    beginnings[office].map { CalendarDate(dayNumber: $0) }
  }

  func last(of office: OfficialEntity.Office) -> CalendarDate? {
    offices[office].flatMap { $0.day == Int.min ? nil : CalendarDate(dayNumber: $0.day) }
  }

  mutating func add(_ item: OfficialInContext) {
    let official = item.official
    articles.insert(item.article.id)
    aliases.formUnion(official.aliases)
    let office = OfficialEntity.Office(position: official.position, of: official.of, acting: official.acting)
    let day = item.article.published?.dayNumber
    raise(office, Moment(day: day ?? Int.min, article: item.article.id))
    if let day { beginnings[office] = min(beginnings[office] ?? day, day) }
  }

  mutating func formUnion(_ other: Appearances) {
    articles.formUnion(other.articles)
    aliases.formUnion(other.aliases)
    for (office, moment) in other.offices { raise(office, moment) }
    beginnings.merge(other.beginnings, uniquingKeysWith: min)
  }

  private mutating func raise(_ office: OfficialEntity.Office, _ moment: Moment) {
    offices[office] = max(offices[office] ?? moment, moment)
  }

  struct Moment: Comparable {
    var day: Int
    var article: String

    static func < (left: Moment, right: Moment) -> Bool {
      (left.day, left.article) < (right.day, right.article)
    }
  }
}
