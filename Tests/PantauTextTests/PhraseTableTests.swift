import PantauText
import Testing

@Suite struct PhraseTableTests {
  private struct Found: Equatable {
    var end: Int
    var value: UInt32
  }

  private func matches(
    _ phrases: [(String, UInt32)], in text: String, at start: Int = 0, limit: Int? = nil
  ) -> [Found] {
    var vocabulary = Vocabulary()
    var table = PhraseTable()
    for (phrase, value) in phrases {
      table.insert(phrase.split(separator: " ").map { vocabulary.intern($0) }, value: value)
    }
    let tokens = Tokenizer(vocabulary: vocabulary).tokens(of: Array(text.utf8))
    return table.matches(in: tokens, ranges: [start..<(limit ?? tokens.count)])
      .filter { Int($0.start) == start }
      .map { Found(end: Int($0.end), value: $0.value) }
  }

  @Test func allPhrasesThatBeginAtATokenAreFoundShorterFirst() {
    let phrases: [(String, UInt32)] = [("wali kota batam", 3), ("wali", 1), ("wali kota", 2), ("kota", 9)]
    #expect(
      matches(phrases, in: "Wali Kota Batam hadir")
        == [Found(end: 1, value: 1), Found(end: 2, value: 2), Found(end: 3, value: 3)])
    #expect(matches(phrases, in: "Wali Kota Batam hadir", at: 1) == [Found(end: 2, value: 9)])
  }

  @Test func aPhraseMayHaveManyValuesInTheOrderOfAdding() {
    let found = matches([("mura", 5), ("mura", 2), ("mura", 7)], in: "Mura")
    #expect(found == [5, 2, 7].map { Found(end: 1, value: $0) })
  }

  @Test func aMatchDoesNotPassTheLimit() {
    #expect(matches([("paling lambat", 1)], in: "paling lambat", limit: 1).isEmpty)
  }

  @Test func unknownWordsEndAPhrase() {
    #expect(matches([("paling lambat", 1)], in: "paling telat").isEmpty)
    #expect(matches([("paling lambat", 1)], in: "lambat").isEmpty)
  }

  @Test func emptyPhrasesAndUnknownWordsAreNotAdded() {
    var table = PhraseTable()
    table.insert([], value: 1)
    table.insert([4, 0], value: 2)
    #expect(table.isEmpty)
  }

  @Test func manyPhrasesWithOneBeginningAreKeptApart() {
    let phrases = (0..<2000).map { ("desa \($0) jaya", UInt32($0)) }
    #expect(matches(phrases, in: "Desa 1234 Jaya") == [Found(end: 3, value: 1234)])
    #expect(matches(phrases, in: "Desa 2000 Jaya").isEmpty)
  }
}
