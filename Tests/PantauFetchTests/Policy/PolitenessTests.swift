import Testing

@testable import PantauFetch

@Suite("Politeness, decided without a network")
struct PolitenessTests {
  typealias Web = SimulatedWeb

  @Test("robots.txt goes first, once, and each host is asked after its delay")
  func delay() throws {
    var web = Web(
      answer: Web.site([
        "https://a.id/1": Web.page("satu"), "https://a.id/2": Web.page("dua"),
        "https://b.id/1": Web.page("tiga"),
      ]))
    for text in ["https://a.id/1", "https://a.id/2", "https://b.id/1"] { try web.add(text) }
    web.run()
    #expect(
      web.asked.map(\.address).prefix(2).sorted() == ["https://a.id/robots.txt", "https://b.id/robots.txt"])
    #expect(web.times("https://a.id/robots.txt").count == 1)
    #expect(web.times("https://a.id/1") == [0])
    #expect(web.times("https://a.id/2") == [1])
    #expect(web.times("https://b.id/1") == [0])
    #expect(web.stored.count == 3)
  }

  @Test("Crawl-delay is honoured where it is longer than the delay")
  func crawlDelay() throws {
    var web = Web(
      answer: Web.site([
        "https://a.id/robots.txt": Web.raw("User-agent: *\nCrawl-delay: 7"), "https://a.id/1": Web.page("1"),
        "https://a.id/2": Web.page("2"),
      ]))
    for text in ["https://a.id/1", "https://a.id/2"] { try web.add(text) }
    web.run()
    #expect(web.times("https://a.id/2") == [7])
  }

  @Test(
    "fault 22: 429 with either form of Retry-After waits, and goes on",
    arguments: ["90", "Mon, 26 May 2025 08:01:30 GMT"])
  func retryAfter(value: String) throws {
    var answers = 0
    var web = Web { request, _ in
      if request.address.path == "/robots.txt" { return .success(Web.raw("", status: 404)) }
      answers += 1
      return .success(
        answers == 1 ? Web.raw("", status: 429, fields: ["Retry-After": value]) : Web.page("ada"))
    }
    try web.add("https://a.id/1")
    web.run()
    #expect(web.times("https://a.id/1") == [0, 90])
    #expect(web.state("https://a.id/1") == .stored)
  }

  @Test("a host that asks to wait longer than a run is left for another")
  func retryLater() throws {
    var web = Web { request, _ in
      .success(
        Web.raw(
          "", status: request.address.path == "/robots.txt" ? 404 : 503, fields: ["Retry-After": "86400"]))
    }
    try web.add("https://a.id/1")
    web.run()
    #expect(web.state("https://a.id/1") == nil)
    #expect(web.machine.waiting == 1)
  }

  @Test("so are the pages of a host that wants a day between two")
  func longDelay() throws {
    let robots = Web.raw("User-agent: *\nCrawl-delay: 1e300")
    var web = Web(answer: { request, _ in
      .success(request.address.path == "/robots.txt" ? robots : Web.page("x"))
    })
    for number in 0..<3 { try web.add("https://a.id/\(number)") }
    web.run()
    #expect(web.stored.count == 1)
    #expect(web.machine.waiting == 2)
  }

  @Test("back-off doubles, with jitter between its half and its whole, and ends as failed")
  func backOff() throws {
    var web = Web { request, _ in
      .success(Web.raw("", status: request.address.path == "/robots.txt" ? 404 : 500))
    }
    try web.add("https://a.id/1")
    web.run()
    let times = web.times("https://a.id/1")
    #expect(times.count == 3)
    #expect((1.0...2.0).contains(times[1] - times[0]))
    #expect((2.0...4.0).contains(times[2] - times[1]))
    #expect(web.state("https://a.id/1") == .failed)
    #expect(web.reason("https://a.id/1") == "http-500")
  }

  @Test("a host that fails many times in a row is left alone")
  func deadHost() throws {
    var web = Web { request, _ in
      request.address.path == "/robots.txt"
        ? .success(Web.raw("", status: 404)) : .failure(HTTPFault(code: .unreachable, message: "mati"))
    }
    for number in 0..<1000 { try web.add("https://a.id/\(number)") }
    web.run()
    #expect(web.settled.count == 1000)
    #expect(web.settled.values.allSatisfy { $0.state == .failed && $0.reason == "unreachable" })
    #expect(web.asked.count < 20)
  }

  @Test("no more requests at once than allowed, and one to a host")
  func concurrency() throws {
    var limits = FetchLimits()
    limits.concurrency = 4
    var web = Web(limits) { request, _ in .success(Web.page(request.address.description)) }
    for host in 0..<20 { for page in 0..<3 { try web.add("https://h\(host).id/\(page)") } }
    web.run()
    #expect(web.busiest == 4)
    #expect(web.stored.count == 60)
  }

  @Test("budgets leave the rest for another run", arguments: [true, false])
  func budgets(isPerHost: Bool) throws {
    var limits = FetchLimits()
    if isPerHost { limits.hostBudget = 2 } else { limits.pages = 3 }
    var web = Web(limits, answer: { request, _ in .success(Web.page(request.address.description)) })
    for host in ["a", "b"] { for page in 0..<5 { try web.add("https://\(host).id/\(page)") } }
    web.run()
    #expect(web.stored.count == (isPerHost ? 4 : 3))
    #expect(web.machine.waiting == (isPerHost ? 6 : 7))
  }

  @Test("what an interrupt leaves waits; what was open is finished")
  func interrupt() throws {
    var web = Web(answer: { request, _ in .success(Web.page(request.address.description)) })
    for page in 0..<5 { try web.add("https://a.id/\(page)") }
    let first = web.machine.step(at: web.now)
    guard case .request(let robots)? = first.last else { throw Unexpected() }
    web.machine.isStopping = true
    web.machine.take(HTTPReply(id: robots.id, result: .success(Web.raw("", status: 404))), at: web.now)
    #expect(web.machine.isDone)
    #expect(web.machine.waiting == 5)
  }

  // MARK: - robots.txt

  static let robotsCases: [(Result<HTTPResponse, HTTPFault>, FetchState, String)] = [
    (.success(Web.raw("", status: 404)), .stored, "fault 18: 404"),
    (.success(Web.raw("", status: 403)), .stored, "403"),
    (.success(Web.raw("", status: 500)), .disallowed, "fault 17: 500"),
    (.success(Web.raw("", status: 503)), .disallowed, "503"),
    (.failure(HTTPFault(code: .timeOut, message: "lama")), .disallowed, "fault 17, 21: time-out"),
    (.failure(HTTPFault(code: .unresolved, message: "?")), .disallowed, "no such host"),
    (.success(Web.raw("User-agent: *\nDisallow: /")), .disallowed, "forbidden"),
    (
      .success(Web.raw("User-agent: pantau\nAllow: /\n\nUser-agent: *\nDisallow: /")), .stored,
      "allowed by name"
    ),
  ]

  @Test("robots.txt that is missing allows, that cannot be had forbids", arguments: robotsCases)
  func robots(answer: Result<HTTPResponse, HTTPFault>, state: FetchState, name: String) throws {
    var web = Web { request, _ in request.address.path == "/robots.txt" ? answer : .success(Web.page("x")) }
    try web.add("https://a.id/1")
    web.run()
    #expect(web.state("https://a.id/1") == state)
  }

  @Test(
    "fault 19: robots.txt behind five redirects is followed, behind six it counts as missing",
    arguments: [5, 6])
  func robotsRedirects(count: Int) throws {
    var web = Web { request, _ in
      let path = request.address.path
      if path == "/1" { return .success(Web.page("x")) }
      let step = path == "/robots.txt" ? 0 : Int(path.dropFirst(2)) ?? 0
      return .success(
        step < count
          ? Web.raw("", status: 301, fields: ["Location": "https://b.id/r\(step + 1)"])
          : Web.raw("User-agent: *\nDisallow: /1"))
    }
    try web.add("https://a.id/1")
    web.run()
    #expect(web.state("https://a.id/1") == (count == 5 ? .disallowed : .stored))
  }

  @Test("fault 20: robots.txt is asked again after a day, and not before", arguments: [23.0, 25.0])
  func robotsLife(hours: Double) throws {
    var web = Web(answer: { request, _ in
      .success(request.address.path == "/robots.txt" ? Web.raw("", status: 404) : Web.page("x"))
    })
    try web.add("https://a.id/1")
    web.run()
    web.now += hours * 3600
    try web.add("https://a.id/2")
    web.run()
    #expect(web.times("https://a.id/robots.txt").count == (hours > 24 ? 2 : 1))
  }
}
