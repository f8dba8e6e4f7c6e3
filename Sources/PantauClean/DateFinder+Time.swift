extension CleanRules {
  /// A time within the three tokens after a date.
  func time(_ tokens: [DateToken], after index: Int, _ bytes: [UInt8]) -> FoundTime? {
    for at in index..<min(index + 4, max(index, tokens.count - 1)) {
      if let found = time(tokens, at: at, bytes) { return found }
    }
    return nil
  }

  /// A time that ends right before a date, its zone and a weekday apart: `15:47 WIB, 26 Mei 2025`.
  func time(_ tokens: [DateToken], before index: Int, _ bytes: [UInt8]) -> FoundTime? {
    for at in max(0, index - 4)..<max(0, index - 1) {
      if let found = time(tokens, at: at, bytes) { return found }
    }
    return nil
  }

  /// Two numbers with a colon or point between them, and the zone after them.
  private func time(_ tokens: [DateToken], at index: Int, _ bytes: [UInt8]) -> FoundTime? {
    guard index + 1 < tokens.count else { return nil }
    let (hour, minute) = (tokens[index], tokens[index + 1])
    guard 0...24 ~= hour.number, hour.digits <= 2, minute.digits == 2, 0...59 ~= minute.number,
      isJoined(hour, minute, bytes)
    else { return nil }
    var next = index + 2
    while next < tokens.count, tokens[next].number >= 0, isJoined(tokens[next - 1], tokens[next], bytes) {
      next += 1
    }
    var hours = hour.number % 24
    if next < tokens.count, let half = meridiem(tokens[next].hash) {
      hours = hours % 12 + half
      next += 1
    }
    return FoundTime(minutes: hours * 60 + minute.number, offset: offset(tokens, at: next, bytes))
  }

  private func isJoined(_ left: DateToken, _ right: DateToken, _ bytes: [UInt8]) -> Bool {
    right.range.lowerBound - left.range.upperBound == 1
      && (bytes[left.range.upperBound] == UInt8(ascii: ":")
        || bytes[left.range.upperBound] == UInt8(ascii: "."))
  }

  /// Hours that `am` and `pm` add.
  private func meridiem(_ hash: UInt64) -> Int? {
    hash == WordHash.morning ? 0 : hash == WordHash.afternoon ? 12 : nil
  }

  /// A named zone, `Z`, or `+07:00`.
  private func offset(_ tokens: [DateToken], at index: Int, _ bytes: [UInt8]) -> Int? {
    guard index < tokens.count else { return nil }
    let token = tokens[index]
    guard token.number >= 0 else {
      let named = zones[token.hash]
      return named == 0 ? nil : Int(named) - CleanRules.zoneBase
    }
    let before = token.range.lowerBound - 1
    guard before >= 0, bytes[before] == UInt8(ascii: "+") || bytes[before] == UInt8(ascii: "-") else {
      return nil
    }
    let hours = token.digits == 4 ? token.number / 100 : token.number
    var minutes = token.digits == 4 ? token.number % 100 : 0
    if token.digits == 2, index + 1 < tokens.count, isJoined(token, tokens[index + 1], bytes) {
      minutes = tokens[index + 1].number
    }
    guard hours <= 14, minutes < 60 else { return nil }
    return (bytes[before] == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes)
  }
}

extension WordHash {
  static let morning = WordHash.of("am")
  static let afternoon = WordHash.of("pm")
}
