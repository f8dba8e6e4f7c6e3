extension FetchMachine {
  /// Takes an answer in.
  mutating func take(_ reply: HTTPReply, at now: Double) {
    guard let flight = flights.removeValue(forKey: reply.id) else { return }
    let host = flight.host
    hosts[host].isBusy = false
    switch flight.purpose {
    case .robots(let origin, let address, let redirects, let attempts):
      takeRobots(
        reply.result, origin: origin, address: address, redirects: redirects, attempts: attempts, host: host,
        at: now)
    case .job(let job):
      let delay = max(limits.delay, robots[job.address.origin]?.crawlDelay ?? 0)
      hosts[host].nextTime = now + delay
      if delay > limits.maximumWait { hosts[host].isResting = true }
      switch reply.result {
      case .success(let response): take(response, job, host: host, at: now)
      case .failure(let fault): take(fault, job, host: host, at: now)
      }
    }
    schedule(host)
  }

  private mutating func take(_ fault: HTTPFault, _ job: HostQueue.Job, host: Int, at now: Double) {
    if fault.code == .cancelled { return }
    if fault.mayPass, job.attempts < limits.attempts { return putOff(job, host: host, wait: 0, at: now) }
    hosts[host].failures += 1
    end(job, (fault.code == .refusedAddress ? .refused : .failed, fault.code.rawValue, fault.message))
    if fault.mayPass { giveUp(host, fault.code.rawValue, fault.message) }
  }

  /// Ends everything that waits for a host that has failed many times in a row, so that no run hangs on a dead host.
  private mutating func giveUp(_ host: Int, _ reason: String, _ message: String) {
    guard hosts[host].failures >= limits.hostFailures else { return }
    let failures = hosts[host].failures
    for job in hosts[host].removeAll() {
      end(job, (.failed, reason, "not asked, for the host failed \(failures) times in a row: \(message)"))
    }
  }

  private mutating func take(_ response: HTTPResponse, _ job: HostQueue.Job, host: Int, at now: Double) {
    switch response.status {
    case 200..<300:
      hosts[host].failures = 0
      take(content: response, job, at: now)
    case 304 where job.validators != nil:
      hosts[host].failures = 0
      settle(
        Settlement(
          asked: job.candidate.address, kind: job.candidate.kind, state: .unchanged, status: 304,
          final: job.address == job.candidate.address ? nil : job.address,
          validators: job.validators ?? Validators(),
          choice: job.candidate.isPage ? "" : limits.choice(job.candidate.match)))
    case 301, 302, 303, 307, 308: follow(response, job)
    case 429, 503, 500..<600, 408: comeAgain(response, job, host: host, at: now)
    default:
      end(
        job, (.failed, "http-\(response.status)", "the host answers with status \(response.status)"),
        status: response.status)
    }
  }

  private mutating func follow(_ response: HTTPResponse, _ job: HostQueue.Job) {
    var job = job
    guard let location = response["location"] else {
      return end(job, (.failed, "bad-redirect", "a redirect that leads nowhere"), status: response.status)
    }
    job.redirects += 1
    guard job.redirects <= limits.redirects else {
      return end(
        job, (.failed, "too-many-redirects", "more than \(limits.redirects) redirects"),
        status: response.status)
    }
    let target: WebAddress
    do throws(WebAddress.Fault) {
      target = try WebAddress(location, relativeTo: job.address)
    } catch {
      let isScheme = if case .scheme = error { true } else { false }
      return end(
        job,
        isScheme
          ? (.refused, "refused-scheme", "a redirect to something else than http and https")
          : (.failed, "bad-redirect", "a redirect to what is no address"), status: response.status)
    }
    var next = target
    next.credentials = target.mayHaveCredentials(of: job.address) ? job.address.credentials : nil
    if job.trail.contains(next.exactKey) || next == job.address {
      return end(job, (.failed, "redirect-loop", "redirects that go round"), status: response.status)
    }
    job.trail.append(job.address.exactKey)
    if isAskedByItself(next, job) {
      job.address = next
      return end(job, (.duplicate, "redirect", "leads to \(next), which is asked by itself"))
    }
    job.own.insert(next.canonical.key)
    job.address = next
    job.attempts = 0
    let host = queue(next.host)
    hosts[host].push(job)
    schedule(host)
  }

  /// Whether a redirect leads to a page that another candidate is, or that is stored already.
  private mutating func isAskedByItself(_ target: WebAddress, _ job: HostQueue.Job) -> Bool {
    let key = target.canonical.key
    guard job.phase == .first, job.candidate.isPage, key != job.candidate.address.key, !job.own.contains(key)
    else {
      return false
    }
    let known = recall(key)
    if isSamePage(known, job) { return false }
    if !seen.insert(key).inserted { return true }
    return known.map { [.stored, .unchanged].contains($0.state) } ?? false
  }

  /// Whether what is known of another address was learnt from the page of this job, which is asked again.
  func isSamePage(_ known: Known?, _ job: HostQueue.Job) -> Bool {
    guard let source = job.candidate.validators?.source else { return false }
    return known?.validators.source == source
  }

  /// A host that is busy or broken: asks again later, when it says so itself or after a while that grows.
  private mutating func comeAgain(_ response: HTTPResponse, _ job: HostQueue.Job, host: Int, at now: Double) {
    let invited = response["retry-after"].flatMap { HTTPDate.wait($0, at: now) }
    let attempts = invited == nil ? limits.attempts : limits.invitedAttempts
    if let invited, invited > limits.maximumWait {
      hosts[host].isResting = true
      return hosts[host].putOff(job)
    }
    guard job.attempts < attempts else {
      let (reason, message) = ("http-\(response.status)", "the host answers with status \(response.status)")
      hosts[host].failures += 1
      end(job, (.failed, reason, message), status: response.status)
      return giveUp(host, reason, message)
    }
    putOff(job, host: host, wait: invited ?? 0, at: now)
  }

  /// Exponential back-off with jitter: half the wait is fixed, half is drawn.
  private mutating func putOff(_ job: HostQueue.Job, host: Int, wait: Double, at now: Double) {
    hosts[host].failures += 1
    let growth = Double(1 << min(hosts[host].failures - 1, 16))
    let backOff = min(limits.backOff * growth, limits.maximumBackOff) * (0.5 + random.fraction() / 2)
    hosts[host].nextTime = max(hosts[host].nextTime, now + max(wait, wait > 0 ? 0 : backOff))
    hosts[host].putOff(job)
  }
}

extension WebAddress {
  /// Whether the credentials of `other` may be sent here, too: to its own server, or to the same host's own port for TLS.
  func mayHaveCredentials(of other: WebAddress) -> Bool {
    host == other.host
      && (isSecure == other.isSecure && port == other.port || isSecure && port == nil && other.port == nil)
  }
}

/// The times of HTTP's header fields.
enum HTTPDate {
  /// Seconds to wait for a `Retry-After` (RFC 9110, 10.2.3): a number or a date.
  static func wait(_ value: String, at now: Double) -> Double? {
    let text = value.filter { $0 != " " }
    if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return Double(text) }
    return WebDate.seconds(value).map { max(0, Double($0) - now) }
  }
}
