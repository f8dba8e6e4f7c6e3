import PantauRecords
import PantauTestSupport
import Testing

@testable import PantauFetch

/// An archive of what a server sent, damaged in the ways that archives are, and taken as a source.
@Suite("Faults: archives")
struct ArchiveFaultTests {
  static let targets = ["/1", "/2", "/3"]

  /// Fetches three pages, changes the archive (given as it stands and decompressed), and takes it into another folder:
  /// the paths of the pages that were taken, and the codes of what failed.
  private func taken(_ change: (_ archive: [UInt8], _ plain: [UInt8]) throws -> [UInt8]) throws -> (
    pages: [String], faults: [String]
  ) {
    let site = try FetchFixture { request in
      request.target == "/robots.txt"
        ? .missing : .html("\(request.target) " + WARCTests.noise(Int(request.target.dropFirst()) ?? 0))
    }
    try site.fetch(pages: Self.targets)
    let archive = try site.folder.bytes("halaman/pages-00001.warc.gz")
    let plain = try Gunzip.bytes(of: archive, limit: 1 << 24)
    let other = try FetchFixture { _ in .missing }
    try other.folder.write(try change(archive, plain), to: "arsip.warc.gz")
    try other.fetch(other.folder.path("arsip.warc.gz"))
    let pages = try other.pages().keys.compactMap { try? WebAddress($0).path }
    #expect(try FetchStatus(folder: other.path).counts == [.stored: pages.count])
    return (pages.sorted(), other.failures.map(\.code.rawValue))
  }

  @Test(
    "fault 3: of an archive whose gzip breaks off, the pages before are taken", arguments: [20, 500, 3000])
  func truncated(by count: Int) throws {
    let found = try taken { archive, _ in archive.dropLast(count) }
    #expect(found.pages == ["/1", "/2"])
    #expect(found.faults == ["bad-compression"])
  }

  @Test(
    "fault 4: behind a record with a wrong length the next is found", arguments: [-300, -1, 40, 9_000_000])
  func wrongLength(by difference: Int) throws {
    let found = try taken { _, plain in
      let text = Array("\r\nContent-Length: ".utf8)
      // Of each response the record's own length stands first, that of the page second; the second record's is changed.
      let places = plain.ranges(of: text).map(\.upperBound)
      let start = places[3]
      let end = plain[start...].firstIndex(of: 0x0D) ?? start
      let length = try #require(Int(String(decoding: plain[start..<end], as: UTF8.self)))
      return plain[..<start] + Array(String(length + difference).utf8) + plain[end...]
    }
    #expect(found.pages == ["/1", "/3"])
    #expect(found.faults.first == "bad-record")
  }

  @Test("fault 5: an archive compressed as one file is read; where it breaks off, the pages before are taken")
  func one() throws {
    #expect(try taken { _, plain in Deflater.member(plain) } == (Self.targets, []))
    let cut = try taken { _, plain in Deflater.member(plain).dropLast(3000) }
    #expect(cut.pages == ["/1", "/2"])
    #expect(cut.faults == ["bad-compression"])
  }

  @Test("fault 6: all members are read, a member for each record or several for one; a damaged one is told")
  func members() throws {
    #expect(try taken { archive, _ in archive } == (Self.targets, []))
    let small = try taken { _, plain in
      stride(from: 0, to: plain.count, by: 777).flatMap {
        Deflater.member(Array(plain[$0..<min($0 + 777, plain.count)]))
      }
    }
    #expect(small == (Self.targets, []))
    let damaged = try taken { archive, _ in
      var archive = archive
      for index in archive.count / 2..<archive.count / 2 + 40 { archive[index] ^= 0xA5 }
      return archive
    }
    #expect(damaged.pages.contains("/1") && damaged.pages.contains("/3"))
    #expect(damaged.faults.contains("bad-compression"))
  }

  @Test("records other than responses, and responses that are no pages, are passed over")
  func others() throws {
    let others =
      WARCTests.record("request", "https://a.id/1", "GET / HTTP/1.1\r\n\r\n")
      + WARCTests.record("metadata", "https://a.id/1", "a: b\r\n")
      + WARCTests.record("revisit", "https://a.id/1", "HTTP/1.1 200 OK\r\n\r\n")
      + WARCTests.record("response", "https://a.id/r", "HTTP/1.1 301 Moved\r\nLocation: /1\r\n\r\n")
      + WARCTests.record("response", "dns:a.id", "20250526 a.id 1.2.3.4")
    #expect(try taken { _, plain in others + plain + others } == (Self.targets, []))
  }
}
