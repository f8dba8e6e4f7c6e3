import PantauRecords

/// Very long texts are read in parts, so that time grows with their length and no faster, whatever a step of extraction
/// compares with what else the article holds.
extension Extractor {
  /// Bytes of a body beyond which it is read in parts: some thirty times a long article.
  static let longestPart = 100_000

  /// The places of a body's parts, in UTF-8 bytes: cut at line ends or, where a line is longer than a part, at spaces.
  static func parts(of body: [UInt8]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    while body.count - start > longestPart {
      let limit = start + longestPart
      let end =
        body[start..<limit].lastIndex(of: UInt8(ascii: "\n"))
        ?? body[start..<limit].lastIndex(of: UInt8(ascii: " ")) ?? limit
      // Never within a character.
      var cut = end > start ? end : limit
      while cut < body.count, body[cut] & 0xC0 == 0x80 { cut += 1 }
      parts.append(start..<cut)
      start = cut
    }
    if start < body.count || parts.isEmpty { parts.append(start..<body.count) }
    return parts
  }

  /// What the parts of `article` state, as one record. Each part is read with the headline, and with the first part's day.
  func recordOfParts(_ article: Article) -> ArticleRecord {
    let body = Array(article.body.utf8)
    var joined = JoinedRecord(article)
    for range in Self.parts(of: body) {
      var part = article
      part.body = String(decoding: body[range], as: UTF8.self)
      part.published = joined.record.article.published
      part.publishedBasis = joined.record.article.publishedBasis
      joined.add(recordsOfParts([part])[0], from: range.lowerBound)
    }
    return joined.record
  }
}

/// The records of an article's parts put together: offsets moved, numbers given anew, regions and persons once each.
private struct JoinedRecord {
  private(set) var record: ArticleRecord
  private let titleLength: Int
  private var regions: [String: Int] = [:]
  private var officials: [String: Int] = [:]
  private var messages: Set<String> = []
  private var isFirst = true

  init(_ article: Article) {
    record = ArticleRecord(article: article)
    titleLength = article.title.utf8.count
  }

  /// Adds the record of the part that begins at byte `offset` of the body.
  mutating func add(_ part: ArticleRecord, from offset: Int) {
    if isFirst {
      record.article.published = part.article.published
      record.article.publishedBasis = part.article.publishedBasis
    }
    for region in part.regions { add(region, offset) }
    let speakers = part.officials.reduce(into: [:]) { $0[$1.id] = add($1, offset) }
    let deadlines = part.deadlines.reduce(into: [:]) { $0[$1.id] = add($1, offset) }
    var names: [String: String] = [:]
    for statement in part.targets + part.actuals + part.totals where isNew(statement.span) {
      var moved = statement
      moved.span = span(statement.span, offset)
      moved.speaker = statement.speaker.flatMap { speakers[$0] }
      moved.deadline = statement.deadline.flatMap { deadlines[$0] }
      switch statement.kind {
      case .target:
        moved.id = "t\(record.targets.count + 1)"
        record.targets.append(moved)
      case .actual:
        moved.id = "a\(record.actuals.count + 1)"
        record.actuals.append(moved)
      case .total: record.totals.append(moved)
      }
      names[statement.id] = moved.id
    }
    add(part.checks, names)
    isFirst = false
  }

  /// Whether a place is one of the part's own: the headline's are the first part's.
  private func isNew(_ span: Span) -> Bool { isFirst || span.start > titleLength }

  private func span(_ span: Span, _ offset: Int) -> Span {
    span.start > titleLength ? Span(span.start + offset, span.end + offset) : span
  }

  private func spans(_ spans: [Span], _ offset: Int) -> [Span] {
    spans.filter(isNew).map { span($0, offset) }
  }

  private mutating func add(_ region: RegionMention, _ offset: Int) {
    let mentions = spans(region.mentions, offset)
    guard !mentions.isEmpty else { return }
    if let known = regions[region.region] {
      record.regions[known].mentions += mentions
      return
    }
    regions[region.region] = record.regions.count
    var added = region
    added.id = "r\(record.regions.count + 1)"
    added.mentions = mentions
    record.regions.append(added)
  }

  private mutating func add(_ official: Official, _ offset: Int) -> String {
    let key = [official.name, official.position, official.of ?? ""].joined(separator: "\n")
    let mentions = spans(official.mentions, offset)
    if let known = officials[key] {
      record.officials[known].mentions += mentions
      return record.officials[known].id
    }
    officials[key] = record.officials.count
    var added = official
    added.id = "o\(record.officials.count + 1)"
    added.mentions = mentions
    record.officials.append(added)
    return added.id
  }

  private mutating func add(_ deadline: Deadline, _ offset: Int) -> String {
    var added = deadline
    added.id = "d\(record.deadlines.count + 1)"
    added.span = span(deadline.span, offset)
    record.deadlines.append(added)
    return added.id
  }

  private mutating func add(_ checks: [Check], _ names: [String: String]) {
    for check in checks {
      var added = check
      if let statement = check.statement {
        guard let name = names[statement] else { continue }
        added.statement = name
      } else if !messages.insert(check.message).inserted {
        continue
      }
      record.checks.append(added)
    }
  }
}
