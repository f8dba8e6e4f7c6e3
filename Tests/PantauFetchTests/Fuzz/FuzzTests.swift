import Foundation
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

  private func fuzz(_ samples: [[UInt8]], _ check: ([UInt8]) -> Void) {
    let seed = Self.seconds == nil ? 20_250_526 : UInt64(Date().timeIntervalSince1970)
    var mutation = Mutation(seed: seed)
    var pool = samples
    let begun = ContinuousClock.now
    var done = 0
    while Self.seconds.map({ ContinuousClock.now - begun < .seconds($0) }) ?? (done < Self.count) {
      let input = mutation.mutated(pool[mutation.below(pool.count)], with: samples)
      let start = ContinuousClock.now
      check(input)
      if ContinuousClock.now - start > Self.patience {
        Issue.record("slow: \(Data(input).base64EncodedString())")
      }
      done += 1
      // Changes of changes reach further; some are kept.
      if done % 50 == 0 { pool.count > 400 ? (pool[mutation.below(pool.count)] = input) : pool.append(input) }
    }
    if Self.seconds != nil { print("fuzz: \(done) inputs, seed \(seed)") }
  }

  static let samples: [ReaderCheck: [String]] = [
    .address: [
      "https://berita.example.id:8443/desa/../a%20b?page=2&utm_source=x#y", "//a.id/x",
      "http://user:pw@[::1]:80/",
      "http://0x7f.1/%2e%2e/", "?a=b", "../../x/./y", "https://a.id/amp/x/amp?amp=1",
    ],
    .robots: [
      "User-agent: *\nDisallow: /a*b$\nAllow: /a\nCrawl-delay: 5\nSitemap: https://a.id/s.xml\nUser-agent: pantau\nDisallow: /%61\n"
    ],
    .listing: [
      FeedTests.rss,
      "<feed><entry><link href='/a'/><title>x</title><updated>2025-05-26T08:00:00Z</updated></entry></feed>",
      "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"url\":\"/a\",\"title\":\"x\"}]}",
      "<urlset><url><loc>https://a.id/1</loc><lastmod>2025-05-26</lastmod><news:news><news:title>x</news:title></news:news></url></urlset>",
      "<sitemapindex><sitemap><loc>https://a.id/1.xml</loc></sitemap></sitemapindex>",
      "https://a.id/1\nhttps://a.id/2\n",
    ],
    .page: [
      "<html amp><base href='/b'><link rel=canonical href='https://a.id/y?a&amp;b'><a rel=next href='?page=2'>2</a>",
      "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\"utf-8\"\r\nA: b\r\n c\r\n\r\nbody",
      "Mon, 26 May 2025 08:15:00 +0700", "2025-05-26T08:15:00.5+07:00", "5;x=y\r\nhello\r\n0\r\n\r\n",
    ],
  ]

  static func bytes(for check: ReaderCheck) -> [[UInt8]] {
    let plain = WARCTests.response("https://a.id/1") + WARCTests.response("https://a.id/2")
    return switch check {
    case .archive:
      [
        plain, Deflater.member(plain),
        Deflater.member(WARCTests.response("https://a.id/1")) + Deflater.member(plain),
      ]
    case .coding:
      [
        Deflater.member(Array(CompressionSamples.text.utf8)), CompressionSamples.brotli,
        CompressionSamples.zstd,
      ]
    default: (samples[check] ?? []).map { Array($0.utf8) }
    }
  }

  @Test("a reader ends whatever it is given, and what it yields holds", arguments: ReaderCheck.allCases)
  func reader(check: ReaderCheck) {
    fuzz(Self.bytes(for: check)) { bytes in
      if let fault = check.fault(in: bytes) { Issue.record("\(fault): \(Data(bytes).base64EncodedString())") }
    }
  }
}
