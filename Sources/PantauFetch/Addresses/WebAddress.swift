/// An address of the web, `http` or `https`, in one normal form.
///
/// Parsed as browsers do (WHATWG URL Standard, https://url.spec.whatwg.org), for the two schemes that are fetched: white
/// space at the ends, tabs and line feeds are dropped, `\` is `/`, scheme and host are in lower case, the scheme's own
/// port and the fragment are left out, `.` and `..` are resolved (also as `%2e`), hexadecimal digits of escapes are
/// upper-case, unreserved characters are not escaped (RFC 3986, 6.2.2), and everything else is.
public struct WebAddress: Sendable, Hashable, CustomStringConvertible {
  /// Why a text is no address that can be fetched.
  public enum Fault: Error, Sendable, Equatable {
    /// It has another scheme, or none where nothing says what it is relative to.
    case scheme(String)
    /// It is none at all.
    case malformed
    /// It is longer than ``WebAddress/maximumLength``.
    case tooLong
  }

  /// The length in bytes beyond which an address is refused.
  public static let maximumLength = 8192

  /// Whether the scheme is `https`.
  public private(set) var isSecure: Bool
  /// The host: a name in lower case, an IPv4 address, or an IPv6 address in brackets.
  public private(set) var host: String
  /// The port, nil for the scheme's own.
  public private(set) var port: Int?
  /// The path, `/` at least.
  public private(set) var path: String
  /// The query without its `?`; nil where there is none.
  public private(set) var query: String?
  /// `user:password` where the text had it, as it stood. Belongs to no comparison and is not in ``description``.
  var credentials: String?

  init(isSecure: Bool, host: String, port: Int?, path: String, query: String?) {
    self.isSecure = isSecure
    self.host = host
    self.port = port
    self.path = path
    self.query = query
  }

  /// Scheme, host and port: what robots.txt holds for.
  var origin: String {
    (isSecure ? "https://" : "http://") + host + (port.map { ":\($0)" } ?? "")
  }

  /// Path and query: what a request asks the host for.
  var target: String { path + (query.map { "?" + $0 } ?? "") }

  /// The whole address, without credentials.
  public var description: String { origin + target }

  /// The same address with another path and query, which must be in normal form.
  func with(path: String, query: String?) -> WebAddress {
    var copy = self
    copy.path = path
    copy.query = query
    return copy
  }

  /// Same scheme, host, port, path and query.
  public static func == (left: WebAddress, right: WebAddress) -> Bool {
    left.isSecure == right.isSecure && left.host == right.host && left.port == right.port
      && left.path == right.path && left.query == right.query
  }

  /// Hashes what ``==(_:_:)`` compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(isSecure)
    hasher.combine(host)
    hasher.combine(port)
    hasher.combine(path)
    hasher.combine(query)
  }
}
