import PantauRules

/// Identifiers of the labels that the extractor itself gives or asks for, looked up once; `LabelID.max`, which nothing
/// bears, where there is no such lexicon.
///
/// Of reference type, because every step and every reading holds it.
final class Labels: Sendable {
  /// Labels that the program gives, not a lexicon.
  static let given = [
    "number", "date", "region", "official", "quantity", "unit", "stage", "programme", "kin",
  ]
  /// Phases of rules, in the order in which they run.
  static let phases = ["dates", "stages", "officials", "quantities"]

  let number: LabelID
  let date: LabelID
  let region: LabelID
  let official: LabelID
  let quantity: LabelID
  let unit: LabelID
  let notCounted: LabelID
  let otherProgrammes: LabelID
  let percents: LabelID
  let countWholes: LabelID
  let countLeads: LabelID
  let resets: LabelID
  let placeAnaphora: LabelID
  let placeDescriptions: LabelID
  let placeLinks: LabelID
  let placeExamples: LabelID
  let origins: LabelID
  let relatives: LabelID
  let tableHeads: LabelID
  let together: LabelID
  let regencySeats: LabelID
  let siteWords: LabelID
  let stage: LabelID
  let programme: LabelID
  let kin: LabelID
  let revisions: LabelID
  let sameDay: LabelID
  let saying: LabelID
  let shareLeads: LabelID
  let acting: LabelID
  let sceneSubjects: LabelID
  let agencies: LabelID
  let agencyHeads: LabelID
  let agencyWords: LabelID
  let asides: LabelID
  let backCounts: LabelID
  let backReferences: LabelID
  let bounds: LabelID
  let breakdowns: LabelID
  let clauseBreaks: LabelID
  let cooperativeNames: LabelID
  let dateWords: LabelID
  let degrees: LabelID
  let distributives: LabelID
  let extents: LabelID
  let genericUnits: LabelID
  let holidays: LabelID
  let honorifics: LabelID
  let institutions: LabelID
  let joiners: LabelID
  let listIntros: LabelID
  let ranks: LabelID
  let partners: LabelID
  let limits: LabelID
  let comparisons: LabelID
  let modality: LabelID
  let months: LabelID
  let nationalWords: LabelID
  let notRegions: LabelID
  let numbers: LabelID
  let offices: LabelID
  let ordinals: LabelID
  let placeEndings: LabelID
  let placeLeads: LabelID
  let placeStops: LabelID
  let prepositions: LabelID
  let quantifiers: LabelID
  let urbanProgrammes: LabelID
  let villageWords: LabelID
  let weekdays: LabelID
  let wholeLeads: LabelID
  let weighing: LabelID
  /// What each rule's captures and constants say of amounts, and what the words around amounts do.
  let amounts: AmountWords
  let dateCaptures: DateCaptures
  let officialCaptures: OfficialCaptures
  let constants: [QuantityRule]
  /// What the words of modality and of stages say.
  let modes: EntryTable<CueWords>
  let stages: EntryTable<CueWords>
  let stageRules: [CueWords]

  /// The names of the labels that the program asks for, whoever gives them.
  static let asked: [String] = {
    // A word list that stands for clauses' borders, and one that becomes units of its own.
    var names = ["clause-breaks", "village-words"]
    _ = Labels(nil) { name in
      names.append(name)
      return LabelID.max
    }
    return names
  }()

  /// What the row of a word list, or the rule, behind a match for a stage says.
  func words(ofStage match: Match) -> CueWords {
    match.rule >= 0 ? stageRules[Int(match.rule)] : stages[match] ?? CueWords { _ in nil }
  }

  /// What the rule behind an amount says; nil where no rule found it.
  func rule(of quantity: Quantity) -> QuantityRule? {
    quantity.rule >= 0 ? constants[quantity.rule] : nil
  }

  convenience init(_ rules: RuleSet) { self.init(rules) { rules.labels[$0] ?? LabelID.max } }

  private init(_ rules: RuleSet?, _ id: (String) -> LabelID) {
    number = id("number")
    date = id("date")
    region = id("region")
    official = id("official")
    quantity = id("quantity")
    unit = id("unit")
    notCounted = id("not-counted")
    otherProgrammes = id("other-programmes")
    percents = id("percents")
    countWholes = id("count-wholes")
    countLeads = id("count-leads")
    regencySeats = id("regency-seats")
    resets = id("resets")
    placeAnaphora = id("place-anaphora")
    placeDescriptions = id("place-descriptions")
    placeLinks = id("place-links")
    placeExamples = id("place-examples")
    origins = id("origins")
    relatives = id("relatives")
    tableHeads = id("table-heads")
    together = id("together")
    siteWords = id("site-words")
    stage = id("stage")
    programme = id("programme")
    kin = id("kin")
    revisions = id("revisions")
    sameDay = id("same-day")
    saying = id("saying")
    shareLeads = id("share-leads")
    acting = id("acting")
    sceneSubjects = id("scene-subjects")
    agencies = id("agencies")
    agencyHeads = id("agency-heads")
    agencyWords = id("agency-words")
    asides = id("asides")
    backCounts = id("back-counts")
    backReferences = id("back-references")
    bounds = id("bounds")
    breakdowns = id("breakdowns")
    clauseBreaks = id("clause-breaks")
    cooperativeNames = id("cooperative-names")
    dateWords = id("date-words")
    degrees = id("degrees")
    distributives = id("distributives")
    extents = id("extents")
    genericUnits = id("generic-units")
    holidays = id("holidays")
    honorifics = id("honorifics")
    institutions = id("institutions")
    joiners = id("joiners")
    listIntros = id("list-intros")
    ranks = id("ranks")
    partners = id("partners")
    limits = id("limits")
    comparisons = id("comparisons")
    modality = id("modality")
    months = id("months")
    nationalWords = id("national-words")
    notRegions = id("not-regions")
    numbers = id("numbers")
    offices = id("offices")
    ordinals = id("ordinals")
    placeEndings = id("place-endings")
    placeLeads = id("place-leads")
    placeStops = id("place-stops")
    prepositions = id("prepositions")
    quantifiers = id("quantifiers")
    urbanProgrammes = id("urban-programmes")
    villageWords = id("village-words")
    wholeLeads = id("whole-leads")
    weekdays = id("weekdays")
    weighing = id("weighing")
    amounts = AmountWords(rules)
    dateCaptures = DateCaptures(rules)
    officialCaptures = OfficialCaptures(rules)
    constants = rules?.rules.map { QuantityRule($0) } ?? []
    modes = EntryTable(rules?.lexicon ?? Lexicon(), [modality]) { CueWords($0) }
    stages = EntryTable(rules?.lexicon ?? Lexicon(), [stage]) { CueWords($0) }
    stageRules = rules?.rules.map { CueWords($0) } ?? []
  }
}
