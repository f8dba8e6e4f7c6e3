internal import Crypto

extension WebAddress {
  /// The address that is asked: without parameters that only say where a reader came from.
  var canonical: WebAddress {
    with(path: path, query: WebAddress.query(query, without: WebAddress.isTracking))
  }

  /// One key for all addresses of one page: `http` and `https`, its AMP twin, its whole and its split form.
  var key: AddressKey {
    var path = Substring(self.path)
    var host = Substring(self.host)
    if host.hasPrefix("amp.") { host = host.dropFirst(4) }
    if host.hasPrefix("www.") { host = host.dropFirst(4) }
    if path.hasPrefix("/amp/") { path = path.dropFirst(4) }
    if path.hasSuffix("/amp/") { path = path.dropLast(4) }
    if path.hasSuffix("/amp") { path = path.dropLast(4) }
    if path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
    if path.isEmpty { path = "/" }
    let query = WebAddress.query(query) {
      WebAddress.isTracking($0) || WebAddress.isWhole($0) || WebAddress.isAMP($0)
    }
    return AddressKey("\(host)\(port.map { ":\($0)" } ?? "")\(path)?\(query ?? "")")
  }

  /// A key of this address alone.
  var exactKey: AddressKey { AddressKey(description) }

  /// Whether the address has the form of an AMP twin.
  var looksLikeAMP: Bool {
    host.hasPrefix("amp.") || path.hasPrefix("/amp/") || path.hasSuffix("/amp") || path.hasSuffix("/amp/")
      || parameters.contains(where: WebAddress.isAMP)
  }

  /// Whether the address asks for all parts of an article at once.
  var asksForWhole: Bool { parameters.contains(where: WebAddress.isWhole) }

  /// The parts of the query between `&`.
  var parameters: [Substring] { query?.split(separator: "&") ?? [] }

  /// The number of the part that the address asks for: `?page=2`, `/2`, `/page/2`; nil where it names none.
  ///
  /// `stem` is the rest of the address, which the parts of one article share.
  var part: (number: Int, stem: String)? {
    for parameter in parameters {
      let halves = parameter.split(separator: "=", maxSplits: 1)
      guard halves.count == 2, WebAddress.partNames.contains(String(halves[0])), let number = Int(halves[1])
      else { continue }
      let rest = WebAddress.query(query) { $0 == parameter }
      return (number, with(path: path, query: rest).key.description)
    }
    let segments = path.split(separator: "/")
    guard let last = segments.last, last.utf8.count <= 2, let number = Int(last), number > 1 else {
      return nil
    }
    var rest = segments.dropLast()
    if rest.last == "page" { rest = rest.dropLast() }
    return (number, with(path: "/" + rest.joined(separator: "/"), query: query).key.description)
  }

  private static let partNames: Set<String> = ["page", "p", "hal", "halaman", "pg"]
  /// What newspapers' own addresses for a whole article look like.
  private static let wholes: Set<String> = ["page=all", "showpage=all", "single=1", "all=1", "view=all"]
  private static let trackingNames: Set<String> = [
    "fbclid", "gclid", "dclid", "gbraid", "wbraid", "gclsrc", "msclkid", "yclid", "twclid", "ttclid",
    "igshid",
    "igsh", "mc_cid", "mc_eid", "_ga", "_gl", "ref_src", "ref_url", "cmpid", "_openstat", "spm", "share_id",
    "wt_mc", "mkt_tok", "vero_id", "oly_enc_id", "oly_anon_id", "srsltid", "zarsrc",
  ]

  private static func name(_ parameter: Substring) -> String { parameter.prefix { $0 != "=" }.lowercased() }

  private static func isTracking(_ parameter: Substring) -> Bool {
    let name = name(parameter)
    return name.hasPrefix("utm_") || trackingNames.contains(name)
  }

  private static func isWhole(_ parameter: Substring) -> Bool { wholes.contains(parameter.lowercased()) }

  private static func isAMP(_ parameter: Substring) -> Bool {
    let text = parameter.lowercased()
    return text == "amp" || text == "amp=1" || text == "amp=true" || text == "outputtype=amp"
  }

  private static func query(_ query: String?, without isDropped: (Substring) -> Bool) -> String? {
    guard let query else { return nil }
    let kept = query.split(separator: "&").filter { !isDropped($0) }
    return kept.isEmpty ? nil : kept.joined(separator: "&")
  }
}

/// The identity of a page among addresses: half a SHA-256, 16 bytes however long the address.
struct AddressKey: Hashable, Sendable, CustomStringConvertible {
  private let high: UInt64
  private let low: UInt64

  init(_ text: String) {
    var hash = SHA256()
    var text = text
    text.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
    (high, low) = hash.finalize().withUnsafeBytes {
      ($0.loadUnaligned(as: UInt64.self), $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    }
  }

  /// The key of what a journal line is about: an address, or the name of a document that came from a file.
  init(asked text: String) {
    if let address = try? WebAddress(text) { self = address.key } else { self.init(text) }
  }

  var description: String { String(high, radix: 16) + "-" + String(low, radix: 16) }
}
