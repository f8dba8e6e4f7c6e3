/// A token-prefix table: phrases as sequences of word identifiers, each with values.
///
/// One array access tells whether any phrase begins with a word, which it does for few tokens of a text; every further
/// token costs one probe of a hash table.
public struct PhraseTable: Sendable {
  /// Where a phrase's words so far have led.
  private struct Node {
    /// First of the node's values in `values`, -1 where no phrase ends.
    var value: Int32 = -1
    /// Whether a longer phrase goes on from here.
    var isInner = false
  }

  /// The hash table's cell: a node and a word, and the node to which the word leads.
  private struct Cell {
    var key: UInt64 = 0
    var child: UInt32 = 0
  }

  /// Node reached by a phrase's first word, by word identifier; 0 where no phrase begins with it.
  private var roots: [UInt32] = []
  private var nodes: [Node] = [Node()]
  private var cells: [Cell] = Array(repeating: Cell(), count: 64)
  private var childCount = 0
  /// Values, and for each the next one of the same node, -1 for the last.
  private var values: [(value: UInt32, next: Int32)] = []

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
    for word in words.dropFirst() {
      let known = cells.withUnsafeBufferPointer { PhraseTable.child(of: node, word, $0) }
      node = known != 0 ? known : addChild(of: node, word)
    }
    values.append((value, -1))
    let added = Int32(values.count - 1)
    if nodes[Int(node)].value < 0 {
      nodes[Int(node)].value = added
    } else {
      var last = nodes[Int(node)].value
      while values[Int(last)].next >= 0 { last = values[Int(last)].next }
      values[Int(last)].next = added
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
    found(tokens, room: tokens.count * 3 + 64) { search, found in
      for range in ranges {
        for start in range { search.follow(from: start, limit: range.upperBound, &found) }
      }
    }
  }

  /// All phrases that begin with one of the tokens `starts`, given in order, and do not leave its sentence, by first token
  /// and then by length; linear in the starts and in what is found.
  public func matches(in text: TokenizedText, beginningAt starts: [Int32]) -> [Found] {
    found(text.tokens, room: starts.count * 2 + 64) { search, found in
      for start in starts {
        let limit = text.sentences[Int(text.sentenceOfToken[Int(start)])].upperBound
        search.follow(from: Int(start), limit: limit, &found)
      }
    }
  }

  /// What `body` finds, with room for so many; it is called once more where that was not enough, where nearly every word has
  /// many values.
  @inline(__always)
  private func found(_ tokens: [Token], room: Int, _ body: (Search, inout Room) -> Void) -> [Found] {
    var room = room
    while true {
      var needed = 0
      let found = [Found](unsafeUninitializedCapacity: room) { buffer, count in
        var rest = Room(buffer: buffer)
        tokens.withUnsafeBufferPointer { tokens in
          withSearch(tokens) { body($0, &rest) }
        }
        needed = rest.count
        count = min(needed, room)
      }
      guard needed > room else { return found }
      room = needed
    }
  }

  /// Where phrases are written, as far as there is room, and how many there are.
  private struct Room {
    let buffer: UnsafeMutableBufferPointer<Found>
    var count = 0

    @inline(__always)
    mutating func add(_ found: Found) {
      if count < buffer.count { buffer.initializeElement(at: count, to: found) }
      count &+= 1
    }
  }

  /// The table and a text, as they lie in memory.
  private struct Search {
    let tokens: UnsafeBufferPointer<Token>
    let roots: UnsafeBufferPointer<UInt32>
    let nodes: UnsafeBufferPointer<Node>
    let cells: UnsafeBufferPointer<Cell>
    let values: UnsafeBufferPointer<(value: UInt32, next: Int32)>

    /// Adds the phrases that begin with the token `start`.
    @inline(__always)
    func follow(from start: Int, limit: Int, _ found: inout Room) {
      let word = Int(tokens[start].word)
      guard word < roots.count, roots[word] != 0 else { return }
      var number = roots[word]
      var node = nodes[Int(number)]
      var index = start &+ 1
      while true {
        var value = node.value
        while value >= 0 {
          let link = values[Int(value)]
          found.add(
            Found(
              start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: index),
              value: link.value))
          value = link.next
        }
        guard node.isInner, index < limit else { return }
        number = PhraseTable.child(of: number, tokens[index].word, cells)
        guard number != 0 else { return }
        node = nodes[Int(number)]
        index &+= 1
      }
    }
  }

  @inline(__always)
  private func withSearch(_ tokens: UnsafeBufferPointer<Token>, _ body: (Search) -> Void) {
    roots.withUnsafeBufferPointer { roots in
      nodes.withUnsafeBufferPointer { nodes in
        cells.withUnsafeBufferPointer { cells in
          values.withUnsafeBufferPointer { values in
            body(Search(tokens: tokens, roots: roots, nodes: nodes, cells: cells, values: values))
          }
        }
      }
    }
  }

  private mutating func newNode() -> UInt32 {
    nodes.append(Node())
    return UInt32(nodes.count - 1)
  }

  /// The node to which a word leads, 0 for none; no phrase holds the word 0.
  @inline(__always)
  private static func child(of node: UInt32, _ word: UInt32, _ cells: UnsafeBufferPointer<Cell>) -> UInt32 {
    let key = UInt64(node) << 32 | UInt64(word)
    let mask = cells.count &- 1
    var slot = PhraseTable.slot(key) & mask
    while true {
      let cell = cells[slot]
      if cell.key == key { return cell.child }
      if cell.key == 0 { return 0 }
      slot = (slot &+ 1) & mask
    }
  }

  private mutating func addChild(of node: UInt32, _ word: UInt32) -> UInt32 {
    if (childCount + 1) * 2 > cells.count { grow() }
    let added = newNode()
    nodes[Int(node)].isInner = true
    place(Cell(key: UInt64(node) << 32 | UInt64(word), child: added))
    childCount += 1
    return added
  }

  private mutating func place(_ cell: Cell) {
    let mask = cells.count - 1
    var slot = PhraseTable.slot(cell.key) & mask
    while cells[slot].key != 0 { slot = (slot + 1) & mask }
    cells[slot] = cell
  }

  private mutating func grow() {
    let old = cells
    cells = Array(repeating: Cell(), count: old.count * 2)
    for cell in old where cell.key != 0 { place(cell) }
  }

  /// The product's upper half, in which both node and word count: the lower one is the same for a word behind any node.
  @inline(__always)
  private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}
