#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// An IP address, 4 or 16 bytes.
struct NetworkAddress: Hashable, Sendable, CustomStringConvertible {
  let bytes: [UInt8]

  var isIPv6: Bool { bytes.count == 16 }

  /// Nil where `text` is neither a dotted IPv4 nor an IPv6 address.
  init?(_ text: some StringProtocol) {
    var four = in_addr()
    var six = in6_addr()
    if inet_pton(AF_INET, String(text), &four) == 1 {
      self.init(four)
    } else if inet_pton(AF_INET6, String(text), &six) == 1 {
      self.init(bytes: withUnsafeBytes(of: &six) { Array($0) })
    } else {
      return nil
    }
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  init(_ address: in_addr) { bytes = withUnsafeBytes(of: address) { Array($0) } }

  init(_ address: in6_addr) { bytes = withUnsafeBytes(of: address) { Array($0) } }

  var description: String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(INET6_ADDRSTRLEN)) { buffer in
      let family = isIPv6 ? AF_INET6 : AF_INET
      let text = bytes.withUnsafeBytes {
        inet_ntop(family, $0.baseAddress, buffer.baseAddress, socklen_t(buffer.count))
      }
      return text.map { String(cString: $0) } ?? ""
    }
  }

  /// Whether the first `count` bits are those of `prefix`.
  func begins(with prefix: [UInt8], bits count: Int) -> Bool {
    guard prefix.count == bytes.count else { return false }
    for index in 0..<bytes.count {
      let bits = min(8, count - index * 8)
      guard bits > 0 else { return true }
      let mask = UInt8(truncatingIfNeeded: 0xFF00 >> bits)
      if bytes[index] & mask != prefix[index] & mask { return false }
    }
    return true
  }

  /// Whether anyone's machine on the public internet may answer here.
  ///
  /// False for what IANA's special-purpose registries (RFC 6890) reserve: this machine, private, link-local, carrier,
  /// documentation, benchmark and multicast networks; for the metadata addresses of cloud machines; and for IPv6
  /// addresses that carry such an IPv4 address.
  var isPublic: Bool {
    if isIPv6 {
      if let inner = carriedIPv4 { return inner.isPublic }
      return begins(with: NetworkAddress.globalSix, bits: 3)
        && !NetworkAddress.reservedSix.contains { begins(with: $0.bytes, bits: $0.bits) }
    }
    return !NetworkAddress.reservedFour.contains { begins(with: $0.bytes, bits: $0.bits) }
  }

  /// The IPv4 address inside an IPv4-mapped (RFC 4291), NAT64 (RFC 6052) or 6to4 (RFC 3056) address.
  private var carriedIPv4: NetworkAddress? {
    func inner(_ range: Range<Int>) -> NetworkAddress {
      var address = in_addr()
      withUnsafeMutableBytes(of: &address) { $0.copyBytes(from: bytes[range]) }
      return NetworkAddress(address)
    }
    let zeros = [UInt8](repeating: 0, count: 10)
    if bytes.starts(with: zeros + [0xFF, 0xFF]) { return inner(12..<16) }
    if bytes.starts(with: [0, 0x64, 0xFF, 0x9B] + zeros.prefix(8)) { return inner(12..<16) }
    if bytes.starts(with: [0x20, 0x02]) { return inner(2..<6) }
    return nil
  }

  private typealias Block = (bytes: [UInt8], bits: Int)

  private static let reservedFour: [Block] = [
    ([0, 0, 0, 0], 8), ([10, 0, 0, 0], 8), ([100, 64, 0, 0], 10), ([127, 0, 0, 0], 8),
    ([169, 254, 0, 0], 16),
    ([172, 16, 0, 0], 12), ([192, 0, 0, 0], 24), ([192, 0, 2, 0], 24), ([192, 88, 99, 0], 24),
    ([192, 168, 0, 0], 16), ([198, 18, 0, 0], 15), ([198, 51, 100, 0], 24), ([203, 0, 113, 0], 24),
    ([224, 0, 0, 0], 3),
    // Azure's machine agent, a metadata address inside a public block.
    ([168, 63, 129, 16], 32),
  ]
  private static let globalSix: [UInt8] = [0x20] + [UInt8](repeating: 0, count: 15)
  private static let reservedSix: [Block] = [
    ([0x20, 0x01, 0x00, 0x00], 23), ([0x20, 0x01, 0x0D, 0xB8], 32), ([0x3F, 0xFF, 0x00, 0x00], 20),
  ].map { ($0.0 + [UInt8](repeating: 0, count: 12), $0.1) }
}

/// Where a connection goes: an address and a port.
struct NetworkEndpoint: Hashable, Sendable {
  var address: NetworkAddress
  var port: Int

  init(address: NetworkAddress, port: Int) {
    self.address = address
    self.port = port
  }

  /// Nil for a family that is neither IPv4 nor IPv6.
  init?(_ address: UnsafePointer<sockaddr>) {
    let raw = UnsafeRawPointer(address)
    switch Int32(address.pointee.sa_family) {
    case AF_INET:
      let four = raw.loadUnaligned(as: sockaddr_in.self)
      self.init(address: NetworkAddress(four.sin_addr), port: Int(UInt16(bigEndian: four.sin_port)))
    case AF_INET6:
      let six = raw.loadUnaligned(as: sockaddr_in6.self)
      self.init(address: NetworkAddress(six.sin6_addr), port: Int(UInt16(bigEndian: six.sin6_port)))
    default: return nil
    }
  }
}
