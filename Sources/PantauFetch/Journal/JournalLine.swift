internal import FoundationEssentials
internal import PantauRecords

/// One line of a journal: what became of an address, or what a robots.txt said.
struct JournalLine: Codable, Sendable, Equatable {
  /// Where a page lies in the archive.
  struct Place: Codable, Sendable, Equatable {
    /// The archive file's number.
    var file: Int
    /// Bytes before the page's first record, compressed.
    var offset: Int
    /// Bytes of its records, compressed.
    var length: Int
  }

  var url: String?
  var kind: String?
  var state: FetchState?
  /// Seconds since 1970.
  var at: Int
  var reason: String?
  var message: String?
  var status: Int?
  var final: String?
  var etag: String?
  var lastModified: String?
  var title: String?
  var published: Int?
  var place: Place?
  /// Other addresses that the page's records answer for.
  var also: [String]?
  /// What titles must hold, where a listing that waits has words of its own.
  var match: [String]?
  /// What the items of a listing that was read were chosen by.
  var choice: String?
  /// The site that `verdict` is about.
  var robots: String?
  var verdict: String?
  var text: String?

  enum CodingKeys: String, CodingKey {
    case url, kind, state, at, reason, message, status, final, etag, title, published, place, also, match,
      choice, robots, verdict, text
    case lastModified = "last_modified"
  }

  init(at: Int) { self.at = at }

  init?(_ bytes: [UInt8]) {
    guard let line = try? JSONDecoder().decode(JournalLine.self, from: Data(bytes)) else { return nil }
    self = line
  }

  /// One line of JSON with its line feed, keys in a fixed order, what is nil left out.
  var bytes: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      func text(_ key: StaticString, _ value: String?) {
        guard let value, !value.isEmpty else { return }
        json.key(key)
        json.string(value)
      }
      func number(_ key: StaticString, _ value: Int?) {
        guard let value else { return }
        json.key(key)
        json.int(value)
      }
      text("url", url)
      text("kind", kind)
      text("state", state?.rawValue)
      number("at", at)
      text("reason", reason)
      text("message", message)
      number("status", status)
      text("final", final)
      text("etag", etag)
      text("last_modified", lastModified)
      text("title", title)
      number("published", published)
      if let place { JournalLine.write(place, to: &json) }
      func texts(_ key: StaticString, _ values: [String]?) {
        guard let values, !values.isEmpty else { return }
        json.key(key)
        json.array { json in for value in values { json.string(value) } }
      }
      texts("also", also)
      texts("match", match)
      text("choice", choice)
      text("robots", robots)
      text("verdict", verdict)
      text("text", self.text)
    }
    json.newline()
    return json.take()
  }

  private static func write(_ place: Place, to json: inout JSONWriter) {
    json.key("place")
    json.object { json in
      json.key("file")
      json.int(place.file)
      json.key("offset")
      json.int(place.offset)
      json.key("length")
      json.int(place.length)
    }
  }
}

extension JournalLine {
  init(_ candidate: Candidate, at: Int) {
    self.at = at
    url = candidate.address.description
    kind = candidate.kind.name
    state = .pending
    title = candidate.title
    published = candidate.published
    match = candidate.match?.phrases
  }

  init(_ settlement: Settlement, at: Int) {
    self.at = at
    url = settlement.asked.description
    kind = settlement.kind.name
    state = settlement.state
    reason = settlement.reason
    message = settlement.message
    status = settlement.status
    final = settlement.final?.description
    etag = settlement.validators.etag
    lastModified = settlement.validators.lastModified
    choice = settlement.choice
  }

  init(robots origin: String, _ verdict: RobotsVerdict) {
    at = Int(verdict.date)
    robots = origin
    switch verdict.content {
    case .file(let bytes, _):
      self.verdict = "file"
      text = String(decoding: bytes, as: UTF8.self)
    case .none: self.verdict = "none"
    case .unreachable(let reason):
      self.verdict = "unreachable"
      self.reason = reason
    case .refused(let message):
      self.verdict = "refused"
      reason = message
    }
  }

  /// The verdict that a line about a robots.txt holds.
  func robotsVerdict(agent: String) -> RobotsVerdict? {
    switch verdict {
    case "file":
      let bytes = Array((text ?? "").utf8)
      return RobotsVerdict(
        content: .file(text: bytes, rules: RobotsRules(bytes, agent: agent)), date: Double(at))
    case "none": return RobotsVerdict(content: .none, date: Double(at))
    // What could not be had is asked again by the next run.
    default: return nil
    }
  }

  /// What is to be asked, where the line says that it waits.
  var candidate: Candidate? {
    guard let url, let address = try? WebAddress(url), let kind = kind.flatMap(Candidate.Kind.init(name:))
    else {
      return nil
    }
    return Candidate(
      address: address, kind: kind, title: title, published: published, match: match.map(TitleMatch.init))
  }
}

extension Candidate.Kind {
  /// The kind's name in a journal.
  var name: String {
    switch self {
    case .page: "page"
    case .listing(let depth): "listing-\(depth)"
    case .source(let discover): discover ? "site" : "source"
    }
  }

  init?(name: String) {
    switch name {
    case "page": self = .page
    case "source": self = .source(discover: false)
    case "site": self = .source(discover: true)
    default:
      guard name.hasPrefix("listing-"), let depth = Int(name.dropFirst(8)) else { return nil }
      self = .listing(depth: depth)
    }
  }
}
