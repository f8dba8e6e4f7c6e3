import PantauText
import Testing

@Suite struct SentenceSplitterTests {
  private func text(_ text: String, abbreviations: [String] = ["no", "h", "kab", "drs"]) -> TokenizedText {
    var vocabulary = Vocabulary()
    let known = Set(abbreviations.map { vocabulary.intern($0) })
    let bytes = Array(text.utf8)
    return TokenizedText(
      bytes: bytes, tokens: Tokenizer(vocabulary: vocabulary).tokens(of: bytes),
      splitter: SentenceSplitter(abbreviations: known))
  }

  private func sentences(_ string: String) -> [String] {
    let text = text(string)
    return text.sentences.map { text.string($0) }
  }

  @Test(arguments: [
    ("Koperasi dibentuk. Warga senang.", ["Koperasi dibentuk.", "Warga senang."]),
    ("Apakah siap? Siap! Lanjut.", ["Apakah siap?", "Siap!", "Lanjut."]),
    ("Sudah 64 kelurahan. 12 lainnya menyusul.", ["Sudah 64 kelurahan.", "12 lainnya menyusul."]),
    ("Selesai pada 2025. Warga senang.", ["Selesai pada 2025.", "Warga senang."]),
    ("Situs kabarmaju.com memuat itu.", ["Situs kabarmaju.com memuat itu."]),
    ("kata dia. lalu pergi", ["kata dia. lalu pergi"]),
    ("Rapat di Blora.Bupati hadir.", ["Rapat di Blora.", "Bupati hadir."]),
    ("“Kami siap.”Warga senang.", ["“Kami siap.”", "Warga senang."]),
    ("Begitu kata Kabar.Com kemarin.", ["Begitu kata Kabar.Com kemarin."]),
    ("Laman KABAR.COM dan kabar.ID memuatnya.", ["Laman KABAR.COM dan kabar.ID memuatnya."]),
  ])
  func aPointEndsASentenceWhereOneCanBegin(text: String, expected: [String]) {
    #expect(sentences(text) == expected)
  }

  @Test(arguments: [
    "Instruksi Presiden No. 9 Tahun 2025 terbit.",
    "Bupati Kab. Mekar hadir.",
    "Drs. H. Badrun Salim hadir.",
    "M. Rasyid Hasan, S.STP hadir.",
    "Camat M.Rasyid hadir.",
    "Camat Moh.Rasyid hadir.",
    "Lurah Rina Sari S.Pd.I hadir.",
  ])
  func abbreviationsAndInitialsDoNotEndASentence(text: String) {
    #expect(sentences(text) == [text])
  }

  @Test func anAbbreviationIsOneOnlyWithItsPointBesideIt() {
    #expect(sentences("Jawabnya no . Warga pergi.") == ["Jawabnya no .", "Warga pergi."])
  }

  @Test(arguments: [
    ("“Kami siap.” Ia pergi.", ["“Kami siap.”", "Ia pergi."]),
    ("\"Kami siap.\" Ia pergi.", ["\"Kami siap.\"", "Ia pergi."]),
    ("(Lihat tabel.) Ia pergi.", ["(Lihat tabel.)", "Ia pergi."]),
    ("Ia siap. “Kami maju.”", ["Ia siap.", "“Kami maju.”"]),
    ("Ia siap. (Red)", ["Ia siap.", "(Red)"]),
  ])
  func quotesAndBracketsBelongToTheSentenceThatTheyClose(text: String, expected: [String]) {
    #expect(sentences(text) == expected)
  }

  @Test func aLineEndsASentence() {
    #expect(
      sentences("Judul tanpa titik\nBatam, 5 Mei\n- Bireun 12") == [
        "Judul tanpa titik", "Batam, 5 Mei", "- Bireun 12",
      ])
  }

  @Test func sentencesCoverAllTokensInOrder() {
    let text = text("Satu. Dua tiga! “Empat.” Lima\nEnam. tujuh")
    #expect(text.sentences.first?.lowerBound == 0)
    #expect(text.sentences.last?.upperBound == text.tokens.count)
    for (one, next) in zip(text.sentences, text.sentences.dropFirst()) {
      #expect(one.upperBound == next.lowerBound)
    }
    for (index, sentence) in text.sentences.enumerated() {
      for token in sentence { #expect(text.sentenceOfToken[token] == Int32(index)) }
    }
  }

  @Test func paragraphsAreLines() {
    #expect(text("Satu. Dua.\nTiga.\n\nEmpat. Lima.").paragraphOfSentence == [0, 0, 1, 2, 2])
  }

  @Test func anEmptyTextHasNoSentences() {
    #expect(text("").sentences.isEmpty)
    #expect(text("").string(0..<0).isEmpty)
    #expect(text("").byteRange(0..<0) == 0..<0)
  }

  @Test(arguments: ["desa ", "Desa. ", "a)", ".)", "? ", "x.", "9. ", "“”"])
  func noSentenceIsLongerThanTheCut(unit: String) {
    let text = text(String(repeating: unit, count: 30_000))
    #expect(text.tokens.count >= 30_000)
    #expect(text.sentences.allSatisfy { !$0.isEmpty && $0.count <= SentenceSplitter.longest })
    #expect(text.sentences.reduce(0) { $0 + $1.count } == text.tokens.count)
  }

  @Test func tenMegabytesOfOneLineAreCut() {
    let text = text(String(repeating: "koperasi merah putih ", count: 500_000))
    #expect(text.bytes.count > 10_000_000)
    #expect(text.tokens.count == 1_500_000)
    #expect(text.sentences.count == 1_500_000 / SentenceSplitter.longest)
    #expect(text.paragraphOfSentence.allSatisfy { $0 == 0 })
  }

  @Test func rangesOfTokensAreRangesOfBytes() {
    let text = text("“Nusaé” maju")
    #expect(text.string(1..<2) == "Nusaé")
    #expect(text.byteRange(0..<3) == 0..<12)
    #expect(text.string(0..<4) == "“Nusaé” maju")
  }
}
