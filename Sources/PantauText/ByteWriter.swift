/// Writes values one behind the other, as they lie in memory, for a ``ByteReader`` of the same program on the same machine.
///
/// There are no names and no versions in it: it is for copies that can be made again, not for exchange.
package struct ByteWriter {
  private var body: [UInt8] = []
  private var strings: [String] = []
  private var numbers: [String: UInt32] = [:]

  package init() {}

  /// Adds a number or another value without references.
  package mutating func add<Value: BitwiseCopyable>(_ value: Value) {
    withUnsafeBytes(of: value) { body.append(contentsOf: $0) }
  }

  /// Adds a list of such values in one piece.
  package mutating func add<Element: BitwiseCopyable>(_ list: [Element]) {
    add(list.count)
    list.withUnsafeBytes { body.append(contentsOf: $0) }
  }

  /// Adds a string; one that comes again costs four bytes.
  package mutating func add(_ string: String) {
    if let number = numbers[string] {
      add(number)
    } else {
      let number = UInt32(strings.count)
      numbers[string] = number
      strings.append(string)
      add(number)
    }
  }

  /// Adds a list of strings.
  package mutating func add(_ strings: [String]) { add(each: strings) { $1.add($0) } }

  /// Adds values by name, each by `body`.
  package mutating func add<Value>(table: [String: Value], _ body: (Value, inout ByteWriter) -> Void) {
    add(each: table.sorted { $0.key < $1.key }) { row, writer in
      writer.add(row.key)
      body(row.value, &writer)
    }
  }

  /// Adds a list of other values, each by `body`.
  package mutating func add<List: Collection>(
    each list: List, _ body: (List.Element, inout ByteWriter) -> Void
  ) {
    add(list.count)
    for element in list { body(element, &self) }
  }

  /// All that was added: the strings, the rest, and a sum of both.
  package func bytes() -> [UInt8] {
    var head = ByteWriter()
    head.add(strings.map { UInt32($0.utf8.count) })
    head.add(strings.flatMap { Array($0.utf8) })
    head.body += body
    head.add(head.body.withUnsafeBytes { ByteReader.sum(of: $0) })
    return head.body
  }
}
