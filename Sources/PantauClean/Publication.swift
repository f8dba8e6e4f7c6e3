internal import PantauRecords

/// Finds when a page was published and when it was changed, and says what that rests on.
struct Publication {
  let outline: Outline
  let linked: LinkedFacts
  let rules: CleanRules
  let context: [Hints]

  typealias Finding = (moment: Moment, basis: Article.PublishedBasis)

  /// Names of `meta` elements that give the day of publication, those of libraries and of citation indexes too, best
  /// first.
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

  /// Names of `meta` elements that say when a page was modified, updated or revised, best first.
  private static let updateNames = [
    "article:modified_time", "og:updated_time", "og:article:modified_time", "datemodified",
    "article:modified",
    "lastmod", "last-modified", "dcterms.modified", "dc.date.modified", "modified", "revised",
  ]

  /// The moment of publication and its basis; nil where the page gives none that can be trusted.
  ///
  /// `headline` is the line of the headline, `body` the lines of the article. Times in Greenwich time may lie on
  /// another day than readers saw: where the page shows the day before or after, or has it in its address, that is the
  /// day of publication. The day of a change serves where nothing else is told.
  func published(headline: Int?, body: Range<Int>, url: String?) -> (day: CalendarDate, finding: Finding)? {
    let shown = visible(headline: headline, body: body, updates: false)
    let inAddress = url.flatMap { Publication.date(inURL: $0) }
    if let told = told(linked.datePublished, Publication.metaNames) {
      let near = [shown?.moment.date, inAddress].compactMap { $0 }
        .first { abs($0.dayNumber - told.moment.date.dayNumber) == 1 }
      if told.moment.offset == 0, told.moment.minutes != nil, shown?.moment.date != told.moment.date, let near
      {
        return (near, told)
      }
      return (told.moment.date, told)
    }
    if let found = timeElement(headline: headline, body: body) { return (found.date, (found, .meta)) }
    if let shown { return (shown.moment.date, (shown.moment, .text)) }
    if let inAddress { return (inAddress, (Moment(inAddress), .url)) }
    return updated(headline: headline, body: body).map { ($0.moment.date, $0) }
  }

  /// The moment of the last change, as JSON-LD, a `meta` element or a line of the page says.
  func updated(headline: Int?, body: Range<Int>) -> Finding? {
    told(linked.dateModified, Publication.updateNames)
      ?? visible(headline: headline, body: body, updates: true).map { ($0.moment, .text) }
  }

  private func told(_ linked: String?, _ names: [String]) -> Finding? {
    if let linked, let moment = moment(in: linked) { return (moment, .jsonld) }
    for name in names {
      for meta in outline.head.metas where meta.name == name {
        if let moment = moment(in: meta.content) { return (moment, .meta) }
      }
    }
    return nil
  }

  /// A date in an attribute: ISO, or written out.
  private func moment(in text: String) -> Moment? {
    rules.dates(in: Array(folded(text).utf8.prefix(80))).first { plausible($0.date) }?.moment
  }

  private func plausible(_ date: CalendarDate) -> Bool { 1990...2100 ~= date.year }

  /// The `time` element that stands by the headline; never one among related articles or comments.
  private func timeElement(headline: Int?, body: Range<Int>) -> Moment? {
    var best: (score: Int, moment: Moment)?
    for time in outline.head.times {
      guard let moment = moment(in: time.value) else { continue }
      let around = context[Int(time.element)]
      if around.contains(.comments) { continue }
      var score = around.isDisjoint(with: [.residue, .frame, .hidden]) ? 4 : 0
      if time.isPublished { score += 1 }
      if isUpdate(time.line, before: .max) { score -= 2 }
      score += nearness(time.line, headline: headline, body: body)
      if score > (best?.score ?? 3) { best = (score, moment) }
    }
    return best?.moment
  }

  /// Whether the words of a line before the byte `end` say that its date is one of a change.
  private func isUpdate(_ index: Int, before end: Int) -> Bool {
    guard outline.lines.indices.contains(index), outline.lines[index].count <= 200 else { return false }
    var isUpdate = false
    rules.forEachWord(Array(outline.bytes(outline.lines[index]).prefix(end))) { _, hash in
      isUpdate = isUpdate || rules.updateWords.contains(hash)
    }
    return isUpdate
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
  ///
  /// With `updates` only lines that speak of a change, else none of them.
  private func visible(headline: Int?, body: Range<Int>, updates: Bool) -> (score: Int, moment: Moment)? {
    var best: (score: Int, moment: Moment)?
    for (index, line) in outline.lines.enumerated() where line.shape.digits >= 3 && line.count <= 200 {
      guard !(line.shape.isProse && line.shape.endsSentence && line.shape.words > 12) else { continue }
      let around = context[Int(line.element)]
      if !around.isDisjoint(with: [.comments, .hidden]) { continue }
      let near = nearness(index, headline: headline, body: body)
      let marked = around.contains(.date)
      if near == 0 && !(marked && around.isDisjoint(with: [.residue, .frame])) { continue }
      guard let found = rules.dates(in: Array(outline.bytes(line))).first(where: { plausible($0.date) })
      else { continue }
      guard isUpdate(index, before: found.range.lowerBound) == updates else { continue }
      let isLine = rules.isDateLine(FoldedLine(outline.bytes(line)))
      guard isLine || marked || (near >= 3 && line.shape.words <= 25) else { continue }
      var score = near + (marked ? 3 : 0) + (found.hasTime ? 2 : 0) + (isLine ? 2 : 0)
      if around.contains(.residue) || around.contains(.frame) { score -= 4 }
      if line.linkShare > 0.8 { score -= 3 }
      if score > (best?.score ?? 3) { best = (score, found.moment) }
    }
    return best
  }
}
