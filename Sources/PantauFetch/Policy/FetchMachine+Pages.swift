internal import PantauRecords

/// What becomes of a page that was had.
extension FetchMachine {
  mutating func take(content response: HTTPResponse, _ job: HostQueue.Job, at now: Double) {
    switch job.candidate.kind {
    case .listing(let depth): takeListing(response, job, depth: depth, at: now)
    case .source(let discover):
      let body = FetchMachine.listingBody(response.body, limit: limits.listing.body) ?? response.body
      if let listing = try? Listing.read(body, base: job.address), listing.form != .list || !discover {
        take(listing, response, job, depth: 0, at: now)
      } else if discover {
        takeFront(response, job, at: now)
      } else if limits.isDry {
        close(source: job.candidate.address, isPage: true)
        actions.append(.wouldAsk(job.candidate))
      } else {
        takePage(response, job, at: now)
      }
    case .page: takePage(response, job, at: now)
    }
  }

  // MARK: - Listings

  private mutating func takeListing(
    _ response: HTTPResponse, _ job: HostQueue.Job, depth: Int, at now: Double
  ) {
    guard let body = FetchMachine.listingBody(response.body, limit: limits.listing.body) else {
      return end(job, (.failed, "bad-compression", "the sitemap's gzip file is damaged or too large"))
    }
    do throws(ListingFault) {
      take(try Listing.read(body, base: job.address), response, job, depth: depth, at: now)
    } catch {
      end(job, (.failed, error.code.rawValue, error.message), status: response.status)
    }
  }

  /// The body, decompressed where it is a gzip file, as sitemaps may be; nil where that cannot be done.
  private static func listingBody(_ body: [UInt8], limit: Int) -> [UInt8]? {
    Gunzip.isCompressed(body) ? try? Gunzip.bytes(of: body, limit: limit) : body
  }

  private mutating func take(
    _ listing: Listing, _ response: HTTPResponse, _ job: HostQueue.Job, depth: Int, at now: Double
  ) {
    add(listing, depth: depth, match: job.candidate.match, at: now)
    let cut = listing.isCut ? "; only the first \(Listing.maximumItems) were read" : ""
    let refused = listing.refused > 0 ? "; \(listing.refused) refused" : ""
    settle(
      Settlement(
        asked: job.candidate.address, kind: job.candidate.kind, state: .listed, reason: listing.form.rawValue,
        message: "\(listing.items.count) addresses\(refused)\(cut)", status: response.status,
        final: job.address == job.candidate.address ? nil : job.address,
        validators: Validators(response), choice: limits.choice(job.candidate.match)))
  }

  /// A site's front page: its feeds, and the sitemaps that robots.txt names.
  private mutating func takeFront(_ response: HTTPResponse, _ job: HostQueue.Job, at now: Double) {
    var found = PageLinks(response.body, of: job.address).feeds
    for text in robots[job.address.origin]?.sitemaps ?? [] {
      if let address = try? WebAddress(text, relativeTo: job.address) { found.append(address) }
    }
    if found.isEmpty { found.append(job.address.with(path: "/sitemap.xml", query: nil)) }
    for address in found {
      add(Candidate(address: address, kind: .listing(depth: 0), match: job.candidate.match), at: now)
    }
    settle(
      Settlement(
        asked: job.candidate.address, kind: job.candidate.kind, state: .listed, reason: "front-page",
        message: "\(found.count) feeds and sitemaps", status: response.status))
  }

  // MARK: - Pages

  private mutating func takePage(_ response: HTTPResponse, _ job: HostQueue.Job, at now: Double) {
    let capture = StoredPage.Capture(address: job.address, response: response, date: Int(now))
    if let fault = PageCheck.fault(in: response) {
      return end(job, (.failed, fault.code.rawValue, fault.message), status: response.status)
    }
    let links = PageLinks(response.body, of: job.address)
    switch job.phase {
    case .first: takeFirst(capture, links, job)
    case .twin, .whole: store(job, [capture])
    case .part(let number): takePart(number, capture, links, job)
    }
  }

  private mutating func takeFirst(_ capture: StoredPage.Capture, _ links: PageLinks, _ job: HostQueue.Job) {
    var job = job
    let canonical = links.canonical.flatMap { job.address.isSameSite(as: $0) && $0.path != "/" ? $0 : nil }
    if let canonical, canonical.key != job.candidate.address.key, canonical.key != job.address.key {
      let known = recall(canonical.key)
      let isKnown = known.map { [.stored, .unchanged, .pending].contains($0.state) } ?? false
      let isOwn = job.own.contains(canonical.key) || isSamePage(known, job)
      guard isOwn || seen.insert(canonical.key).inserted && !isKnown else {
        return end(job, (.duplicate, "canonical", "is \(canonical), by its own words"))
      }
      job.canonical = canonical
    }
    if let canonical, canonical != job.address, links.isAMP || job.address.looksLikeAMP,
      !canonical.looksLikeAMP
    {
      return goOn(job, to: canonical, .twin, keeping: [capture])
    }
    if let whole = links.whole, !job.address.asksForWhole {
      return goOn(job, to: whole, .whole, keeping: [capture])
    }
    if let second = nextPart(2, links, job) { return goOn(job, to: second, .part(2), keeping: [capture]) }
    store(job, [capture])
  }

  private mutating func takePart(
    _ number: Int, _ capture: StoredPage.Capture, _ links: PageLinks, _ job: HostQueue.Job
  ) {
    // A site that answers every number with the same page has no such part.
    guard !job.captures.contains(where: { $0.response.body == capture.response.body }) else {
      return store(job, job.captures)
    }
    let captures = job.captures + [capture]
    guard number < limits.parts, let next = nextPart(number + 1, links, job) else {
      return store(job, captures)
    }
    goOn(job, to: next, .part(number + 1), keeping: captures)
  }

  private func nextPart(_ number: Int, _ links: PageLinks, _ job: HostQueue.Job) -> WebAddress? {
    if let part = links.parts[number] { return part }
    guard let next = links.next, let part = next.part, part.number == number, job.address.isSameSite(as: next)
    else { return nil }
    let stem = job.candidate.address.part?.stem ?? job.candidate.address.key.description
    return part.stem == stem ? next : nil
  }

  /// Asks another address for the same page; what was had is kept in case that fails.
  private mutating func goOn(
    _ job: HostQueue.Job, to address: WebAddress, _ phase: HostQueue.Phase, keeping: [StoredPage.Capture]
  ) {
    var job = job
    job.phase = phase
    job.captures = keeping
    let credentials = address.mayHaveCredentials(of: job.address) ? job.address.credentials : nil
    job.address = address
    job.address.credentials = credentials
    job.attempts = 0
    seen.insert(address.key)
    let host = queue(address.host)
    hosts[host].push(job)
    schedule(host)
  }
}

extension WebAddress {
  /// Whether both hosts are one site's: equal but for `www.`, `m.` and `amp.`.
  func isSameSite(as other: WebAddress) -> Bool { siteName == other.siteName }

  private var siteName: Substring {
    for prefix in ["www.", "m.", "amp."] where host.hasPrefix(prefix) {
      return host.dropFirst(prefix.utf8.count)
    }
    return Substring(host)
  }
}

/// Tells whether an answer is a page.
enum PageCheck {
  static func fault(in response: HTTPResponse) -> ReadFault? {
    do throws(ReadFault) {
      try TextCheck.validate(WideText.utf8(of: response.body) ?? response.body, sha256: "")
    } catch {
      return error
    }
    if Markup.beginsAsPage(response.body) { return nil }
    let markup = Markup(response.body)
    if markup.openings + markup.closings > 4 { return nil }
    let type = ContentType(response["content-type"]).name
    if ["text/html", "application/xhtml+xml", "text/plain", ""].contains(type) { return nil }
    return ReadFault(
      Failure.Code(rawValue: "wrong-type"), "the host sends '\(type.prefix(60))', which is no page")
  }
}
