public import PantauGazetteer
public import PantauRecords
public import PantauRules
import PantauText

/// Reads statements, regions and officials out of an article.
///
/// Immutable; one value serves all threads.
public struct Extractor: Sendable {
  /// The compiled rules.
  public let rules: RuleSet
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
    var errors: [RuleError] = []
    let programmes = Programme.read(from: folder, errors: &errors)
    let weights = Weights(folder, errors: &errors)
    var places: PlaceNames?
    let suffix = folder.lines(at: "lexicons/possessive.txt").first ?? ""
    let rules = try RuleSet.load(from: folder, phases: Labels.phases, labels: Labels.given) {
      lexicon, labels, vocabulary, faults in
      faults += errors
      places = PlaceNames(
        gazetteer: gazetteer, ambiguousNames: folder.lines(at: "gazetteer/ambiguous.txt"),
        vocabulary: &vocabulary)
      for programme in programmes {
        programme.addWords(to: &lexicon, labels: &labels, vocabulary: &vocabulary, suffix: suffix)
      }
      let unit = labels.intern("unit")
      for entry in lexicon.entries where entry.label == labels["village-words"] {
        guard let name = entry.columns["unit"], name != "-" else { continue }
        lexicon.add(
          .init(label: unit, phrases: entry.phrases, columns: ["unit": name]), vocabulary: &vocabulary)
        lexicon.add(
          .init(
            label: unit, phrases: entry.phrases.map { $0 + suffix },
            columns: ["unit": name, "possessive": "yes"]),
          vocabulary: &vocabulary)
      }
    }
    guard errors.isEmpty, let places else { throw RuleErrors(errors) }
    self.rules = rules
    self.gazetteer = gazetteer
    self.programmes = programmes
    weightTable = weights
    self.weights = FeatureWeights(weights)
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
    DateFinder(labels: labels, since: programmes.compactMap(\.since).min()).run(on: &reading)
    regionFinder.run(on: &reading)
    rules.run(phase: "stages", on: &reading.text)
    officialFinder.run(on: &reading)
    return reading
  }

  private func regions(of reading: Reading) -> [RegionMention] {
    var numbers = [Int](repeating: -1, count: reading.regions.count)
    var found: [RegionMention] = []
    for mention in reading.regionMentions where !mention.isDateline {
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
