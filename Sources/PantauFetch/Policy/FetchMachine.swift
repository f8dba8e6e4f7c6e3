/// Decides what is asked when, and what becomes of each answer. Knows no network, no disk and no clock: events go in,
/// actions come out, the same for the same events.
///
/// Times are seconds since 1970. One request at a time goes to a host, and robots.txt goes before all others.
struct FetchMachine: Sendable {
  /// What the outside has to do.
  enum Action: Sendable, Equatable {
    case request(HTTPRequest)
    /// An address is new and waits to be asked.
    case queued(Candidate)
    case settled(Settlement)
    case store(StoredPage)
    /// Where nothing is to be asked in earnest: a page that would be.
    case wouldAsk(Candidate)
    /// What a robots.txt said, to be known in the next run.
    case robots(origin: String, RobotsVerdict)
  }

  /// What is known of an address from earlier.
  struct Known: Sendable, Equatable {
    var state: FetchState
    /// When it was settled.
    var date: Int
    /// Whether it was settled as a page, not as a listing.
    var isPage = true
    var validators = Validators()
    /// What a listing's items were chosen by.
    var choice = ""
  }

  struct Counts: Sendable, Equatable {
    var states: [FetchState: Int] = [:]
    /// Addresses of listings that the user's choice left out.
    var leftOut = 0
    /// Requests sent.
    var requests = 0
    /// Pages among them, asked for the first time.
    var pages = 0

    /// Addresses that could not be had.
    var failed: Int { (states[.failed] ?? 0) + (states[.refused] ?? 0) }
  }

  enum Purpose: Sendable {
    case robots(origin: String, address: WebAddress, redirects: Int, attempts: Int)
    case job(HostQueue.Job)
  }

  let limits: FetchLimits
  let policy: AddressPolicy
  /// What an earlier run knows of an address.
  let recall: @Sendable (AddressKey) -> Known?

  var hosts: [HostQueue] = []
  private var hostIndex: [String: Int] = [:]
  private var schedule = HostSchedule()
  var robots: [String: RobotsVerdict] = [:]
  /// Addresses met in this run.
  var seen: Set<AddressKey> = []
  /// Addresses that a stored page has answered for besides its own: its parts, where redirects led.
  var captured: Set<AddressKey> = []
  /// Addresses that the user named and that are being asked: each may turn out to be a page, which counts for the limit.
  var openSources: Set<AddressKey> = []
  /// `user:password` by origin, of the addresses that the user named with them.
  private var credentials: [String: String] = [:]
  var flights: [Int: (host: Int, purpose: Purpose)] = [:]
  private var nextRequest = 1
  var random: SplitMix
  var counts = Counts()
  /// Set when the user wants to stop: what is open is finished, nothing is begun.
  var isStopping = false
  var actions: [Action] = []

  /// - Parameters:
  ///   - limits: what to go by.
  ///   - policy: for addresses that are written as numbers; all others are judged when they are connected to.
  ///   - seed: what the jitter depends on.
  ///   - recall: what an earlier run knows of an address.
  init(
    _ limits: FetchLimits, policy: AddressPolicy = AddressPolicy(), seed: UInt64 = 1,
    recall: @escaping @Sendable (AddressKey) -> Known? = { _ in nil }
  ) {
    self.limits = limits
    self.policy = policy
    self.recall = recall
    random = SplitMix(seed: seed)
  }

  /// Whether nothing is under way and nothing can be begun.
  var isDone: Bool { flights.isEmpty && (isStopping || schedule.isEmpty) }
  /// Addresses that wait.
  var waiting: Int { hosts.reduce(0) { $0 + $1.count } }
  /// When the next request may go out; nil where nothing waits for its time.
  var nextTime: Double? { isStopping || flights.count >= limits.concurrency ? nil : schedule.earliest }

  /// Begins what may begin at `now`, and hands over what is to be done.
  mutating func step(at now: Double) -> [Action] {
    while !isStopping, flights.count < limits.concurrency, let time = schedule.earliest, time <= now,
      let host = schedule.removeFirst()
    {
      hosts[host].isScheduled = false
      startNext(of: host, at: now)
    }
    defer { actions = [] }
    return actions
  }

  /// The index of the queue for `name`.
  mutating func queue(_ name: String) -> Int {
    if let index = hostIndex[name] { return index }
    hosts.append(HostQueue(name: name))
    hostIndex[name] = hosts.count - 1
    return hosts.count - 1
  }

  /// Puts the host on the list, where something waits for it and nothing is under way.
  mutating func schedule(_ host: Int) {
    guard !hosts[host].isBusy, !hosts[host].isScheduled, !hosts[host].isResting, !hosts[host].isEmpty else {
      return
    }
    hosts[host].isScheduled = true
    schedule.insert(host, at: hosts[host].nextTime)
  }

  /// Sends one request.
  mutating func send(
    _ address: WebAddress, _ fields: [HeaderField], _ limits: HTTPLimits, host: Int, _ purpose: Purpose
  ) {
    let id = nextRequest
    nextRequest += 1
    hosts[host].isBusy = true
    flights[id] = (host, purpose)
    counts.requests += 1
    actions.append(.request(HTTPRequest(id: id, address: address, fields: fields, limits: limits)))
  }

  mutating func settle(_ settlement: Settlement) {
    counts.states[settlement.state, default: 0] += 1
    actions.append(.settled(settlement))
    if case .source = settlement.kind { close(source: settlement.asked) }
  }

  /// Notes what a source turned out to be. Where it was no page, hosts that the limit held back may go on.
  mutating func close(source address: WebAddress, isPage: Bool = false) {
    guard openSources.remove(address.key) != nil else { return }
    if isPage { return counts.pages += 1 }
    for host in hosts.indices { schedule(host) }
  }

  /// Keeps the credentials of an address that the user named, for everything of its origin.
  mutating func trust(_ address: WebAddress) {
    if let given = address.credentials { credentials[address.origin] = given }
  }

  /// The address with what the user gave for its origin, and with nothing that a stranger wrote into it.
  func withOwnCredentials(_ address: WebAddress) -> WebAddress {
    var address = address
    address.credentials = credentials[address.origin]
    return address
  }
}

/// A generator of numbers for jitter: SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014).
struct SplitMix: Sendable {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  /// A number from 0 up to 1.
  mutating func fraction() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((z ^ (z >> 31)) >> 11) / Double(1 << 53)
  }
}
