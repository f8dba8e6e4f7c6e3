public import PantauGazetteer
public import PantauRecords
public import PantauRules
import PantauText

/// Reads statements, regions and officials out of an article.
///
/// Immutable; one value serves all threads.
public struct Extractor: Sendable {
  /// The compiled rules.
  public internal(set) var rules: RuleSet
  /// The regions.
  public let gazetteer: Gazetteer
  let labels: Labels
  /// The weights as the file gives them, for explanations.
  let weightTable: Weights
  let weights: FeatureWeights
  /// The programmes that are followed.
  let programmes: [Programme]
  let subjects: Subjects
  private let numberFinder: NumberFinder
  private let regionFinder: RegionFinder
  private let officialFinder: OfficialFinder
  private let checkFinder: CheckFinder

  /// - Parameters:
  ///   - folder: words, patterns and weights.
  ///   - gazetteer: the regions.
  ///   - names: the programmes to follow; empty for those that are followed where none is asked for.
  /// - Throws: ``RuleErrors`` with every fault of the rules; a name that no programme has is one.
  public init(rules folder: RuleFolder, gazetteer: Gazetteer, programmes names: [String] = []) throws {
    var words = RuleWords(folder, gazetteer: gazetteer)
    var unknown: [RuleError] = []
    let followed = Extractor.followed(names, among: words.programmes, &unknown)
    rules = try RuleSet.load(from: folder, phases: Labels.phases, labels: Labels.given) {
      words.add(to: &$0, &$1, &$2, &$3)
      $3 += unknown
    }
    guard let places = words.places else { throw RuleErrors([]) }
    self.gazetteer = gazetteer
    programmes = followed
    weightTable = words.weights
    weights = FeatureWeights(words.weights)
    labels = Labels(rules)
    subjects = Subjects(followed, rules: rules, labels: labels)
    regionFinder = RegionFinder(gazetteer: gazetteer, places: places, labels: labels, lexicon: rules.lexicon)
    numberFinder = NumberFinder(labels: labels, lexicon: rules.lexicon)
    checkFinder = CheckFinder(gazetteer: gazetteer)
    officialFinder = OfficialFinder(labels: labels, lexicon: rules.lexicon)
  }

  /// Everything that `article` states. Linear in its length: a body beyond 100 kB is read in parts.
  public func record(of article: Article) -> ArticleRecord {
    article.body.utf8.count > Self.longestPart ? recordOfParts(article) : recordOfPart(article)
  }

  /// Everything that an article of moderate length states.
  func recordOfPart(_ article: Article) -> ArticleRecord {
    var reading = Reading(article: article, text: rules.annotate(Array(article.text.utf8)), labels: labels)
    let about = subjects.programmes(
      of: reading.text, bodyStart: reading.bodyStart, published: article.published)
    // Kept only where it is read again: a copy costs as much as the annotation.
    let annotated = about.count > 1 ? reading : nil
    read(&reading, as: about.first)
    var record = ArticleRecord(article: article)
    var (statements, deadlines) = self.statements(in: &reading, about.first)
    for further in about.dropFirst() {
      guard var again = annotated else { break }
      read(&again, as: further, beside: about.first)
      let found = self.statements(in: &again, further)
      (statements, deadlines) = Extractor.joined((statements, deadlines), found)
    }
    record.deadlines = deadlines
    for statement in statements {
      switch statement.kind {
      case .target: record.targets.append(statement)
      case .actual: record.actuals.append(statement)
      case .total: record.totals.append(statement)
      }
    }
    record.regions = regions(of: reading)
    record.officials = officials(of: reading)
    record.checks = checkFinder.checks(in: reading, statements)
    if record.article.published == nil, let reference = reading.reference {
      record.article.published = reference
      record.article.publishedBasis = .text
    }
    return record
  }

  /// The article with numbers, dates, regions and officials found, but no statements yet, read as one on the programme
  /// that it names most, else on the first; `traced` keeps what rules found and lost again.
  func read(_ article: Article, traced: Bool = false) -> Reading {
    var reading = Reading(article: article, text: rules.annotate(Array(article.text.utf8)), labels: labels)
    if traced { reading.text.rivals = [] }
    read(
      &reading,
      as: subjects.programmes(of: reading.text, bodyStart: reading.bodyStart, published: article.published)
        .first)
    return reading
  }

  /// Finds in an annotated text all but statements, as one on `subject`.
  private func read(_ reading: inout Reading, as subject: Programme?, beside main: Programme? = nil) {
    if reading.tokens.isEmpty { return }
    if let subject = subject ?? programmes.first {
      subjects.restrict(&reading.text, to: subject, beside: main)
    }
    numberFinder.run(on: &reading)
    if rules.readsValues { reading.text.values = (labels.number, reading.numbers.map(\.value)) }
    DateFinder(labels: labels, since: programmes.compactMap(\.since).min()).run(on: &reading)
    regionFinder.run(on: &reading)
    rules.run(phase: "stages", on: &reading.text)
    officialFinder.run(on: &reading)
  }

  private func regions(of reading: Reading) -> [RegionMention] {
    var numbers = [Int](repeating: -1, count: reading.regions.count)
    var found: [RegionMention] = []
    for mention in reading.regionMentions where !mention.isDateline && !mention.isAnaphor {
      if numbers[mention.region] < 0 {
        numbers[mention.region] = found.count
        let region = reading.regions[mention.region]
        found.append(
          RegionMention(
            id: "r\(found.count + 1)", region: region.label, name: region.name, level: region.level,
            code: region.code, within: region.level == .province ? nil : region.within, mentions: []))
      }
      found[numbers[mention.region]].mentions.append(reading.span(mention.range))
    }
    return found
  }

  private func officials(of reading: Reading) -> [Official] {
    reading.officials.enumerated().map { number, official in
      Official(
        id: "o\(number + 1)", name: official.name, position: official.position, of: official.of,
        acting: official.acting, aliases: official.aliases, mentions: official.mentions.map(reading.span))
    }
  }
}
