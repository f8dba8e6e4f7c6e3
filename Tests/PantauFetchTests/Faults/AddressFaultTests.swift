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

  @Test("fault 12: a name of this machine is refused when it is connected to")
  func name() throws {
    let fixture = try FetchFixture { _ in .html("rahasia") }
    fixture.options.allowedHosts = []
    fixture.adjust = { $0.attempts = 1 }
    try fixture.fetch("/satu")
    #expect(fixture.server.requests.isEmpty)
    #expect(try fixture.outcome("/satu") == "refused refused-address")
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

  @Test("faults 23 to 25: no name on disk comes from an address or a server")
  func names() throws {
    let long = "/" + String(repeating: "koperasi-desa-", count: 60)
    let fixture = try FetchFixture { request in
      request.target == "/robots.txt"
        ? .missing
        : .response(
          200,
          [
            "Content-Type": "text/html", "Content-Disposition": "attachment; filename=\"../../etc/cron.d/x\"",
          ],
          Array("<!doctype html><p>\(request.target.suffix(30))</p>".utf8))
    }
    let targets = [
      "/%2e%2e%2f%2e%2e%2fetc%2fpasswd", "/..%2f..%2fa", "/a/../../b", long + "1", long + "2",
      "/con?a=b&c=../d",
    ]
    try fixture.fetch(pages: targets)
    #expect(try fixture.pages().count == targets.count)
    #expect(try fixture.folder.names() == ["alamat.txt", "halaman"])
    #expect(try TemporaryFolder.names(at: fixture.path) == ["journal.jsonl", "pages-00001.warc.gz"])
  }
}
