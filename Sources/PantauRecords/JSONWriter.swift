/// Appends JSON to a byte array: keys in the order they are written, no white space, UTF-8.
public struct JSONWriter: Sendable {
  /// What was written so far, UTF-8.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// A writer that has written nothing.
  public init() {}

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
  public mutating func string(_ text: some StringProtocol) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    var copy = String(text)
    copy.withUTF8 { escape($0) }
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

  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
    let hex = Array("0123456789abcdef".utf8)
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0..<0x20:
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(hex[Int(byte >> 4)])
        bytes.append(hex[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
  }
}
