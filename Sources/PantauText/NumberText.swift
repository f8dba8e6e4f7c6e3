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
    var groups = Groups()
    var length = 0
    for byte in bytes {
      if (byte &- 48) < 10 {
        digits = digits * 10 + Double(byte &- 48)
        count += 1
        length += 1
      } else {
        guard length > 0, byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") else { return nil }
        groups.add(byte, length)
        length = 0
      }
    }
    guard length > 0, count <= 15 else { return nil }
    guard groups.count > 0 else { return digits }
    let isGrouped = groups.innerAreThree && length == 3 && (1...3) ~= groups.firstLength && groups.isUniform
    if isGrouped, bytes.first != 48, groups.last == UInt8(ascii: ".") || groups.count > 1 { return digits }
    // What is left of the last separator must be grouped by the other one.
    guard groups.count == 1 || (groups.innerAreThree && !groups.hasLastBefore) else { return nil }
    var scale = 1.0
    for _ in 0..<length { scale *= 10 }
    return digits / scale
  }

  /// What the separators of a digit run tell, each with the digits before it.
  private struct Groups {
    var count = 0
    var last: UInt8 = 0
    var firstLength = 0
    /// The groups between separators have three digits each.
    var innerAreThree = true
    /// All separators are the same mark.
    var isUniform = true
    /// The last separator's mark stands before it, too.
    var hasLastBefore = false
    private var hasPoint = false
    private var hasComma = false

    mutating func add(_ separator: UInt8, _ length: Int) {
      if count == 0 { firstLength = length } else if length != 3 { innerAreThree = false }
      hasLastBefore = separator == UInt8(ascii: ".") ? hasPoint : hasComma
      if separator == UInt8(ascii: ".") { hasPoint = true } else { hasComma = true }
      isUniform = !(hasPoint && hasComma)
      last = separator
      count += 1
    }
  }
}
