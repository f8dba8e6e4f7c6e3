import PantauRecords
import Testing

@Suite struct ValueTests {
  @Test func anArticlesTextIsHeadlineLineFeedBody() {
    let source = Source(path: "a.txt", sha256: String(repeating: "a", count: 64))
    let article = Article(source: source, title: "Judul", body: "Isi")
    #expect(article.text == "Judul\nIsi")
    #expect(article.id == "aaaaaaaaaaaaaaaa")
  }

  @Test(arguments: [
    (Span(2, 5), Span(3, 4), true, true), (Span(2, 5), Span(2, 5), true, true),
    (Span(2, 5), Span(4, 8), false, true),
    (Span(2, 5), Span(5, 8), false, false), (Span(3, 4), Span(2, 5), false, true),
  ])
  func spansContainAndOverlap(one: Span, other: Span, contains: Bool, overlaps: Bool) {
    #expect(one.contains(other) == contains)
    #expect(one.overlaps(other) == overlaps)
    #expect(other.overlaps(one) == overlaps)
  }

  @Test func stagesAreOrderedAsACooperativeLives() {
    let names = [
      "deliberated", "formed", "incorporated", "launched", "built", "building", "operating", "other",
    ]
    #expect(names.map { ProgrammeStage.order(of: $0) } == Array(0..<8))
    #expect(ProgrammeStage.allCases.map { ProgrammeStage.order(of: $0.rawValue) } == Array(0..<8))
    #expect(ProgrammeStage.order(of: "unheard") == 8)
    #expect(ProgrammeStage.order(of: nil) == 8)
  }
}
