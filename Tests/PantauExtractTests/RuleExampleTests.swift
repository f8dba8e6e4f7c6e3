import PantauRecords
import PantauRules
import PantauText
import Testing

@testable import PantauExtract

@Suite struct RuleExampleTests {
  /// `text` with the matches of all phases.
  ///
  /// An article's text begins with its headline and a line feed, so that the matches are taken over to the bare text,
  /// whose tokens are the same.
  private static func annotate(_ text: String, _ extractor: Extractor) -> AnnotatedText {
    var reading = extractor.read(Fixture.article(text, title: ""))
    _ = QuantityFinder(labels: extractor.labels).quantities(in: &reading)
    var annotated = extractor.rules.annotate(Array(text.utf8))
    precondition(annotated.tokens.count == reading.tokens.count)
    annotated.matches = reading.text.matches
    return annotated
  }

  /// Texts of examples that do not hold yet. The list only gets shorter.
  private static let known: Set<String> = [
    // The unit takes the brackets that hold the percentage.
    "847 desa/kelurahan (70,1%) sudah musdes",
    "Kaimana: 5 koperasi (5,81 persen)",
    // The comma behind the number is taken although no percentage follows.
    "disusul Kabupaten Jayapura 99, Keerom 66",
    // Another rule of higher priority wins.
    "Kabupaten Lebak 286 dari 345 desa/kelurahan",
    // The brackets stand around less, or other words, than the rule takes.
    "Sebanyak 1.135 titik sudah selesai sepenuhnya.",
    "208 koperasi memiliki lahan siap bangun",
    "Lebih dari separuh desa kini punya Koperasi Merah Putih.",
    "Jamal Adikusuma, Ketua KDMP di desa itu, berkata",
    // The place is invented, so that it is taken for the name.
    "Wali Kota Lhokmulia, Teuku Rafsan, menyampaikan bahwa",
  ]

  @Test func everyExampleOfEveryRuleHolds() throws {
    let extractor = try Fixture.extractor.get()
    let faults = extractor.rules.exampleFaults { text, _ in Self.annotate(text, extractor) }
    let unknown = faults.filter { !Self.known.contains($0.excerpt ?? "") }
    #expect(unknown.map(\.description) == [])
    withKnownIssue("examples that do not hold yet", isIntermittent: true) {
      #expect(faults.filter { Self.known.contains($0.excerpt ?? "") }.map(\.description) == [])
    }
  }

  @Test func everyRuleHasExamplesInEveryPhaseThatRuns() throws {
    let rules = try Fixture.extractor.get().rules.rules
    #expect(Set(rules.map(\.phase)) == Set(Labels.phases))
    #expect(rules.allSatisfy { !$0.matches.isEmpty && !$0.rejects.isEmpty })
  }
}
