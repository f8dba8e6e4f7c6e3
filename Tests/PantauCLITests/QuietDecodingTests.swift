import PantauTestSupport
import Testing

@Suite("Character sets with faults")
struct QuietDecodingTests {
  @Test("bytes that a character set does not have are no matter for messages")
  func silence() throws {
    let folder = try TemporaryFolder()
    let text = "Rapat warga desa pekan ini membahas koperasi di balai desa, kata kepala desa itu."
    let bytes =
      Array("<html><head><meta charset=shift_jis></head><body><p>\(text) ".utf8) + [
        0x93, 0xFA, 0xFF, 0x9D, 0x20,
      ]
      + Array("</p></body></html>".utf8)
    let page = try folder.write(bytes, to: "a.html")
    let result = try Command.run(["clean", page])
    #expect(result.status == 0)
    #expect(result.messages.isEmpty)
    #expect(result.text.contains("日"))
  }
}
