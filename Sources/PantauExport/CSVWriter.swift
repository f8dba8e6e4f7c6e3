/// Appends rows of CSV (RFC 4180, rows ended by `\n`) to a byte array.
public struct CSVWriter: Sendable {
  /// One cell.
  public enum Cell: Sendable, Equatable {
    /// Text, made harmless where a spreadsheet would take it for a formula.
    case text(String)
    /// A number with a decimal point; empty for what is not finite.
    case number(Double)
    case integer(Int)
    /// `true` or `false`.
    case flag(Bool)
    case empty

    /// Text, or the empty cell.
    public init(_ text: String?) { self = text.map(Cell.text) ?? .empty }
    /// A number, or the empty cell.
    public init(_ number: Double?) { self = number.map(Cell.number) ?? .empty }
  }

  /// What was written so far.
  public private(set) var bytes: [UInt8] = []

  /// A writer without rows.
  public init() {}

  /// The bytes so far, which leave the writer empty.
  public mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  /// Appends one row.
  public mutating func row(_ cells: [Cell]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      switch cell {
      case .text(let text): append(text)
      case .number(let number): bytes.append(contentsOf: CSVWriter.plain(number).utf8)
      case .integer(let number): bytes.append(contentsOf: String(number).utf8)
      case .flag(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
      case .empty: break
      }
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Whole numbers without a point.
  private static func plain(_ number: Double) -> String {
    guard number.isFinite else { return "" }
    if number == number.rounded(), abs(number) < 9e15 { return String(Int(number)) }
    return String(number)
  }

  private mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      let quote = UInt8(ascii: "\"")
      let needsQuotes = utf8.contains { byte in
        byte == quote || byte == UInt8(ascii: ",") || byte == 0x0A || byte == 0x0D
      }
      if needsQuotes { bytes.append(quote) }
      if CSVWriter.isFormula(utf8) { bytes.append(UInt8(ascii: "'")) }
      for byte in utf8 {
        if byte == quote { bytes.append(quote) }
        bytes.append(byte)
      }
      if needsQuotes { bytes.append(quote) }
    }
  }

  /// Whether a spreadsheet would take the text for a formula.
  private static func isFormula(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch text.first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D: true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): !isNumber(text.dropFirst())
    // U+FF1D, U+FF0B, U+FF0D and U+FF20, the full-width forms.
    case 0xEF: text.count > 2 && text[1] == 0xBC && [0x9D, 0x8B, 0x8D, 0xA0].contains(text[2])
    default: false
    }
  }

  /// Digits with at most one point.
  private static func isNumber(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var points = 0
    var count = 0
    for byte in digits {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): count += 1
      case UInt8(ascii: "."): points += 1
      default: return false
      }
    }
    return count > 0 && points <= 1
  }
}
