import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// A reading that is not changed any more, with what is asked of it for each amount laid out flat and by sentence: made
/// once for an article, handed on as one reference.
final class FinalReading: ArticleText {
  /// A place where a region is named, without what only finding it needs.
  struct Mention {
    @Tokens var range: Range<Int>
    /// Index in ``FinalReading/regions``.
    @Short var region: Int
    @Short var sentence: Int
    let level: RegionLevel
    let isDateline: Bool
    let isAnaphor: Bool
    let isQualifier: Bool
    let isScene: Bool
    let isRanked: Bool
    let isUnitNumber: Bool

    /// How far below the state: 0 for provinces to 3 for villages of either kind.
    var rank: Int { level.rank }
  }

  /// How many cooperatives a region can hold, as far as the project's own table tells.
  enum Capacity {
    /// As many as it has villages; how many of these are desa and how many kelurahan, -1 where that is not known.
    case villages(Double, rural: Double, urban: Double)
    /// Any number, for its villages are not known.
    case any
    /// It is none of the table's: a district, or something smaller.
    case district, village
  }

  let text: TokenizedText
  var tokenized: TokenizedText { text }
  let bytes: [UInt8]
  let rules: RuleSet
  let tokens: [Token]
  let sentences: [Range<Int>]
  let sentenceOfToken: [Int32]
  let paragraphOfSentence: [Int32]
  let clauseStarts: [Int32]
  let clauseEnds: [Int32]
  let matches: MatchTable
  let labels: Labels
  /// What the words around amounts say.
  let words: AmountWords
  let bodyStart: Int
  let regions: [FoundRegion]
  let officials: [FoundOfficial]
  let focus: Int?
  let reference: CalendarDate?
  /// The days around the reference that its neighbours are compared with.
  let dayBefore, dayAfter, threeDaysBefore: CalendarDate?
  /// Values of the matches labelled `number`, by payload.
  let numbers: [NumberValue]
  let dates: [FoundDate]
  /// In the order of `dates`.
  let days: [Day]
  /// In the order of the text.
  let mentions: [Mention]
  /// Index of each sentence's first mention, and their number.
  private let firstMentions: [Int32]
  /// By region: how much it can hold.
  let capacities: [Capacity]
  /// The one village that the article names, in its headline or first sentences and again.
  let onlyVillage: Int?
  /// Villages that the greatest province has: what counts more is the whole country's.
  let largestProvince: Double
  /// Where office holders of a place below the article's are named, with that place, in order of position; none but such mentions.
  private let heads: [(token: Int, region: Int)]
  let log: ChoiceLog?
  /// Who tells each sentence.
  private(set) lazy var tellers = Tellers(self)

  init(_ reading: Reading, gazetteer: Gazetteer, log: ChoiceLog?) {
    text = reading.text.text
    rules = reading.text.rules
    bytes = text.bytes
    tokens = text.tokens
    sentences = text.sentences
    sentenceOfToken = text.sentenceOfToken
    paragraphOfSentence = text.paragraphOfSentence
    clauseStarts = reading.text.clauseStarts
    clauseEnds = reading.text.clauseEnds
    matches = reading.text.matches
    labels = reading.labels
    words = reading.labels.amounts
    bodyStart = reading.bodyStart
    regions = reading.regions
    officials = reading.officials
    focus = reading.focus
    reference = reading.reference
    dayBefore = reference?.adding(days: -1)
    dayAfter = reference?.adding(days: 1)
    threeDaysBefore = reference?.adding(days: -3)
    self.log = log
    numbers = reading.numbers
    dates = reading.dates
    days = FinalReading.days(of: reading)
    mentions = FinalReading.mentions(of: reading)
    var first = [Int32](repeating: 0, count: sentences.count + 1)
    var next = 0
    for sentence in first.indices {
      while next < mentions.count, mentions[next].sentence < sentence { next += 1 }
      first[sentence] = Int32(next)
    }
    firstMentions = first
    capacities = FinalReading.capacities(of: reading, gazetteer)
    largestProvince = Double(gazetteer.largestProvince)
    heads = FinalReading.heads(in: reading)
    let lead = min(bodyStart, max(0, tokens.count - 1))
    onlyVillage = FinalReading.onlyVillage(
      mentions, lead: tokens.isEmpty ? 0 : reading.sentence(of: lead) + 2)
  }

  private static func onlyVillage(_ mentions: [Mention], lead: Int) -> Int? {
    var village: Int?
    var (count, isEarly) = (0, false)
    for mention in mentions where mention.rank == 3 && !mention.isAnaphor {
      guard mention.region == village ?? mention.region else { return nil }
      village = mention.region
      count += 1
      if mention.sentence < lead { isEarly = true }
    }
    return count >= 2 && isEarly ? village : nil
  }

  /// The mentions of office holders who are of a district, or of a regency or city in a report on a province.
  private static func heads(in reading: Reading) -> [(token: Int, region: Int)] {
    let isOnProvince = reading.focus.map { reading.regions[$0].level == .province } ?? false
    var heads: [(token: Int, region: Int)] = []
    for official in reading.officials {
      let region = reading.regions.firstIndex { $0.label == official.of } ?? unitPlace(of: official, reading)
      guard let region,
        reading.regions[region].level.rank == 2 || (isOnProvince && reading.regions[region].level.rank == 1)
      else { continue }
      for mention in official.mentions { heads.append((mention.lowerBound, region)) }
    }
    return heads.sorted { $0.token < $1.token }
  }

  /// "Dandim 0321/Rohil Letkol Inf Dikki Apriandi": the place with whose number the unit of an office holder is named.
  private static func unitPlace(of official: FoundOfficial, _ reading: Reading) -> Int? {
    guard !official.servesCountry, let name = official.mentions.first?.lowerBound else { return nil }
    return reading.regionMentions.last {
      $0.isUnitNumber && $0.range.upperBound <= name && name - $0.range.upperBound <= reachOfUnits
        && reading.sentence(of: $0.range.lowerBound) == reading.sentence(of: name)
    }?.region
  }

  /// Most tokens between the number of a unit and the name of who leads it.
  private static let reachOfUnits = 8

  private static func days(of reading: Reading) -> [Day] {
    var days: [Day] = []
    days.reserveCapacity(reading.dates.count)
    let none = CalendarDate(dayNumber: 0)
    for index in reading.dates.indices {
      let sentence = reading.sentence(of: reading.dates[index].range.lowerBound)
      var date = reading.dates[index]
      // "WATES, 20 Mei 2025 – …": the report's day dates nothing that it tells.
      if reading.dateline.contains(date.range.lowerBound) { date.days = nil }
      days.append(Day(date, sentence, unsettled: none))
    }
    return days
  }

  private static func mentions(of reading: Reading) -> [Mention] {
    var mentions: [Mention] = []
    mentions.reserveCapacity(reading.regionMentions.count)
    for mention in reading.regionMentions {
      mentions.append(
        Mention(
          range: mention.range, region: mention.region,
          sentence: reading.sentence(of: mention.range.lowerBound),
          level: reading.regions[mention.region].level, isDateline: mention.isDateline,
          isAnaphor: mention.isAnaphor, isQualifier: mention.isQualifier, isScene: mention.isScene,
          isRanked: mention.isRanked,
          isUnitNumber: mention.isUnitNumber))
    }
    return mentions
  }

  private static func capacities(of reading: Reading, _ gazetteer: Gazetteer) -> [Capacity] {
    var capacities: [Capacity] = []
    capacities.reserveCapacity(reading.regions.count)
    for index in reading.regions.indices {
      guard let known = reading.regions[index].gazetteer, known < gazetteer.ownCount else {
        capacities.append(reading.regions[index].level == .district ? .district : .village)
        continue
      }
      // Read in place: a region that is named is a copy, with its strings.
      let rural = Double(gazetteer.regions[known].villages ?? -1)
      let urban = Double(gazetteer.regions[known].urbanVillages ?? -1)
      capacities.append(
        gazetteer.villages(of: known).map { .villages(Double($0), rural: rural, urban: urban) } ?? .any)
    }
    return capacities
  }

  /// The place below the article's whose office holder is the one named last in a sentence's paragraph up to its end.
  func placeOfSpeaker(in sentence: Int) -> Int? {
    let end = sentences[sentence].upperBound
    guard let head = heads.last(where: { $0.token < end }),
      paragraphOfSentence[self.sentence(of: head.token)] == paragraphOfSentence[sentence]
    else { return nil }
    let isLast = !officials.contains { official in
      official.mentions.contains { $0.lowerBound > head.token && $0.lowerBound < end }
    }
    return isLast ? head.region : nil
  }

  /// The number that begins at a token, and the token behind it.
  func number(at token: Int) -> (value: Double, end: Int)? {
    match(labels.number, at: token).map { (numbers[Int($0.payload)].value, Int($0.end)) }
  }

  /// Whether a sentence names a day. Logarithmic.
  func hasDay(in sentence: Int) -> Bool {
    let index = days.partitionIndex { $0.sentence >= sentence }
    return index < days.count && days[index].sentence == sentence
  }

  /// Indices of the mentions that begin in a sentence.
  @inline(__always)
  func mentions(of sentence: Int) -> Range<Int> { mentions(of: sentence..<sentence + 1) }

  /// Indices of the mentions that begin in some sentences.
  @inline(__always)
  func mentions(of sentences: Range<Int>) -> Range<Int> {
    Int(firstMentions[sentences.lowerBound])..<Int(firstMentions[sentences.upperBound])
  }

  /// The sentence that holds `token`.
  @inline(__always)
  func sentence(of token: Int) -> Int { Int(sentenceOfToken[token]) }

  /// The longest match with `label` that begins at `token`.
  @inline(__always)
  func match(_ label: LabelID, at token: Int) -> Match? {
    tokens.indices.contains(token) ? matches.match(label, at: token) : nil
  }

  /// Whether a match with `label` begins at `token`.
  @inline(__always)
  func has(_ label: LabelID, at token: Int) -> Bool { match(label, at: token) != nil }

  /// The longest match with `label` that ends at token `end`, reaching back `reach` tokens at most.
  @inline(__always)
  func match(_ label: LabelID, endingAt end: Int, reach: Int = 6) -> Match? {
    matches.match(label, endingAt: end, reach: reach)
  }

  /// The clause that holds `token`.
  @inline(__always)
  func clause(of token: Int) -> Range<Int> { Int(clauseStarts[token])..<Int(clauseEnds[token]) }

  /// Whether a joining word begins at `token`.
  @inline(__always)
  func joins(_ token: Int) -> Bool { has(labels.joiners, at: token) }

  /// The tokens of a range that do not stand in brackets: "Koperasi Desa (Kopdes) Merah Putih".
  func outsideBrackets(_ range: Range<Int>) -> [Int] {
    var depth = 0
    return range.filter { isOutside($0, &depth) }
  }

  /// Whether a token is in no bracket, where the tokens before it in its range left so many open.
  @inline(__always)
  private func isOutside(_ token: Int, _ depth: inout Int) -> Bool {
    if isMark(token, ")") {
      depth = max(0, depth - 1)
      return false
    }
    if isMark(token, "(") { depth += 1 }
    return depth == 0
  }

  /// Tokens between two ranges, without those in brackets; 0 where they touch or overlap.
  func gap(between left: Range<Int>, _ right: Range<Int>) -> Int {
    let (first, second) = left.lowerBound <= right.lowerBound ? (left, right) : (right, left)
    guard first.upperBound < second.lowerBound else { return 0 }
    var (count, depth) = (0, 0)
    for token in first.upperBound..<second.lowerBound where isOutside(token, &depth) { count += 1 }
    return count
  }

  /// Whether a word that leads an occasion stands at a token.
  func isTime(_ token: Int) -> Bool {
    let kind = match(labels.asides, at: token).flatMap { words.asides[$0] }
    return kind == .time || kind == .after
  }

  /// Whether a preposition that tells where something is ends at a token.
  func isIn(endingAt token: Int) -> Bool {
    match(labels.prepositions, endingAt: token, reach: 1).flatMap { words.isIn[$0] } == true
  }

  /// Whether a word that opens a list, or a colon, stands at a token.
  func opens(_ token: Int) -> Bool {
    isMark(token, ":") || match(labels.listIntros, at: token).flatMap { words.opens[$0] } == true
  }

  /// Whether a word that opens a list of some only of what is counted stands at a token.
  func opensPart(_ token: Int) -> Bool {
    match(labels.listIntros, at: token).flatMap { words.opensPart[$0] } == true
  }

  /// Whether a word with `label` begins in some tokens.
  @inline(__always)
  func has(_ label: LabelID, in range: Range<Int>) -> Bool {
    for token in range where has(label, at: token) { return true }
    return false
  }
}

/// A date expression as amounts are compared with it: without references.
struct Day {
  @Tokens var range: Range<Int>
  @Short var sentence: Int
  let relation: DateParts.Relation?
  /// Whether the words leave the days unsettled; then the two below mean nothing.
  let isUnsettled: Bool
  let isDay: Bool
  let hasPart: Bool
  let hasLength: Bool
  let hasWeekday: Bool
  let hasDayOrMonth: Bool
  let hasYear: Bool
  let hasEnd: Bool
  let earliest: CalendarDate
  let latest: CalendarDate

  init(_ date: FoundDate, _ sentence: Int, unsettled none: CalendarDate) {
    range = date.range
    self.sentence = sentence
    relation = date.parts.relation
    isUnsettled = date.days == nil
    earliest = date.days?.earliest ?? none
    latest = date.days?.latest ?? none
    isDay = earliest == latest
    hasPart = date.parts.part != nil
    hasLength = date.parts.length != nil
    hasWeekday = date.parts.weekday != nil
    hasDayOrMonth = date.parts.day != nil || date.parts.month != nil
    hasYear = date.parts.year != nil
    hasEnd = date.parts.endDay != nil || date.parts.endMonth != nil
  }

  /// The relation and last day that the expression means as a deadline: before a period, its eve; with `onDay` the day itself, with `onEve`
  /// the day before in any case.
  func bounds(onDay: Bool = false, onEve: Bool = false) -> (relation: String, latest: CalendarDate?) {
    if isUnsettled { return ("on", nil) }
    if onEve { return ("before", earliest.adding(days: -1)) }
    if onDay { return ("on", latest) }
    switch relation {
    case .before where !hasPart: return ("before", earliest.adding(days: -1))
    case .before:
      // "sebelum akhir Juni", "sebelum pertengahan 2025": the part's own last day is the border.
      return ("before", latest)
    case .by, .until: return ("by", latest)
    // "Mulai 31 Juli hingga 3 Agustus": its last day bounds it.
    case .from where hasEnd || hasLength: return ("by", latest)
    case .from: return ("from", nil)
    case .within, .since, .asOf, .on, nil: return (isDay ? "on" : "in", latest)
    }
  }
}
