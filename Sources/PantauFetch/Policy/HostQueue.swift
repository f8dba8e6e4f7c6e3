/// What waits for one host.
struct HostQueue: Sendable {
  /// A page under way: what has been asked of it so far.
  struct Job: Sendable {
    var candidate: Candidate
    /// What is asked next.
    var address: WebAddress
    var phase = Phase.first
    var redirects = 0
    /// Where redirects have led.
    var trail: [AddressKey] = []
    /// Keys that this job has made known itself.
    var own: Set<AddressKey> = []
    var attempts = 0
    /// Captures kept: the form of the page that a better one may replace, or the parts so far.
    var captures: [StoredPage.Capture] = []
    /// The address that the page calls its own.
    var canonical: WebAddress?

    init(_ candidate: Candidate) {
      self.candidate = candidate
      address = candidate.address
    }

    /// Whether nothing has been asked for it yet.
    var isNew: Bool { attempts == 0 && redirects == 0 && phase == .first }

    /// What the next request is to be asked with: what the address that it goes to gave along.
    var validators: Validators? {
      guard phase == .first, let known = candidate.validators,
        (known.source ?? candidate.address) == address
      else { return nil }
      return known
    }
  }

  enum Phase: Sendable, Equatable {
    case first
    /// The page that an AMP page names as the one it is a twin of.
    case twin
    /// All parts on one page.
    case whole
    case part(Int)
  }

  let name: String
  private var waiting: [Candidate] = []
  private var head = 0
  /// Jobs begun, which go before others; the next one last.
  private var begun: [Job] = []
  var isBusy = false
  /// Whether the host stands in the list of those to be looked at.
  var isScheduled = false
  /// Whether the host wants longer waits than a run has; what waits for it is left for another run.
  var isResting = false
  /// When the next request may go out, seconds since 1970.
  var nextTime = 0.0
  /// Requests so far, robots.txt not counted.
  var requests = 0
  /// Failures since the last success.
  var failures = 0

  init(name: String) { self.name = name }

  var isEmpty: Bool { begun.isEmpty && head == waiting.count }
  var count: Int { begun.count + waiting.count - head }
  /// Whether the next job has been begun, so that no limit on new pages holds for it.
  var hasBegun: Bool { !begun.isEmpty }

  mutating func append(_ candidate: Candidate) { waiting.append(candidate) }

  /// Puts a job in front of all others.
  mutating func push(_ job: Job) { begun.append(job) }
  /// Puts a job behind those that are begun.
  mutating func putOff(_ job: Job) { begun.insert(job, at: 0) }

  mutating func pop() -> Job? {
    if let job = begun.popLast() { return job }
    guard head < waiting.count else { return nil }
    defer {
      head += 1
      if head > 256, head * 2 > waiting.count {
        waiting.removeSubrange(..<head)
        head = 0
      }
    }
    return Job(waiting[head])
  }

  /// Takes everything out that was not begun: for what is to end without being asked.
  mutating func removeAll() -> [Job] {
    defer { (waiting, head, begun) = ([], 0, []) }
    return begun + waiting[head...].map(Job.init)
  }
}

/// Hosts by the time at which they may be asked: a binary heap, the earliest first.
struct HostSchedule: Sendable {
  private var entries: [(time: Double, host: Int)] = []

  var earliest: Double? { entries.first?.time }
  var isEmpty: Bool { entries.isEmpty }

  mutating func insert(_ host: Int, at time: Double) {
    entries.append((time, host))
    var child = entries.count - 1
    while child > 0, entries[(child - 1) / 2].time > entries[child].time {
      entries.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func removeFirst() -> Int? {
    guard let first = entries.first else { return nil }
    let last = entries.removeLast()
    guard !entries.isEmpty else { return first.host }
    entries[0] = last
    var parent = 0
    while true {
      let left = parent * 2 + 1
      guard left < entries.count else { break }
      let right = left + 1
      let child = right < entries.count && entries[right].time < entries[left].time ? right : left
      guard entries[child].time < entries[parent].time else { break }
      entries.swapAt(child, parent)
      parent = child
    }
    return first.host
  }
}
