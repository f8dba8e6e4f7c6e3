/// A JSON value as pages carry it: read leniently, without trust in its depth.
indirect enum JSONValue {
  case object([(String, JSONValue)])
  case array([JSONValue])
  case string(String)
  /// A number or a word that JSON knows.
  case literal(String)

  subscript(_ key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.0 == key }?.1
  }

  var text: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  /// The members of an array, or the value itself.
  var elements: [JSONValue] {
    if case .array(let elements) = self { return elements }
    return [self]
  }
}

/// Reads JSON from a script element. Control characters inside strings, trailing commas and comments around the value
/// are let pass, since pages have them; what is deeper than 64 levels is passed over.
struct JSONReader {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The values of the script, as far as they can be read. Linear.
  static func values(in bytes: [UInt8]) -> [JSONValue] {
    var reader = JSONReader(bytes)
    var values: [JSONValue] = []
    while reader.skipTo(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }), values.count < 16 {
      guard let value = reader.value(depth: 0) else { break }
      values.append(value)
    }
    return values
  }

  private mutating func skipTo(where wanted: (UInt8) -> Bool) -> Bool {
    while index < bytes.count {
      if wanted(bytes[index]) { return true }
      index += 1
    }
    return false
  }

  private mutating func value(depth: Int) -> JSONValue? {
    skipSpace()
    guard index < bytes.count, depth < 64 else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "{"): return object(depth: depth)
    case UInt8(ascii: "["): return array(depth: depth)
    case UInt8(ascii: "\""): return string().map { .string($0) }
    default:
      let start = index
      while index < bytes.count, isLetterOrDigit(bytes[index]) || [43, 45, 46].contains(bytes[index]) {
        index += 1
      }
      guard index > start else { return nil }
      return .literal(String(decoding: bytes[start..<min(index, start + 32)], as: UTF8.self))
    }
  }

  private mutating func object(depth: Int) -> JSONValue? {
    index += 1
    var members: [(String, JSONValue)] = []
    while true {
      skipSpace()
      guard index < bytes.count else { return .object(members) }
      if bytes[index] == UInt8(ascii: "}") {
        index += 1
        return .object(members)
      }
      if bytes[index] == UInt8(ascii: ",") {
        index += 1
        continue
      }
      guard bytes[index] == UInt8(ascii: "\""), let key = string() else { return .object(members) }
      skipSpace()
      guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { return .object(members) }
      index += 1
      guard let value = value(depth: depth + 1) else { return .object(members) }
      members.append((key, value))
    }
  }

  private mutating func array(depth: Int) -> JSONValue? {
    index += 1
    var elements: [JSONValue] = []
    while true {
      skipSpace()
      guard index < bytes.count else { return .array(elements) }
      if bytes[index] == UInt8(ascii: "]") {
        index += 1
        return .array(elements)
      }
      if bytes[index] == UInt8(ascii: ",") {
        index += 1
        continue
      }
      guard let value = value(depth: depth + 1) else { return .array(elements) }
      elements.append(value)
    }
  }

  private mutating func string() -> String? {
    index += 1
    var output: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: output, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\"), index < bytes.count else {
        output.append(byte)
        continue
      }
      let escaped = bytes[index]
      index += 1
      switch escaped {
      case UInt8(ascii: "n"), UInt8(ascii: "r"): output.append(10)
      case UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"): output.append(32)
      case UInt8(ascii: "u"): output += escapedScalar()
      default: output.append(escaped)
      }
    }
    return nil
  }

  /// The character of `\uXXXX`, or of two that make a surrogate pair; the replacement character for a lone half.
  private mutating func escapedScalar() -> [UInt8] {
    guard var code = hexadecimal() else { return [] }
    if 0xD800..<0xDC00 ~= code, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    {
      index += 2
      if let low = hexadecimal(), 0xDC00..<0xE000 ~= low {
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
    }
    return Array(String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8)
  }

  private mutating func hexadecimal() -> UInt32? {
    guard index + 4 <= bytes.count else { return nil }
    guard let code = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16) else {
      return nil
    }
    index += 4
    return code
  }

  private mutating func skipSpace() {
    while index < bytes.count, bytes[index] <= 32 { index += 1 }
  }
}
