import Foundation
import PantauRecords
import PantauTestSupport
import Testing

@testable import PantauFetch

@Suite("Reading a document")
struct ReadingTests {
  static let sentence = "Wali Kota menargetkan 12 koperasi kelurahan terbentuk sebelum Juni 2025.\n"
  static let html = "<!DOCTYPE html><html><body><p>\(sentence)</p></body></html>"

  static let kinds: [(name: String, content: [UInt8], kind: Page.Kind)] = [
    ("berita.html", Array(html.utf8), .html),
    ("berita.HTM", Array(html.utf8), .html),
    ("berita.txt", Array(sentence.utf8), .text),
    ("berita.md", Array("# Judul\n\n\(sentence)".utf8), .markdown),
    ("berita.txt", Array(html.utf8), .html),
    ("berita.txt", Array(" \n<html><p>\(sentence)".utf8), .html),
    ("berita.txt", Array(String(repeating: "<p class=\"isi\">\(sentence)</p>", count: 5).utf8), .html),
    ("berita.txt", Array("Tanda < dan > bukan HTML, <p> pun tidak. \(sentence)".utf8), .text),
    ("berita.html", Array(sentence.utf8), .text),
    ("berita.html", Array("<div>\(sentence)</div>".utf8), .html),
    ("berita", Array(sentence.utf8), .text),
    ("berita.unduhan", Array(html.utf8), .html),
    ("berita.html", [0xEF, 0xBB, 0xBF] + Array(html.utf8), .html),
    ("berita.html.gz", GzipFixture.member(html), .html),
    ("berita.txt.gz", Array(sentence.utf8), .text),
    ("berita.html", GzipFixture.member(html), .html),
    ("berita.txt", GzipFixture.member(html), .html),
  ]

  @Test("a page's kind follows its content where the name misleads", arguments: kinds)
  func kind(name: String, content: [UInt8], kind: Page.Kind) throws {
    let folder = try TemporaryFolder()
    let page = try page(at: try folder.write(content, to: name))
    #expect(page.kind == kind)
    #expect(String(decoding: page.bytes, as: UTF8.self).contains("menargetkan 12 koperasi"))
  }

  @Test("the digest is that of the decompressed bytes")
  func digest() throws {
    let folder = try TemporaryFolder()
    let plain = try page(at: try folder.write("abc", to: "a.txt"))
    let packed = try page(at: try folder.write(GzipFixture.member("abc"), to: "a.txt.gz"))
    #expect(plain.source.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(packed.source.sha256 == plain.source.sha256)
  }

  @Test("deflated gzip is decompressed")
  func deflated() throws {
    let folder = try TemporaryFolder()
    let page = try page(at: try folder.write(try #require(Self.deflated), to: "a.txt.gz"))
    let sentence = "Wali Kota Laut Biru menargetkan koperasi terbentuk sebelum Juni 2025. "
    #expect(String(decoding: page.bytes, as: UTF8.self) == String(repeating: sentence, count: 20))
  }

  /// Made by gzip: twenty times one sentence.
  private static let deflated = Data(
    base64Encoded: """
      H4sIAAAAAAACA+3MwQmAMAwF0FX+BCIFF/Co3nuOEKS0TSVN9ncFB8gb4GVqBecwwkVu2Is6Ogvpw1ZJUMfLSrPAWG\
      8W84rJNzfvOFwK0pq2BTmWWGKJJZafywf8zJxjeAUAAA==
      """)

  @Test("a small archive of much text is refused at the limit")
  func bomb() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(try #require(Self.bomb), to: "a.txt.gz")
    let entry = try #require(Array(LocalSource([path])).first)
    let failure = try #require(throws: Failure.self) { try entry.document(maximumBytes: 100_000) }
    #expect(failure.code == .tooLarge)
    #expect(throws: Never.self) { try entry.document(maximumBytes: 200_000) }
  }

  /// Made by gzip: the letter A 200,000 times.
  private static let bomb = Data(
    base64Encoded: """
      H4sIAAAAAAACA+3BMQEAAADCoGzrX8oM/kABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAK8B0WrrrEANAwA=
      """)

  @Test("all members of a gzip file are read, and what follows them is not")
  func members() throws {
    let folder = try TemporaryFolder()
    let bytes = GzipFixture.member("Satu. ") + GzipFixture.member("Dua. ") + GzipFixture.member("Tiga.")
    let whole = try page(at: try folder.write(bytes, to: "a.txt.gz"))
    let padded = try page(at: try folder.write(bytes + [0, 0, 0, 0], to: "b.txt.gz"))
    #expect(whole.bytes == Array("Satu. Dua. Tiga.".utf8))
    #expect(padded.bytes == whole.bytes)
  }

  @Test("text in 16-bit units becomes UTF-8")
  func wide() throws {
    let folder = try TemporaryFolder()
    let units = Array("Désa Sukamaju".utf16)
    let little: [UInt8] = [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let big: [UInt8] = [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    for bytes in [little, big] {
      let page = try page(at: try folder.write(bytes, to: "a.txt"))
      #expect(String(decoding: page.bytes, as: UTF8.self) == "Désa Sukamaju")
      #expect(page.charset == "utf-8")
    }
  }

  @Test("text in an older character set is passed on as it is")
  func latin() throws {
    let folder = try TemporaryFolder()
    let bytes = Array("Caf".utf8) + [0xE9] + Array(" koperasi".utf8)
    #expect(try page(at: try folder.write(bytes, to: "a.txt")).bytes == bytes)
  }

  static func noise(_ count: Int) -> [UInt8] {
    var state: UInt64 = 20_250_526
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 33)
    }
  }

  static let failures: [(name: String, content: [UInt8], code: Failure.Code)] = [
    ("kosong.html", [], .empty),
    ("spasi.txt", Array(" \r\n\t ".utf8), .empty),
    ("kosong.txt.gz", GzipFixture.member(""), .empty),
    ("acak.html", noise(4096), .notText),
    ("acak.txt", noise(200), .notText),
    ("nol.txt", [UInt8](repeating: 0, count: 100), .notText),
    ("acak.html.gz", GzipFixture.member(noise(70_000)), .notText),
    ("surat.html", Array("%PDF-1.7\nobj stream endstream".utf8), .notText),
    ("foto.html", [0x89] + Array("PNG\r\n".utf8), .notText),
    ("potong.html.gz", Array(GzipFixture.member(html).dropLast(12)), .badCompression),
    ("kepala.html.gz", Array(GzipFixture.member(html).prefix(11)), .badCompression),
    (
      "rusak.html.gz", GzipFixture.member(html).enumerated().map { $0 == 60 ? $1 ^ 0xFF : $1 },
      .badCompression
    ),
    ("besar.txt", [UInt8](repeating: 0x41, count: 100_001), .tooLarge),
  ]

  @Test("what cannot be read is a failure with its code and a remedy", arguments: failures)
  func failure(name: String, content: [UInt8], code: Failure.Code) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(content, to: name)
    let entry = try #require(Array(LocalSource([path])).first)
    let failure = try #require(throws: Failure.self) { try entry.document(maximumBytes: 100_000) }
    #expect(failure.code == code)
    #expect(failure.source.path == path)
    #expect(failure.stage == "fetch")
    #expect(!failure.message.isEmpty)
  }

  @Test("a document of exactly the limit is read")
  func limit() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write([UInt8](repeating: 0x41, count: 100_000), to: "a.txt")
    let entry = try #require(Array(LocalSource([path])).first)
    #expect(throws: Never.self) { try entry.document(maximumBytes: 100_000) }
  }

  @Test("text may hold all bytes but control characters that text does not use")
  func controls() {
    let used: Set<UInt8> = [0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1B]
    for byte in UInt8.min...UInt8.max {
      let isControl = (byte < 0x20 || byte == 0x7F) && !used.contains(byte)
      let isText = (try? TextCheck.validate([0x41] + [UInt8](repeating: byte, count: 9), sha256: "")) != nil
      #expect(isText != isControl, "byte \(byte)")
    }
  }

  private func page(at path: String) throws -> Page {
    let entry = try #require(Array(LocalSource([path])).first)
    guard case .page(let page) = try entry.document() else { throw Unexpected() }
    return page
  }
}

/// A document was not of the kind that the test is about.
struct Unexpected: Error {}
