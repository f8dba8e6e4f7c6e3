/// Appends JSON to a byte array: keys in the order they are written, no white space, UTF-8.
public struct JSONWriter: Sendable {
  /// What was written so far, UTF-8.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// A writer that has written nothing, with room for `capacity` bytes.
  public init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// The bytes so far, which leave the writer empty but keep nothing else.
  public mutating func take() -> [UInt8] {
    needsComma = false
    defer { bytes = [] }
    return bytes
  }

  /// Writes an object whose members `body` writes.
  public mutating func object(_ body: (inout JSONWriter) -> Void) { nested("{", "}", body) }
  /// Writes an array whose elements `body` writes.
  public mutating func array(_ body: (inout JSONWriter) -> Void) { nested("[", "]", body) }

  /// Begins a member: the next value written is its value.
  public mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a string; control characters, quotes and backslashes are escaped.
  public mutating func string(_ text: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    if text.utf8.withContiguousStorageIfAvailable({ escape($0) }) == nil {
      var copy = text
      copy.withUTF8 { escape($0) }
    }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Writes a string, or null for nil.
  public mutating func string(orNull text: String?) {
    if let text { string(text) } else { null() }
  }

  /// Writes a day in ISO form, or null for nil.
  public mutating func date(_ date: CalendarDate?) { string(orNull: date?.description) }

  /// Writes a whole number.
  public mutating func int(_ number: Int) { literal(String(number)) }

  /// Whole numbers without a point; null for nil and for what JSON cannot say.
  public mutating func number(_ number: Double?) {
    guard let number, number.isFinite else { return null() }
    if number == number.rounded(), abs(number) < 9e15 { return int(Int(number)) }
    literal(String(number))
  }

  /// Writes true or false.
  public mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }
  /// Writes null.
  public mutating func null() { literal("null") }
  /// Ends a line of JSON Lines.
  public mutating func newline() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  private mutating func literal(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  private mutating func nested(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    bytes.append(UInt8(ascii: open))
    needsComma = false
    body(&self)
    bytes.append(UInt8(ascii: close))
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
  }

  /// Appends `text` as it is between the bytes that must be escaped.
  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while true {
      let end = JSONWriter.plainEnd(of: text, from: start)
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<end]))
      guard end < text.count else { return }
      append(escaped: text[end])
      start = end + 1
    }
  }

  /// The first byte from `start` on that must be escaped, or the end; looks at eight bytes at a time.
  private static func plainEnd(of text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let high: UInt64 = 0x8080_8080_8080_8080
    var index = start
    while index + 8 <= text.count {
      let eight = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // The highest bit of a byte is set where the byte is below the one subtracted from it (or above ASCII: taken out).
      let controls = (eight &- ones &* 0x20) & ~eight
      let quotes = eight ^ (ones &* UInt64(UInt8(ascii: "\"")))
      let slashes = eight ^ (ones &* UInt64(UInt8(ascii: "\\")))
      let found = controls | ((quotes &- ones) & ~quotes) | ((slashes &- ones) & ~slashes)
      if found & high != 0 { break }
      index += 8
    }
    while index < text.count, text[index] >= 0x20, text[index] != UInt8(ascii: "\""),
      text[index] != UInt8(ascii: "\\")
    {
      index += 1
    }
    return index
  }

  private mutating func append(escaped byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    default:
      bytes.append(contentsOf: "u00".utf8)
      for digit in [byte >> 4, byte & 15] { bytes.append(digit < 10 ? 48 + digit : 87 + digit) }
    }
  }
}
