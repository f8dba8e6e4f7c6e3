/// Reads what a ``ByteWriter`` wrote, value by value in the same order; lists of numbers are copied in one piece.
///
/// Bytes that were damaged are refused at once. It never looks beyond those that it is given, but takes what they say for true.
package struct ByteReader {
  /// The bytes are not whole, end within a value, or name a string that is not there.
  package struct Fault: Error {}

  private let bytes: UnsafeRawBufferPointer
  private var place = 0
  private var known: [String] = []

  /// Reads from `bytes`, which must stay as long as the reader. Goes once over all of them, and reads the strings, which stand
  /// first.
  package init(_ bytes: UnsafeRawBufferPointer) throws(Fault) {
    let end = bytes.count - MemoryLayout<UInt64>.size
    guard end >= 0 else { throw Fault() }
    self.bytes = UnsafeRawBufferPointer(rebasing: bytes[..<end])
    guard ByteReader.sum(of: self.bytes) == bytes.loadUnaligned(fromByteOffset: end, as: UInt64.self) else {
      throw Fault()
    }
    let lengths = try list(UInt32.self)
    let size = try count(of: 1)
    var rest = UnsafeRawBufferPointer(rebasing: self.bytes[place..<place + size])
    place += size
    known.reserveCapacity(lengths.count)
    for length in lengths {
      guard Int(length) <= rest.count else { throw Fault() }
      known.append(String(decoding: rest.prefix(Int(length)), as: UTF8.self))
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(Int(length)))
    }
  }

  /// A number or another value without references.
  package mutating func value<Value: BitwiseCopyable>(_: Value.Type = Value.self) throws(Fault) -> Value {
    guard bytes.count - place >= MemoryLayout<Value>.size else { throw Fault() }
    defer { place += MemoryLayout<Value>.size }
    return bytes.loadUnaligned(fromByteOffset: place, as: Value.self)
  }

  /// A list of such values.
  package mutating func list<Element: BitwiseCopyable>(_: Element.Type = Element.self) throws(Fault)
    -> [Element]
  {
    let count = try count(of: MemoryLayout<Element>.stride)
    let source = UnsafeRawBufferPointer(rebasing: bytes[place..<place + count * MemoryLayout<Element>.stride])
    place += source.count
    return [Element](unsafeUninitializedCapacity: count) { buffer, written in
      UnsafeMutableRawBufferPointer(buffer).copyMemory(from: source)
      written = count
    }
  }

  /// A string.
  package mutating func string() throws(Fault) -> String {
    let number = try Int(value(UInt32.self))
    guard number < known.count else { throw Fault() }
    return known[number]
  }

  /// A list of strings.
  package mutating func strings() throws(Fault) -> [String] {
    try each { reader throws(Fault) in try reader.string() }
  }

  /// Values by name, each by `body`.
  package mutating func table<Value>(
    _ body: (inout ByteReader) throws(Fault) -> Value
  ) throws(Fault) -> [String: Value] {
    let rows = try each { reader throws(Fault) in (try reader.string(), try body(&reader)) }
    return Dictionary(rows) { first, _ in first }
  }

  /// A list of other values, each by `body`.
  package mutating func each<Element>(
    _ body: (inout ByteReader) throws(Fault) -> Element
  ) throws(Fault) -> [Element] {
    let count = try count(of: 1)
    var list: [Element] = []
    list.reserveCapacity(count)
    for _ in 0..<count { list.append(try body(&self)) }
    return list
  }

  /// A sum that damaged bytes do not have.
  static func sum(of bytes: UnsafeRawBufferPointer) -> UInt64 {
    var sum = FoldedHash.mixed(FoldedHash.start, UInt64(bytes.count))
    var place = 0
    while place + 8 <= bytes.count {
      sum = FoldedHash.mixed(sum, bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place += 8
    }
    while place < bytes.count {
      sum = FoldedHash.mixed(sum, UInt64(bytes[place]))
      place += 1
    }
    return sum
  }

  /// The number of elements of a list, of which each takes so many bytes at least.
  private mutating func count(of size: Int) throws(Fault) -> Int {
    let count = try value(Int.self)
    guard count >= 0, count <= (bytes.count - place) / size else { throw Fault() }
    return count
  }
}
