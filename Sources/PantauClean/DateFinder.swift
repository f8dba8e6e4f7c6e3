internal import PantauRecords

/// A date that stands in a line of text.
struct FoundDate {
  var date: CalendarDate
  /// Bytes of the line.
  var range: Range<Int>
  /// The time of day beside it.
  var time: FoundTime?
  var hasWeekday: Bool

  var hasTime: Bool { time != nil }
  var moment: Moment { Moment(date, minutes: time?.minutes, offset: time?.offset) }
}

/// A word or a number of a line in which dates are looked for.
struct DateToken {
  var range: Range<Int>
  var hash: UInt64
  /// The number, or -1.
  var number: Int
  var digits: Int
}

/// A time of day that stands beside a date.
struct FoundTime {
  /// After midnight.
  var minutes: Int
  /// Minutes east of Greenwich; nil where no zone stands there.
  var offset: Int?
}

extension CleanRules {
  /// Dates in a line, in order: `26 Mei 2025`, `May 26, 2025`, `2025-05-26`, `26/05/2025`. Linear.
  ///
  /// Numbers alone are day first, unless only month first makes a date.
  func dates(in bytes: [UInt8]) -> [FoundDate] {
    guard CleanRules.mayHoldYear(bytes) else { return [] }
    let tokens = dateTokens(bytes)
    var found: [FoundDate] = []
    var index = 0
    while index < tokens.count {
      guard let (date, used) = date(tokens, at: index) else {
        index += 1
        continue
      }
      let range = tokens[index].range.lowerBound..<tokens[index + used - 1].range.upperBound
      // The numbers of an archive, "Mei 2025 (12) Juni 2025 (9)", are no days.
      if bytes[range].contains(UInt8(ascii: ")")) {
        index += 1
        continue
      }
      let weekday = index > 0 && weekdays.contains(tokens[index - 1].hash)
      let time = time(tokens, after: index + used, bytes) ?? time(tokens, before: index, bytes)
      found.append(FoundDate(date: date, range: range, time: time, hasWeekday: weekday))
      index += used
    }
    return found
  }

  /// A line that is a date, with weekday, time, marks and at most three other words, five where a time of day stands
  /// beside the date: section, source and editor of a page.
  func isDateLine(_ line: FoldedLine) -> Bool {
    line.bytes.contains(where: isDigit) && isDate(line)
  }

  /// ``isDateLine(_:)`` for a line of which it is known that it has a digit.
  func isDate(_ line: FoldedLine) -> Bool {
    guard line.bytes.count <= 120, line.words.count <= 16 else { return false }
    let found = dates(in: line.bytes)
    guard let date = found.first else { return isTimeLine(line) }
    var others = 0
    forEachWord(of: line) { word, hash in
      if word.endIndex > date.range.lowerBound, word.startIndex < date.range.upperBound { return }
      // Dashes and other marks.
      if word[word.startIndex] == 0xE2 { return }
      let known =
        isDigit(word[word.startIndex]) || dateWords.contains(hash) || weekdays.contains(hash)
        || months.contains(hash) || bylines.isFirstWord(hash)
      if !known { others += 1 }
    }
    return others <= (date.hasTime ? 5 : 3) && !(line.bytes.last == 46 && others > 1)
  }

  /// A time of day and words that go with one.
  private func isTimeLine(_ line: FoldedLine) -> Bool {
    var unknown = 0
    var known = 0
    func count(_ first: UInt8, _ hash: UInt64) {
      if isDigit(first) { return }
      if dateWords.contains(hash) || weekdays.contains(hash) { known += 1 } else { unknown += 1 }
    }
    if line.mayHold("_") {
      // The line's own words end at underscores.
      forEachWord(line.bytes) { word, hash in count(word[word.startIndex], hash) }
    } else {
      for word in line.words {
        let first = line.bytes[Int(word.start)]
        if isLetterOrDigit(first) { count(first, word.hash) }
        if unknown > 0 { return false }
      }
    }
    return unknown == 0 && known > 0
  }

  /// Whether four digits stand together, as in every date that is found.
  private static func mayHoldYear(_ bytes: [UInt8]) -> Bool {
    var digits = 0
    return bytes.withUnsafeBufferPointer { bytes in
      for byte in bytes {
        digits = isDigit(byte) ? digits &+ 1 : 0
        if digits == 4 { return true }
      }
      return false
    }
  }

  private func dateTokens(_ bytes: [UInt8]) -> [DateToken] {
    var tokens: [DateToken] = []
    var index = 0
    while index < bytes.count {
      let start = index
      if isDigit(bytes[index]) {
        var value = 0
        while index < bytes.count, isDigit(bytes[index]) {
          value = min(value * 10 + Int(bytes[index]) - 48, 1_000_000_000)
          index += 1
        }
        tokens.append(DateToken(range: start..<index, hash: 0, number: value, digits: index - start))
        // 1st, 26th, and the T of an ISO time.
        if index < bytes.count, (bytes[index] | 32) == UInt8(ascii: "t"), index + 1 < bytes.count,
          isDigit(bytes[index + 1])
        {
          index += 1
        } else if index + 1 < bytes.count, isOrdinal(bytes[index] | 32, bytes[index + 1] | 32) {
          index += 2
        }
      } else if (bytes[index] | 32) &- 97 < 26 {
        var hash = WordHash()
        while index < bytes.count, (bytes[index] | 32) &- 97 < 26 || bytes[index] == 39 {
          hash.combine(bytes[index])
          index += 1
        }
        tokens.append(DateToken(range: start..<index, hash: hash.value, number: -1, digits: 0))
      } else {
        index += 1
      }
    }
    return tokens
  }

  private func isOrdinal(_ first: UInt8, _ second: UInt8) -> Bool {
    (first == UInt8(ascii: "s") && second == UInt8(ascii: "t"))
      || (first == UInt8(ascii: "n") && second == UInt8(ascii: "d"))
      || (first == UInt8(ascii: "r") && second == UInt8(ascii: "d"))
      || (first == UInt8(ascii: "t") && second == UInt8(ascii: "h"))
  }

  /// The date that begins at a token, and the number of tokens that it takes.
  private func date(_ tokens: [DateToken], at index: Int) -> (CalendarDate, Int)? {
    guard index + 2 < tokens.count else { return nil }
    let (first, second, third) = (tokens[index], tokens[index + 1], tokens[index + 2])
    guard third.range.lowerBound - first.range.upperBound < 20 else { return nil }
    let secondMonth = Int(months[second.hash])
    if first.number >= 0, first.digits <= 2, secondMonth > 0, let year = year(third) {
      return CalendarDate(year: year, month: secondMonth, day: first.number).map { ($0, 3) }
    }
    let firstMonth = Int(months[first.hash])
    if firstMonth > 0, second.number >= 0, second.digits <= 2, let year = year(third), third.digits == 4 {
      return CalendarDate(year: year, month: firstMonth, day: second.number).map { ($0, 3) }
    }
    guard first.number >= 0, second.number >= 0, third.number >= 0, second.digits <= 2,
      second.range.lowerBound - first.range.upperBound == 1,
      third.range.lowerBound - second.range.upperBound == 1
    else { return nil }
    if first.digits == 4, third.digits <= 2, 1990...2100 ~= first.number {
      return CalendarDate(year: first.number, month: second.number, day: third.number).map { ($0, 3) }
    }
    guard first.digits <= 2, third.digits == 4, 1990...2100 ~= third.number else { return nil }
    let dayFirst = CalendarDate(year: third.number, month: second.number, day: first.number)
    return (dayFirst ?? CalendarDate(year: third.number, month: first.number, day: second.number)).map {
      ($0, 3)
    }
  }

  private func year(_ token: DateToken) -> Int? {
    token.digits == 4 && 1990...2100 ~= token.number ? token.number : nil
  }
}
