#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension WebAddress {
  /// The address that `text` is.
  ///
  /// - Parameters:
  ///   - text: as it stands on a page, in a feed or on the command line.
  ///   - base: what a relative text is relative to.
  /// - Throws: ``Fault`` for a text that is no address of `http` or `https`.
  public init(_ text: some StringProtocol, relativeTo base: WebAddress? = nil) throws(Fault) {
    try self.init(bytes: Array(text.utf8), relativeTo: base)
  }

  init(bytes: [UInt8], relativeTo base: WebAddress? = nil) throws(Fault) {
    guard bytes.count <= WebAddress.maximumLength else { throw .tooLong }
    var text = AddressText(bytes)
    text.cutFragment()
    let scheme = text.takeScheme()
    if let scheme, scheme != "http", scheme != "https" { throw .scheme(scheme) }
    let isSecure = scheme.map { $0 == "https" } ?? base?.isSecure
    guard let isSecure else { throw .scheme("") }
    if text.takeSlashes() || (scheme != nil && base == nil) {
      self = try WebAddress.absolute(text.bytes[...], isSecure: isSecure)
    } else {
      guard let base, scheme == nil || base.isSecure == isSecure else { throw .malformed }
      self = base.resolving(text.bytes[...])
    }
    guard description.utf8.count <= WebAddress.maximumLength else { throw .tooLong }
  }

  private static func absolute(_ rest: ArraySlice<UInt8>, isSecure: Bool) throws(Fault) -> WebAddress {
    let end = rest.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? rest.endIndex
    var authority = rest[..<end]
    var credentials: String?
    if let at = authority.lastIndex(of: UInt8(ascii: "@")) {
      credentials = String(decoding: authority[..<at], as: UTF8.self)
      authority = authority[(at + 1)...]
    }
    var port: Int?
    if let colon = authority.lastIndex(of: UInt8(ascii: ":")), authority.last != UInt8(ascii: "]") {
      port = try number(authority[(colon + 1)...])
      authority = authority[..<colon]
    }
    if port == (isSecure ? 443 : 80) { port = nil }
    let host = try HostName.normal(authority)
    let (path, query) = AddressText.split(rest[end...])
    var address = WebAddress(
      isSecure: isSecure, host: host, port: port, path: AddressText.path(path, below: []),
      query: query.map(AddressText.escaped))
    address.credentials = credentials?.isEmpty == true ? nil : credentials
    return address
  }

  /// Nil for no digits at all, which means the scheme's own port.
  private static func number(_ digits: ArraySlice<UInt8>) throws(Fault) -> Int? {
    guard !digits.isEmpty else { return nil }
    guard digits.count <= 8, digits.allSatisfy({ (0x30...0x39).contains($0) }),
      let port = Int(String(decoding: digits, as: UTF8.self)), (1...65535).contains(port)
    else { throw .malformed }
    return port
  }

  /// RFC 3986, 5.2, for a reference without scheme and host.
  private func resolving(_ reference: ArraySlice<UInt8>) -> WebAddress {
    let (path, query) = AddressText.split(reference)
    if path.isEmpty { return with(path: self.path, query: query.map(AddressText.escaped) ?? self.query) }
    let isAbsolute = path.first == UInt8(ascii: "/")
    let folder = isAbsolute ? [] : Array(self.path.utf8)
    return with(
      path: AddressText.path(path, below: folder[..<((folder.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1)]),
      query: query.map(AddressText.escaped))
  }
}

/// The host of an address in normal form.
enum HostName {
  private static let forbidden = Set(" #%/:<>?@[\\]^|\"`{}".utf8)

  static func normal(_ text: ArraySlice<UInt8>) throws(WebAddress.Fault) -> String {
    if text.first == UInt8(ascii: "["), text.last == UInt8(ascii: "]") { return try literal(text) }
    var bytes = AddressText.unescaped(text).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    if bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
    let labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard bytes.count <= 253, labels.allSatisfy({ !$0.isEmpty }),
      bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F && !forbidden.contains($0) })
    else { throw .malformed }
    let host = String(decoding: bytes, as: UTF8.self)
    guard host.utf8.elementsEqual(bytes) else { throw .malformed }
    let last = host.split(separator: ".").last ?? ""
    guard last.utf8.first.map({ (0x30...0x39).contains($0) }) == true else { return host }
    // 2130706433 and 0x7f.1 are IPv4 addresses, too.
    var address = in_addr()
    guard inet_aton(host, &address) != 0 else {
      if last.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { throw .malformed }
      return host
    }
    return NetworkAddress(address).description
  }

  private static func literal(_ text: ArraySlice<UInt8>) throws(WebAddress.Fault) -> String {
    guard let address = NetworkAddress(String(decoding: text.dropFirst().dropLast(), as: UTF8.self)),
      address.isIPv6
    else { throw .malformed }
    return "[\(address)]"
  }
}
