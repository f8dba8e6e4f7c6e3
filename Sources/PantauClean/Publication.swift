internal import PantauRecords

/// Finds the day on which a page was published, and says what it rests on.
struct Publication {
  let outline: Outline
  let linked: LinkedFacts
  let rules: CleanRules
  let context: [Hints]

  /// Names of `meta` elements that give the day of publication, best first.
  private static let metaNames = [
    "article:published_time", "og:article:published_time", "article:published", "og:published_time",
    "datepublished",
    "published_time", "publishdate", "publish_date", "pubdate", "publication_date", "publish-date",
    "published-date",
    "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime", "dc.date.issued", "dc.date.created",
    "dcterms.created", "dcterms.date", "dc.date", "date_published", "content_publishdate",
    "originalpublicationdate",
    "article.published", "citation_publication_date", "article_date_original", "date", "published",
    "og:pubdate",
    "displaydate", "rnews:datepublished", "buzz-date", "dable:published_time", "bt:pubdate", "datecreated",
  ]

  /// The day and its basis; nil where the page gives none that can be trusted.
  ///
  /// `headline` is the line of the headline, `body` the lines of the article.
  func day(headline: Int?, body: Range<Int>, url: String?) -> (CalendarDate, Article.PublishedBasis)? {
    if let text = linked.datePublished, let date = date(in: text) { return (date, .jsonld) }
    for name in Publication.metaNames {
      for meta in outline.head.metas where meta.name == name {
        if let date = date(in: meta.content) { return (date, .meta) }
      }
    }
    if let date = timeElement(headline: headline, body: body) { return (date, .meta) }
    if let date = visible(headline: headline, body: body) { return (date, .text) }
    if let url, let date = Publication.date(inURL: url) { return (date, .url) }
    return nil
  }

  /// A date in an attribute: ISO, or written out.
  func date(in text: String) -> CalendarDate? {
    let trimmed = folded(text)
    if let date = CalendarDate(iso: trimmed), plausible(date) { return date }
    return rules.dates(in: Array(trimmed.utf8.prefix(80))).first { plausible($0.date) }?.date
  }

  private func plausible(_ date: CalendarDate) -> Bool { 1990...2100 ~= date.year }

  /// The `time` element that stands by the headline; never one among related articles.
  private func timeElement(headline: Int?, body: Range<Int>) -> CalendarDate? {
    var best: (score: Int, date: CalendarDate)?
    for time in outline.head.times {
      guard let date = date(in: time.value) else { continue }
      let around = context[Int(time.element)]
      if !around.isDisjoint(with: [.comments, .hidden]) { continue }
      var score = around.isDisjoint(with: [.residue, .frame]) ? 4 : 0
      if time.isPublished { score += 1 }
      score += nearness(time.line, headline: headline, body: body)
      if score > (best?.score ?? 3) { best = (score, date) }
    }
    return best?.date
  }

  /// How near a line is to the headline or the beginning of the text, 0 to 6.
  private func nearness(_ line: Int, headline: Int?, body: Range<Int>) -> Int {
    if let headline {
      let distance = line - headline
      if 0...12 ~= distance { return distance <= 6 ? 6 : 5 }
      if -4..<0 ~= distance { return 4 }
    }
    if body.contains(line) { return 2 }
    let before = body.lowerBound - line
    if 0...10 ~= before { return 4 }
    if 0...6 ~= line - body.upperBound { return 3 }
    return 0
  }

  /// A date in a line that is no sentence: by the headline, or where class names speak of a date.
  private func visible(headline: Int?, body: Range<Int>) -> CalendarDate? {
    var best: (score: Int, date: CalendarDate)?
    for (index, line) in outline.lines.enumerated() where line.shape.digits >= 3 && line.count <= 200 {
      guard !(line.shape.isProse && line.shape.endsSentence && line.shape.words > 12) else { continue }
      let around = context[Int(line.element)]
      if !around.isDisjoint(with: [.comments, .hidden]) { continue }
      let near = nearness(index, headline: headline, body: body)
      let marked = around.contains(.date)
      if near == 0 && !(marked && around.isDisjoint(with: [.residue, .frame])) { continue }
      guard let found = rules.dates(in: Array(outline.bytes(line))).first(where: { plausible($0.date) })
      else { continue }
      let isLine = rules.isDateLine(FoldedLine(outline.bytes(line)))
      guard isLine || marked || (near >= 3 && line.shape.words <= 25) else { continue }
      var score = near + (marked ? 3 : 0) + (found.hasTime ? 2 : 0) + (isLine ? 2 : 0)
      if around.contains(.residue) || around.contains(.frame) { score -= 4 }
      if line.linkShare > 0.8 { score -= 3 }
      if score > (best?.score ?? 3) { best = (score, found.date) }
    }
    return best?.date
  }

  /// `/2025/05/26/`, `/2025-05-26-…`, `/20250526/` in an address's path.
  static func date(inURL url: String) -> CalendarDate? {
    let bytes = Array(url.utf8)
    var numbers: [(value: Int, digits: Int, end: Int)] = []
    var index = 0
    while index < bytes.count {
      guard isDigit(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      var value = 0
      while index < bytes.count, isDigit(bytes[index]) {
        value = min(value * 10 + Int(bytes[index]) - 48, 1_000_000_000)
        index += 1
      }
      let bounded = start > 0 && [47, 45, 95].contains(bytes[start - 1])
      numbers.append((bounded ? value : -1, index - start, index))
      if bounded, index - start == 8,
        let date = CalendarDate(year: value / 10_000, month: value / 100 % 100, day: value % 100),
        1995...2100 ~= date.year
      {
        return date
      }
    }
    for at in numbers.indices.dropLast(2) where numbers[at].digits == 4 && 1995...2100 ~= numbers[at].value {
      let (month, day) = (numbers[at + 1], numbers[at + 2])
      guard month.end - numbers[at].end <= 3, day.end - month.end <= 3, month.digits <= 2, day.digits <= 2
      else { continue }
      if let date = CalendarDate(year: numbers[at].value, month: month.value, day: day.value) { return date }
    }
    return nil
  }
}
