public import PantauGazetteer
public import PantauRecords
public import PantauRules
import PantauText

/// For those who write rules: checking, testing, measuring and describing them.
extension Extractor {
  /// Every fault of the folder's rules, and what in them does nothing.
  public static func check(_ folder: RuleFolder, gazetteer: Gazetteer) -> (
    faults: [RuleError], warnings: [RuleError]
  ) {
    var words = RuleWords(folder, gazetteer: gazetteer)
    let program = RuleCheck.Program(phases: Labels.phases, given: Labels.given, asked: Set(Labels.asked))
    let check = RuleCheck(folder, program: program) { words.add(to: &$0, &$1, &$2, &$3) }
    return (check.faults, check.warnings)
  }

  /// The JSON Schema of a kind of rule file.
  public static func schema(_ kind: RuleSchema.Kind) -> RuleSchema { RuleSchema(kind, phases: Labels.phases) }

  /// A reference of all rules in Markdown.
  public func reference(of folder: RuleFolder) -> RuleReference {
    // Those too that are not followed now; their faults are those of loading.
    var errors: [RuleError] = []
    let all = Programme.read(from: folder, errors: &errors)
    return RuleReference(rules, programmes: all, folder: folder, phases: Labels.phases)
  }

  /// One fault for each example that does not hold against its rule alone, or against all rules, in the order of the rules;
  /// `isIncluded` tells whose examples run, those of all rules without it.
  public func exampleFaults(where isIncluded: (Rule) -> Bool = { _ in true }) -> [ExampleFault] {
    rules.exampleFaults(where: isIncluded) { rules in
      var extractor = self
      extractor.rules = rules
      return { extractor.reading(of: $0) }
    }
  }

  /// What each rule found in `article`, and what that took, in the order of the rules; `alone` is what ``rulesAlone()``
  /// gives, made once for all articles. Some thirty times the cost of ``record(of:)``.
  public func costs(of article: Article, alone: [Int: RuleSet]) -> [RuleCost] {
    let text = completeReading(of: article).text
    return Labels.phases.flatMap { rules.costs(phase: $0, on: text, alone: alone) }.sorted {
      $0.rule < $1.rule
    }
  }

  /// Each rule as the only one of its phase, by its index.
  public func rulesAlone() -> [Int: RuleSet] {
    Dictionary(uniqueKeysWithValues: rules.rules.indices.map { ($0, rules.alone($0)) })
  }

  /// The sentence of an article's text that holds the byte `offset`.
  public func sentence(at offset: Int, in text: String) -> String {
    let annotated = rules.annotate(Array(text.utf8)).text
    guard let token = annotated.tokens.lastIndex(where: { Int($0.start) <= offset }) else { return "" }
    return annotated.string(annotated.sentences[Int(annotated.sentenceOfToken[token])])
  }

  // MARK: - Examples

  /// The article after all phases, with what rules lost.
  private func completeReading(of article: Article) -> Reading {
    var reading = read(article, traced: true)
    _ = QuantityFinder(labels: labels).quantities(in: &reading)
    return reading
  }

  private func reading(of example: Rule.Example) -> ExampleReading {
    let source = Source(path: "-", sha256: "")
    let article = Article(
      source: source, title: "", published: example.date, language: "id", body: example.text)
    var reading = read(article, traced: true)
    let quantities = QuantityFinder(labels: labels).quantities(in: &reading)
    // A line feed stands between the empty headline and the body.
    return ExampleReading(text: reading.text, offset: 1, meanings: meanings(of: reading, quantities))
  }

  /// What the program makes of matches, by the record's names.
  private func meanings(
    of reading: Reading, _ quantities: [Quantity]
  ) -> [LabelID: [Range<Int>: [String: String]]] {
    var meanings: [LabelID: [Range<Int>: [String: String]]] = [:]
    for date in reading.dates { meanings[labels.date, default: [:]][date.range] = meaning(of: date) }
    for quantity in quantities {
      meanings[labels.quantity, default: [:]][quantity.range] = meaning(of: quantity, reading)
    }
    for match in reading.text.matches.matches where match.rule >= 0 {
      if match.label == labels.official {
        meanings[labels.official, default: [:]][match.range] = meaning(ofOfficial: match.range, reading)
      } else if match.label == labels.stage {
        meanings[labels.stage, default: [:]][match.range] = rules.rules[Int(match.rule)].constants
      }
    }
    return meanings
  }

  private func meaning(of date: FoundDate) -> [String: String] {
    var meaning: [String: String] = [:]
    meaning["relation"] = date.parts.relation?.rawValue
    guard let days = date.days else { return meaning }
    meaning["earliest"] = "\(days.earliest)"
    meaning["latest"] = "\(days.latest)"
    meaning["edtf"] = days.edtf
    meaning["approximate"] = days.approximate ? "yes" : "no"
    return meaning
  }

  private func meaning(of quantity: Quantity, _ reading: Reading) -> [String: String] {
    var meaning: [String: String] = [:]
    meaning["value"] = quantity.value.map(Explanation.plain)
    meaning["percent"] = quantity.percent.map(Explanation.plain)
    meaning["of"] = quantity.of.map(Explanation.plain)
    meaning["unit"] = quantity.unit?.string
    meaning["bound"] = quantity.bound?.string
    meaning["region"] = quantity.region.map { reading.regions[$0].label }
    meaning["all"] = quantity.all ? "yes" : "no"
    return meaning
  }

  private func meaning(ofOfficial range: Range<Int>, _ reading: Reading) -> [String: String]? {
    let official = reading.officials.first { official in
      official.mentions.contains { range.lowerBound <= $0.lowerBound && $0.upperBound <= range.upperBound }
    }
    guard let official else { return nil }
    var meaning = ["name": official.name, "position": official.position]
    meaning["of"] = official.of
    meaning["acting"] = official.acting ? "yes" : "no"
    return meaning
  }
}
