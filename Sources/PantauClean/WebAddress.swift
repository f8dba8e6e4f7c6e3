/// Addresses as pages write them.
enum WebAddress {
  /// `address` made absolute against the page's own; as it is where that cannot be done.
  ///
  /// Only what news pages write is known: absolute, `//host`, `/path`, `?query` and `name` forms. Linear.
  static func resolved(_ address: String, against base: String?) -> String {
    let address = folded(address)
    guard !address.isEmpty, !hasScheme(address), let base, let host = hostEnd(of: base) else {
      return address
    }
    let origin = String(decoding: base.utf8.prefix(host), as: UTF8.self)
    if address.hasPrefix("//") {
      return String(decoding: base.utf8.prefix { $0 != 47 }, as: UTF8.self) + address
    }
    if address.hasPrefix("/") { return origin + address }
    let path = base.utf8.dropFirst(host).prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    if address.hasPrefix("?") { return origin + String(decoding: path, as: UTF8.self) + address }
    guard let slash = path.lastIndex(of: 47) else { return origin + "/" + address }
    return origin + String(decoding: path[...slash], as: UTF8.self) + address
  }

  /// Whether an address can be shown: it has no scheme, or one that leads somewhere and runs nothing.
  static func isSafe(_ address: String) -> Bool {
    guard hasScheme(address) else { return true }
    let lower = address.lowercased()
    return ["http:", "https:", "mailto:", "tel:", "ftp:"].contains { lower.hasPrefix($0) }
  }

  /// Whether an address can be that of a page or a picture.
  static func isWeb(_ address: String) -> Bool {
    !hasScheme(address) || address.lowercased().hasPrefix("http")
  }

  /// Letters and a colon before any other mark.
  private static func hasScheme(_ address: String) -> Bool {
    let scheme = address.utf8.prefix {
      ($0 | 32) &- 97 < 26 || isDigit($0) || $0 == 43 || $0 == 45 || $0 == 46
    }
    return !scheme.isEmpty && address.utf8.dropFirst(scheme.count).first == UInt8(ascii: ":")
  }

  /// Bytes of scheme and host.
  private static func hostEnd(of address: String) -> Int? {
    let bytes = Array(address.utf8)
    guard address.hasPrefix("http://") || address.hasPrefix("https://") else { return nil }
    let start = address.hasPrefix("https") ? 8 : 7
    return bytes[start...].firstIndex { $0 == 47 || $0 == 63 || $0 == 35 } ?? bytes.count
  }

  /// Whether two addresses lead to parts of one article: one path, or one that goes on where the other ends.
  static func isSamePath(_ left: String, _ right: String) -> Bool {
    func path(_ address: String) -> [UInt8] {
      var path = Array(address.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })
      while path.last == 47 { path.removeLast() }
      return path
    }
    let (short, long) = (path(left), path(right))
    guard short.count > 10, long.count >= short.count else { return false }
    return long.starts(with: short)
  }
}
