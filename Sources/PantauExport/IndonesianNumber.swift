/// Numbers as Indonesian readers write them: points between thousands, a comma before decimals.
public enum IndonesianNumber {
  /// `number` with at most `decimals` decimals (0 to 9), rounded half away from zero, without trailing zeros.
  public static func string(_ number: Double, decimals: Int = 2) -> String {
    guard number.isFinite, abs(number) < 9e15 else { return String(number) }
    var scale = 1.0
    for _ in 0..<min(max(decimals, 0), 9) { scale *= 10 }
    let scaled = (abs(number) * scale).rounded()
    guard scaled < 9e18 else { return (number < 0 ? "-" : "") + grouped(Int(abs(number))) }
    let whole = Int(scaled) / Int(scale)
    var fraction = String(Int(scaled) % Int(scale) + Int(scale)).dropFirst()
    while fraction.last == "0" { fraction.removeLast() }
    let sign = number < 0 && scaled > 0 ? "-" : ""
    return sign + grouped(whole) + (fraction.isEmpty ? "" : "," + fraction)
  }

  /// A share of 1 in percent: `57,02 %`. Less than everything is never rounded up to 100.
  public static func percent(ofShare share: Double) -> String {
    let percent = share * 100
    return string(share < 1 ? min(percent, 99.99) : percent) + " %"
  }

  /// Digits without points between thousands: `1234`, `57,02`.
  static func plain(_ number: Double) -> String {
    String(decoding: string(number).utf8.filter { $0 != UInt8(ascii: ".") }, as: UTF8.self)
  }

  private static func grouped(_ whole: Int) -> String {
    let digits = String(whole)
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { result.append(".") }
      result.append(digit)
    }
    return result
  }
}
