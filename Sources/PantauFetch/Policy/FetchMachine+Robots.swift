extension FetchMachine {
  mutating func askRobots(_ origin: String, _ address: WebAddress, host: Int) {
    send(
      address, [], limits.robots, host: host,
      .robots(origin: origin, address: address, redirects: 0, attempts: 1))
  }

  /// What a site's robots.txt, or its absence, means (RFC 9309, 2.3.1).
  mutating func takeRobots(
    _ result: Result<HTTPResponse, HTTPFault>, origin: String, address: WebAddress, redirects: Int,
    attempts: Int, host: Int, at now: Double
  ) {
    switch result {
    case .success(let response) where (200..<300).contains(response.status):
      let text = Array(response.body.prefix(RobotsRules.maximumBytes))
      conclude(origin, .file(text: text, rules: RobotsRules(text, agent: limits.agent)), host: host, at: now)
    case .success(let response) where (300..<400).contains(response.status):
      followRobots(response, origin: origin, address: address, redirects: redirects, host: host, at: now)
    case .success(let response) where response.status == 429 || response.status >= 500:
      conclude(origin, .unreachable(reason: "status \(response.status)"), host: host, at: now)
    case .success: conclude(origin, .none, host: host, at: now)
    case .failure(let fault):
      if fault.mayPass, attempts < 2, fault.code != .timeOut, fault.code != .unresolved {
        return send(
          address, [], limits.robots, host: host,
          .robots(origin: origin, address: address, redirects: redirects, attempts: attempts + 1))
      }
      let isOwn = redirects == 0 && fault.code == .refusedAddress
      conclude(
        origin, isOwn ? .refused(fault.message) : .unreachable(reason: fault.message), host: host, at: now)
    }
  }

  private mutating func followRobots(
    _ response: HTTPResponse, origin: String, address: WebAddress, redirects: Int, host: Int, at now: Double
  ) {
    guard redirects < limits.robotsRedirects, let location = response["location"],
      let target = try? WebAddress(location, relativeTo: address)
    else { return conclude(origin, .none, host: host, at: now) }
    if let refusal = refusal(of: target) {
      return conclude(origin, .unreachable(reason: refusal.message), host: host, at: now)
    }
    send(
      target, [], limits.robots, host: host,
      .robots(origin: origin, address: target, redirects: redirects + 1, attempts: 1))
  }

  private mutating func conclude(
    _ origin: String, _ content: RobotsVerdict.Content, host: Int, at now: Double
  ) {
    let verdict = RobotsVerdict(content: content, date: now)
    robots[origin] = verdict
    actions.append(.robots(origin: origin, verdict))
    hosts[host].nextTime = now
  }
}
