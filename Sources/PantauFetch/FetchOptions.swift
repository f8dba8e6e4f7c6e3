public import PantauRecords

/// What the user chooses about fetching.
public struct FetchOptions: Sendable {
  /// How the program's name and version stand in requests: `pantau/0.1.0`.
  public var product: String
  /// An address of the web or of mail by which a site can reach who runs this.
  public var contact: String?
  /// Requests at once, in all; one at a time goes to each host.
  public var connections = 16
  /// Seconds between two requests to one host, where its robots.txt does not ask for more.
  public var delay = 1.0
  /// Requests to one host in a run; nil for no limit.
  public var hostBudget: Int?
  /// Pages asked in a run; nil for no limit.
  public var limit: Int?
  /// Pages that a listing dates before this day are left out.
  public var since: CalendarDate?
  /// Where not empty, only pages whose title holds all words of one of these.
  public var match: [String] = []
  /// Ask again what failed or was refused in earlier runs.
  public var retriesFailed = false
  /// Ask pages that are stored whether they have changed.
  public var refreshes = false
  /// Say which pages would be asked, and ask listings only.
  public var isDry = false
  /// Hosts, addresses and blocks that may be connected to although they are not public.
  public var allowedHosts: [String] = []
  /// A file of certificates (PEM) to trust instead of the system's.
  public var certificates: String?
  /// `NAME:PORT:ADDRESS` for names that are not to be looked up.
  public var resolved: [String] = []

  /// The choices that hold where the user makes none.
  public init(product: String) { self.product = product }

  /// `pantau/0.1.0 (+https://…)`.
  var userAgent: String { contact.map { "\(product) (+\($0))" } ?? "\(product) (news reader)" }

  func machineLimits() -> FetchLimits {
    var limits = FetchLimits()
    limits.concurrency = connections
    limits.delay = delay
    limits.hostBudget = hostBudget
    limits.pages = limit
    limits.since = since
    limits.match = TitleMatch(match)
    limits.refresh = refreshes
    limits.isDry = isDry
    return limits
  }
}

/// One thing to fetch from.
public struct FetchSource: Sendable {
  /// An address, a file or a folder, or `-`.
  public var location: String
  /// How the user calls it, and is told of its failures; empty for no name.
  public var name = ""
  /// Seconds from one look to the next; nil where the run's own cadence holds.
  public var every: Double?
  /// What titles must hold, as ``FetchOptions/match``; where empty, those hold.
  public var match: [String] = []
  /// Whether the address is a front page, whose feeds and sitemaps are to be found.
  public var discovers = false

  /// A source at `location`.
  public init(_ location: String) { self.location = location }

  /// Whether it is an address of the web, not a place on this machine.
  public var isOnTheWeb: Bool { FetchSource.isAddress(location) }

  /// The names of those that have one, by what they are found by.
  static func names(of sources: [FetchSource]) -> [AddressKey: String] {
    var names: [AddressKey: String] = [:]
    for source in sources where !source.name.isEmpty {
      if let address = try? WebAddress(source.location) { names[address.key] = source.name }
    }
    return names
  }

  /// Whether `text` begins like an address, of any scheme.
  static func isAddress(_ text: String) -> Bool {
    let scheme = text.utf8.prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    guard (2...10).contains(scheme.count) else { return false }
    let rest = text.utf8.dropFirst(scheme.count)
    return rest.starts(with: "://".utf8)
      || String(Substring(scheme)).lowercased() == "data" && rest.first == 0x3A
  }
}

/// What a run of fetching did.
public struct FetchSummary: Sendable, Equatable {
  /// Addresses by how they ended in this run.
  public var states: [FetchState: Int] = [:]
  /// Addresses of listings that the user's choice left out.
  public var leftOut = 0
  /// Requests sent, those for robots.txt among them.
  public var requests = 0
  /// Addresses that wait for another run.
  public var waiting = 0
  /// Seconds that it took.
  public var seconds = 0.0
  /// Whether the user stopped it.
  public var isInterrupted = false

  /// Nothing done yet.
  public init() {}

  /// Addresses that could not be had.
  public var failed: Int { (states[.failed] ?? 0) + (states[.refused] ?? 0) }
  /// Addresses that ended, of all states.
  public var done: Int { states.values.reduce(0, +) }
}

/// How far a run has come.
public struct FetchProgress: Sendable {
  /// Addresses that ended.
  public var done: Int
  /// Those of them that failed.
  public var failed: Int
  /// Addresses still to come, as far as is known.
  public var waiting: Int
  /// Requests under way.
  public var active: Int
  /// Addresses ended in a second, over the last seconds.
  public var rate: Double
}
