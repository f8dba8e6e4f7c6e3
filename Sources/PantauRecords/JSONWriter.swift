/// Appends JSON to a byte array: keys in the order they are written, no white space, UTF-8.
public struct JSONWriter: Sendable {
  /// What was written so far, UTF-8, and room behind it.
  private var buffer: [UInt8] = []
  private var end = 0
  private var needsComma = false

  /// A writer that has written nothing, with room for `capacity` bytes.
  public init(capacity: Int = 0) { reserve(capacity) }

  /// The bytes so far, which leave the writer empty but keep nothing else.
  public mutating func take() -> [UInt8] {
    buffer.removeLast(buffer.count - end)
    defer {
      buffer = []
      end = 0
      needsComma = false
    }
    return buffer
  }

  /// Writes an object whose members `body` writes.
  public mutating func object(_ body: (inout JSONWriter) -> Void) { nested("{", "}", body) }
  /// Writes an array whose elements `body` writes.
  public mutating func array(_ body: (inout JSONWriter) -> Void) { nested("[", "]", body) }

  /// Begins a member: the next value written is its value.
  public mutating func key(_ name: StaticString) {
    name.withUTF8Buffer { name in
      reserve(name.count + 4)
      write { place in
        place.quoted(name)
        place.byte(UInt8(ascii: ":"))
      }
    }
    needsComma = false
  }

  /// Writes a string; control characters, quotes and backslashes are escaped.
  public mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { text in
      reserve(text.count + 3)
      if JSONWriter.plainEnd(of: text, from: 0) == text.count {
        write { $0.quoted(text) }
      } else {
        separate()
        put(UInt8(ascii: "\""))
        escape(text)
        reserve(1)
        put(UInt8(ascii: "\""))
      }
    }
    needsComma = true
  }

  /// Writes a string, or null for nil.
  public mutating func string(orNull text: String?) {
    if let text { string(text) } else { null() }
  }

  /// Writes a day in ISO form, or null for nil.
  public mutating func date(_ date: CalendarDate?) { string(orNull: date?.description) }

  /// Writes a whole number.
  public mutating func int(_ number: Int) {
    guard 0..<10_000_000 ~= number else { return literal(String(number)) }
    reserve(9)
    write { $0.digits(UInt32(truncatingIfNeeded: number)) }
    needsComma = true
  }

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
    reserve(1)
    put(UInt8(ascii: "\n"))
    needsComma = false
  }

  private mutating func literal(_ text: String) {
    var text = text
    text.withUTF8 { text in
      reserve(text.count + 1)
      write { $0.bytes(text) }
    }
    needsComma = true
  }

  /// Writes a comma where one is due, and what `body` writes behind it, where room was made for both.
  @inline(__always)
  private mutating func write(_ body: (inout Place) -> Void) {
    let start = end
    end = buffer.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return start }
      var place = Place(pointer: base + start)
      if needsComma { place.byte(UInt8(ascii: ",")) }
      body(&place)
      return place.pointer - base
    }
  }

  /// Where the next byte goes; room is made before.
  private struct Place {
    var pointer: UnsafeMutablePointer<UInt8>

    @inline(__always)
    mutating func byte(_ byte: UInt8) {
      pointer.pointee = byte
      pointer += 1
    }

    @inline(__always)
    mutating func bytes(_ bytes: UnsafeBufferPointer<UInt8>) {
      guard let source = bytes.baseAddress else { return }
      pointer.update(from: source, count: bytes.count)
      pointer += bytes.count
    }

    @inline(__always)
    mutating func quoted(_ text: UnsafeBufferPointer<UInt8>) {
      byte(UInt8(ascii: "\""))
      bytes(text)
      byte(UInt8(ascii: "\""))
    }

    @inline(__always)
    mutating func digits(_ number: UInt32) {
      var length = 1
      var power: UInt32 = 10
      while number >= power {
        length += 1
        power *= 10
      }
      var rest = number
      for place in stride(from: length - 1, through: 0, by: -1) {
        pointer[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
      pointer += length
    }
  }

  private mutating func nested(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    reserve(1)
    put(UInt8(ascii: open))
    needsComma = false
    body(&self)
    reserve(1)
    put(UInt8(ascii: close))
    needsComma = true
  }

  private mutating func separate() {
    guard needsComma else { return }
    reserve(1)
    put(UInt8(ascii: ","))
    needsComma = false
  }

  /// Makes room for `count` bytes more.
  @inline(__always)
  private mutating func reserve(_ count: Int) {
    if buffer.count &- end < count { grow(by: count) }
  }

  private mutating func grow(by count: Int) {
    buffer.append(contentsOf: repeatElement(0, count: max(count, buffer.count, 256)))
  }

  /// Writes where room was made.
  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    buffer[end] = byte
    end &+= 1
  }

  @inline(__always)
  private mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    let place = end
    buffer.withUnsafeMutableBytes { buffer in
      // Room was made, and an empty buffer has no place.
      UnsafeMutableRawBufferPointer(rebasing: buffer[place...]).copyMemory(
        from: UnsafeRawBufferPointer(start: source, count: bytes.count))
    }
    end &+= bytes.count
  }

  /// Appends `text` as it is between the bytes that must be escaped.
  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while true {
      let end = JSONWriter.plainEnd(of: text, from: start)
      reserve(end - start + 6)
      put(UnsafeBufferPointer(rebasing: text[start..<end]))
      guard end < text.count else { return }
      put(escaped: text[end])
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

  private mutating func put(escaped byte: UInt8) {
    put(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): put(byte)
    case 0x0A: put(UInt8(ascii: "n"))
    case 0x0D: put(UInt8(ascii: "r"))
    case 0x09: put(UInt8(ascii: "t"))
    default:
      for sign in "u00".utf8 { put(sign) }
      for digit in [byte >> 4, byte & 15] { put(digit < 10 ? 48 + digit : 87 + digit) }
    }
  }
}
