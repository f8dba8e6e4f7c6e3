/// Which machines may be connected to.
///
/// The check is made on the address of each connection when it is opened (``allows(_:forHost:)``), not on a name before:
/// a name can mean another machine a moment later.
public struct AddressPolicy: Sendable {
  private var names: Set<String> = []
  private var suffixes: [String] = []
  private var blocks: [(address: NetworkAddress, bits: Int)] = []

  /// Allows every public address, and no other.
  public init() {}

  /// Allows, besides public addresses, what `allowed` names; nil where an element is no name of the forms below.
  ///
  /// - Parameter allowed: host names, `*.` and a suffix, IP addresses, or blocks such as `10.1.0.0/16`.
  public init?(allowing allowed: [String]) {
    for text in allowed {
      let halves = text.split(separator: "/", omittingEmptySubsequences: false)
      if let address = NetworkAddress(halves[0]) {
        let width = address.bytes.count * 8
        guard halves.count <= 2, let bits = halves.count == 2 ? Int(halves[1]) : width,
          (0...width).contains(bits)
        else { return nil }
        blocks.append((address, bits))
      } else if text.hasPrefix("*."), text.utf8.count > 2, halves.count == 1 {
        suffixes.append(text.dropFirst().lowercased())
      } else if halves.count == 1, !text.contains("*"), let host = try? HostName.normal(Array(text.utf8)[...])
      {
        names.insert(host)
      } else {
        return nil
      }
    }
  }

  /// `fact`, and what to do about it.
  static func advice(_ fact: String) -> String {
    "\(fact); if it is meant, name it with --allow-host and ask again with --retry-failed"
  }

  /// Whether the user named `host` itself, or a suffix of it.
  func names(_ host: String) -> Bool { names.contains(host) || suffixes.contains { host.hasSuffix($0) } }

  /// Whether a connection to `address` may be made for a request to `host`.
  func allows(_ address: NetworkAddress, forHost host: String) -> Bool {
    address.isPublic || names(host)
      || blocks.contains { address.begins(with: $0.address.bytes, bits: $0.bits) }
  }
}
