/// A token-prefix table: phrases as sequences of word identifiers, each with values.
///
/// One array access tells whether any phrase begins with a word, which it does for few tokens of a text; every further
/// token costs one probe of a hash table.
public struct PhraseTable: Sendable {
  /// Node reached by a phrase's first word, by word identifier; 0 where no phrase begins with it.
  private var roots: [UInt32] = []
  private var keys: [UInt64] = Array(repeating: 0, count: 64)
  private var children: [UInt32] = Array(repeating: 0, count: 64)
  private var childCount = 0
  /// Whether a longer phrase goes on from the node.
  private var isInner: [Bool] = [false]
  /// First value of each node in `values`, -1 where no phrase ends; values of one node are linked by `next`.
  private var first: [Int32] = [-1]
  private var values: [UInt32] = []
  private var next: [Int32] = []

  /// An empty table.
  public init() {}

  /// Whether no phrase was added.
  public var isEmpty: Bool { values.isEmpty }

  /// Adds a phrase; a phrase may have many values, kept in the order in which they were added.
  public mutating func insert(_ words: [UInt32], value: UInt32) {
    guard let head = words.first, !words.contains(0) else { return }
    while roots.count <= Int(head) { roots.append(0) }
    if roots[Int(head)] == 0 { roots[Int(head)] = newNode() }
    var node = roots[Int(head)]
    for word in words.dropFirst() { node = child(of: node, word) ?? addChild(of: node, word) }
    values.append(value)
    next.append(-1)
    let added = Int32(values.count - 1)
    if first[Int(node)] < 0 {
      first[Int(node)] = added
    } else {
      var last = first[Int(node)]
      while next[Int(last)] >= 0 { last = next[Int(last)] }
      next[Int(last)] = added
    }
  }

  /// Calls `body` with the end (a token index) and value of every phrase that begins at token `start`, shorter ones
  /// first.
  @inline(__always)
  public func forEachMatch(
    in tokens: [Token], at start: Int, limit: Int, _ body: (_ end: Int, _ value: UInt32) -> Void
  ) {
    let word = Int(tokens[start].word)
    guard word < roots.count, roots[word] != 0 else { return }
    var node = roots[word]
    var index = start + 1
    while true {
      var value = first[Int(node)]
      while value >= 0 {
        body(index, values[Int(value)])
        value = next[Int(value)]
      }
      guard isInner[Int(node)], index < limit, tokens[index].word != 0,
        let below = child(of: node, tokens[index].word)
      else {
        return
      }
      node = below
      index += 1
    }
  }

  /// A phrase found in a text.
  public struct Found: Sendable, Equatable {
    /// Index of its first token.
    public var start: Int32
    /// Index of the token behind it.
    public var end: Int32
    /// One of the phrase's values.
    public var value: UInt32
  }

  /// All phrases in each of `ranges`, which they do not leave, by first token and then by length; linear in tokens and
  /// in what is found.
  public func matches(in tokens: [Token], ranges: [Range<Int>]) -> [Found] {
    var found: [Found] = []
    found.reserveCapacity(tokens.count / 2 + 4)
    for range in ranges {
      for start in range where Int(tokens[start].word) < roots.count {
        var node = roots[Int(tokens[start].word)]
        var index = start &+ 1
        while node != 0 {
          var value = first[Int(node)]
          while value >= 0 {
            found.append(Found(start: Int32(start), end: Int32(index), value: values[Int(value)]))
            value = next[Int(value)]
          }
          guard isInner[Int(node)], index < range.upperBound, tokens[index].word != 0 else { break }
          node = child(of: node, tokens[index].word) ?? 0
          index &+= 1
        }
      }
    }
    return found
  }

  private mutating func newNode() -> UInt32 {
    first.append(-1)
    isInner.append(false)
    return UInt32(first.count - 1)
  }

  @inline(__always)
  private func child(of node: UInt32, _ word: UInt32) -> UInt32? {
    let key = UInt64(node) << 32 | UInt64(word)
    let mask = keys.count - 1
    var slot = PhraseTable.slot(key) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return children[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private mutating func addChild(of node: UInt32, _ word: UInt32) -> UInt32 {
    if (childCount + 1) * 2 > keys.count { grow() }
    let added = newNode()
    isInner[Int(node)] = true
    place(UInt64(node) << 32 | UInt64(word), added)
    childCount += 1
    return added
  }

  private mutating func place(_ key: UInt64, _ node: UInt32) {
    let mask = keys.count - 1
    var slot = PhraseTable.slot(key) & mask
    while keys[slot] != 0 { slot = (slot + 1) & mask }
    keys[slot] = key
    children[slot] = node
  }

  private mutating func grow() {
    let old = zip(keys, children).filter { $0.0 != 0 }
    keys = Array(repeating: 0, count: keys.count * 2)
    children = Array(repeating: 0, count: keys.count)
    for (key, node) in old { place(key, node) }
  }

  @inline(__always)
  private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20)
  }
}
