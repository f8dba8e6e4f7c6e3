internal import PantauRecords

/// What the machine that decides goes by.
struct FetchLimits: Sendable {
  /// The product token that robots.txt groups are looked up by.
  var agent = "pantau"
  /// Requests at once, in all.
  var concurrency = 16
  /// Seconds between two requests to a host, where its robots.txt does not ask for more.
  var delay = 1.0
  /// Requests to one host in a run; nil for no limit.
  var hostBudget: Int?
  /// Pages asked in a run; nil for no limit.
  var pages: Int?
  /// How often one address is asked before it counts as failed.
  var attempts = 3
  /// The same where the host says when to come again.
  var invitedAttempts = 6
  /// The first wait after a failure; each further one is twice as long.
  var backOff = 2.0
  var maximumBackOff = 300.0
  /// Seconds that a host may ask to wait; where it wants more, what waits for it is left for another run.
  var maximumWait = 3600.0
  /// Failures in a row after which a host is left alone for the rest of the run.
  var hostFailures = 9
  var redirects = 10
  /// RFC 9309, 2.3.1.2.
  var robotsRedirects = 5
  /// Seconds for which a robots.txt holds (RFC 9309, 2.4).
  var robotsLife = 24.0 * 3600
  /// How deep sitemap indexes may be nested.
  var sitemapDepth = 3
  /// Addresses from listings in a run.
  var listedPages = 1_000_000
  /// Parts of a split article.
  var parts = 20
  var page = HTTPLimits(body: 16 << 20, encodedBody: 8 << 20)
  /// Sitemaps may have 50 MiB (https://www.sitemaps.org/protocol.html).
  var listing = HTTPLimits(body: 52 << 20, encodedBody: 16 << 20)
  var robots = HTTPLimits(
    body: RobotsRules.maximumBytes, encodedBody: 1 << 20, takesPart: true, firstByte: 15, whole: 30)
  /// Pages are not asked, but told (``FetchMachine/Action/wouldAsk(_:)``).
  var isDry = false
  /// Ask pages that are stored whether they have changed.
  var refresh = false
  /// Pages published before this day are left out where a listing says when they were.
  var since: CalendarDate?
  /// Where not empty, pages whose title holds the words of none of these are left out.
  var match = TitleMatch([])

  /// What a listing's items are chosen by, in words; empty where all are taken. A listing that was read by another choice
  /// is read again, although it has not changed.
  func choice(_ own: TitleMatch?) -> String {
    let phrases = (own ?? match).phrases.map { "\"\($0)\"" }
    return (phrases + (since.map { ["since \($0)"] } ?? [])).joined(separator: ", ")
  }
}

/// Chooses pages by the words of their titles.
struct TitleMatch: Sendable, Equatable {
  /// As the user wrote them.
  let phrases: [String]
  private let wanted: [[String]]

  /// - Parameter phrases: a title matches where it holds all words of one of these, in any order and case.
  init(_ phrases: [String]) {
    self.phrases = phrases
    wanted = phrases.map(TitleMatch.words).filter { !$0.isEmpty }
  }

  var isEmpty: Bool { wanted.isEmpty }

  /// Where a listing gives no title, the words of the address stand for it.
  func takes(title: String?, address: WebAddress) -> Bool {
    guard !wanted.isEmpty else { return true }
    let found = Set(TitleMatch.words(title ?? address.path))
    return wanted.contains { $0.allSatisfy(found.contains) }
  }

  /// Letters, marks on them and digits make words; quotes, dashes and spaces of any kind end them.
  private static func words(_ text: String) -> [String] {
    text.lowercased().unicodeScalars.split { scalar in
      if scalar.isASCII { return !(("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)) }
      let properties = scalar.properties
      return !(properties.isAlphabetic || properties.numericType != nil || properties.isDiacritic)
    }.map { String(String.UnicodeScalarView($0)) }
  }
}
