import Foundation
import PantauTestSupport
import Testing

@testable import PantauFetch

/// Readers of strangers' bytes, given bytes that nobody would write. A reader must end, in time, with a value or a fault,
/// and what it yields must hold.
@Suite("Fuzz", .serialized)
struct FuzzTests {
  /// Seconds for each reader: `PANTAU_FUZZ_SECONDS`, else a small number of inputs.
  static let seconds = ProcessInfo.processInfo.environment["PANTAU_FUZZ_SECONDS"].flatMap(Double.init)
  static let count = 1500
  /// Longest time for one input of at most 64 KiB, in a debug build on a busy machine.
  static let patience = Duration.seconds(5)

  private func fuzz(_ samples: [[UInt8]], _ check: ([UInt8]) throws -> Void) rethrows {
    let seed = Self.seconds == nil ? 20_250_526 : UInt64(Date().timeIntervalSince1970)
    var mutation = Mutation(seed: seed)
    var pool = samples
    let begun = ContinuousClock.now
    var done = 0
    while Self.seconds.map({ ContinuousClock.now - begun < .seconds($0) }) ?? (done < Self.count) {
      let input = mutation.mutated(pool[mutation.below(pool.count)], with: samples)
      let start = ContinuousClock.now
      try check(input)
      if ContinuousClock.now - start > Self.patience {
        Issue.record("slow: \(Data(input).base64EncodedString())")
      }
      done += 1
      // Changes of changes reach further; some are kept.
      if done % 50 == 0 { pool.count > 400 ? (pool[mutation.below(pool.count)] = input) : pool.append(input) }
    }
    if Self.seconds != nil { print("fuzz: \(done) inputs, seed \(seed)") }
  }

  static let addresses = [
    "https://berita.example.id:8443/desa/../a%20b?page=2&utm_source=x#y", "//a.id/x",
    "http://user:pw@[::1]:80/", "http://0x7f.1/%2e%2e/",
    "?a=b", "../../x/./y", "https://a.id/amp/x/amp?amp=1",
  ].map { Array($0.utf8) }

  @Test("addresses: what is parsed is its own normal form")
  func address() throws {
    let base = try WebAddress("https://a.id/b/c?d")
    fuzz(Self.addresses) { bytes in
      guard let address = try? WebAddress(bytes: bytes, relativeTo: base) else { return }
      let text = address.description
      let again = try? WebAddress(text)
      if again?.description != text {
        Issue.record(
          "'\(text)' becomes '\(again?.description ?? "nothing")': \(Data(bytes).base64EncodedString())")
      }
      if address.canonical.key != address.key || !text.hasPrefix("http") || !address.path.hasPrefix("/") {
        Issue.record("the key or the form of '\(text)' is wrong")
      }
      if text.utf8.contains(where: { $0 <= 0x20 }) { Issue.record("'\(text)' holds white space") }
      _ = (address.part, address.looksLikeAMP, address.asksForWhole)
    }
  }

  static let robots = [
    "User-agent: *\nDisallow: /a*b$\nAllow: /a\nCrawl-delay: 5\nSitemap: https://a.id/s.xml\nUser-agent: pantau\nDisallow: /%61\n"
  ]
  .map { Array($0.utf8) }

  @Test("robots.txt")
  func robotsText() {
    fuzz(Self.robots) { bytes in
      let rules = RobotsRules(bytes, agent: "pantau")
      _ = (rules.allows("/a/b/c?x=y"), rules.allows("/" + String(repeating: "a", count: 500)), rules.sitemaps)
      if let delay = rules.crawlDelay, !(delay >= 0 && delay.isFinite) { Issue.record("a delay of \(delay)") }
    }
  }

  static let feeds = [
    FeedTests.rss,
    "<feed><entry><link href='/a'/><title>x</title><updated>2025-05-26T08:00:00Z</updated></entry></feed>",
    "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"url\":\"/a\",\"title\":\"x\"}]}",
  ].map { Array($0.utf8) }

  @Test("feeds")
  func feed() throws { try fuzzListings(Self.feeds) }

  static let sitemaps = [
    "<urlset xmlns:news=\"n\"><url><loc>https://a.id/1</loc><lastmod>2025-05-26</lastmod><news:news><news:title>x</news:title></news:news></url></urlset>",
    "<sitemapindex><sitemap><loc>https://a.id/1.xml</loc></sitemap></sitemapindex>",
    "https://a.id/1\nhttps://a.id/2\n",
  ].map { Array($0.utf8) }

  @Test("sitemaps")
  func sitemap() throws { try fuzzListings(Self.sitemaps) }

  private func fuzzListings(_ samples: [[UInt8]]) throws {
    let base = try WebAddress("https://a.id/feed/")
    fuzz(samples) { bytes in
      guard let listing = try? Listing.read(bytes, base: base) else { return }
      for item in listing.items {
        if (item.title?.utf8.count ?? 0) > Listing.maximumText * 3 {
          Issue.record("a title of \(item.title?.utf8.count ?? 0) bytes")
        }
        _ = item.address.key
      }
    }
  }

  @Test("links of pages, headers, dates and chunks")
  func others() throws {
    let page = try WebAddress("https://a.id/x")
    let samples = [
      "<html amp><base href='/b'><link rel=canonical href='https://a.id/y?a&amp;b'><a rel=next href='?page=2'>2</a>",
      "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\"utf-8\"\r\nA: b\r\n c\r\n\r\nbody",
      "Mon, 26 May 2025 08:15:00 +0700",
      "2025-05-26T08:15:00.5+07:00", "5;x=y\r\nhello\r\n0\r\n\r\n",
    ].map { Array($0.utf8) }
    fuzz(samples) { bytes in
      _ = PageLinks(bytes, of: page)
      _ = HeaderBlock.read(bytes)
      _ = ChunkedBody.bytes(of: bytes)
      let text = String(decoding: bytes, as: UTF8.self)
      _ = (ContentType(text), HTTPDate.wait(text, at: 0), JournalLine(bytes))
      if let moment = WebDate.seconds(text) { _ = WebDate.text(moment) }
    }
  }

  @Test("web archives: the reader ends, and finds the record that stands whole at the end")
  func archive() throws {
    let folder = try TemporaryFolder()
    let plain = WARCTests.response("https://a.id/1") + WARCTests.response("https://a.id/2")
    let last = WARCTests.response("https://a.id/akhir")
    let samples = [
      plain, Deflater.member(plain),
      Deflater.member(WARCTests.response("https://a.id/1")) + Deflater.member(plain),
    ]
    try fuzz(samples) { bytes in
      let path = try folder.write(bytes + Array("\r\n\r\n".utf8) + last, to: "x.warc")
      var reader = try WARCReader(path: path, limit: 1 << 20)
      var steps = 0
      while steps < 100_000 {
        steps += 1
        do throws(ReadFault) {
          guard let record = try reader.next() else { break }
          if WARCPage.mayBePage(record) { _ = try? WARCPage.page(of: record, path: path, limit: 1 << 20) }
        } catch {
          continue
        }
      }
      if steps == 100_000 { Issue.record("no end: \(Data(bytes).base64EncodedString())") }
      var tail = ArchiveTail(bytes)
      while tail.next() != nil {}
    }
  }

  @Test("compressed bodies")
  func codings() {
    let text = Array(CompressionSamples.text.utf8)
    let samples = [Deflater.member(text), CompressionSamples.brotli, CompressionSamples.zstd]
    fuzz(samples) { bytes in
      for coding in ["gzip", "deflate", "br", "zstd", "br, gzip"] {
        if let out = try? ContentDecoder.bytes(of: bytes, codings: coding, limit: 1 << 20),
          out.count > 1 << 20
        {
          Issue.record("beyond the limit")
        }
      }
    }
  }
}
