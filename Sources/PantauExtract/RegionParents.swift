import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// The places in which the article says that its villages and districts lie: "Desa Tampa, Kecamatan Ponrang", "Kecamatan Ponrang: Tampa,
/// Buntu Nanna". Linear in mentions and in the tokens within a short reach of each.
struct RegionParents {
  private let labels: Labels
  private let reading: Reading
  private let gazetteer: Gazetteer
  /// The named places by their first token, and by the token behind them.
  private var beginning: [Int: PlaceMention] = [:]
  private var ending: [Int: PlaceMention] = [:]
  /// By sentence: the first two districts that it names.
  private var districts: [Int: (first: PlaceMention, second: Int?)] = [:]
  /// By region: the one in which it lies, -1 where the article does not say.
  private var parents: [Int]
  /// First tokens of the places in which others before them lie.
  private var claimed: Set<Int> = []
  /// The regencies and cities of the article, with their numbers in the gazetteer.
  private var holders: [(region: Int, number: Int)] = []

  /// Most tokens between a place and the one in which it lies.
  private static let reach = 80
  /// Most regencies and cities that are asked for a place; an article that names more is a list of them.
  private static let mostHolders = 60

  init(_ reading: Reading, labels: Labels, gazetteer: Gazetteer) {
    self.labels = labels
    self.reading = reading
    self.gazetteer = gazetteer
    parents = Array(repeating: -1, count: reading.regions.count)
    guard reading.regions.contains(where: { $0.level.rank >= 2 }) else { return }
    let named = reading.regionMentions.filter { !$0.isAnaphor && !$0.isDateline }
    for mention in named {
      beginning[mention.range.lowerBound] = mention
      ending[mention.range.upperBound] = mention
      if rank(mention) == 2 { note(mention) }
    }
    for (index, region) in reading.regions.enumerated() where region.level.rank == 1 {
      if let number = region.gazetteer { holders.append((index, number)) }
    }
    for mention in named where rank(mention) >= 2 && parents[mention.region] < 0 {
      guard let parent = parentBehind(mention) else { continue }
      parents[mention.region] = parent.region
      claimed.insert(parent.range.lowerBound)
    }
    for mention in named where rank(mention) == 3 && parents[mention.region] < 0 {
      if let parent = parentBefore(mention) ?? leading(mention) { parents[mention.region] = parent.region }
    }
  }

  /// The label of the place in which a region lies; nil where neither the article nor the tables say.
  func parent(of region: Int) -> String? {
    if parents[region] >= 0 { return reading.regions[parents[region]].label }
    guard let focus = reading.focus, reading.regions[focus].level == .district,
      reading.regions[region].level.rank == 3, reading.regions[region].within == reading.regions[focus].within
    else { return knownParent(of: region) }
    return reading.regions[focus].label
  }

  private func rank(_ mention: PlaceMention) -> Int { reading.regions[mention.region].level.rank }

  private mutating func note(_ district: PlaceMention) {
    let sentence = reading.sentence(of: district.range.lowerBound)
    guard let known = districts[sentence] else {
      districts[sentence] = (district, nil)
      return
    }
    if known.second == nil { districts[sentence]?.second = district.range.lowerBound }
  }

  // MARK: - The tables

  /// The one regency or city of the article that is known to have a district or village of this name, where the one in which it was read is
  /// not: a camat of Tabir Selatan behind a paragraph on Batanghari.
  private func knownParent(of region: Int) -> String? {
    let place = reading.regions[region]
    guard place.level.rank >= 2, place.code == nil, holders.count <= Self.mostHolders else { return nil }
    let known = holders.filter { has(place, $0.number) }
    return known.count == 1 ? reading.regions[known[0].region].label : nil
  }

  /// Whether a regency or city has a district, or a village, of a place's name.
  private func has(_ place: FoundRegion, _ number: Int) -> Bool {
    place.level == .district
      ? gazetteer.districts.contains(place.key, in: number)
      : gazetteer.villageNames.names(of: number).map { !$0.kinds(place.key).isEmpty } ?? false
  }

  // MARK: - The text

  /// "Desa Karobelah, Mancilan, dan Murukan, Kecamatan Mojoagung": the next place of the level above, with nothing but its own
  /// kind and words for places between.
  private func parentBehind(_ mention: PlaceMention) -> PlaceMention? {
    let sentence = reading.text.text.sentences[reading.sentence(of: mention.range.lowerBound)]
    let end = min(sentence.upperBound, mention.range.upperBound + Self.reach)
    var token = mention.range.upperBound
    var isJoined = false
    while token < end {
      if let other = beginning[token] {
        guard rank(other) == rank(mention) else {
          return rank(other) == rank(mention) - 1 && !isJoined ? other : nil
        }
        token = other.range.upperBound
        isJoined = false
      } else if let joiner = reading.match(labels.joiners, at: token) {
        isJoined = true
        token = Int(joiner.end)
      } else if let passed = passed(at: token) {
        token = passed
      } else {
        return nil
      }
    }
    return nil
  }

  /// The end of a mark, preposition or word for a kind of place at a token.
  private func passed(at token: Int) -> Int? {
    if reading.isMark(token, ",") || reading.isMark(token, "(") { return token + 1 }
    return (reading.match(labels.prepositions, at: token) ?? reading.match(labels.villageWords, at: token))
      .map { Int($0.end) }
  }

  /// "Kecamatan Mojoagung: Karobelah, Mancilan": the place that leads a list of those that lie in it.
  private func parentBefore(_ mention: PlaceMention) -> PlaceMention? {
    let sentence = reading.text.text.sentences[reading.sentence(of: mention.range.lowerBound)]
    let start = max(sentence.lowerBound, mention.range.lowerBound - Self.reach)
    var token = mention.range.lowerBound
    while token > start {
      if let other = ending[token] {
        guard rank(other) == rank(mention) else {
          return rank(other) == rank(mention) - 1 && !claimed.contains(other.range.lowerBound) ? other : nil
        }
        token = other.range.lowerBound
      } else if let passed = passed(endingAt: token) {
        token = passed
      } else {
        return nil
      }
    }
    return nil
  }

  /// The start of a mark or word that may stand between a place and those in it, and ends at a token.
  private func passed(endingAt token: Int) -> Int? {
    if reading.isMark(token - 1, ",") || reading.isMark(token - 1, ":") || reading.isMark(token - 1, "(") {
      return token - 1
    }
    for label in [labels.breakdowns, labels.villageWords, labels.joiners, labels.prepositions] {
      if let word = reading.match(label, endingAt: token) { return Int(word.start) }
    }
    return nil
  }

  /// "Di Kecamatan Dawe ada di Desa Puyoh dan Samirejo": the only district that is named before a village in its sentence, where it leads the
  /// sentence and no other clause begins between.
  private func leading(_ mention: PlaceMention) -> PlaceMention? {
    let number = reading.sentence(of: mention.range.lowerBound)
    guard let (district, second) = districts[number] else { return nil }
    let (end, start) = (district.range.upperBound, mention.range.lowerBound)
    guard end <= start, start - end <= Self.reach, second.map({ $0 > start }) ?? true,
      district.range.lowerBound - reading.text.text.sentences[number].lowerBound <= Self.leadReach,
      !(end..<start).contains(where: {
        reading.match(labels.clauseBreaks, at: $0) != nil || reading.isMark($0, ";")
      })
    else { return nil }
    return district
  }

  /// Most tokens before a place that leads its sentence: a quotation mark and a preposition.
  private static let leadReach = 2
}
