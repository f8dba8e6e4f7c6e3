import PantauText
import Testing

@Suite struct VocabularyTests {
  @Test(arguments: [
    ("desa", "DESA"), ("Jum'at", "jum’at"), ("Jum'at", "JUM‘AT"), ("nusaé", "NUSAÉ"), ("-", "–"), ("\"", "“"),
    ("\"", "”"),
  ])
  func formsThatDifferInCaseOrQuoteSignAreOneWord(left: String, right: String) {
    var vocabulary = Vocabulary()
    let identifier = vocabulary.intern(left)
    #expect(identifier != 0)
    #expect(vocabulary.identifier(of: right) == identifier)
    #expect(vocabulary.intern(right) == identifier)
    #expect(vocabulary.count == 1)
  }

  @Test(arguments: [("desa", "desa2"), ("desa", "dess"), ("nusae", "nusaé"), ("×", "÷"), ("a", "b")])
  func differentWordsAreDifferent(left: String, right: String) {
    var vocabulary = Vocabulary()
    #expect(vocabulary.intern(left) != vocabulary.intern(right))
  }

  @Test func unknownWordsHaveNoIdentifier() {
    var vocabulary = Vocabulary()
    _ = vocabulary.intern("koperasi")
    #expect(vocabulary.identifier(of: "koperasinya") == 0)
    #expect(vocabulary.identifier(of: "") == 0)
  }

  @Test func identifiersStayWhenTheTableGrows() {
    var vocabulary = Vocabulary(capacity: 1)
    let words = (0..<5000).map { "kata\($0)" }
    let first = words.map { vocabulary.intern($0) }
    #expect(first == Array(1...5000))
    #expect(words.map { vocabulary.identifier(of: $0) } == first)
  }

  @Test func theTokenizerFindsInternedWords() {
    var vocabulary = Vocabulary()
    let words = ["koperasi", "jum'at", "80.000", "%", "–", "nusaé"]
    let identifiers = words.map { vocabulary.intern($0) }
    let bytes = Array("KOPERASI Jum’at 80.000% – NUSAÉ lain".utf8)
    let found = Tokenizer(vocabulary: vocabulary).tokens(of: bytes).map(\.word)
    #expect(found == identifiers + [0])
  }
}
