#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The proxies that the environment names, read as libcurl reads it: `http_proxy`, `https_proxy`, `all_proxy`, `no_proxy`.
///
/// A connection to such a proxy, at its own port and for the scheme that it is named for, is no connection to a private
/// page, wherever the proxy lies. What the proxy connects to is not seen from here; so that it is not led to machines of
/// its own network, only hosts that look like public names are asked through it, and addresses written as numbers are judged
/// as always.
struct ProxyEnvironment: Sendable {
  private var plain: Set<NetworkEndpoint> = []
  private var secure: Set<NetworkEndpoint> = []
  private var hasPlain = false
  private var hasSecure = false
  /// Names and suffixes that are asked without a proxy; `*` for all.
  private var direct: [String] = []

  private static let privateSuffixes = [
    ".localhost", ".local", ".internal", ".home.arpa", ".lan", ".intranet",
  ]
  /// libcurl's own, for a proxy that is named without one.
  private static let defaultPort = 1080

  /// No proxy at all.
  static let none = ProxyEnvironment { _ in nil }

  /// - Parameter value: finds a variable of the environment.
  init(_ value: (String) -> String? = ProxyEnvironment.variable) {
    func first(_ names: String...) -> String? {
      for name in names { if let text = value(name), !text.isEmpty { return text } }
      return nil
    }
    // HTTP_PROXY in capitals is what a CGI program would get from a stranger's header, so that libcurl leaves it alone.
    if let text = first("http_proxy", "all_proxy", "ALL_PROXY") {
      (hasPlain, plain) = (true, ProxyEnvironment.endpoints(text))
    }
    if let text = first("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY") {
      (hasSecure, secure) = (true, ProxyEnvironment.endpoints(text))
    }
    let names = first("no_proxy", "NO_PROXY") ?? ""
    direct = names.split { $0 == "," || $0 == " " }.map { name in
      String(name.drop { $0 == "." }).lowercased()
    }
  }

  /// Whether a connection to `endpoint` is one to the proxy for `address`.
  func isProxy(_ endpoint: NetworkEndpoint, for address: WebAddress) -> Bool {
    (address.isSecure ? secure : plain).contains(endpoint)
  }

  /// Whether `address` would be asked through a proxy although its name is none of the public internet's.
  func mustRefuse(_ address: WebAddress, _ policy: AddressPolicy) -> Bool {
    let host = address.host
    guard address.isSecure ? hasSecure : hasPlain, !isDirect(host), !policy.names(host),
      NetworkAddress(host.filter { $0 != "[" && $0 != "]" }) == nil
    else { return false }
    return !host.contains(".") || ProxyEnvironment.privateSuffixes.contains(where: host.hasSuffix)
  }

  private func isDirect(_ host: String) -> Bool {
    direct.contains { $0 == "*" || host == $0 || host.hasSuffix("." + $0) }
  }

  // MARK: - Reading

  /// The value of a variable of this process.
  static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// Where the proxy `[scheme://][user:password@]host[:port][/…]` listens; looks its name up.
  private static func endpoints(_ text: String) -> Set<NetworkEndpoint> {
    var rest = Substring(text)
    var port = defaultPort
    if let slashes = text.firstRange(of: "://") {
      if text[..<slashes.lowerBound].lowercased() == "https" { port = 443 }
      rest = text[slashes.upperBound...]
    }
    rest = rest.prefix { $0 != "/" }
    if let at = rest.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
    if let colon = rest.lastIndex(of: ":"), rest.last != "]",
      let number = Int(rest[rest.index(after: colon)...])
    {
      port = number
      rest = rest[..<colon]
    }
    return Set(
      lookUp(rest.filter { $0 != "[" && $0 != "]" }).map { NetworkEndpoint(address: $0, port: port) })
  }

  private static func lookUp(_ host: String) -> [NetworkAddress] {
    var list: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, nil, nil, &list) == 0 else { return [] }
    defer { freeaddrinfo(list) }
    var found: [NetworkAddress] = []
    var next = list
    while let entry = next {
      if let raw = entry.pointee.ai_addr, let endpoint = NetworkEndpoint(raw) {
        found.append(endpoint.address)
      }
      next = entry.pointee.ai_next
    }
    return found
  }
}
