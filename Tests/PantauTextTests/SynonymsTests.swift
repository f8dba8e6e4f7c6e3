import PantauText
import Testing

@Suite struct SynonymsTests {
  /// The text's tokens as they are read, each with the bytes that it stands for.
  private static func read(
    _ text: String, _ lines: [(standard: String, forms: [String])]
  ) throws -> (words: [String], bytes: [String]) {
    var vocabulary = Vocabulary()
    var synonyms = Synonyms()
    for (standard, forms) in lines where !standard.contains(" ") {
      for form in forms where !form.contains(" ") {
        try Synonyms.join(form, to: standard, vocabulary: &vocabulary)
      }
    }
    for (standard, forms) in lines {
      for form in forms where form.contains(" ") || standard.contains(" ") {
        try synonyms.add(form, for: standard, vocabulary: &vocabulary)
      }
    }
    let known = ["sudah", "dibentuk", "di", "desa", "merah", "putih", "kini", "lima", "Kudus"]
    let identifiers = known.map { vocabulary.intern($0) }
    let bytes = Array(text.utf8)
    let tokens = synonyms.applied(to: Tokenizer(vocabulary: vocabulary).tokens(of: bytes))
    return (
      tokens.map { token in identifiers.firstIndex(of: token.word).map { known[$0] } ?? "?" },
      tokens.map { String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self) }
    )
  }

  private static let lines: [(standard: String, forms: [String])] = [
    ("sudah", ["telah", "kini sudah", "kini sudah resmi"]), ("dibentuk", ["didirikan", "di bentuk"]),
    ("di desa", ["didesa"]), ("merah putih", ["merah - putih"]),
  ]

  @Test(arguments: [
    ("Telah didirikan", "sudah dibentuk", "Telah|didirikan"),
    ("Kini telah di bentuk", "sudah dibentuk", "Kini telah|di bentuk"),
    ("kini sudah resmi dibentuk", "sudah dibentuk", "kini sudah resmi|dibentuk"),
    ("lima didesa Kudus", "lima di desa Kudus", "lima|di|desa|Kudus"),
    ("DIDESA", "di desa", "DI|DESA"), ("Kudus. Didesa", "Kudus ? di desa", "Kudus|.|Di|desa"),
    ("lima Kudus Didesa", "lima Kudus ?", "lima|Kudus|Didesa"),
    ("Merah-Putih lima", "merah putih lima", "Merah|-Putih|lima"),
    ("kini di desa", "kini di desa", "kini|di|desa"),
    ("di", "di", "di"), ("kini sudah", "sudah", "kini sudah"), ("", "", ""),
    ("kini sudah di bentuk didesa", "sudah dibentuk di desa", "kini sudah|di bentuk|di|desa"),
  ])
  func formsAreReadAsTheirStandardAndKeepTheirBytes(text: String, words: String, bytes: String) throws {
    let read = try Self.read(text, Self.lines)
    #expect(read.words.joined(separator: " ") == words)
    #expect(read.bytes.joined(separator: "|") == bytes)
  }

  @Test func aFormDoesNotGoOnInTheNextLine() throws {
    #expect(
      try Self.read("lima kini\nsudah di\nbentuk", Self.lines).words == ["lima", "kini", "sudah", "di", "?"])
  }

  @Test func aTokenLooksLikeItsFirstWord() throws {
    var vocabulary = Vocabulary()
    var synonyms = Synonyms()
    try synonyms.add("di bentuk", for: "dibentuk", vocabulary: &vocabulary)
    let tokens = synonyms.applied(to: Tokenizer(vocabulary: vocabulary).tokens(of: Array("Di bentuk".utf8)))
    #expect(tokens.map(\.traits) == [[.capitalised, .lineStart]])
    #expect(tokens.map(\.kind) == [.word])
  }

  @Test func aWordStandsForOneOtherOnly() throws {
    var vocabulary = Vocabulary()
    try Synonyms.join("telah", to: "sudah", vocabulary: &vocabulary)
    try Synonyms.join("telah", to: "sudah", vocabulary: &vocabulary)
    #expect(throws: Synonyms.Fault.taken) {
      try Synonyms.join("telah", to: "usai", vocabulary: &vocabulary)
    }
  }

  @Test func identifiersStayApartWhenManyWordsAreJoined() throws {
    var vocabulary = Vocabulary(capacity: 1)
    for number in 0..<3000 {
      try Synonyms.join("ejaan\(number)", to: "kata\(number % 30)", vocabulary: &vocabulary)
    }
    #expect(vocabulary.count == 30)
    #expect((0..<3000).allSatisfy { vocabulary.intern("ejaan\($0)") == vocabulary.intern("kata\($0 % 30)") })
    #expect(vocabulary.intern("lain") == 31)
  }
}
