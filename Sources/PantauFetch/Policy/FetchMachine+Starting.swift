extension FetchMachine {
  /// Takes an address in, unless it is known or the user's choice leaves it out.
  ///
  /// - Parameters:
  ///   - candidate: the address.
  ///   - isAgain: whether it is asked although an earlier run has settled it.
  ///   - now: the time.
  mutating func add(_ candidate: Candidate, isAgain: Bool = false, at now: Double) {
    var candidate = candidate
    candidate.address = withOwnCredentials(candidate.address.canonical)
    let key = candidate.address.key
    guard seen.insert(key).inserted else { return }
    let known = recall(key)
    if let known, !isAgain {
      guard let again = asksAgain(candidate, known) else { return }
      candidate.validators = again
    }
    if known?.state != .pending || !candidate.isPage { actions.append(.queued(candidate)) }
    let host = queue(candidate.address.host)
    hosts[host].append(candidate)
    if hosts[host].nextTime == 0 { hosts[host].nextTime = now }
    schedule(host)
  }

  /// What to ask a settled address with; nil where it is not asked again.
  private func asksAgain(_ candidate: Candidate, _ known: Known) -> Validators? {
    if known.state == .pending { return Validators() }
    // Listings are what changes; pages only where the listing says so, or the user.
    let isStored = [.stored, .unchanged].contains(known.state)
    guard candidate.isPage || isStored && known.isPage else {
      return known.choice == limits.choice(candidate.match) ? known.validators : Validators()
    }
    guard isStored else { return nil }
    if limits.refresh { return known.validators }
    return nil
  }

  /// Takes in what a listing names. `own` is what titles must hold, where the listing's source itself says so.
  mutating func add(_ listing: Listing, depth: Int, match own: TitleMatch?, at now: Double) {
    let match = own ?? limits.match
    for item in listing.items {
      guard seen.count < limits.listedPages else { return }
      guard limits.since.map({ (item.day ?? $0) >= $0 }) ?? true,
        item.isListing || match.takes(title: item.title, address: item.address)
      else {
        counts.leftOut += 1
        continue
      }
      var candidate = Candidate(address: item.address, title: item.title, published: item.published)
      candidate.day = item.day
      if item.isListing {
        guard depth < limits.sitemapDepth else { continue }
        candidate.kind = .listing(depth: depth + 1)
        candidate.match = own
        add(candidate, at: now)
      } else if let known = recall(item.address.canonical.key), hasChanged(item, since: known, at: now) {
        candidate.validators = known.validators
        add(candidate, isAgain: true, at: now)
      } else {
        add(candidate, at: now)
      }
    }
  }

  /// Whether a listing says that a page has changed since it was stored; not where it says so of the future, which would
  /// be true at every look.
  private func hasChanged(_ item: Listing.Item, since known: Known, at now: Double) -> Bool {
    guard let modified = item.modified, Double(modified) < now + 86_400 else { return false }
    return [.stored, .unchanged].contains(known.state) && modified > known.date
  }

  /// Begins the next job of a host that is free.
  mutating func startNext(of host: Int, at now: Double) {
    if isSpent(hosts[host]) { return }
    guard var job = hosts[host].pop() else { return }
    if let refusal = refusal(of: job.address) {
      end(job, refusal)
      return schedule(host)
    }
    let origin = job.address.origin
    guard let verdict = robots[origin], verdict.date + limits.robotsLife > now else {
      robots[origin] = nil
      hosts[host].push(job)
      return askRobots(origin, job.address.with(path: "/robots.txt", query: nil), host: host)
    }
    hosts[host].nextTime = max(hosts[host].nextTime, now)
    if let ending = endingUnasked(job, verdict) {
      end(job, ending)
      return schedule(host)
    }
    if limits.isDry, job.candidate.isPage {
      counts.pages += 1
      actions.append(.wouldAsk(job.candidate))
      return schedule(host)
    }
    if job.isNew {
      if job.candidate.isPage { counts.pages += 1 }
      if job.candidate.isSource { openSources.insert(job.candidate.address.key) }
    }
    job.attempts += 1
    hosts[host].requests += 1
    let fields = job.validators?.fields ?? []
    send(job.address, fields, job.candidate.isPage ? limits.page : limits.listing, host: host, .job(job))
  }

  /// Why a job ends without a request; nil where it does not.
  private func endingUnasked(_ job: HostQueue.Job, _ verdict: RobotsVerdict) -> Ending? {
    if job.isNew, captured.contains(job.candidate.address.key) {
      return (.duplicate, "part", "is a part or another form of a page that is stored")
    }
    return verdict.reasonAgainst(job.address)
  }

  /// Whether nothing new may be asked of this host in this run.
  private func isSpent(_ queue: HostQueue) -> Bool {
    if queue.hasBegun { return false }
    if let budget = limits.hostBudget, queue.requests >= budget { return true }
    return limits.pages.map { counts.pages + openSources.count >= $0 } ?? false
  }

  typealias Ending = (state: FetchState, reason: String, message: String)

  /// Why an address written as a number is not asked at all.
  func refusal(of address: WebAddress) -> Ending? {
    let literal = address.host.filter { $0 != "[" && $0 != "]" }
    guard let number = NetworkAddress(literal), !policy.allows(number, forHost: address.host) else {
      return nil
    }
    return (.refused, "refused-address", AddressPolicy.advice("\(literal) is not public"))
  }

  /// Ends a job without an answer to store: with what it has, where it has something.
  mutating func end(_ job: HostQueue.Job, _ ending: Ending, status: Int? = nil) {
    guard job.captures.isEmpty else { return store(job, job.captures) }
    settle(
      Settlement(
        asked: job.candidate.address, kind: job.candidate.kind, state: ending.state, reason: ending.reason,
        message: ending.message, status: status,
        final: job.address == job.candidate.address ? nil : job.address))
  }

  /// Hands the captures over for the archive.
  mutating func store(_ job: HostQueue.Job, _ captures: [StoredPage.Capture]) {
    guard let first = captures.first else { return }
    for key in captures.map(\.address.key) where key != job.candidate.address.key {
      seen.insert(key)
      captured.insert(key)
    }
    if job.candidate.isSource { close(source: job.candidate.address, isPage: true) }
    counts.states[.stored, default: 0] += 1
    let settlement = Settlement(
      asked: job.candidate.address, kind: .page, state: .stored, status: first.response.status,
      final: first.address == job.candidate.address ? nil : first.address,
      validators: job.phase == .first ? Validators(first.response) : Validators())
    actions.append(
      .store(
        StoredPage(
          settlement: settlement, captures: captures, canonical: job.canonical, title: job.candidate.title,
          published: job.candidate.published)))
  }
}
