public import PantauRecords

/// Brings pages from the web, from archives and from folders into one folder, and goes on where an earlier run stopped.
///
/// ```swift
/// let fetcher = try Fetcher(options, into: "pages")
/// let summary = try fetcher.run([FetchSource("https://example.org/feed.xml")])
/// ```
/// Everything happens on the calling thread: ``FetchMachine`` decides, ``CurlTransport`` asks, ``FetchFolder`` keeps.
public final class Fetcher {
  /// Who is told what happens.
  public struct Listener {
    /// An address or a file that could not be had.
    public var failure: (Failure) -> Void = { _ in }
    /// How far the run has come; called often.
    public var progress: (FetchProgress) -> Void = { _ in }
    /// Where nothing is asked in earnest: an address that would be, its title, its day.
    public var wouldAsk: (_ address: String, _ title: String?, _ day: CalendarDate?) throws -> Void = {
      _, _, _ in
    }
    /// Whether the user wants to stop.
    public var isInterrupted: () -> Bool = { false }

    /// Tells nobody.
    public init() {}
  }

  private let options: FetchOptions
  /// What the machine goes by; tests make it impatient.
  var limits: FetchLimits
  private let policy: AddressPolicy
  let folder: FetchFolder?
  private let clock: FetchClock
  private let makeTransport: () -> any HTTPTransport
  /// How the user calls the sources of this run.
  private var names: [AddressKey: String] = [:]

  /// - Parameters:
  ///   - options: what the user chose.
  ///   - path: the folder that pages go to, made where it is missing; nil only where nothing is asked in earnest.
  /// - Throws: ``FetchError`` where the folder cannot be used or an option has no meaning.
  public convenience init(_ options: FetchOptions, into path: String?) throws(FetchError) {
    guard let policy = AddressPolicy(allowing: options.allowedHosts) else {
      throw FetchError(
        .badSource, path: "--allow-host",
        reason: "takes host names, '*.' and a suffix, IP addresses, and blocks")
    }
    let transport = CurlTransport.Options(
      userAgent: options.userAgent, policy: policy, resolved: options.resolved,
      certificates: options.certificates)
    try self.init(options, into: path, policy: policy, clock: FetchClock()) { CurlTransport(transport) }
  }

  init(
    _ options: FetchOptions, into path: String?, policy: AddressPolicy, clock: FetchClock,
    transport: @escaping () -> any HTTPTransport
  ) throws(FetchError) {
    self.options = options
    limits = options.machineLimits()
    self.policy = policy
    self.clock = clock
    makeTransport = transport
    // Where nothing is asked in earnest, nothing is made; what is there is heeded.
    let kept = options.isDry ? path.flatMap { FetchFolder.isOne($0) ? $0 : nil } : path
    folder = try kept.map { path throws(FetchError) in
      try FetchFolder(path: path, agent: "pantau", software: options.product, now: Int(clock.now))
    }
  }

  /// Asks everything that `sources` name, and what an earlier run left.
  ///
  /// - Throws: ``FetchError`` where the folder cannot be written; what a listener throws.
  public func run(_ sources: [FetchSource], listener: Listener = Listener()) throws -> FetchSummary {
    let begun = clock.now
    let journal = folder.map { JournalMemory($0.journal) }
    var machine = FetchMachine(limits, policy: policy, seed: UInt64(begun * 1000)) {
      journal?.journal.known($0)
    }
    machine.robots = folder?.journal.robots ?? [:]
    var intake = SourceIntake(folder: folder, isDry: options.isDry, now: Int(begun), listener: listener)
    // The sources first: what they are chosen by may have changed since an earlier run left them waiting.
    for source in sources { try intake.take(source, into: &machine, at: begun) }
    for candidate in folder?.journal.waiting(failed: options.retriesFailed) ?? [] {
      machine.add(candidate, isAgain: true, at: begun)
    }
    names = FetchSource.names(of: sources)
    var summary = FetchSummary()
    try loop(&machine, listener: listener, base: intake.summary)
    try folder?.synchronize()
    summary.states = machine.counts.states.merging(intake.summary.states, uniquingKeysWith: +)
    summary.leftOut = machine.counts.leftOut
    summary.requests = machine.counts.requests
    summary.waiting = machine.waiting
    summary.seconds = clock.now - begun
    summary.isInterrupted = machine.isStopping
    return summary
  }

  private func loop(_ machine: inout FetchMachine, listener: Listener, base: FetchSummary) throws {
    let transport = makeTransport()
    var meter = RateMeter(at: clock.now)
    while true {
      let now = clock.now
      for action in machine.step(at: now) { try perform(action, transport, listener, at: now) }
      if machine.isDone { return }
      if listener.isInterrupted() { machine.isStopping = true }
      let done = machine.counts.states.values.reduce(0, +)
      listener.progress(
        FetchProgress(
          done: done + base.done, failed: machine.counts.failed + base.failed,
          waiting: machine.waiting, active: machine.flights.count, rate: meter.rate(done, at: now)))
      let wait = min(0.2, max(0, (machine.nextTime ?? now + 1) - now))
      for reply in transport.replies(within: wait) { machine.take(reply, at: clock.now) }
    }
  }

  private func perform(
    _ action: FetchMachine.Action, _ transport: any HTTPTransport, _ listener: Listener, at now: Double
  ) throws {
    switch action {
    case .request(let request): transport.start(request)
    case .settled(let settlement):
      if let failure = failure(settlement) { listener.failure(failure) }
    case .wouldAsk(let candidate):
      let day = candidate.day ?? candidate.published.map(WebDate.day)
      try listener.wouldAsk(candidate.address.description, candidate.title, day)
    case .queued, .store, .robots: break
    }
    if !options.isDry, let folder { try keep(action, in: folder, at: Int(now)) }
  }

  private func keep(_ action: FetchMachine.Action, in folder: FetchFolder, at now: Int) throws(FetchError) {
    switch action {
    case .queued(let candidate): try folder.journal.append(JournalLine(candidate, at: now))
    case .settled(let settlement): try folder.journal.append(JournalLine(settlement, at: now))
    case .store(let page): try folder.store(page, at: now)
    case .robots(let origin, let verdict): try folder.journal.append(JournalLine(robots: origin, verdict))
    case .request, .wouldAsk: break
    }
  }

  /// The failure that the user is told; nil for what ended as it should.
  private func failure(_ settlement: Settlement) -> Failure? {
    guard [.failed, .refused].contains(settlement.state) else { return nil }
    let address = settlement.asked.description
    let name = names.isEmpty ? nil : names[settlement.asked.key]
    return Failure(
      source: Source(path: address, url: address, sha256: ""), stage: "fetch",
      code: Failure.Code(rawValue: settlement.reason),
      message: (name.map { "\($0): " } ?? "") + settlement.message)
  }
}

/// Lets the machine ask the journal, which lives on the same thread.
private struct JournalMemory: @unchecked Sendable {
  let journal: Journal
  init(_ journal: Journal) { self.journal = journal }
}

/// The time, seconds since 1970, which goes forward even where the machine's clock is set back.
struct FetchClock: Sendable {
  private let start: Double
  private let origin = ContinuousClock.now

  init(start: Double? = nil) { self.start = start ?? FetchClock.wall() }

  var now: Double {
    let (seconds, attoseconds) = (ContinuousClock.now - origin).components
    return start + Double(seconds) + Double(attoseconds) * 1e-18
  }
}

/// How many ended in a second, over the last ten.
private struct RateMeter {
  private var marks: [(time: Double, count: Int)]

  init(at now: Double) { marks = [(now, 0)] }

  mutating func rate(_ count: Int, at now: Double) -> Double {
    if now - (marks.last?.time ?? now) >= 1 { marks.append((now, count)) }
    if marks.count > 10 { marks.removeFirst() }
    guard let first = marks.first, now - first.time > 0.1 else { return 0 }
    return Double(count - first.count) / (now - first.time)
  }
}
