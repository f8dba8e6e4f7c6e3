/// Appends JSON to bytes of its own: keys in the order they are written, no white space, UTF-8.
///
/// Not copyable, so that what it writes goes straight to where it stays: a value costs a look at the room left and its
/// own bytes.
public struct JSONWriter: ~Copyable {
  /// What was written so far stands from here up to ``next``; room is up to ``limit``.
  private var start: UnsafeMutablePointer<UInt8>
  private var next: UnsafeMutablePointer<UInt8>
  private var limit: UnsafeMutablePointer<UInt8>
  private var needsComma = false
  private var ownsBytes = true

  /// A writer that has written nothing, with room for `capacity` bytes.
  public init(capacity: Int = 0) {
    let room = max(capacity, 256)
    start = .allocate(capacity: room)
    next = start
    limit = start + room
  }

  /// A writer into `bytes`, as far as they reach.
  private init(_ bytes: UnsafeMutableBufferPointer<UInt8>, at first: UnsafeMutablePointer<UInt8>) {
    start = first
    next = first
    limit = first + bytes.count
    ownsBytes = false
  }

  deinit { if ownsBytes { start.deallocate() } }

  /// What `body` writes: into the array itself where `capacity` bytes, one or more, are enough.
  static func bytes(capacity: Int, _ body: (inout JSONWriter) -> Void) -> [UInt8] {
    var longer: [UInt8]?
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { bytes, count in
      guard let first = bytes.baseAddress else { return }
      var writer = JSONWriter(bytes, at: first)
      body(&writer)
      if writer.ownsBytes { longer = writer.take() } else { count = writer.next - writer.start }
    }
    return longer ?? bytes
  }

  /// The bytes so far, which leave the writer empty.
  public mutating func take() -> [UInt8] {
    let bytes = Array(UnsafeBufferPointer(start: start, count: next - start))
    next = start
    needsComma = false
    return bytes
  }

  /// Writes an object whose members `body` writes.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    body(&self)
    close(UInt8(ascii: "}"))
  }

  /// Writes an array whose elements `body` writes.
  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "["))
    body(&self)
    close(UInt8(ascii: "]"))
  }

  /// Begins an object or array; what is written up to ``close(_:)`` stands in it.
  @inline(__always)
  mutating func open(_ bracket: UInt8) {
    reserve(2)
    separate()
    put(bracket)
    needsComma = false
  }

  /// Ends the object or array that ``open(_:)`` began last.
  @inline(__always)
  mutating func close(_ bracket: UInt8) {
    reserve(1)
    put(bracket)
    needsComma = true
  }

  /// Begins a member: the next value written is its value.
  public mutating func key(_ name: StaticString) { member(name) }

  /// ``key(_:)`` for callers in this module, where a name of known length is a few stores.
  @inline(__always)
  mutating func member(_ name: StaticString) {
    reserve(name.utf8CodeUnitCount + 4)
    separate()
    put(UInt8(ascii: "\""))
    next.update(from: name.utf8Start, count: name.utf8CodeUnitCount)
    next += name.utf8CodeUnitCount
    put(UInt8(ascii: "\""))
    put(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a string; control characters, quotes and backslashes are escaped.
  public mutating func string(_ text: String) {
    let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable { quote($0) }
    if isWritten == nil { Array(text.utf8).withUnsafeBufferPointer { quote($0) } }
  }

  /// Writes a string, or null for nil.
  public mutating func string(orNull text: String?) {
    if let text { string(text) } else { null() }
  }

  /// Writes a day in ISO form, or null for nil.
  public mutating func date(_ date: CalendarDate?) {
    guard let date else { return null() }
    guard 0...9999 ~= date.year else { return string(date.description) }
    reserve(13)
    separate()
    put(UInt8(ascii: "\""))
    pair(UInt32(truncatingIfNeeded: date.year / 100))
    pair(UInt32(truncatingIfNeeded: date.year % 100))
    put(UInt8(ascii: "-"))
    pair(UInt32(truncatingIfNeeded: date.month))
    put(UInt8(ascii: "-"))
    pair(UInt32(truncatingIfNeeded: date.day))
    put(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Writes a whole number.
  public mutating func int(_ number: Int) {
    guard 0..<10_000 ~= number else { return figures(String(number)) }
    reserve(5)
    separate()
    let number = UInt32(truncatingIfNeeded: number)
    if number < 100 {
      number < 10 ? digit(number) : pair(number)
    } else {
      let hundreds = number / 100
      hundreds < 10 ? digit(hundreds) : pair(hundreds)
      pair(number % 100)
    }
    needsComma = true
  }

  /// Whole numbers without a point; null for nil and for what JSON cannot say.
  public mutating func number(_ number: Double?) {
    guard let number, number.isFinite else { return null() }
    if abs(number) < 9e15 {
      let whole = Int(number)
      if Double(whole) == number { return int(whole) }
    }
    figures(String(number))
  }

  /// Writes true or false.
  public mutating func bool(_ value: Bool) { value ? literal("true") : literal("false") }
  /// Writes null.
  public mutating func null() { literal("null") }
  /// Ends a line of JSON Lines.
  public mutating func newline() {
    reserve(1)
    put(UInt8(ascii: "\n"))
    needsComma = false
  }

  @inline(__always)
  private mutating func literal(_ text: StaticString) {
    reserve(text.utf8CodeUnitCount + 1)
    separate()
    next.update(from: text.utf8Start, count: text.utf8CodeUnitCount)
    next += text.utf8CodeUnitCount
    needsComma = true
  }

  private mutating func figures(_ number: String) {
    reserve(number.utf8.count + 1)
    separate()
    for byte in number.utf8 { put(byte) }
    needsComma = true
  }

  /// Writes a comma where one is due, and room was made for it.
  @inline(__always)
  private mutating func separate() {
    next.pointee = UInt8(ascii: ",")
    next += needsComma ? 1 : 0
  }

  /// Writes where room was made.
  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    next.pointee = byte
    next += 1
  }

  @inline(__always)
  private mutating func digit(_ number: UInt32) { put(UInt8(truncatingIfNeeded: 48 &+ number)) }

  @inline(__always)
  private mutating func pair(_ number: UInt32) {
    digit(number / 10)
    digit(number % 10)
  }

  /// Makes room for `count` bytes more.
  @inline(__always)
  private mutating func reserve(_ count: Int) {
    if limit - next < count { grow(by: count) }
  }

  @inline(never)
  private mutating func grow(by count: Int) {
    let used = next - start
    let room = max(used + count, used * 2)
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: room)
    grown.update(from: start, count: used)
    if ownsBytes { start.deallocate() }
    ownsBytes = true
    start = grown
    next = grown + used
    limit = grown + room
  }

  /// Writes a string; eight bytes at a time are copied and looked at.
  private mutating func quote(_ text: UnsafeBufferPointer<UInt8>) {
    // Eight bytes are written at the end, however few are meant.
    reserve(text.count + 11)
    separate()
    put(UInt8(ascii: "\""))
    var index = 0
    while index + 8 <= text.count {
      let eight = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: index, as: UInt64.self)
      UnsafeMutableRawPointer(next).storeBytes(of: eight, as: UInt64.self)
      let found = JSONWriter.escaped(in: eight)
      let plain = found == 0 ? 8 : found.trailingZeroBitCount / 8
      next += plain
      index += plain
      if plain < 8 {
        escape(text[index], before: text.count - index)
        index += 1
      }
    }
    if index < text.count { quoteEnd(text, index) }
    put(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Writes the last one to seven bytes of a string.
  @inline(__always)
  private mutating func quoteEnd(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) {
    let count = text.count - start
    let eight: UInt64
    if text.count >= 8 {
      let last = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: text.count - 8, as: UInt64.self)
      eight = last >> UInt64((8 - count) * 8)
    } else {
      var bytes: UInt64 = 0
      for index in start..<text.count { bytes |= UInt64(text[index]) << UInt64((index - start) * 8) }
      eight = bytes
    }
    if JSONWriter.escaped(in: eight) & ((1 << UInt64(count * 8)) &- 1) == 0 {
      UnsafeMutableRawPointer(next).storeBytes(of: eight, as: UInt64.self)
      next += count
    } else {
      for index in start..<text.count {
        let byte = text[index]
        if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
          put(byte)
        } else {
          escape(byte, before: text.count - index)
        }
      }
    }
  }

  /// The highest bit of the first byte that must be escaped is the lowest one set; 0 where no byte must.
  @inline(__always)
  private static func escaped(in eight: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // A byte's highest bit is set where the byte is below the one subtracted (or above ASCII: taken out).
    let controls = (eight &- ones &* 0x20) & ~eight
    let quotes = eight ^ (ones &* UInt64(UInt8(ascii: "\"")))
    let slashes = eight ^ (ones &* UInt64(UInt8(ascii: "\\")))
    return (controls | ((quotes &- ones) & ~quotes) | ((slashes &- ones) & ~slashes)) & (ones &* 0x80)
  }

  /// Writes a byte that must be escaped, and makes room for the `count` bytes from there on.
  @inline(never)
  private mutating func escape(_ byte: UInt8, before count: Int) {
    reserve(count + 14)
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
