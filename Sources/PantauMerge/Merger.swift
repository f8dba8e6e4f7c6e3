public import PantauRecords

/// Joins what articles say about the same person.
public struct Merger: Sendable {
  private let matcher = PersonMatcher()

  /// A merger; it has no state.
  public init() {}

  /// The persons behind all officials of `records`.
  public func officials(from records: [ArticleRecord]) -> [OfficialEntity] {
    officials(from: records.flatMap(\.officialsInContext))
  }

  /// The persons behind `officials`, sorted by name, then office; the order of the input does not matter.
  ///
  /// Near linear: names are compared only within one body and kind of office, and only where they share a word
  /// or most of one.
  public func officials(from officials: [OfficialInContext]) -> [OfficialEntity] {
    var appearances: [PersonMatcher.Holder: Appearances] = [:]
    for item in officials {
      let holder = PersonMatcher.Holder(
        name: item.official.name, position: item.official.position, of: item.official.of)
      appearances[holder, default: Appearances()].add(item)
    }
    var blocks: [Block: [HolderForm]] = [:]
    var holders: [HolderForm: [PersonMatcher.Holder]] = [:]
    for holder in appearances.keys {
      let form = HolderForm(holder)
      if holders[form] == nil {
        blocks[Block(body: form.office.body, kind: form.office.words.first), default: []].append(form)
      }
      holders[form, default: []].append(holder)
    }
    var clusters: [[HolderForm]] = []
    for block in blocks.values {
      clusters += OfficeClustering(matcher).clusters(of: block.sorted())
    }
    let persons = FullNameClustering(matcher).joined(clusters)
    let entities = persons.map { forms in
      entity(of: forms.flatMap { holders[$0] ?? [] }, appearances)
    }
    return entities.sorted { left, right in
      if left.name != right.name { return left.name < right.name }
      return (left.office.position, left.office.of ?? "", left.articles.first ?? "")
        < (right.office.position, right.office.of ?? "", right.articles.first ?? "")
    }
  }

  private func entity(
    of holders: [PersonMatcher.Holder], _ appearances: [PersonMatcher.Holder: Appearances]
  ) -> OfficialEntity {
    let seen = holders.reduce(into: Appearances()) { sum, holder in
      if let more = appearances[holder] { sum.formUnion(more) }
    }
    let canonical = holders.max { fullness($0) < fullness($1) }
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
      name: name, aliases: seen.aliases.union(forms).subtracting([name]).sorted(),
      office: newest ?? OfficialEntity.Office(position: "", of: nil, acting: false), otherOffices: others,
      articles: seen.articles.sorted(), joins: joins)
  }

  /// Full words, then letters; among equals the first in byte order is the fullest.
  private func fullness(_ holder: PersonMatcher.Holder) -> Fullness {
    let form = NameForm(holder.name)
    return Fullness(words: form.fullCount, letters: form.letterCount, holder: holder)
  }

  private func officeKey(_ office: OfficialEntity.Office) -> String {
    "\(office.position)\u{0}\(office.of ?? "")\u{0}\(office.acting)"
  }
}

private struct Block: Hashable {
  var body: [UInt8]?
  /// The office's first word.
  var kind: [UInt8]?
}

private struct Fullness: Comparable {
  var words: Int
  var letters: Int
  var holder: PersonMatcher.Holder

  static func < (left: Fullness, right: Fullness) -> Bool {
    if (left.words, left.letters) != (right.words, right.letters) {
      return (left.words, left.letters) < (right.words, right.letters)
    }
    return (right.holder.name, right.holder.position, right.holder.of ?? "")
      < (left.holder.name, left.holder.position, left.holder.of ?? "")
  }
}

/// Where a holder is named.
private struct Appearances {
  private(set) var articles: Set<String> = []
  private(set) var aliases: Set<String> = []
  /// The newest day and article of each office.
  private(set) var offices: [OfficialEntity.Office: Moment] = [:]

  mutating func add(_ item: OfficialInContext) {
    let official = item.official
    articles.insert(item.article.id)
    aliases.formUnion(official.aliases)
    let office = OfficialEntity.Office(position: official.position, of: official.of, acting: official.acting)
    raise(office, Moment(day: item.article.published?.dayNumber ?? Int.min, article: item.article.id))
  }

  mutating func formUnion(_ other: Appearances) {
    articles.formUnion(other.articles)
    aliases.formUnion(other.aliases)
    for (office, moment) in other.offices { raise(office, moment) }
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
