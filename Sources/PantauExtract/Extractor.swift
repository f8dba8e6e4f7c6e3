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
  let programmes: [Programme]
  private let numberFinder: NumberFinder
  private let regionFinder: RegionFinder
  private let officialFinder: OfficialFinder
  private let checkFinder: CheckFinder

  /// - Throws: ``RuleErrors`` with every fault of the rules.
  public init(rules folder: RuleFolder, gazetteer: Gazetteer) throws {
    var words = RuleWords(folder, gazetteer: gazetteer)
    rules = try RuleSet.load(from: folder, phases: Labels.phases, labels: Labels.given) {
      words.add(to: &$0, &$1, &$2, &$3)
    }
    guard let places = words.places else { throw RuleErrors([]) }
    self.gazetteer = gazetteer
    programmes = words.programmes
    weightTable = words.weights
    weights = FeatureWeights(words.weights)
    labels = Labels(rules.labels)
    regionFinder = RegionFinder(gazetteer: gazetteer, places: places, labels: labels, lexicon: rules.lexicon)
    numberFinder = NumberFinder(labels: labels, lexicon: rules.lexicon)
    checkFinder = CheckFinder(gazetteer: gazetteer)
    officialFinder = OfficialFinder(labels: labels, lexicon: rules.lexicon)
  }

  /// Everything that `article` states. Linear in its length.
  public func record(of article: Article) -> ArticleRecord {
    var reading = read(article)
    var record = ArticleRecord(article: article)
    let assembler = StatementAssembler(
      labels: labels, weights: weights, gazetteer: gazetteer, programmes: programmes)
    let (statements, deadlines) = assembler.statements(in: &reading)
    record.deadlines = deadlines
    record.targets = statements.filter { $0.kind == .target }
    record.actuals = statements.filter { $0.kind == .actual }
    record.totals = statements.filter { $0.kind == .total }
    record.regions = regions(of: reading)
    record.officials = officials(of: reading)
    record.checks = checkFinder.checks(in: reading, statements)
    if record.article.published == nil, let reference = reading.reference {
      record.article.published = reference
      record.article.publishedBasis = .text
    }
    return record
  }

  /// The article with numbers, dates, regions and officials found, but no statements yet; `traced` keeps what rules found
  /// and lost again.
  func read(_ article: Article, traced: Bool = false) -> Reading {
    var reading = Reading(article: article, text: rules.annotate(Array(article.text.utf8)), labels: labels)
    if traced { reading.text.rivals = [] }
    numberFinder.run(on: &reading)
    if rules.readsValues { reading.text.values = (labels.number, reading.numbers.map(\.value)) }
    DateFinder(labels: labels, since: programmes.compactMap(\.since).min()).run(on: &reading)
    regionFinder.run(on: &reading)
    rules.run(phase: "stages", on: &reading.text)
    officialFinder.run(on: &reading)
    return reading
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
