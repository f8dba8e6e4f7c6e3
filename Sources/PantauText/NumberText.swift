/// Reads numbers written in digits as Indonesian papers write them.
public enum NumberText {
  /// The value of a digit run: points group thousands and a comma begins the fraction ("80.000", "57,02").
  ///
  /// A point that does not group by three is a decimal point ("71.89"), two such are no number ("21.7.2025"); a comma
  /// that groups by three together with another comma groups thousands ("1,234,567"). Nil for what is no number and
  /// for more than 15 digits.
  public static func value(_ bytes: ArraySlice<UInt8>) -> Double? {
    var digits = 0.0
    var count = 0
    var groups: [(separator: UInt8, length: Int)] = []
    var length = 0
    for byte in bytes {
      if (byte &- 48) < 10 {
        digits = digits * 10 + Double(byte &- 48)
        count += 1
        length += 1
      } else {
        guard length > 0, byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") else { return nil }
        groups.append((byte, length))
        length = 0
      }
    }
    guard length > 0, count <= 15 else { return nil }
    guard !groups.isEmpty else { return digits }
    let last = groups[groups.count - 1].separator
    let lengths = groups.dropFirst().map(\.length) + [length]
    let sameSeparator = groups.allSatisfy { $0.separator == last }
    let groupsByThree = lengths.allSatisfy { $0 == 3 } && (1...3) ~= groups[0].length
    let leadsWithZero = bytes.first == 48
    if groupsByThree, sameSeparator, !leadsWithZero, last == UInt8(ascii: ".") || groups.count > 1 {
      return digits
    }
    let inner = lengths.dropLast()
    let innerIsGrouped =
      inner.allSatisfy { $0 == 3 } && groups.dropLast().allSatisfy { $0.separator != last }
    guard groups.count == 1 || innerIsGrouped else { return nil }
    var scale = 1.0
    for _ in 0..<length { scale *= 10 }
    return digits / scale
  }
}
