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
  /// Of each programme, in their order.
  let assemblers: [StatementAssembler]
  private let numberFinder: NumberFinder
  private let dateFinder: DateFinder
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
    var followed: [Programme] = []
    let rules = try RuleSet.load(
      from: folder, phases: Labels.phases, labels: Labels.given, asked: Labels.asked
    ) {
      words.add(to: &$0, &$1, &$2, &$3)
      followed = Extractor.followed(names, among: words.programmes, &$3)
    }
    try self.init(rules, words, followed, gazetteer)
  }

  /// The same with rules that ``PantauRules/RuleSet/compiled()`` wrote, from the same folder and gazetteer, in some tenth of the
  /// time; nil where the bytes were damaged.
  ///
  /// - Throws: ``RuleErrors`` where a name is no programme's.
  public init?(
    compiled: UnsafeRawBufferPointer, rules folder: RuleFolder, gazetteer: Gazetteer,
    programmes names: [String] = []
  ) throws {
    var words = RuleWords(folder, gazetteer: gazetteer)
    guard let rules = RuleSet(compiled: compiled) else { return nil }
    var vocabulary = rules.vocabulary
    words.findPlaces(&vocabulary)
    var faults: [RuleError] = []
    let followed = Extractor.followed(names, among: words.programmes, &faults)
    guard faults.isEmpty else { throw RuleErrors(faults) }
    try self.init(rules, words, followed, gazetteer)
  }

  private init(
    _ rules: RuleSet, _ words: RuleWords, _ followed: [Programme], _ gazetteer: Gazetteer
  ) throws {
    guard let places = words.places else { throw RuleErrors([]) }
    self.rules = rules
    self.gazetteer = gazetteer
    programmes = followed
    weightTable = words.weights
    weights = FeatureWeights(words.weights)
    labels = Labels(rules)
    subjects = Subjects(followed, rules: rules, labels: labels)
    assemblers = followed.map { [labels, weights] programme in
      StatementAssembler(labels: labels, weights: weights, gazetteer: gazetteer, programme: programme)
    }
    regionFinder = RegionFinder(gazetteer: gazetteer, places: places, labels: labels, lexicon: rules.lexicon)
    numberFinder = NumberFinder(labels: labels, lexicon: rules.lexicon)
    dateFinder = DateFinder(
      labels: labels, words: DateWords(rules.lexicon, labels: labels),
      since: followed.compactMap(\.since).min())
    checkFinder = CheckFinder(gazetteer: gazetteer)
    officialFinder = OfficialFinder(labels: labels, lexicon: rules.lexicon)
  }

  /// Everything that `article` states. Linear in its length: a body beyond 100 kB is read in parts.
  public func record(of article: Article) -> ArticleRecord {
    article.body.utf8.count > Self.longestPart ? recordOfParts(article) : recordsOfParts([article])[0]
  }

  /// Everything that each of `articles` states, in their order: as ``record(of:)``, and quicker for some together. A step is
  /// taken for all before the next one begins, so that what it runs and looks up stays at hand.
  public func records(of articles: [Article]) -> [ArticleRecord] {
    guard articles.allSatisfy({ $0.body.utf8.count <= Self.longestPart }) else {
      return articles.map { record(of: $0) }
    }
    return recordsOfParts(articles)
  }

  /// Everything that articles of moderate length state.
  func recordsOfParts(_ articles: [Article]) -> [ArticleRecord] {
    var works = zip(articles, rules.annotate(articles.map { Array($0.text.utf8) }))
      .map { Work.begun($0, $1, self) }
    read(&works)
    for index in works.indices { works[index].findQuantities() }
    for index in works.indices { works[index].state(gazetteer) }
    return works.indices.map { finish(&works[$0]) }
  }

  /// A reading that is being made, with what one step hands on to the next.
  struct OpenReading {
    var reading: Reading
    /// How many matches there were before the last phase of rules ran.
    var known = 0
    /// Where words behind which districts and villages are named may begin.
    var markers: [Int32] = []
    /// What the cooperatives of the article's programme are called.
    var cooperative: String?

    init(_ reading: consuming Reading, on programme: Programme?) {
      self.reading = reading
      cooperative = programme.flatMap { $0.countedUnit == "cooperative" ? $0.title : nil }
    }
  }

  /// An article under way.
  struct Work {
    let article: Article
    var open: OpenReading
    let about: [Programme]
    /// That of the first programme.
    let assembler: StatementAssembler?
    /// Kept only where it is read again: a copy costs as much as the annotation.
    var annotated: Reading?
    var quantities: [Quantity] = []
    var found: Statements = ([], [])

    static func begun(_ article: Article, _ text: AnnotatedText, _ extractor: borrowing Extractor) -> Work {
      let reading = Reading(article: article, text: text, labels: extractor.labels)
      let about = extractor.subjects.programmes(
        of: reading.text, bodyStart: reading.bodyStart, published: article.published)
      // The memberwise initialiser puts each field in its place and copies none.
      return Work(
        article: article, open: OpenReading(reading, on: about.first), about: about,
        assembler: reading.tokens.isEmpty ? nil : extractor.assembler(of: about.first),
        annotated: about.count > 1 ? reading : nil)
    }

    mutating func findQuantities() {
      if let assembler { quantities = assembler.quantities(in: &open.reading) }
    }

    mutating func state(_ gazetteer: Gazetteer) {
      guard let assembler else { return }
      let final = FinalReading(open.reading, gazetteer: gazetteer, log: nil)
      found = assembler.statements(of: quantities, final)
    }
  }

  /// What finds all but statements in an annotated text, in its order.
  private enum Step: CaseIterable {
    case numbers, dateRules, dates, names, villages, stageRules, officialRules, officials
  }

  private func take(_ step: Step, _ open: inout OpenReading) {
    switch step {
    case .numbers: readNumbers(&open.reading)
    case .dateRules: run("dates", on: &open)
    case .dates: dateFinder.run(on: &open.reading, behind: open.known)
    case .names: open.markers = regionFinder.findNames(in: &open.reading)
    case .villages: regionFinder.findVillages(behind: open.markers, in: &open.reading)
    case .stageRules: run("stages", on: &open)
    case .officialRules: run("officials", on: &open)
    case .officials:
      officialFinder.run(on: &open.reading, behind: open.known, cooperative: open.cooperative)
    }
  }

  /// Finds in annotated texts all but statements, each as one on its first subject, step by step.
  private func read(_ works: inout [Work]) {
    let indices = works.indices.filter { !works[$0].open.reading.tokens.isEmpty }
    for index in indices {
      if let subject = works[index].about.first ?? programmes.first {
        subjects.restrict(&works[index].open.reading.text, to: subject)
      }
    }
    for step in Step.allCases {
      for index in indices { take(step, &works[index].open) }
    }
  }

  private func readNumbers(_ reading: inout Reading) {
    numberFinder.run(on: &reading)
    if rules.readsValues { reading.text.values = (labels.number, reading.numbers.map(\.value)) }
  }

  private func run(_ phase: String, on open: inout OpenReading) {
    open.known = open.reading.text.matches.matches.count
    rules.run(phase: phase, on: &open.reading.text)
  }

  private func finish(_ work: inout Work) -> ArticleRecord {
    var record = ArticleRecord(article: work.article)
    let about = work.about
    var (statements, deadlines) = work.found
    for further in about.dropFirst() {
      guard let annotated = work.annotated else { break }
      var again = read(annotated, as: further, beside: about.first)
      let found = self.statements(in: &again, further)
      (statements, deadlines) = Extractor.joined((statements, deadlines), found)
    }
    record.deadlines = deadlines
    // By index: an element that a loop or closure is handed is a copy.
    record.targets.reserveCapacity(statements.indices.count { statements[$0].kind == .target })
    record.actuals.reserveCapacity(statements.indices.count { statements[$0].kind == .actual })
    for index in statements.indices {
      switch statements[index].kind {
      case .target: record.targets.append(statements[index])
      case .actual: record.actuals.append(statements[index])
      case .total: record.totals.append(statements[index])
      }
    }
    let reading = work.open.reading
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
    let about = subjects.programmes(
      of: reading.text, bodyStart: reading.bodyStart, published: article.published)
    return read(reading, as: about.first)
  }

  /// An annotated text with all but statements found, as one on `subject`.
  private func read(
    _ reading: consuming Reading, as subject: Programme?, beside main: Programme? = nil
  ) -> Reading {
    var open = OpenReading(reading, on: subject)
    if open.reading.tokens.isEmpty { return open.reading }
    if let subject = subject ?? programmes.first {
      subjects.restrict(&open.reading.text, to: subject, beside: main)
    }
    for step in Step.allCases { take(step, &open) }
    return open.reading
  }

  private static let regionNumbers = Numbered("r")
  private static let officialNumbers = Numbered("o")

  private func regions(of reading: Reading) -> [RegionMention] {
    // By region: how often it is named, then its place in the list.
    var numbers = [Int](repeating: 0, count: reading.regions.count)
    func isNamed(_ mention: PlaceMention) -> Bool { !mention.isDateline && !mention.isAnaphor }
    for mention in reading.regionMentions where isNamed(mention) { numbers[mention.region] -= 1 }
    let parents = RegionParents(reading, labels: labels, gazetteer: gazetteer)
    var found: [RegionMention] = []
    found.reserveCapacity(reading.regions.count)
    for mention in reading.regionMentions where isNamed(mention) {
      let index = mention.region
      if numbers[index] < 0 {
        var mentions: [Span] = []
        mentions.reserveCapacity(-numbers[index])
        numbers[index] = found.count
        let isProvince = reading.regions[index].level == .province
        found.append(
          RegionMention(
            id: Self.regionNumbers[found.count + 1], region: reading.regions[index].label,
            name: reading.regions[index].name, level: reading.regions[index].level,
            code: reading.regions[index].code,
            within: isProvince ? nil : parents.parent(of: index) ?? reading.regions[index].within,
            mentions: mentions))
      }
      found[numbers[index]].mentions.append(reading.span(mention.range))
    }
    return found
  }

  private func officials(of reading: Reading) -> [Official] {
    var found: [Official] = []
    found.reserveCapacity(reading.officials.count)
    for official in reading.officials {
      var mentions: [Span] = []
      mentions.reserveCapacity(official.mentions.count)
      for mention in official.mentions { mentions.append(reading.span(mention)) }
      found.append(
        Official(
          id: Self.officialNumbers[found.count + 1], name: official.name, position: official.position,
          of: official.of, acting: official.acting, aliases: official.allAliases(in: reading),
          mentions: mentions))
    }
    return found
  }
}
