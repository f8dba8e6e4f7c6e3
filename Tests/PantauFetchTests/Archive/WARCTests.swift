import PantauRecords
import PantauTestSupport
import Testing

@testable import PantauFetch

@Suite("Web archives")
struct WARCTests {
  static let html =
    "<!DOCTYPE html><html><body><p>Wali Kota menargetkan 12 koperasi kelurahan.</p></body></html>"

  /// A record as others write it, in bytes.
  static func record(
    _ type: String, _ target: String, _ block: String, length: Int? = nil, version: String = "1.0"
  ) -> [UInt8] {
    let bytes = Array(block.utf8)
    let head = """
      WARC/\(version)\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(target)\r\nWARC-Date: 2025-05-26T08:00:00Z\r\n\
      WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\nContent-Type: application/http; msgtype=response\r\n\
      Content-Length: \(length ?? bytes.count)\r\n\r\n
      """
    return Array(head.utf8) + bytes + Array("\r\n\r\n".utf8)
  }

  static func response(_ target: String, _ text: String = html, fields: String = "", length: Int? = nil)
    -> [UInt8]
  {
    record(
      "response", target,
      "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\(fields)\r\n\(text)", length: length)
  }

  static let three = ["https://a.id/1", "https://a.id/2", "https://a.id/3"]

  /// The addresses of the pages of an archive, and the codes of its faults.
  private func read(_ bytes: [UInt8], name: String = "x.warc") throws -> (
    pages: [String?], faults: [Failure.Code]
  ) {
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: name)
    var pages: [String?] = []
    var faults: [Failure.Code] = []
    for entry in LocalSource([folder.path(name)]) {
      do throws(Failure) {
        if case .page(let page) = try entry.document() { pages.append(page.source.url) }
      } catch {
        faults.append(error.code)
      }
    }
    return (pages, faults)
  }

  @Test("plain, compressed record by record, and compressed as one file", arguments: [0, 1, 2])
  func forms(form: Int) throws {
    let records = Self.three.map { Self.response($0) }
    let bytes =
      switch form {
      case 0: records.flatMap { $0 }
      case 1: records.flatMap { Deflater.member($0) }
      default: Deflater.member(records.flatMap { $0 })
      }
    let found = try read(bytes, name: form == 0 ? "x.warc" : "x.warc.gz")
    #expect(found.pages == Self.three)
    #expect(found.faults == [])
  }

  @Test("a page of an archive has its address, its time and its character set")
  func page() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.response("<https://a.id/1>"), to: "a/x.warc")
    let entry = try #require(Array(LocalSource([folder.path])).first)
    guard case .page(let page) = try entry.document() else { throw Unexpected() }
    #expect(page.source.url == "https://a.id/1")
    #expect(page.source.retrievedAt == "2025-05-26T08:00:00Z")
    #expect(page.charset == "utf-8")
    #expect(page.kind == .html)
    #expect(page.bytes == Array(Self.html.utf8))
  }

  @Test(
    "fault 4: a record with a wrong length is told, and the next one is read",
    arguments: [-20, 10, 40, 100_000])
  func wrongLength(by difference: Int) throws {
    let good = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n\(Self.html)".utf8.count
    let wrong = Self.response("https://a.id/2", length: good + difference)
    let found = try read(Self.response("https://a.id/1") + wrong + Self.response("https://a.id/3"))
    #expect(found.pages.first == "https://a.id/1")
    #expect(found.pages.last == "https://a.id/3")
    #expect(found.pages.count == 2)
    #expect(!found.faults.isEmpty)
  }

  @Test("a length that counts line ends behind the block is passed over", arguments: [1, 2, 3, 4])
  func countsLineEnds(by difference: Int) throws {
    let good = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n\(Self.html)".utf8.count
    let found = try read(
      Self.response("https://a.id/1", length: good + difference) + Self.response("https://a.id/2"))
    #expect(found.pages == ["https://a.id/1", "https://a.id/2"])
  }

  @Test("fault 3: of an archive that breaks off, what came before is kept", arguments: [true, false])
  func truncated(isCompressed: Bool) throws {
    let records = Self.three.map { isCompressed ? Deflater.member(Self.response($0)) : Self.response($0) }
    let bytes = Array(records.flatMap { $0 }.dropLast(60))
    let found = try read(bytes, name: "x.warc.gz")
    #expect(found.pages == Array(Self.three.prefix(2)))
    #expect(found.faults.count == 1)
  }

  @Test("fault 5: an archive compressed as one file that breaks off keeps its first records")
  func truncatedWhole() throws {
    let noisy = (0..<3).map { Self.response(Self.three[$0], Self.html + Self.noise($0)) }.flatMap { $0 }
    let packed = Deflater.member(noisy)
    let found = try read(Array(packed.dropLast(packed.count / 4)), name: "x.warc.gz")
    #expect(found.pages == Array(Self.three.prefix(2)))
    #expect(found.faults == [.badCompression])
  }

  @Test("fault 6: a damaged member is told, and those behind it are read")
  func damagedMember() throws {
    var middle = Deflater.member(Self.response("https://a.id/2", Self.html + Self.noise(5)))
    for index in 40..<60 { middle[index] ^= 0xA5 }
    let found = try read(
      Deflater.member(Self.response("https://a.id/1")) + middle
        + Deflater.member(Self.response("https://a.id/3")),
      name: "x.warc.gz")
    #expect(found.pages.first == "https://a.id/1")
    #expect(found.pages.last == "https://a.id/3")
    #expect(found.faults.contains(.badCompression))
  }

  static func noise(_ seed: Int) -> String {
    var state = SplitMix(seed: UInt64(seed))
    return (0..<4000).map { _ in String(Int(state.fraction() * 1e9), radix: 36) }.joined(separator: " ")
  }

  @Test("records that are no pages are passed over")
  func others() throws {
    let bytes =
      Self.record("warcinfo", "x", "software: lain\r\n")
      + Self.record("request", "https://a.id/1", "GET / HTTP/1.1\r\n\r\n")
      + Self.response("https://a.id/1") + Self.record("metadata", "https://a.id/1", "a: b\r\n")
      + Self.record("revisit", "https://a.id/1", "HTTP/1.1 200 OK\r\n\r\n")
      + Self.record("response", "https://a.id/r", "HTTP/1.1 301 Moved\r\nLocation: /1\r\n\r\n")
      + Self.record("response", "https://a.id/g.png", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG")
      + Self.record("response", "dns:a.id", "20250526 a.id 1.2.3.4")
      + Self.record(
        "response", "https://a.id/robots.txt",
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nUser-agent: *")
    let found = try read(bytes)
    #expect(found.pages == ["https://a.id/1"])
    #expect(found.faults == [])
  }

  @Test("chunks and codings that an archive kept are undone; a header that only claims them does no harm")
  func codings() throws {
    let half = Self.html.utf8.count / 2
    let first = Self.html.prefix(half)
    let rest = Self.html.dropFirst(half)
    let chunked =
      "\(String(first.utf8.count, radix: 16))\r\n\(first)\r\n\(String(rest.utf8.count, radix: 16));x=1\r\n\(rest)\r\n0\r\n\r\n"
    let found = try read(
      Self.response("https://a.id/1", chunked, fields: "Transfer-Encoding: chunked\r\n")
        + Self.response("https://a.id/2", fields: "Transfer-Encoding: chunked\r\n")
        + Self.response("https://a.id/3", fields: "Content-Encoding: gzip\r\n"))
    #expect(found.pages == Self.three)
    #expect(found.faults == [])
  }

  @Test("a file that is no archive is told")
  func foreign() throws {
    #expect(try read(Array("ini bukan arsip sama sekali".utf8)).faults == [.badRecord])
    #expect(try read(Array("WARC/1.0\r\nContent-Length: x\r\n\r\n".utf8)).faults.contains(.badRecord))
    #expect(try read([]).faults == [])
  }

  @Test("a record written is the record read, whatever its fields hold")
  func round() throws {
    let response = HTTPResponse(
      status: 200,
      fields: [
        HeaderField(name: "Content-Type", value: "text/html"),
        HeaderField(name: "content-encoding", value: "br"),
        HeaderField(name: "Set-Cookie", value: "a=b"),
      ],
      body: Array(Self.html.utf8), ip: "1.2.3.4")
    let record = WARCRecord.response(
      response, of: try WebAddress("https://a.id/1"), date: 1_748_246_400,
      fields: [("Pantau-Asked", "a\r\nb: c")])
    let read = try #require(WARCRecord(record.bytes))
    #expect(read == record)
    #expect(read["pantau-asked"] == "a  b: c")
    let header = try #require(HeaderBlock.read(read.block)?.block)
    #expect(header["content-encoding"] == nil)
    #expect(header["x-archive-orig-content-encoding"] == "br")
    #expect(header["set-cookie"] == nil)
    #expect(header["content-length"] == "\(Self.html.utf8.count)")
  }

  @Test("digests have the form of archives' indexes")
  func digest() {
    #expect(WARCRecord.digest([]) == "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ")
  }
}
