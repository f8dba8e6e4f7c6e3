import PantauRecords
import PantauTestSupport
import Testing

@testable import PantauFetch

/// Addresses that lead where nobody should go.
@Suite("Faults: addresses")
struct AddressFaultTests {
  @Test(
    "fault 12: addresses that are not public are refused, however they are written",
    arguments: [
      "http://127.0.0.1/", "http://[::1]/", "http://169.254.169.254/latest/", "http://100.64.0.1/",
      "http://10.0.0.1/",
      "http://[fc00::1]/", "http://2130706433/", "http://0x7f.1/", "http://[::ffff:127.0.0.1]/",
      "http://192.168.1.1/",
    ])
  func reserved(address: String) throws {
    let fixture = try FetchFixture { _ in .html("rahasia") }
    fixture.options.allowedHosts = []
    try fixture.fetch(address)
    #expect(fixture.failures.map(\.code.rawValue) == ["refused-address"])
    #expect(fixture.server.requests.isEmpty)
  }

  @Test(
    "fault 12: this machine is refused by name and by number, while its server listens",
    arguments: ["localhost", "dalam.localhost", "127.0.0.1", "0x7f.1", "2130706433"])
  func loopback(host: String) throws {
    let fixture = try FetchFixture { _ in .html("rahasia") }
    fixture.options.allowedHosts = []
    fixture.adjust = { $0.attempts = 1 }
    try fixture.fetch(pages: [fixture.server.url("/satu", host: host)])
    #expect(fixture.server.requests.isEmpty)
    let status = try FetchStatus(folder: fixture.path)
    #expect(status.lines.map(\.state) == [.refused])
    #expect(status.lines.map(\.reason) == ["refused-address"])
  }

  @Test("what was refused is asked by a run that allows it, with --retry-failed")
  func allowedLater() throws {
    let fixture = try FetchFixture { $0.target == "/robots.txt" ? .missing : .html("isi") }
    fixture.options.allowedHosts = []
    try fixture.fetch(pages: ["/satu"])
    #expect(fixture.failures.first?.message.contains("--retry-failed") == true)
    fixture.options.allowedHosts = ["localhost"]
    fixture.options.retriesFailed = true
    try fixture.fetch([])
    #expect(try fixture.outcome("/satu") == "stored")
  }

  @Test("fault 13: a name that is public first and private then is refused the second time")
  func rebinding() throws {
    let server = try LoopbackServer { _ in
      .raw([(0, Array("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok".utf8))])
    }
    defer { server.close() }
    // 127.0.0.1 stands for the public address, 127.0.0.2 for the private one.
    let policy = try #require(AddressPolicy(allowing: ["127.0.0.1"]))
    let transport = CurlTransport(CurlTransport.Options(userAgent: "uji", policy: policy))
    let address = try WebAddress("http://berubah.example:\(server.port)/")
    var codes: [String] = []
    for (id, target) in ["127.0.0.1", "127.0.0.2", "127.0.0.1"].enumerated() {
      transport.resolved = ["berubah.example:\(server.port):\(target)"]
      transport.start(
        HTTPRequest(
          id: id, address: address,
          limits: HTTPLimits(body: 100, encodedBody: 100, connect: 2, firstByte: 2, whole: 4)))
      var replies: [HTTPReply] = []
      while replies.isEmpty { replies = transport.replies(within: 1) }
      switch replies[0].result {
      case .success(let response): codes.append(String(decoding: response.body, as: UTF8.self))
      case .failure(let fault): codes.append(fault.code.rawValue)
      }
    }
    #expect(codes == ["ok", "refused-address", "ok"])
    #expect(server.requests.count == 2)
  }

  @Test("fault 13: so is it in the run after, although the site is known and its robots.txt has been read")
  func rebindingBetweenRuns() throws {
    let fixture = try FetchFixture { $0.target == "/robots.txt" ? .missing : .html($0.target) }
    let name = "berubah.example:\(fixture.server.port)"
    fixture.adjust = { $0.attempts = 1 }
    fixture.options.resolved = ["\(name):127.0.0.1"]
    try fixture.fetch(pages: ["http://\(name)/1"])
    fixture.options.resolved = ["\(name):127.0.0.2"]
    try fixture.fetch(pages: ["http://\(name)/2"])
    #expect(try fixture.outcome("http://\(name)/1") == "stored")
    #expect(try fixture.outcome("http://\(name)/2") == "refused refused-address")
    #expect(fixture.asked == ["/1"])
  }

  @Test("fault 14: a redirect to a private address is refused, by number and by name")
  func redirect() throws {
    let fixture = try FetchFixture { request in
      switch request.target {
      case "/angka": .redirect("http://10.0.0.1/admin")
      case "/nama": .redirect("http://dalam.localhost:\(request.host.split(separator: ":").last ?? "")/admin")
      case "/robots.txt": .missing
      default: .html("rahasia")
      }
    }
    fixture.options.allowedHosts = ["luar.localhost"]
    fixture.adjust = { $0.attempts = 1 }
    let sources = ["/angka", "/nama"].map { fixture.server.url($0, host: "luar.localhost") }
    try fixture.fetch(sources)
    #expect(try fixture.outcome(sources[0]) == "refused refused-address")
    #expect(try fixture.outcome(sources[1]) == "refused refused-address")
    #expect(!fixture.server.requests.contains { $0.target == "/admin" || $0.host.hasPrefix("dalam") })
  }

  @Test("fault 14: where robots.txt is known, the redirect's page is refused at the connection itself")
  func redirectPastRobots() throws {
    let server = try LoopbackServer { _ in .html("rahasia") }
    defer { server.close() }
    let transport = CurlTransport(CurlTransport.Options(userAgent: "uji"))
    transport.start(
      HTTPRequest(
        id: 1, address: try WebAddress(server.url("/admin")), limits: HTTPLimits(body: 100, encodedBody: 100))
    )
    var replies: [HTTPReply] = []
    while replies.isEmpty { replies = transport.replies(within: 1) }
    guard case .failure(let fault) = replies[0].result else { throw Unexpected() }
    #expect(fault.code == .refusedAddress)
    #expect(server.requests.isEmpty)
  }

  @Test(
    "fault 15: schemes other than http and https are refused, on the command line, in a list and behind a redirect",
    arguments: ["file:///etc/passwd", "data:text/html,<p>x", "gopher://127.0.0.1:70/x", "ftp://a.id/x"])
  func schemes(address: String) throws {
    let fixture = try FetchFixture { request in
      request.target == "/arah" ? .redirect(address) : .missing
    }
    try fixture.folder.write("\(address)\n", to: "daftar.txt")
    let summary = try fixture.fetch([address, fixture.folder.path("daftar.txt"), "/arah"])
    #expect(fixture.failures.map(\.code.rawValue) == ["refused-scheme", "refused-scheme", "refused-scheme"])
    #expect(summary.states == [.refused: 3])
    #expect(try fixture.pages().isEmpty)
  }

  @Test("fault 16: a password reaches the host it was given for, and no other")
  func credentials() throws {
    let fixture = try FetchFixture { request in
      let port = request.host.split(separator: ":").last ?? ""
      return switch request.page {
      case "a.localhost/1": .redirect("/2")
      case "a.localhost/2": .redirect("http://b.localhost:\(port)/3")
      case "b.localhost/3": .html("sampai")
      default: .missing
      }
    }
    try fixture.fetch("http://rina:rahasia@a.localhost:\(fixture.server.port)/1")
    let sent = fixture.server.requests.map { ($0.page, $0.fields["authorization"] != nil) }
    #expect(sent.filter { $0.1 }.map(\.0) == ["a.localhost/robots.txt", "a.localhost/1", "a.localhost/2"])
    #expect(sent.contains { $0.0 == "b.localhost/3" })
    let kept = try fixture.folder.bytes("halaman/journal.jsonl")
    #expect(!String(decoding: kept, as: UTF8.self).contains("rahasia"))
  }

  @Test(
    "nor another port of the same host, nor a host that a feed writes one for; a feed's own pages have it")
  func credentialsOfFeeds() throws {
    let other = try LoopbackServer { $0.target == "/robots.txt" ? .missing : .html("lain") }
    defer { other.close() }
    let away = other.url("/5")
    let fixture = try FetchFixture { request in
      switch request.target {
      case "/feed":
        let links = ["http://\(request.host)/1", "/2", "http://x:y@b.localhost:\(other.port)/4"]
        return .text(
          "<rss><channel>" + links.map { "<item><link>\($0)</link></item>" }.joined() + "</channel></rss>",
          "application/rss+xml")
      case "/2": return .redirect(away)
      case "/robots.txt": return .missing
      default: return .html(request.target)
      }
    }
    fixture.options.limit = 1
    let feed = "http://rina:rahasia@localhost:\(fixture.server.port)/feed"
    try fixture.fetch(feed)
    fixture.options.limit = nil
    try fixture.fetch(feed)
    #expect(fixture.asked.sorted() == ["/1", "/2", "/feed", "/feed"])
    #expect(fixture.server.requests.allSatisfy { $0.fields["authorization"] != nil })
    #expect(other.requests.map(\.page).contains("b.localhost/4"))
    #expect(other.requests.map(\.page).contains("localhost/5"))
    #expect(other.requests.allSatisfy { $0.fields["authorization"] == nil })
    let kept = String(decoding: try fixture.folder.bytes("halaman/journal.jsonl"), as: UTF8.self)
    #expect(!kept.contains("rahasia"))
  }

  @Test("an address that is refused is not written down with its password")
  func refusedCredentials() throws {
    let fixture = try FetchFixture { _ in .missing }
    try fixture.fetch("ftp://rina:rahasia@a.id/x")
    #expect(try FetchStatus(folder: fixture.path).lines.map(\.address) == ["ftp://a.id/x"])
  }

  @Test("redirects that go round, and more than ten, end")
  func loops() throws {
    let fixture = try FetchFixture { request in
      if request.target == "/robots.txt" { return .missing }
      let number = Int(request.target.dropFirst(2)) ?? 0
      return request.target.hasPrefix("/p")
        ? .redirect("/p\((number + 1) % 3)") : .redirect("/q\(number + 1)")
    }
    try fixture.fetch("/p0", "/q0")
    #expect(try fixture.outcome("/p0") == "failed redirect-loop")
    #expect(try fixture.outcome("/q0") == "failed too-many-redirects")
    #expect(fixture.server.requests.count < 30)
  }

  /// A site that answers every address with a page that says which it is.
  private func site(_ fields: [String: String] = [:]) throws -> FetchFixture {
    try FetchFixture { request in
      if request.target == "/robots.txt" { return .missing }
      let page = "<!doctype html><html><p>halaman \(request.target)</p></html>"
      return .response(200, fields.merging(["Content-Type": "text/html"]) { $1 }, Array(page.utf8))
    }
  }

  /// Nothing lies in the folder or beside it but what every run makes.
  private func expectOwnNames(_ fixture: FetchFixture) throws {
    #expect(try fixture.folder.names() == ["alamat.txt", "halaman"])
    #expect(try TemporaryFolder.names(at: fixture.path) == ["journal.jsonl", "pages-00001.warc.gz"])
  }

  @Test("fault 23: %2e%2e%2f and its like stay inside the store, and reach the server as one address each")
  func upwards() throws {
    let fixture = try site()
    let targets = ["/%2e%2e%2f%2e%2e%2fetc%2fpasswd", "/..%2f..%2fa", "/a/../../b", "/con?a=b&c=../d"]
    try fixture.fetch(pages: targets)
    #expect(fixture.asked.sorted() == ["/..%2F..%2Fa", "/..%2F..%2Fetc%2Fpasswd", "/b", "/con?a=b&c=../d"])
    #expect(try fixture.pages().count == targets.count)
    try expectOwnNames(fixture)
  }

  @Test("fault 24: long addresses that differ at their end alone are two pages; beyond 8 KiB one is refused")
  func long() throws {
    let fixture = try site()
    let long = "/" + String(repeating: "koperasi-desa-", count: 60)
    let targets = [long + "1", long + "2", long + "?" + String(repeating: "a", count: 7000)]
    try fixture.fetch(pages: targets + ["/" + String(repeating: "b", count: 9000)])
    #expect(fixture.failures.map(\.code.rawValue) == ["bad-address"])
    let pages = try fixture.pages()
    for target in targets {
      let text = pages[fixture.server.url(target)].map { String(decoding: $0.bytes, as: UTF8.self) }
      #expect(text?.contains("halaman \(target)<") == true)
    }
    #expect(pages.count == targets.count)
    try expectOwnNames(fixture)
  }

  @Test("fault 25: a file name that the server suggests is never used")
  func suggested() throws {
    let fixture = try site(["Content-Disposition": "attachment; filename=\"../../etc/cron.d/x\""])
    try fixture.fetch(pages: ["/satu"])
    #expect(try fixture.pages().count == 1)
    try expectOwnNames(fixture)
  }
}
