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

  @Test func everyExampleOfEveryRuleHolds() throws {
    let extractor = try Fixture.extractor.get()
    let faults = extractor.rules.exampleFaults { text, _ in Self.annotate(text, extractor) }
    #expect(faults.map(\.description) == [])
  }

  @Test func everyRuleHasExamplesInEveryPhaseThatRuns() throws {
    let rules = try Fixture.extractor.get().rules.rules
    #expect(Set(rules.map(\.phase)) == Set(Labels.phases))
    #expect(rules.allSatisfy { !$0.matches.isEmpty && !$0.rejects.isEmpty })
  }
}
