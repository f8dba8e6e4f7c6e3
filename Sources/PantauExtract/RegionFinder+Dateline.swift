import PantauRules
import PantauText

/// The place and paper with which a report begins, whose place alone is none that the report names.
extension RegionFinder {
  /// Longest dateline in tokens.
  private static let longestDateline = 16

  /// Lines behind the first one that may begin with it, where summaries or legends stand above the report.
  private static let linesAbove = 5

  /// The tokens of a dateline: what stands before the dash, bar or colon with which a report's first sentence begins, or
  /// a first line of place and site alone. Where the first line has none, one of the next may, with a place and a dash.
  func dateline(of reading: Reading) -> Range<Int> {
    let start = reading.bodyStart
    let first = withPlaceBehind(dateline(from: start, reading), reading)
    if !first.isEmpty { return first }
    var lines = 0
    for token in start..<reading.tokens.count
    where token > start && reading.tokens[token].traits.contains(.lineStart) {
      lines += 1
      if lines > Self.linesAbove { break }
      let found = dateline(from: token, reading)
      if !found.isEmpty, isPlaced(found, reading) { return withPlaceBehind(found, reading) }
    }
    return first
  }

  /// Whether a dateline holds a name of the gazetteer and ends at a dash or bar.
  private func isPlaced(_ dateline: Range<Int>, _ reading: Reading) -> Bool {
    let end = dateline.upperBound
    // "Ogan Komering Ilir - 123" is a line of a list.
    guard dateline.count <= 10, end + 1 < reading.tokens.count,
      reading.tokens[end + 1].traits.contains(.capitalised),
      reading.tokens[dateline.lowerBound].kind == .word, !reading.tokens[end].traits.contains(.lineStart),
      isLongDash(end, reading) || reading.isMark(end, "|") || reading.isMark(end, "-")
    else { return false }
    return !places.table.matches(
      in: reading.text.text, beginningAt: dateline.map { Int32(truncatingIfNeeded: $0) }
    ).isEmpty
  }

  /// "KABAR.ID - JAKARTA. Pemerintah", "Kabar.id | Jayapura | Dewan": a dateline with the place behind its first mark.
  private func withPlaceBehind(_ dateline: Range<Int>, _ reading: Reading) -> Range<Int> {
    let next = dateline.upperBound + 1
    guard !dateline.isEmpty else { return dateline }
    for end in next + 1..<max(next + 1, min(next + 4, reading.tokens.count))
    where isPlace(next..<end, reading) {
      let isDivided = isLongDash(end, reading) || reading.isMark(end, "|") || reading.isMark(end, "-")
      let isCapitals = reading.isMark(end, ".") && reading.tokens[next].traits.contains(.allCapitals)
      if isDivided || isCapitals { return dateline.lowerBound..<end }
    }
    return dateline
  }

  private func dateline(from start: Int, _ reading: Reading) -> Range<Int> {
    let end = min(start + Self.longestDateline, reading.tokens.count)
    guard start < end else { return start..<start }
    var hasSite = false
    // "Kabar Pagi, Jakarta-Sebanyak": the place may stand behind the paper.
    var part = start
    for token in start..<end {
      let traits = reading.tokens[token].traits
      if token > start, endsDateline(token, from: start, reading) || (hasSite && traits.contains(.lineStart))
      {
        return start..<token
      }
      let isPoint = reading.isMark(token, ".")
      let isJoined = isPoint && isInsideWord(token, reading)
      if token > start, reading.isMark(token, "-"), hasSite || dividesPlace(part..<token, reading) {
        return start..<token
      }
      if reading.isMark(token, ",") {
        part = token + 1
        if hasSite, let place = placeWithoutMark(behind: token, reading) { return start..<place }
      }
      hasSite = hasSite || isJoined
      if isPoint, !isJoined, token - start <= 3,
        reading.tokens[start].traits.contains(.allCapitals) || isPlace(start..<token, reading)
      {
        return start..<token
      }
      // Names of papers hold small words too ("Gesuri.id", "kabar.com"), but only joined ones.
      let isPlain =
        reading.tokens[token].kind != .word || traits.contains(.capitalised) || !traits.contains(.spaceBefore)
        || (token + 1 < end && reading.isMark(token + 1, ".") && isInsideWord(token + 1, reading))
      if !isPlain || (token > start && traits.contains(.lineStart)) { break }
    }
    return datelineBeforeComma(from: start, to: end, reading) ?? start..<start
  }

  /// "Kabar6.com, Jakarta Pemerintah melalui …": where a place behind a site's comma ends, right before the report's first word.
  private func placeWithoutMark(behind comma: Int, _ reading: Reading) -> Int? {
    let first = comma + 1
    return (first + 1..<max(first + 1, min(first + 4, reading.tokens.count - 1))).last { end in
      reading.tokens[end].kind == .word && reading.tokens[end].traits.contains(.capitalised)
        && isPlace(first..<end, reading)
    }
  }

  /// "PEKANBARU, Kementerian Koperasi meminta": a place in capitals all over before a comma, with no other place behind it.
  private func datelineBeforeComma(from start: Int, to end: Int, _ reading: Reading) -> Range<Int>? {
    guard reading.tokens[start].traits.contains(.allCapitals),
      let comma = (start + 1..<end).first(where: { reading.isMark($0, ",") }), comma + 1 < end,
      reading.tokens[comma + 1].traits.contains(.capitalised), dividesPlace(start..<comma, reading)
    else { return nil }
    return start..<comma
  }

  /// Whether a mark stands between two words without white space, as in a site's address.
  private func isInsideWord(_ mark: Int, _ reading: Reading) -> Bool {
    guard mark + 1 < reading.tokens.count, reading.tokens[mark + 1].kind == .word else { return false }
    return !reading.tokens[mark].traits.contains(.spaceBefore)
      && !reading.tokens[mark + 1].traits.contains(.spaceBefore)
      && !reading.tokens[mark + 1].traits.contains(.lineStart)
  }

  /// Whether the mark at `token` divides place and paper from the report: a dash with white space beside it, a bar or the letter
  /// that is written for one, or a colon after white space, at the line's end or behind a place.
  private func endsDateline(_ token: Int, from start: Int, _ reading: Reading) -> Bool {
    if isLongDash(token, reading) || reading.isMark(token, "|") || isBarLetter(token, reading) { return true }
    let spaceBefore = reading.tokens[token].traits.contains(.spaceBefore)
    let next = token + 1 < reading.tokens.count ? reading.tokens[token + 1].traits : []
    if reading.isMark(token, "-") { return spaceBefore || next.contains(.spaceBefore) }
    return reading.isMark(token, ":")
      && (spaceBefore || next.contains(.lineStart) || isPlace(start..<token, reading))
  }

  /// "Jakarta-Seluruh kelurahan": a hyphen without white space behind a place, with no other place behind it.
  private func dividesPlace(_ place: Range<Int>, _ reading: Reading) -> Bool {
    isPlace(place, reading)
      && places.table.matches(
        in: reading.text.text, beginningAt: [Int32(truncatingIfNeeded: place.upperBound + 1)]
      ).isEmpty
  }

  /// Whether tokens are a name of the gazetteer and nothing else.
  private func isPlace(_ range: Range<Int>, _ reading: Reading) -> Bool {
    places.table.matches(
      in: reading.text.text, beginningAt: [Int32(truncatingIfNeeded: range.lowerBound)]
    ).contains { Int($0.start) == range.lowerBound && Int($0.end) == range.upperBound }
  }

  /// "SIDOARJO l Pembangunan": a small letter l alone.
  private func isBarLetter(_ token: Int, _ reading: Reading) -> Bool {
    let found = reading.tokens[token]
    return found.kind == .word && found.end - found.start == 1
      && reading.text.text.bytes[Int(found.start)] == UInt8(ascii: "l")
  }

  private func isLongDash(_ token: Int, _ reading: Reading) -> Bool {
    let found = reading.tokens[token]
    let bytes = reading.text.text.bytes
    return found.kind == .punctuation && bytes[Int(found.start)] == 0xE2 && found.end - found.start == 3
      && (0x93...0x95) ~= bytes[Int(found.start) + 2]
  }
}
