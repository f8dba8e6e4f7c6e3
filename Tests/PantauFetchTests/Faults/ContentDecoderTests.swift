import Testing

@testable import PantauFetch

@Suite("Content codings")
struct ContentDecoderTests {
  static let text = Array(CompressionSamples.text.utf8)

  static let samples: [(coding: String, bytes: [UInt8])] = [
    ("gzip", Deflater.member(text)), ("x-gzip", Deflater.member(text)), ("br", CompressionSamples.brotli),
    ("zstd", CompressionSamples.zstd), ("identity", text), ("", text),
    // deflate with and without zlib's header: what stands between a gzip member's header and its trailer.
    ("deflate", Array(Deflater.member(text).dropFirst(10).dropLast(8))),
    ("br, gzip", Deflater.member(CompressionSamples.brotli)),
    ("gzip", Deflater.member(Array(text.prefix(10))) + Deflater.member(Array(text.dropFirst(10)))),
    ("gzip", Deflater.member(text) + [0, 0, 0]),
  ]

  @Test("what a coding did is undone, in one piece and byte by byte", arguments: samples)
  func whole(coding: String, bytes: [UInt8]) throws {
    #expect(try ContentDecoder.bytes(of: bytes, codings: coding, limit: 1000) == Self.text)
    let decoder = try ContentDecoder(codings: coding, limit: 1000)
    for byte in bytes {
      try withUnsafePointer(to: byte) { try decoder.feed(UnsafeBufferPointer(start: $0, count: 1)) }
    }
    try decoder.finish()
    #expect(decoder.output == Self.text)
  }

  @Test("fault 3: a stream that breaks off is told from a whole one", arguments: samples.prefix(4))
  func cut(coding: String, bytes: [UInt8]) {
    #expect(throws: ContentDecoder.Fault.cut) {
      try ContentDecoder.bytes(of: Array(bytes.dropLast(3)), codings: coding, limit: 1000)
    }
  }

  @Test(
    "fault 1: a bomb stops at the limit, whatever the coding",
    arguments: [
      ("gzip", Deflater.member([UInt8](repeating: 0, count: 64 << 20))),
      ("br", CompressionSamples.brotliBomb),
      ("zstd", CompressionSamples.zstdBomb),
      ("gzip, gzip", Deflater.member(Deflater.member([UInt8](repeating: 0, count: 64 << 20)))),
    ])
  func bomb(coding: String, bytes: [UInt8]) throws {
    let decoder = try ContentDecoder(codings: coding, limit: 1 << 20)
    #expect(throws: ContentDecoder.Fault.tooLarge) {
      try bytes.withUnsafeBufferPointer { try decoder.feed($0) }
    }
    #expect(decoder.output.count == 1 << 20)
  }

  @Test("a coding that nobody asked for, and damage, are faults")
  func faults() {
    #expect(throws: ContentDecoder.Fault.unknownCoding("compress")) {
      try ContentDecoder(codings: "compress", limit: 9)
    }
    #expect(throws: ContentDecoder.Fault.self) {
      try ContentDecoder(codings: "gzip,gzip,gzip,gzip", limit: 9)
    }
    for coding in ["gzip", "br", "zstd"] {
      #expect(throws: ContentDecoder.Fault.damaged) {
        try ContentDecoder.bytes(
          of: Array("<html>bukan terkompresi</html>".utf8), codings: coding, limit: 1000)
      }
    }
  }
}
