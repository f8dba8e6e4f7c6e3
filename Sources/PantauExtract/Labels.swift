import PantauRules

/// Identifiers of the labels that the extractor itself gives or asks for, looked up once.
struct Labels: Sendable {
  /// Labels that the program gives, not a lexicon.
  static let given = [
    "number", "date", "region", "place-marker", "name", "official", "quantity", "unit", "stage", "programme",
  ]
  /// Phases of rules, in the order in which they run.
  static let phases = ["dates", "stages", "officials", "quantities"]

  let number: LabelID
  let date: LabelID
  let region: LabelID
  let official: LabelID
  let quantity: LabelID
  let unit: LabelID
  let stage: LabelID
  let programme: LabelID
  private let table: LabelTable

  init(_ table: LabelTable) {
    self.table = table
    func id(_ name: String) -> LabelID { table[name] ?? LabelID.max }
    number = id("number")
    date = id("date")
    region = id("region")
    official = id("official")
    quantity = id("quantity")
    unit = id("unit")
    stage = id("stage")
    programme = id("programme")
  }

  /// A lexicon's label; `LabelID.max`, which nothing bears, where there is no such lexicon.
  subscript(name: String) -> LabelID { table[name] ?? LabelID.max }
}
