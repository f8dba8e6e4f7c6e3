import Testing

@testable import PantauMerge

@Suite("Edit distance")
struct EditDistanceTests {
  @Test(
    "counts insertions, deletions, substitutions and swaps up to a limit",
    arguments: [
      ("", "", 2, 0), ("abc", "abc", 0, 0), ("abc", "abd", 1, 1), ("abc", "ab", 1, 1), ("ab", "ba", 1, 1),
      ("", "ab", 2, 2), ("kitab", "kitba", 2, 1), ("abcd", "wxyz", 3, nil), ("a", "abcd", 2, nil),
      ("sutrisno", "sutrino", 2, 1),
    ] as [(String, String, Int, Int?)])
  func distance(_ left: String, _ right: String, _ limit: Int, _ expected: Int?) {
    #expect(EditDistance.between(Array(left.utf8), Array(right.utf8), limit: limit) == expected)
    #expect(EditDistance.between(Array(right.utf8), Array(left.utf8), limit: limit) == expected)
  }
}
