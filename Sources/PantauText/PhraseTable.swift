/// A token-prefix table: phrases as sequences of word identifiers, each with values.
///
/// One array access tells whether any phrase begins with a word, which it does for few tokens of a text; every further
/// token costs one probe of a hash table.
public struct PhraseTable: Sendable {
  /// Where a phrase's words so far have led: all zero where no phrase has them.
  private struct Node {
    /// Twice its number, from 1 up, and 1 more where a longer phrase goes on from here.
    var number: UInt32 = 0
    /// First of its values in `values`, -1 where no phrase ends.
    var value: Int32 = 0
  }

  /// The hash table's cell: the number of a node and a word, and the node to which the word leads.
  private struct Cell {
    var key: UInt64 = 0
    var child = Node()
  }

  /// The node reached by a phrase's first word, by word identifier.
  private var roots: [Node] = []
  private var cells: [Cell] = Array(repeating: Cell(), count: 64)
  private var nodeCount: UInt32 = 0
  private var childCount = 0
  /// Values, and for each the next one of the same node, -1 for the last.
  private var values: [(value: UInt32, next: Int32)] = []

  /// An empty table.
  public init() {}

  /// What ``write(to:)`` wrote.
  package init(from reader: inout ByteReader) throws(ByteReader.Fault) {
    roots = try reader.list()
    cells = try reader.list()
    nodeCount = try reader.value()
    childCount = try reader.value()
    values = try reader.list()
  }

  package func write(to writer: inout ByteWriter) {
    writer.add(roots)
    writer.add(cells)
    writer.add(nodeCount)
    writer.add(childCount)
    writer.add(values)
  }

  /// Whether no phrase was added.
  public var isEmpty: Bool { values.isEmpty }

  /// Adds a phrase; a phrase may have many values, kept in the order in which they were added.
  public mutating func insert(_ words: [UInt32], value: UInt32) {
    guard let head = words.first.map({ Int($0) }), !words.contains(0) else { return }
    while roots.count <= head { roots.append(Node()) }
    while (childCount + words.count) * 2 > cells.count { grow() }
    values.append((value, -1))
    let added = Int32(values.count - 1)
    guard words.count > 1 else {
      roots[head] = extended(roots[head], with: added)
      return
    }
    if roots[head].number == 0 { roots[head] = newNode() }
    roots[head].number |= 1
    var slot = slot(of: roots[head].number >> 1, words[1])
    for word in words.dropFirst(2) {
      cells[slot].child.number |= 1
      slot = self.slot(of: cells[slot].child.number >> 1, word)
    }
    cells[slot].child = extended(cells[slot].child, with: added)
  }

  /// Lays the values of each phrase side by side, which makes those found cheaper to reach and changes nothing else.
  public mutating func pack() {
    var packed: [(value: UInt32, next: Int32)] = []
    packed.reserveCapacity(values.count)
    func moved(_ node: Node) -> Node {
      guard node.number != 0, node.value >= 0 else { return node }
      var old = node.value
      let first = Int32(packed.count)
      while old >= 0 {
        packed.append((values[Int(old)].value, Int32(packed.count + 1)))
        old = values[Int(old)].next
      }
      packed[packed.count - 1].next = -1
      return Node(number: node.number, value: first)
    }
    for index in roots.indices { roots[index] = moved(roots[index]) }
    for index in cells.indices { cells[index].child = moved(cells[index].child) }
    values = packed
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
    let roots: UnsafeBufferPointer<Node>
    let cells: UnsafeBufferPointer<Cell>
    let values: UnsafeBufferPointer<(value: UInt32, next: Int32)>

    /// Adds the phrases that begin with the token `start`.
    @inline(__always)
    func follow(from start: Int, limit: Int, _ found: inout Room) {
      let word = Int(tokens[start].word)
      guard word < roots.count, roots[word].number != 0 else { return }
      var node = roots[word]
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
        guard node.number & 1 != 0, index < limit else { return }
        node = cells[PhraseTable.slot(of: node.number >> 1, tokens[index].word, cells)].child
        guard node.number != 0 else { return }
        index &+= 1
      }
    }
  }

  @inline(__always)
  private func withSearch(_ tokens: UnsafeBufferPointer<Token>, _ body: (Search) -> Void) {
    roots.withUnsafeBufferPointer { roots in
      cells.withUnsafeBufferPointer { cells in
        values.withUnsafeBufferPointer { values in
          body(Search(tokens: tokens, roots: roots, cells: cells, values: values))
        }
      }
    }
  }

  // MARK: - Building

  private mutating func newNode() -> Node {
    nodeCount += 1
    return Node(number: nodeCount * 2, value: -1)
  }

  /// A node with one value more, the last of `values`; a new one where there is none.
  private mutating func extended(_ node: Node, with added: Int32) -> Node {
    var node = node.number == 0 ? newNode() : node
    if node.value < 0 {
      node.value = added
    } else {
      var last = node.value
      while values[Int(last)].next >= 0 { last = values[Int(last)].next }
      values[Int(last)].next = added
    }
    return node
  }

  /// The cell of the node to which a word leads from the node `number`, which is made where there is none.
  private mutating func slot(of number: UInt32, _ word: UInt32) -> Int {
    let slot = cells.withUnsafeBufferPointer { PhraseTable.slot(of: number, word, $0) }
    if cells[slot].key == 0 {
      cells[slot] = Cell(key: UInt64(number) << 32 | UInt64(word), child: newNode())
      childCount += 1
    }
    return slot
  }

  /// The cell of a word behind a node, or the free one where it would be; no phrase holds the word 0.
  @inline(__always)
  private static func slot(of number: UInt32, _ word: UInt32, _ cells: UnsafeBufferPointer<Cell>) -> Int {
    let key = UInt64(number) << 32 | UInt64(word)
    let mask = cells.count &- 1
    // The product's upper half, in which both node and word count: the lower one is the same for a word behind any node.
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while cells[slot].key != key, cells[slot].key != 0 { slot = (slot &+ 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = cells
    cells = Array(repeating: Cell(), count: old.count * 2)
    for cell in old where cell.key != 0 {
      let (number, word) = (UInt32(cell.key >> 32), UInt32(truncatingIfNeeded: cell.key))
      let slot = cells.withUnsafeBufferPointer { PhraseTable.slot(of: number, word, $0) }
      cells[slot] = cell
    }
  }
}
