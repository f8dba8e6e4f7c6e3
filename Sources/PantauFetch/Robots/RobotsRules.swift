/// What a robots.txt says to one crawler: the Robots Exclusion Protocol, RFC 9309.
///
/// Reading is linear; a question costs the length of the path times the rules that apply.
struct RobotsRules: Sendable, Equatable {
  /// One line `allow` or `disallow`.
  struct Rule: Sendable, Equatable {
    var isAllowed: Bool
    /// Octets in the normal form of addresses, with `*` and a final `$` as they stood.
    var pattern: [UInt8]
  }

  /// The octets of a file that are read; the rest is left alone (RFC 9309, 2.5).
  static let maximumBytes = 500 << 10

  private(set) var rules: [Rule] = []
  /// Seconds between requests, where the group asks for it.
  private(set) var crawlDelay: Double?
  /// The addresses behind `sitemap`, which belong to no group.
  private(set) var sitemaps: [String] = []

  /// Everything is allowed.
  init() {}

  /// - Parameters:
  ///   - bytes: the file; a byte order mark and bytes that are no UTF-8 do no harm.
  ///   - agent: the crawler's product token, compared without case.
  init(_ bytes: [UInt8], agent: String) {
    var reader = RobotsReader(agent: Array(agent.lowercased().utf8))
    var rest = bytes.prefix(RobotsRules.maximumBytes)
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    for line in rest.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) { reader.read(line) }
    let group = reader.own ?? reader.everyone
    rules = group?.rules ?? []
    crawlDelay = group?.crawlDelay
    sitemaps = reader.sitemaps
  }

  /// Whether the path and query `target` may be asked: the longest matching pattern decides, `allow` wins a tie.
  func allows(_ target: String) -> Bool {
    let path = Array(target.utf8)
    if path.elementsEqual("/robots.txt".utf8) { return true }
    var longest = -1
    var isAllowed = true
    for rule in rules where rule.pattern.count >= longest {
      guard rule.pattern.count > longest || rule.isAllowed, RobotsRules.matches(rule.pattern, path) else {
        continue
      }
      longest = rule.pattern.count
      isAllowed = rule.isAllowed
    }
    return isAllowed
  }

  /// Whether `pattern` matches a beginning of `path`; with `$` at its end, the whole of it.
  ///
  /// Goes back to the last `*` only, so that many stars cost no more than their number times the path.
  static func matches(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
    let isAnchored = pattern.last == UInt8(ascii: "$")
    let end = isAnchored ? pattern.count - 1 : pattern.count
    var (at, index) = (0, 0)
    var star: (pattern: Int, path: Int)?
    while true {
      if at == end, !isAnchored || index == path.count { return true }
      if at < end, pattern[at] == UInt8(ascii: "*") {
        star = (at + 1, index)
        at += 1
      } else if at < end, index < path.count, pattern[at] == path[index] {
        at += 1
        index += 1
      } else if let last = star, last.path < path.count {
        star = (last.pattern, last.path + 1)
        at = last.pattern
        index = last.path + 1
      } else {
        return false
      }
    }
  }
}

/// Reads the lines of a robots.txt.
private struct RobotsReader {
  struct Group {
    var rules: [RobotsRules.Rule] = []
    var crawlDelay: Double?
  }

  let agent: [UInt8]
  var own: Group?
  var everyone: Group?
  var sitemaps: [String] = []
  private var isOwn = false
  private var isEveryone = false
  private var namesAgents = false

  private static let maximumSitemaps = 1000
  /// Longer ones match no address that is asked, and would make a question slow.
  private static let maximumPattern = 2048

  init(agent: [UInt8]) { self.agent = agent }

  mutating func read(_ line: ArraySlice<UInt8>) {
    let content = line.prefix { $0 != UInt8(ascii: "#") }
    guard let colon = content.firstIndex(of: UInt8(ascii: ":")) else { return }
    let key = String(decoding: RobotsReader.trimmed(content[..<colon]), as: UTF8.self).lowercased()
    let value = RobotsReader.trimmed(content[(colon + 1)...])
    switch key {
    case "user-agent", "useragent": beginGroup(value)
    case "allow": add(value, isAllowed: true)
    case "disallow", "dissallow": add(value, isAllowed: false)
    case "crawl-delay":
      namesAgents = false
      guard let delay = Double(String(decoding: value, as: UTF8.self)), delay >= 0, delay.isFinite else {
        return
      }
      change { $0.crawlDelay = max($0.crawlDelay ?? 0, delay) }
    case "sitemap" where sitemaps.count < RobotsReader.maximumSitemaps:
      // The address itself may hold a `#`, which means nothing to a server.
      sitemaps.append(String(decoding: value, as: UTF8.self))
    default: break
    }
  }

  private mutating func beginGroup(_ value: ArraySlice<UInt8>) {
    if !namesAgents { (isOwn, isEveryone) = (false, false) }
    namesAgents = true
    if value.elementsEqual("*".utf8) {
      isEveryone = true
      if everyone == nil { everyone = Group() }
      return
    }
    // The product token ends at the first character that it may not hold: `pantau/1.0` means pantau.
    let token = value.prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 == 0x2D || $0 == 0x5F }
    if token.map({ $0 | 0x20 }).elementsEqual(agent.map { $0 | 0x20 }) {
      isOwn = true
      if own == nil { own = Group() }
    }
  }

  private mutating func add(_ value: ArraySlice<UInt8>, isAllowed: Bool) {
    namesAgents = false
    guard !value.isEmpty, value.count <= RobotsReader.maximumPattern else { return }
    var pattern = Array(AddressText.escaped(value).utf8)
    if pattern.first != UInt8(ascii: "/"), pattern.first != UInt8(ascii: "*") { pattern.insert(0x2F, at: 0) }
    change { $0.rules.append(RobotsRules.Rule(isAllowed: isAllowed, pattern: pattern)) }
  }

  private mutating func change(_ body: (inout Group) -> Void) {
    if isOwn, var group = own {
      own = nil
      body(&group)
      own = group
    }
    if isEveryone, var group = everyone {
      everyone = nil
      body(&group)
      everyone = group
    }
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text
    while let first = text.first, first <= 0x20 { text.removeFirst() }
    while let last = text.last, last <= 0x20 { text.removeLast() }
    return text
  }
}
