import PantauGazetteer
import PantauRecords

/// Records of invented articles, the same for the same number: what a ledger is measured on.
///
/// Article `n` tells of one regency on one day of two years: its officials under several spellings, five figures of one
/// stage that grow with time, a dozen sentences of random words. One in seven is a copy of the article before it on
/// another site, every third of these shortened.
struct SyntheticRecords {
  private let regions: [Region]
  private let stages = ["deliberated", "formed", "incorporated", "launched", "built", "operating"]
  private let words: [String]
  private let names: [String]

  init(_ gazetteer: Gazetteer) {
    regions = gazetteer.regions.filter { $0.level == .regency || $0.level == .city }
    words = (0..<4000).map { SyntheticRecords.word(UInt64($0)) }
    names = (0..<600).map { number in
      let word = SyntheticRecords.word(UInt64(number) &+ 90_000)
      return word.prefix(1).uppercased() + word.dropFirst()
    }
  }

  /// Two to four syllables.
  private static func word(_ number: UInt64) -> String {
    var random = Random(number)
    let (heads, tails) = (Array("bcdfghjklmnprstwy"), Array("aeiou"))
    return (0..<(2 + random.below(3))).map { _ in
      String([heads[random.below(heads.count)], tails[random.below(tails.count)]])
    }.joined()
  }

  /// The record of article `number`.
  func record(_ number: Int) -> ArticleRecord {
    let isCopy = number % 7 == 6
    let original = isCopy ? number - 1 : number
    var random = Random(UInt64(original))
    let region = regions[random.below(regions.count)]
    let day = CalendarDate(year: 2025, month: 4, day: 1)?.adding(days: random.below(700))
    var text = Draft(title: sentence(&random, 8), words: words)
    let officials = officials(of: region, &text, &random)
    let statements = statements(of: region, &text, &random, day)
    for _ in 0..<8 { text.add(sentence(&random, 12 + random.below(10))) }
    if isCopy, number % 3 == 0 { text.shorten() }
    var record = ArticleRecord(
      article: Article(
        source: source(number), title: text.title, published: day, publishedBasis: .meta, language: "id",
        body: text.body))
    record.regions = [
      RegionMention(
        id: "r1", region: region.label, name: region.name, level: region.level, code: region.code,
        mentions: [Span(0, 4)])
    ]
    record.officials = officials
    record.targets = statements.filter { $0.kind == .target }
    record.actuals = statements.filter { $0.kind == .actual }
    return record
  }

  private func source(_ number: Int) -> Source {
    let site = "paper-\(number % 97).example"
    let digits = StableHash.text(["article", String(number)])
    return Source(
      path: "pages/\(number).html", url: "https://\(site)/news/\(number)", site: site,
      sha256: String(repeating: digits, count: 4))
  }

  private func sentence(_ random: inout Random, _ length: Int) -> String {
    (0..<length).map { _ in words[random.below(words.count)] }.joined(separator: " ") + "."
  }

  /// One of the regency's eight officials under one of three spellings.
  private func officials(
    of region: Region, _ text: inout Draft, _ random: inout Random
  ) -> [Official] {
    let offices = ["Regent", "Deputy Regent", "Clerk", "Head of Cooperatives", "Speaker"]
    let number = random.below(offices.count)
    var person = Random(
      StableHash.mix(UInt64(number)) ^ StableHash.mix(UInt64(region.code.hashedForBenchmark)))
    let parts = (0..<3).map { _ in names[person.below(names.count)] }
    let spellings = [
      parts.joined(separator: " "), "\(parts[0].prefix(1)). \(parts[1]) \(parts[2])",
      "\(parts[0]) \(parts[1])",
    ]
    let name = spellings[random.below(spellings.count)]
    let span = text.add("\(name) " + sentence(&random, 6))
    return [
      Official(
        id: "o1", name: name, position: offices[number], of: region.label,
        mentions: [Span(span.start, span.start + name.utf8.count)])
    ]
  }

  private func statements(
    of region: Region, _ text: inout Draft, _ random: inout Random, _ day: CalendarDate?
  ) -> [Statement] {
    let stage = stages[random.below(stages.count)]
    let whole = max(1, (region.villages ?? 0) + (region.urbanVillages ?? 0))
    return (0..<5).map { place in
      let isTarget = place == 0
      let reached = isTarget ? whole : max(1, whole * random.below(100) / 100)
      let quote = "\(reached) " + sentence(&random, 7)
      var statement = Statement(
        kind: isTarget ? .target : .actual, programme: "koperasi-merah-putih", quote: quote,
        span: text.add(quote), rule: "synthetic")
      statement.id = isTarget ? "t1" : "a\(place)"
      statement.stage = stage
      statement.value = Double(reached)
      statement.of = isTarget ? nil : Double(whole)
      statement.unit = "village_any"
      statement.region = region.label
      statement.regionCode = region.code
      statement.speaker = "o1"
      statement.confidence = 0.9
      if isTarget { statement.latest = day?.endOfMonth } else { statement.asOf = day?.adding(days: -place) }
      return statement
    }
  }

  /// A text under construction.
  private struct Draft {
    let title: String
    let words: [String]
    private(set) var body = ""

    init(title: String, words: [String]) {
      self.title = title
      self.words = words
    }

    /// Adds a paragraph; returns where it stands in title, line feed, body.
    @discardableResult mutating func add(_ sentence: String) -> Span {
      if !body.isEmpty { body += "\n" }
      let start = title.utf8.count + 1 + body.utf8.count
      body += sentence
      return Span(start, start + sentence.utf8.count)
    }

    /// Takes the last two paragraphs off.
    mutating func shorten() {
      body = body.split(separator: "\n").dropLast(2).joined(separator: "\n")
    }
  }

  /// SplitMix64 (Steele, Lea, Flood 2014).
  private struct Random {
    private var state: UInt64

    /// Mixed, so that the numbers of neighbouring seeds are not one sequence.
    init(_ seed: UInt64) { state = StableHash.mix(seed &+ 0x51ED_270B_7F6A_0001) }

    mutating func below(_ limit: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      return Int(StableHash.mix(state) % UInt64(limit))
    }
  }
}

extension String {
  fileprivate var hashedForBenchmark: UInt64 {
    var hash = StableHash()
    hash.add(utf8)
    return hash.value
  }
}
