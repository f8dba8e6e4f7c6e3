import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// The places in which the article says that its villages and districts lie: "Desa Tampa, Kecamatan Ponrang", "Kecamatan Ponrang: Tampa,
/// Buntu Nanna". Linear in mentions and in the tokens between those of one list.
struct RegionParents {
  private let labels: Labels
  private let reading: Reading
  /// The named places by their first token, and by the token behind them.
  private var beginning: [Int: PlaceMention] = [:]
  private var ending: [Int: PlaceMention] = [:]
  /// By region: the one in which it lies, -1 where the article does not say.
  private var parents: [Int]
  /// First tokens of the places in which others before them lie.
  private var claimed: Set<Int> = []

  private let gazetteer: Gazetteer

  init(_ reading: Reading, labels: Labels, gazetteer: Gazetteer) {
    self.labels = labels
    self.gazetteer = gazetteer
    self.reading = reading
    parents = Array(repeating: -1, count: reading.regions.count)
    let named = reading.regionMentions.filter { !$0.isAnaphor && !$0.isDateline }
    guard named.contains(where: { rank($0) >= 2 }) else { return }
    for mention in named {
      beginning[mention.range.lowerBound] = mention
      ending[mention.range.upperBound] = mention
    }
    for mention in named where rank(mention) >= 2 && parents[mention.region] < 0 {
      guard let parent = parentBehind(mention) else { continue }
      parents[mention.region] = parent.region
      claimed.insert(parent.range.lowerBound)
    }
    for mention in named where rank(mention) == 3 && parents[mention.region] < 0 {
      if let parent = parentBefore(mention) ?? leading(mention, named) {
        parents[mention.region] = parent.region
      }
    }
  }

  /// The label of the place in which a region lies; nil where the article does not say.
  func parent(of region: Int) -> String? {
    if parents[region] >= 0 { return reading.regions[parents[region]].label }
    guard let focus = reading.focus, reading.regions[focus].level == .district,
      reading.regions[region].level.rank == 3, reading.regions[region].within == reading.regions[focus].within
    else { return knownParent(of: region) }
    return reading.regions[focus].label
  }

  /// The one regency or city of the article that is known to have a district or village of this name, where the one in which it was read is
  /// not: a camat of Tabir Selatan behind a paragraph on Batanghari.
  private func knownParent(of region: Int) -> String? {
    let place = reading.regions[region]
    guard place.level.rank >= 2, place.code == nil else { return nil }
    let holders = reading.regions.filter { $0.level.rank == 1 && $0.gazetteer.map { has(place, $0) } == true }
    return holders.count == 1 && holders[0].label != place.within ? holders[0].label : nil
  }

  /// Whether a regency or city has a district, or a village, of a place's name.
  private func has(_ place: FoundRegion, _ number: Int) -> Bool {
    place.level == .district
      ? gazetteer.districts.contains(place.key, in: number)
      : gazetteer.villageNames.names(of: number).map { !$0.kinds(place.key).isEmpty } ?? false
  }

  private func rank(_ mention: PlaceMention) -> Int { reading.regions[mention.region].level.rank }

  /// "Desa Karobelah, Mancilan, dan Murukan, Kecamatan Mojoagung": the next place of the level above, with nothing but its own
  /// kind and words for places between.
  private func parentBehind(_ mention: PlaceMention) -> PlaceMention? {
    let end = reading.text.text.sentences[reading.sentence(of: mention.range.lowerBound)].upperBound
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

  /// "Di Kecamatan Dawe ada di Desa Puyoh dan Samirejo": the only district that is named before a village in its sentence, where it leads the
  /// sentence and no other clause begins between.
  private func leading(_ mention: PlaceMention, _ named: [PlaceMention]) -> PlaceMention? {
    let sentence = reading.text.text.sentences[reading.sentence(of: mention.range.lowerBound)]
    let districts = named.filter {
      rank($0) == 2 && sentence.contains($0.range.lowerBound)
        && $0.range.lowerBound < mention.range.lowerBound
    }
    guard districts.count == 1, let district = districts.first,
      district.range.lowerBound - sentence.lowerBound <= Self.leadReach,
      !(district.range.upperBound..<mention.range.lowerBound).contains(where: {
        reading.match(labels.clauseBreaks, at: $0) != nil || reading.isMark($0, ";")
      })
    else { return nil }
    return district
  }

  /// Most tokens before a place that leads its sentence: a quotation mark and a preposition.
  private static let leadReach = 2

  /// The end of a mark, preposition or word for a kind of place at a token.
  private func passed(at token: Int) -> Int? {
    if reading.isMark(token, ",") || reading.isMark(token, "(") { return token + 1 }
    return (reading.match(labels.prepositions, at: token) ?? reading.match(labels.villageWords, at: token))
      .map { Int($0.end) }
  }

  /// "Kecamatan Mojoagung: Karobelah, Mancilan": the place that leads a list of those that lie in it.
  private func parentBefore(_ mention: PlaceMention) -> PlaceMention? {
    let start = reading.text.text.sentences[reading.sentence(of: mention.range.lowerBound)].lowerBound
    var token = mention.range.lowerBound
    while token > start {
      if let other = ending[token] {
        guard rank(other) == rank(mention) else {
          return rank(other) == rank(mention) - 1 && !claimed.contains(other.range.lowerBound) ? other : nil
        }
        token = other.range.lowerBound
      } else if let word = reading.match(labels.breakdowns, endingAt: token)
        ?? reading.match(labels.villageWords, endingAt: token) ?? reading.match(
          labels.joiners, endingAt: token)
        ?? reading.match(labels.prepositions, endingAt: token)
      {
        token = Int(word.start)
      } else if reading.isMark(token - 1, ",") || reading.isMark(token - 1, ":")
        || reading.isMark(token - 1, "(")
      {
        token -= 1
      } else {
        return nil
      }
    }
    return nil
  }
}
