import Testing

@testable import PantauExtract

@Suite("Terms: words as numbers")
struct TermTests {
  @Test(
    "A word that the program knows has the number by which it calls it",
    arguments: [
      ("", Term.empty), ("other", .other), ("launched", .launched), ("target", .target), ("done", .done),
      ("lack", .lack), ("total", .total), ("hypothesis", .hypothesis), ("site", .site),
      ("village_any", .anyVillage), ("about", .about), ("time", .time), ("ready", .ready),
      ("completed", .completed),
    ])
  func known(_ word: String, _ term: Term) {
    #expect(Term(word) == term)
    #expect(term.string == word)
  }

  @Test(
    "Other words keep their spelling, and tell units of villages",
    arguments: [
      ("village", true, true), ("urban_village", true, true), ("village_any", false, true),
      ("cooperative", false, false), ("a unit of far more than sixteen bytes", false, false),
    ])
  func others(_ word: String, _ isVillage: Bool, _ isAnyVillage: Bool) {
    let term = Term(word)
    #expect(term.string == word)
    #expect(term == Term(word))
    #expect(term != Term(word + "s"))
    #expect(term.isVillage == isVillage)
    #expect(term.isAnyVillage == isAnyVillage)
  }
}
