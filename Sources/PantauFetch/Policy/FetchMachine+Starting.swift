extension FetchMachine {
  /// Takes an address in, unless it is known or the user's choice leaves it out.
  ///
  /// - Parameters:
  ///   - candidate: the address.
  ///   - isAgain: whether it is asked although an earlier run has settled it.
  ///   - now: the time.
  mutating func add(_ candidate: Candidate, isAgain: Bool = false, at now: Double) {
    var candidate = candidate
    candidate.address = candidate.address.canonical
    let key = candidate.address.key
    guard seen.insert(key).inserted else { return }
    if let known = recall(key), !isAgain {
      guard let again = asksAgain(candidate, known) else { return }
      candidate.validators = again
    }
    actions.append(.queued(candidate))
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
    guard candidate.isPage || isStored && known.isPage else { return known.validators }
    guard isStored else { return nil }
    if limits.refresh { return known.validators }
    return nil
  }

  /// Takes in what a listing names.
  mutating func add(_ listing: Listing, depth: Int, match: TitleMatch?, at now: Double) {
    let match = match ?? limits.match
    for item in listing.items {
      guard seen.count < limits.listedPages else { return }
      guard limits.since.map({ (item.published ?? item.modified ?? $0) >= $0 }) ?? true,
        item.isListing || match.takes(title: item.title, address: item.address)
      else {
        counts.leftOut += 1
        continue
      }
      var candidate = Candidate(address: item.address, title: item.title, published: item.published)
      if item.isListing {
        guard depth < limits.sitemapDepth else { continue }
        candidate.kind = .listing(depth: depth + 1)
        candidate.match = match
        add(candidate, at: now)
      } else if let modified = item.modified, let known = recall(item.address.canonical.key),
        known.state == .stored, modified > known.date
      {
        candidate.validators = known.validators
        add(candidate, isAgain: true, at: now)
      } else {
        add(candidate, at: now)
      }
    }
  }

  /// Takes in addresses from a list that the user named.
  mutating func add(list listing: Listing, at now: Double) { add(listing, depth: 0, match: nil, at: now) }

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
    if let ending = verdict.reasonAgainst(job.address) {
      end(job, ending)
      return schedule(host)
    }
    if limits.isDry, job.candidate.isPage {
      counts.pages += 1
      actions.append(.wouldAsk(job.candidate))
      return schedule(host)
    }
    if job.attempts == 0, job.redirects == 0, job.phase == .first, job.candidate.isPage { counts.pages += 1 }
    job.attempts += 1
    hosts[host].requests += 1
    let fields = job.phase == .first && job.redirects == 0 ? job.candidate.validators?.fields ?? [] : []
    send(job.address, fields, job.candidate.isPage ? limits.page : limits.listing, host: host, .job(job))
  }

  /// Whether nothing new may be asked of this host in this run.
  private func isSpent(_ queue: HostQueue) -> Bool {
    if queue.hasBegun { return false }
    if let budget = limits.hostBudget, queue.requests >= budget { return true }
    return limits.pages.map { counts.pages >= $0 } ?? false
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
    for capture in captures { seen.insert(capture.address.key) }
    counts.states[.stored, default: 0] += 1
    let settlement = Settlement(
      asked: job.candidate.address, kind: .page, state: .stored, status: first.response.status,
      final: first.address == job.candidate.address ? nil : first.address,
      validators: job.redirects == 0 && job.phase == .first ? Validators(first.response) : Validators())
    actions.append(
      .store(
        StoredPage(
          settlement: settlement, captures: captures, title: job.candidate.title,
          published: job.candidate.published)))
  }
}
