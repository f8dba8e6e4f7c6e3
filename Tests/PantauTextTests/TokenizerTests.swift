import PantauText
import Testing

@Suite struct TokenizerTests {
  /// The tokens of `text` with a mark for their kind: `w:` word, `n:` number, `p:` punctuation.
  private func kinds(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return Tokenizer(vocabulary: Vocabulary()).tokens(of: bytes).map { token in
      let word = String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
      switch token.kind {
      case .word: return "w:" + word
      case .number: return "n:" + word
      case .punctuation: return "p:" + word
      }
    }
  }

  private func tokens(_ text: String) -> [Token] {
    Tokenizer(vocabulary: Vocabulary()).tokens(of: Array(text.utf8))
  }

  @Test(arguments: [
    ("Sebanyak 80.000 koperasi", ["w:Sebanyak", "n:80.000", "w:koperasi"]),
    ("capaian 57,02%", ["w:capaian", "n:57,02", "p:%"]),
    ("tahun 2025.", ["w:tahun", "n:2025", "p:."]),
    ("1.234.567,89", ["n:1.234.567,89"]),
    ("Rp3 miliar", ["w:Rp", "n:3", "w:miliar"]),
    ("Rp400juta", ["w:Rp", "n:400", "w:juta"]),
    ("5G", ["n:5", "w:G"]),
    ("pukul 09.30, lalu", ["w:pukul", "n:09.30", "p:,", "w:lalu"]),
    ("15/08/2025", ["n:15", "p:/", "n:08", "p:/", "n:2025"]),
    ("benar-benar", ["w:benar", "p:-", "w:benar"]),
    ("desa/kelurahan", ["w:desa", "p:/", "w:kelurahan"]),
    ("ke-2", ["w:ke", "p:-", "n:2"]),
    ("(KDMP)", ["p:(", "w:KDMP", "p:)"]),
    ("3×4", ["n:3", "p:×", "n:4"]),
    ("100 ÷ 4", ["n:100", "p:÷", "n:4"]),
  ])
  func wordsNumbersAndMarksAreSeparateTokens(text: String, expected: [String]) {
    #expect(kinds(text) == expected)
  }

  @Test(arguments: [
    ("Jum'at", ["w:Jum'at"]),
    ("Jum’at", ["w:Jum’at"]),
    ("‘Desa’", ["p:‘", "w:Desa", "p:’"]),
    ("'Desa'", ["p:'", "w:Desa", "p:'"]),
    ("“Siap,” katanya", ["p:“", "w:Siap", "p:,", "p:”", "w:katanya"]),
    ("\"Siap\"", ["p:\"", "w:Siap", "p:\""]),
  ])
  func anApostropheBelongsToAWordOnlyBetweenLetters(text: String, expected: [String]) {
    #expect(kinds(text) == expected)
  }

  @Test(arguments: [
    ("Nusaé Rāja", ["w:Nusaé", "w:Rāja"]),
    ("Ngrāji 🎉 desa", ["w:Ngrāji", "p:🎉", "w:desa"]),
    ("desa…", ["w:desa", "p:…"]),
    ("• Bireun: 12", ["p:•", "w:Bireun", "p::", "n:12"]),
    ("Москва", ["w:Москва"]),
  ])
  func lettersBeyondASCIIMakeWordsAndSignsDoNot(text: String, expected: [String]) {
    #expect(kinds(text) == expected)
  }

  @Test(arguments: [
    "\u{A0}", "\u{2003}", "\u{2009}", "\u{200B}", "\u{202F}", "\u{205F}", "\u{3000}", "\u{FEFF}", "\t",
  ])
  func everyKindOfSpaceSeparates(space: String) {
    #expect(kinds("80" + space + "desa") == ["n:80", "w:desa"])
    #expect(tokens("80" + space + "desa").map { $0.traits.contains(.spaceBefore) } == [false, true])
  }

  @Test func emptyTextHasNoTokens() {
    #expect(tokens("").isEmpty)
    #expect(tokens(" \n\t \n").isEmpty)
  }

  @Test func offsetsAreUTF8Bytes() {
    let text = "“Nusaé”\n🎉 12"
    let bytes = Array(text.utf8)
    let found = tokens(text).map { String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self) }
    #expect(found == ["“", "Nusaé", "”", "🎉", "12"])
    #expect(tokens(text).map(\.start) == [0, 3, 9, 13, 18])
  }

  @Test(
    arguments: [
      ("Desa", Token.Traits.capitalised),
      ("desa", []),
      ("KDMP", [.capitalised, .allCapitals]),
      ("M", [.capitalised, .singleLetter]),
      ("a", [.singleLetter]),
      ("Éra", [.capitalised]),
      ("ÉRA", [.capitalised, .allCapitals]),
      ("éra", []),
    ] as [(String, Token.Traits)])
  func traitsTellTheLook(word: String, expected: Token.Traits) {
    #expect(tokens("x " + word).last?.traits == expected.union(.spaceBefore))
  }

  @Test func theFirstTokenOfEachLineIsMarked() {
    let starts = tokens("Judul berita\n\n  Batam, 5 Mei\r\nDesa").filter { $0.traits.contains(.lineStart) }
    #expect(starts.count == 3)
  }

  @Test func brokenSequencesDoNotCrash() {
    for bytes: [UInt8] in [[0xC3], [0xE2, 0x80], [0xF0, 0x9F], [0x80, 0x80], [0xFF, 0xFE], [0x61, 0xC2]] {
      let tokens = Tokenizer(vocabulary: Vocabulary()).tokens(of: bytes)
      #expect(tokens.allSatisfy { $0.start < $0.end && $0.end <= bytes.count })
    }
  }

  @Test func tokensCoverEverythingButSpace() {
    let text = "Batam, 26/5 – “Sebanyak 1.234,5% (desa/kel.)” Jum’at…\n\n• 🎉ok"
    let bytes = Array(text.utf8)
    var end = 0
    for token in Tokenizer(vocabulary: Vocabulary()).tokens(of: bytes) {
      #expect(Int(token.start) >= end)
      #expect(bytes[end..<Int(token.start)].allSatisfy { $0 <= 0x20 })
      end = Int(token.end)
    }
    #expect(end == bytes.count)
  }

  /// A word is read eight letters at a time, near the text's end one by one.
  @Test(arguments: 1...26) func wordsOfAnyLengthAreKnownWhereverTheyStand(length: Int) {
    let word = String("abcdefghijklmnopqrstuvwxyz".prefix(length))
    var vocabulary = Vocabulary()
    _ = vocabulary.intern("lain")
    let identifier = vocabulary.intern(word)
    let tokenizer = Tokenizer(vocabulary: vocabulary)
    for behind in ["", ".", " lain", ", lain lain lain lain", "’s lain", "é", "7 lain lain"] {
      for form in [word, word.uppercased(), word.prefix(1).uppercased() + word.dropFirst()] {
        let tokens = tokenizer.tokens(of: Array(("ke \(form)" + behind).utf8))
        let isWhole = behind != "’s lain" && behind != "é"
        #expect((tokens[1].word == identifier) == isWhole)
        #expect(tokens[1].traits.contains(.singleLetter) == (isWhole && length == 1))
        #expect(
          tokens[1].traits.contains(.allCapitals) == (isWhole && length > 1 && form == word.uppercased()))
        #expect(tokens[1].traits.contains(.capitalised) == (form != word))
      }
    }
  }
}
