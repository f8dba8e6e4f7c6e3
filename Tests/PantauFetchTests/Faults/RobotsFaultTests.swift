import PantauRecords
import PantauTestSupport
import Testing

@testable import PantauFetch

/// robots.txt as servers have it, over a real connection.
@Suite("Faults: robots.txt")
struct RobotsFaultTests {
  static let cases: [(name: String, robots: LoopbackServer.Answer, outcome: String)] = [
    ("fault 18: 404", .missing, "stored"),
    ("fault 17: 500", .text("", status: 500), "disallowed robots-unreachable"),
    ("fault 17: 503", .text("", status: 503), "disallowed robots-unreachable"),
    ("fault 17, 21: never answers", .silence, "disallowed robots-unreachable"),
    ("resets", .reset([]), "disallowed robots-unreachable"),
    ("forbids", .text("User-agent: *\nDisallow: /satu"), "disallowed robots"),
    (
      "allows by name", .text("User-agent: *\nDisallow: /\n\nUser-agent: pantau\nAllow: /satu\nDisallow: /"),
      "stored"
    ),
    (
      "fault 19: 600 KiB, the rule in the first part",
      .text("User-agent: *\nDisallow: /satu\n" + String(repeating: "# pengisi baris\n", count: 38_400)),
      "disallowed robots"
    ),
    (
      "fault 19: 600 KiB, the rule behind the first part",
      .text("User-agent: *\n" + String(repeating: "# pengisi baris\n", count: 38_400) + "Disallow: /satu\n"),
      "stored"
    ),
    ("endless", .endless(["Content-Type": "text/plain"]), "stored"),
    ("HTML instead", .text("<!doctype html><p>Tidak ada</p>", "text/html"), "stored"),
  ]

  @Test("robots.txt decides as RFC 9309 says", arguments: cases)
  func robots(name: String, robots: LoopbackServer.Answer, outcome: String) throws {
    let fixture = try FetchFixture { $0.target == "/robots.txt" ? robots : .html("isi") }
    fixture.adjust = { limits in
      limits.robots.firstByte = 0.3
      limits.robots.connect = 0.2
      limits.robots.whole = 1
    }
    try fixture.fetch("/satu")
    #expect(try fixture.outcome("/satu") == outcome)
    #expect(fixture.server.requests.contains { $0.target == "/satu" } == (outcome == "stored"))
  }

  @Test("fault 19: five redirects are followed, each rule of the file at their end holds", arguments: [5, 6])
  func redirects(count: Int) throws {
    let fixture = try FetchFixture { request in
      let step = request.target == "/robots.txt" ? 0 : Int(request.target.dropFirst(2))
      guard let step else { return .html("isi") }
      return step < count ? .redirect("/r\(step + 1)", 301) : .text("User-agent: *\nDisallow: /satu")
    }
    try fixture.fetch("/satu")
    #expect(try fixture.outcome("/satu") == (count == 5 ? "disallowed robots" : "stored"))
  }

  @Test("a run asks robots.txt once for many pages, the next run within a day not at all")
  func once() throws {
    let fixture = try FetchFixture {
      $0.target == "/robots.txt" ? .text("User-agent: *\nAllow: /") : .html($0.target)
    }
    try fixture.fetch((0..<20).map { "/\($0)" })
    try fixture.fetch("/lain")
    #expect(fixture.server.requests.filter { $0.target == "/robots.txt" }.count == 1)
    #expect(try fixture.pages().count == 21)
  }

  @Test(
    "fault 20: a robots.txt that has been kept for 25 hours is fetched again, and its new form holds",
    arguments: [(23.0, 1, "stored"), (25.0, 2, "disallowed robots")])
  func kept(hours: Double, count: Int, outcome: String) throws {
    let counter = Counter()
    let fixture = try FetchFixture {
      guard $0.target == "/robots.txt" else { return .html($0.target) }
      return .text("User-agent: *\nDisallow: /\(counter.next() == 1 ? "lain" : "dua")")
    }
    try fixture.fetch(pages: ["/satu"])
    fixture.hours = hours
    try fixture.fetch(pages: ["/dua"])
    #expect(try fixture.outcome("/satu") == "stored")
    #expect(try fixture.outcome("/dua") == outcome)
    #expect(fixture.server.requests.filter { $0.target == "/robots.txt" }.count == count)
  }

  @Test("what a robots.txt that could not be had stopped is asked with --retry-failed")
  func retry() throws {
    let counter = Counter()
    let fixture = try FetchFixture {
      $0.target == "/robots.txt" ? (counter.next() == 1 ? .text("", status: 500) : .missing) : .html("isi")
    }
    try fixture.fetch(pages: ["/satu"])
    #expect(try fixture.outcome("/satu") == "disallowed robots-unreachable")
    try fixture.fetch(pages: ["/satu"])
    #expect(try fixture.outcome("/satu") == "disallowed robots-unreachable")
    fixture.options.retriesFailed = true
    try fixture.fetch([])
    #expect(try fixture.outcome("/satu") == "stored")
  }
}
