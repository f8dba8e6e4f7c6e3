import PantauRecords
import PantauTestSupport
import Testing

@testable import PantauFetch

/// What a server may do wrong while it sends a page.
@Suite("Faults: transfers")
struct TransferFaultTests {
  static let text = Array(CompressionSamples.text.utf8)

  private static func coded(_ coding: String, _ bytes: [UInt8]) -> LoopbackServer.Answer {
    .response(200, ["Content-Type": "text/html", "Content-Encoding": coding], bytes)
  }

  private static func raw(_ head: String, _ body: String = "", pause: Double = 0) -> LoopbackServer.Answer {
    .raw([
      (0, Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\(head)\r\n".utf8)), (pause, Array(body.utf8)),
    ])
  }

  static let cases: [(name: String, answer: LoopbackServer.Answer, outcome: String)] = [
    (
      "fault 1: gzip bomb", coded("gzip", Deflater.member([UInt8](repeating: 0, count: 32 << 20))),
      "failed too-large"
    ),
    ("fault 1: br bomb", coded("br", CompressionSamples.brotliBomb), "failed too-large"),
    ("fault 1: zstd bomb", coded("zstd", CompressionSamples.zstdBomb), "failed too-large"),
    (
      "fault 2: body over its cap without a length", .endless(["Content-Type": "text/html"]),
      "failed too-large"
    ),
    (
      "fault 3: truncated gzip", coded("gzip", Array(Deflater.member(text).dropLast(9))),
      "failed bad-compression"
    ),
    ("gzip that is none", coded("gzip", text), "failed bad-compression"),
    ("a coding nobody asked for", coded("compress", text), "failed bad-compression"),
    ("slow first byte", .silence, "failed time-out"),
    (
      "slow drip",
      .raw(
        [(0, Array("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n".utf8))]
          + (0..<40).map { _ in (0.1, Array("x".utf8)) }), "failed too-slow"
    ),
    (
      "reset in the body", .reset(Array("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n<html>".utf8)),
      "failed broken-connection"
    ),
    ("reset before the header", .reset([]), "failed broken-connection"),
    ("body shorter than its length", raw("Content-Length: 900\r\n", "<html>"), "failed cut-off"),
    (
      "broken chunk", raw("Transfer-Encoding: chunked\r\n", "5\r\nhello\r\nzz\r\nx"),
      "failed broken-connection"
    ),
    ("chunks that break off", raw("Transfer-Encoding: chunked\r\n", "50\r\nhello"), "failed cut-off"),
    (
      "header flood", raw((0..<4000).map { "X-\($0): aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n" }.joined()),
      "failed header-too-large"
    ),
    (
      "one header of 200 KB", raw("X: " + String(repeating: "a", count: 200_000) + "\r\n"),
      "failed header-too-large"
    ),
    ("no HTTP at all", .raw([(0, Array("SSH-2.0-OpenSSH_9.2\r\n".utf8))]), "failed protocol-fault"),
    (
      "a picture", .response(200, ["Content-Type": "text/html"], [0x89] + Array("PNG\r\n".utf8)),
      "failed not-text"
    ),
    ("JSON", .text("{\"a\":1}", "application/json"), "failed wrong-type"),
    ("an empty page", .text("", "text/html"), "failed empty"),
    ("HTML called something else", .text(CompressionSamples.text, "application/octet-stream"), "stored"),
    (
      "length longer than a header said by two", raw("Content-Length: 3\r\nContent-Length: 3\r\n", "<p>"),
      "stored"
    ),
  ]

  @Test("a transfer that goes wrong ends in one state with its reason", arguments: cases)
  func transfer(name: String, answer: LoopbackServer.Answer, outcome: String) throws {
    let fixture = try FetchFixture { $0.target == "/robots.txt" ? .missing : answer }
    fixture.adjust = { limits in
      limits.attempts = 1
      limits.page.body = 4 << 20
      limits.page.encodedBody = 3 << 20
      switch name {
      case "slow first byte": (limits.page.connect, limits.page.firstByte) = (0.3, 0.3)
      case "slow drip": limits.page.whole = 2
      default: break
      }
    }
    let summary = try fixture.fetch(pages: ["/satu"])
    let found = try fixture.outcome("/satu")
    #expect(found == outcome || (name.hasPrefix("reset before") && found == "failed cut-off"))
    #expect(summary.done == 1)
    #expect(try fixture.pages().count == (outcome == "stored" ? 1 : 0))
  }

  @Test(
    "each coding that is asked for is undone",
    arguments: [
      ("gzip", Deflater.member(text)), ("br", CompressionSamples.brotli), ("zstd", CompressionSamples.zstd),
    ])
  func coding(name: String, bytes: [UInt8]) throws {
    let fixture = try FetchFixture { $0.target == "/robots.txt" ? .missing : Self.coded(name, bytes) }
    try fixture.fetch("/satu")
    #expect(try fixture.pages()[fixture.server.url("/satu")]?.bytes == Self.text)
    let asked = try #require(fixture.server.requests.last)
    #expect(asked.fields["accept-encoding"]?.contains(name) == true)
    #expect(asked.fields["user-agent"] == "pantau/uji (news reader)")
    #expect(asked.fields["cookie"] == nil)
  }

  @Test("the header's character set goes along, right or wrong; bytes are kept as they came")
  func charset() throws {
    let latin = Array("<html><body><p>Caf".utf8) + [0xE9] + Array("</p></body></html>".utf8)
    let fixture = try FetchFixture {
      $0.target == "/robots.txt"
        ? .missing : .response(200, ["Content-Type": "text/html; charset=UTF-8"], latin)
    }
    try fixture.fetch("/satu")
    let page = try #require(try fixture.pages()[fixture.server.url("/satu")])
    #expect(page.charset == "utf-8")
    #expect(page.bytes == latin)
  }

  @Test("a failure that may pass is tried again, and stored once it does")
  func again() throws {
    let counter = Counter()
    let fixture = try FetchFixture {
      if $0.target == "/robots.txt" { return .missing }
      return counter.next() < 3 ? .reset([]) : .html("akhirnya")
    }
    try fixture.fetch("/satu")
    #expect(try fixture.outcome("/satu") == "stored")
    #expect(fixture.server.requests.filter { $0.target == "/satu" }.count == 3)
  }

  @Test("fault 22: 429 with seconds and with a date waits, and goes on", arguments: [true, false])
  func retryAfter(isDate: Bool) throws {
    let counter = Counter()
    let fixture = try FetchFixture {
      if $0.target == "/robots.txt" { return .missing }
      let date = WebDate.httpText(Int(FetchClock.wall()) + 2)
      return counter.next() == 1
        ? .response(429, ["Retry-After": isDate ? date : "1"], []) : .html("terima kasih")
    }
    try fixture.fetch("/satu")
    #expect(try fixture.outcome("/satu") == "stored")
    let times = fixture.server.requests.filter { $0.target == "/satu" }.map(\.time)
    #expect(times.count == 2)
    #expect(times[1] - times[0] > 0.9)
  }
}
