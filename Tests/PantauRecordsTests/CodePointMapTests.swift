import Testing

@testable import PantauRecords

@Suite struct CodePointMapTests {
  static let texts = [
    "", "Batam", "“Siap,” kata Nusaé", "🎉 64 kelurahan 🎉", "é\u{301}x", "👨‍👩‍👧‍👦 keluarga",
    String(repeating: "a", count: 63) + "é" + String(repeating: "b", count: 70) + "🎉",
    String(repeating: "🎉é–a", count: 50),
  ]

  /// Byte offset of each code point and of the end.
  private func boundaries(_ text: String) -> [Int] {
    text.unicodeScalars.reduce(into: [0]) { offsets, scalar in
      offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar))
    }
  }

  @Test(arguments: texts) func everyCodePointIsFoundBothWays(text: String) {
    let map = CodePointMap(text)
    for (codePoint, byte) in boundaries(text).enumerated() {
      #expect(map.codePoint(ofByte: byte) == codePoint)
      #expect(map.byte(ofCodePoint: codePoint) == byte)
    }
  }

  @Test(arguments: texts) func offsetsBeyondTheTextAreItsEnds(text: String) {
    let map = CodePointMap(text)
    #expect(map.codePoint(ofByte: -3) == 0)
    #expect(map.byte(ofCodePoint: -3) == 0)
    #expect(map.codePoint(ofByte: text.utf8.count + 9) == text.unicodeScalars.count)
    #expect(map.byte(ofCodePoint: text.unicodeScalars.count + 9) == text.utf8.count)
  }
}
