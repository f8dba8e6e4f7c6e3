@testable import PantauFetch

/// Changes bytes at random, the same for the same seed: bits, pieces taken out, doubled, exchanged, and numbers blown up.
struct Mutation {
  private var random: SplitMix

  init(seed: UInt64) { random = SplitMix(seed: seed) }

  mutating func below(_ limit: Int) -> Int { limit <= 0 ? 0 : Int(random.fraction() * Double(limit)) }

  mutating func mutated(_ sample: [UInt8], with others: [[UInt8]]) -> [UInt8] {
    var bytes = sample
    for _ in 0...below(6) { change(&bytes, others) }
    return Array(bytes.prefix(1 << 16))
  }

  private mutating func change(_ bytes: inout [UInt8], _ others: [[UInt8]]) {
    let start = below(bytes.count)
    let end = min(bytes.count, start + below(40))
    switch below(7) {
    case 0 where !bytes.isEmpty: bytes[start] = UInt8(below(256))
    case 1: bytes.removeSubrange(start..<end)
    case 2: bytes.insert(contentsOf: bytes[start..<end], at: below(bytes.count))
    case 3:
      let other = others[below(others.count)]
      let from = below(other.count)
      bytes.replaceSubrange(start..<end, with: other[from..<min(other.count, from + below(80))])
    case 4: bytes.insert(contentsOf: Mutation.tokens[below(Mutation.tokens.count)], at: start)
    case 5: bytes.insert(contentsOf: [UInt8](repeating: UInt8(below(256)), count: below(300)), at: start)
    default: bytes = Array(bytes.prefix(start))
    }
  }

  private static let tokens: [[UInt8]] =
    [
      "<![CDATA[", "]]>", "<!DOCTYPE x [", "<!ENTITY a 'b'>", "&a;", "&#x0;", "%00", "%2e%2e", "//", "..",
      "[::1]", "@", ":", "#",
      "\r\n\r\n", "\n", "WARC/1.1\r\n", "Content-Length: 99999999999\r\n", "Content-Length: -1\r\n",
      "HTTP/1.1 200 OK\r\n",
      "User-agent: *\n", "Disallow: /*$\n", "*", "$", "\u{FEFF}", "\u{1F}\u{8B}", "</item>", "<item>",
      "99999999999999999999",
      "Transfer-Encoding: chunked\r\n", "ffffffffffffffff\r\n",
    ].map { Array($0.utf8) } + [[0xFF, 0xFE], [0x1F, 0x8B, 8, 0], [0xC0, 0x80], [0]]
}
