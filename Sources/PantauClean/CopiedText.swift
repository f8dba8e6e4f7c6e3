#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif
internal import PantauRecords

/// An article in text that was copied from a page, menus and all.
///
/// Lines are judged by the word lists and by shape; there is no structure to go by.
struct CopiedText {
  /// A line and what is known of it.
  struct Line {
    /// Where it stands in ``text``.
    var range: Range<Int>
    var shape: LineShape
    /// The hash of its words; 0 for lines beyond ``LineScan/longestJudged`` bytes.
    var hash: UInt64
    var verdict: LineVerdict
    /// Items stand side by side in it, with gaps of white space between them.
    var isSpread: Bool
    /// There may be bars in it.
    var mayHoldBars: Bool
    var isASCII: Bool
    /// Words as languages are told by.
    var words: Int
    /// Which of ``frequent`` are its words.
    var frequent: Range<Int>

    /// Its bytes.
    var count: Int { range.count }
  }

  let rules: CleanRules
  /// All lines, folded, each with a line feed behind it.
  private(set) var text: [UInt8] = []
  private(set) var lines: [Line] = []
  /// What ``CleanRules/cues`` says of the languages of the frequent words of all lines.
  private(set) var frequent: [UInt32] = []

  /// Splits UTF-8 text at line ends. Linear.
  init(_ bytes: [UInt8], rules: CleanRules) {
    self.rules = rules
    text.reserveCapacity(bytes.count + 1)
    lines.reserveCapacity(bytes.count / 100 + 16)
    var scan = LineScan()
    let bytes = CopiedText.unwrapped(bytes) ?? bytes
    let rows = CopiedText.withRows(bytes)
    (rows ?? bytes).withUnsafeBufferPointer { bytes in
      var start = 0
      var nextReturn = CopiedText.next(13, in: bytes, from: 0)
      while start < bytes.count {
        if nextReturn < start { nextReturn = CopiedText.next(13, in: bytes, from: start) }
        let end = min(CopiedText.next(10, in: bytes, from: start), nextReturn)
        if end > start {
          add(CopiedText.withoutMarks(UnsafeBufferPointer(rebasing: bytes[start..<end])), &scan)
        }
        start = end + 1
      }
    }
    frequent = scan.frequent
  }

  /// Where the byte stands next, or the end.
  static func next(_ byte: Int32, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, byte, bytes.count - start)
    else { return bytes.count }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private mutating func add(_ raw: UnsafeBufferPointer<UInt8>, _ scan: inout LineScan) {
    let start = text.count
    let firstFrequent = scan.frequent.count
    var hasGap = false
    if scan.read(raw, isFolded: false, rules) {
      text.append(contentsOf: raw)
    } else {
      hasGap = appendFolded(raw, to: &text)
      guard text.count > start else { return }
      text.withUnsafeBufferPointer { text in
        _ = scan.read(UnsafeBufferPointer(rebasing: text[start...]), isFolded: true, rules)
      }
    }
    let isJudged = text.count - start <= LineScan.longestJudged
    let hash = isJudged ? scan.folded.wholeHash : 0
    lines.append(
      Line(
        range: start..<text.count, shape: scan.shape, hash: hash,
        verdict: isJudged ? rules.verdict(on: scan.folded, hash, scan.shape) : .text,
        isSpread: hasGap && CopiedText.gaps(raw) >= 1,
        mayHoldBars: scan.mayHold("|"), isASCII: scan.isASCII, words: scan.words,
        frequent: firstFrequent..<scan.frequent.count))
    text.append(10)
  }

  /// The bytes of a line.
  func line(_ index: Int) -> ArraySlice<UInt8> { text[lines[index].range] }

  /// Runs of two spaces or more, or a tab, between words.
  private static func gaps(_ raw: UnsafeBufferPointer<UInt8>) -> Int {
    var gaps = 0
    var spaces = 0
    var begun = false
    for byte in raw {
      if byte == 32 || byte == 9 {
        spaces += byte == 9 ? 2 : 1
      } else {
        if begun, spaces >= 2 { gaps += 1 }
        begun = true
        spaces = 0
      }
    }
    return gaps
  }

  /// The lines, one a line.
  func joined(_ indices: [Int]) -> String {
    var joined = ""
    joined.reserveCapacity(indices.reduce(0) { $0 + lines[$1].count + 1 })
    var place = 0
    // ASCII needs no look at each byte to become a string: lines of it, and others, are taken together.
    while place < indices.count {
      let first = lines[indices[place]]
      var last = indices[place]
      place += 1
      while place < indices.count, indices[place] == last + 1, lines[last + 1].isASCII == first.isASCII {
        last += 1
        place += 1
      }
      if !joined.isEmpty { joined.append("\n") }
      joined += String(decoding: text[first.range.lowerBound..<lines[last].range.upperBound], as: UTF8.self)
    }
    return joined
  }

  /// The headline's line and the lines of the body, or nil where no line is text.
  func article() -> (headline: Int?, body: [Int])? {
    var keep = lines.indices.map { isWideRow($0) || lines[$0].verdict == .text && !isMenuByShape($0) }
    cutAtSectionEnd(&keep)
    dropCaptions(&keep)
    guard let firstProse = lines.indices.first(where: { keep[$0] && isParagraph($0) && !isBulleted($0) })
    else { return keep.firstIndex(of: true).map { ($0, []) } }
    dropScraps(&keep)
    let headline = headline(keep, before: firstProse)
    let start = headline ?? firstProse
    for index in 0..<start { keep[index] = false }
    if let headline { dropHeadline(&keep, headline, firstProse) }
    dropRelated(&keep, from: start)
    trimEnd(&keep)
    return (headline, lines.indices.filter { keep[$0] && $0 != headline })
  }

  func isParagraph(_ index: Int) -> Bool {
    let shape = lines[index].shape
    return shape.isProse && (shape.endsSentence || shape.words >= 30)
  }

  func isBulleted(_ index: Int) -> Bool {
    let line = line(index)
    switch line.first {
    case UInt8(ascii: "-"): return line.starts(with: [UInt8(ascii: "-"), 32])
    case 0xE2: return line.starts(with: [0xE2, 0x80, 0xA2])
    default: return false
    }
  }

  /// Three short lines in a row without a number or a sentence's end are a menu.
  private func dropScraps(_ keep: inout [Bool]) {
    var run: [Int] = []
    func isScrap(_ index: Int) -> Bool {
      let shape = lines[index].shape
      return shape.words <= 4 && !shape.endsSentence && !shape.endsInColon && shape.digits == 0
    }
    for index in lines.indices {
      if isScrap(index) {
        run.append(index)
        if run.count == 3 { for each in run { keep[each] = false } }
        if run.count > 3 { keep[index] = false }
      } else {
        run.removeAll()
      }
    }
  }

  /// Short pieces side by side, or all in capitals, without a sentence.
  private func isMenuByShape(_ index: Int) -> Bool {
    let shape = lines[index].shape
    if shape.endsSentence || shape.sentences > 0 || isRow(index) { return false }
    if lines[index].isSpread, shape.words <= 14, shape.smalls * 3 <= shape.words { return true }
    if shape.allCapitals == shape.words, shape.words <= 3 { return true }
    return shape.words <= 20 && bars(index) >= 2
  }

  /// Headlines of other articles between paragraphs: a line of capitalised words without a sentence's end.
  ///
  /// Lines with figures in a list that a colon announces are none.
  private func dropRelated(_ keep: inout [Bool], from start: Int) {
    var isAnnounced = false
    var previous: Int?
    for index in lines.indices where keep[index] && index >= start {
      defer { if keep[index] { previous = index } }
      if let previous {
        isAnnounced = lines[previous].shape.endsInColon || (isAnnounced && !isParagraph(previous))
      }
      guard index > start, isOtherHeadline(index), !isRow(index), !isCount(index), !isNameItem(index) else {
        continue
      }
      if let previous, lines[previous].shape.endsInColon { continue }
      keep[index] = isAnnounced && lines[index].shape.digits > 0
    }
  }

  /// "- Muna: 124 KDMP dan 26 KKMP": whether a line is one of a list of names with their figures, beside that of another name.
  private func isCount(_ index: Int) -> Bool {
    guard let name = counted(index) else { return false }
    return [index - 1, index + 1].contains { other in
      counted(other).map { !$0.elementsEqual(name) } ?? false
    }
  }

  /// "- Kepala Dinas Pertanahan DIY, Adi Bayu": whether a line is one of several items of which each holds a comma.
  private func isNameItem(_ index: Int) -> Bool {
    func holdsComma(_ index: Int) -> Bool {
      lines.indices.contains(index) && isBulleted(index) && line(index).contains(UInt8(ascii: ","))
    }
    return holdsComma(index) && (holdsComma(index - 1) || holdsComma(index + 1))
  }

  /// What stands in a line before a colon with a figure behind it.
  private func counted(_ index: Int) -> ArraySlice<UInt8>? {
    guard lines.indices.contains(index), lines[index].shape.digits > 0 else { return nil }
    let line = line(index)
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon + 2 < line.endIndex,
      line[colon + 1] == 32, isDigit(line[colon + 2])
    else { return nil }
    return line[..<colon]
  }

  private func isOtherHeadline(_ index: Int) -> Bool {
    let shape = lines[index].shape
    guard !shape.endsSentence, !shape.endsInColon, shape.words >= 6, shape.words <= 22, shape.sentences == 0
    else {
      return false
    }
    if let first = line(index).first, isDigit(first), line(index).dropFirst().prefix(3).contains(46) {
      return false
    }
    let small = shape.smalls
    return small * 4 <= shape.words
  }

  /// Ends at a heading of comments, drops lists of other articles.
  private func cutAtSectionEnd(_ keep: inout [Bool]) {
    let cuts = lines.indices.map { index in
      let isProse = keep[index] && isParagraph(index)
      return SectionCut.Line(
        verdict: lines[index].verdict, words: isProse ? lines[index].shape.words : 0,
        endsList: isProse && lines[index].shape.endsSentence)
    }
    for index in SectionCut.dropped(cuts) { keep[index] = false }
  }

  /// Scraps after the last sentence.
  private func trimEnd(_ keep: inout [Bool]) {
    guard
      let last = lines.indices.last(where: { keep[$0] && (lines[$0].shape.endsSentence || isParagraph($0)) })
    else { return }
    var index = last + 1
    // A list that a colon announces belongs to the text.
    if lines[last].shape.endsInColon { return }
    while index < lines.count {
      if keep[index], !isListItem(index) { keep[index] = false }
      index += 1
    }
  }

  private func isListItem(_ index: Int) -> Bool {
    guard let first = line(index).first else { return false }
    return lines[index].shape.digits > 0 && (isDigit(first) || line(index).contains(UInt8(ascii: ":")))
      && lines[index].shape.words >= 3
  }
}

extension Cleaner {
  /// The article of copied text.
  func textArticle(_ page: Page, _ bytes: [UInt8]) throws(Failure) -> Article {
    let text = CopiedText(bytes, rules: rules)
    guard let (headline, body) = text.article() else {
      throw failure(
        page, .noArticle, "no line of the text is part of an article; give the article's own text")
    }
    func string(_ index: Int) -> String { String(decoding: text.line(index), as: UTF8.self) }
    let bodyText = text.joined(body)
    guard !bodyText.isEmpty else {
      throw failure(
        page, .noArticle, "the text has a headline at most and no paragraph; give the article's own text")
    }
    let title = composed(headline.map(string) ?? "")
    if bodyText.utf8.count < 400, let kind = rules.pageKind(of: title), kind == .missing || kind == .search {
      throw failure(page, kind.code, kind.message)
    }
    var article = Article(source: page.source, title: title, body: composed(bodyText))
    article.language = text.language(of: body)
    article.dateline = Dateline.place(in: bodyText)
    if let day = published(text, headline: headline ?? body[0], body: body) {
      article.published = day
      article.publishedBasis = .text
    }
    for index in text.lines.indices {
      let isCredit = text.lines[index].verdict != .text
      let isBelowHeadline = headline.map { $0 < index && index < body[0] } ?? false
      let names =
        isCredit
        ? rules.names(inCredit: text.line(index))
        : isBelowHeadline ? [rules.name(alone: text.line(index))].compactMap { $0 } : []
      for name in names where !article.byline.contains(name) { article.byline.append(name) }
    }
    return article
  }

  /// The day of a line that holds a date and no sentence, before the article's end: the one nearest to the headline,
  /// those with a time before those without.
  private func published(_ text: CopiedText, headline: Int, body: [Int]) -> CalendarDate? {
    let last = body.last ?? headline
    var best: (score: Int, date: CalendarDate)?
    for index in text.lines.indices where text.lines[index].verdict == .date {
      guard let found = rules.dates(in: Array(text.line(index))).first else { continue }
      var score = found.hasTime ? 30 : 0
      score += index <= last ? 20 : 0
      score -= min(19, abs(index - headline))
      if !found.hasTime, index < headline, isSiteBar(text, around: index) { continue }
      if score > (best?.score ?? Int.min) { best = (score, found.date) }
    }
    return best?.date
  }

  /// A date among weather and menu scraps above the headline is the day of copying.
  private func isSiteBar(_ text: CopiedText, around index: Int) -> Bool {
    for near in max(0, index - 3)..<min(text.lines.count, index + 3) where near != index {
      if text.lines[near].shape.digits > 0, rules.isWeather(FoldedLine(text.line(near))) { return true }
    }
    return false
  }
}
