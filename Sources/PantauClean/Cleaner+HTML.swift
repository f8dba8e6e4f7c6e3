internal import PantauRecords

extension Cleaner {
  /// The article of a web page, and what was made of the page on the way.
  func htmlArticle(_ page: Page, _ bytes: [UInt8], keepsLinks: Bool = false) throws(Failure)
    -> (article: Article, reading: HTMLReading)
  {
    guard let (outline, notices) = outline(of: bytes, keepsLinks: keepsLinks) else {
      throw failure(page, .notText, "the page cannot be parsed as HTML; look whether it is HTML at all")
    }
    let linked = LinkedFacts(outline.head.scripts)
    let headline = Headline(outline: outline, linked: linked)
    let title = headline.text()
    let main = MainText(outline, rules: rules, title: Array(title.utf8))
    var reading = HTMLReading(outline: outline, linked: linked, main: main)
    reading.selection = main.selected(title: Array(title.utf8), authors: authors(of: reading))
    reading.facts.notices = notices
    var body = main.bodyText(of: reading.selection).text
    if let told = linkedBody(linked), told.utf8.count > body.utf8.count * 2 {
      reading.told = told
      body = composed(told)
    }
    if let kind = kind(of: reading, titles: [title, outline.head.title]) {
      throw failure(
        page, kind.code,
        body.isEmpty && kind == .unknown
          ? "no article text was found; give the page of an article, saved after its scripts have run"
          : kind.message)
    }
    var article = Article(source: page.source, title: composed(title), body: body)
    describe(&article, &reading)
    return (article, reading)
  }

  /// What the page is, where it is no article. JSON-LD's text stands for itself.
  private func kind(of reading: HTMLReading, titles: [String]) -> PageKind? {
    guard reading.told == nil else { return nil }
    return reading.main.kind(
      of: reading.selection, titles: titles,
      isMarkedArticle: reading.linked.isArticle || reading.meta("og:type") == "article",
      isKept: reading.linked.isKept)
  }

  private func outline(of bytes: [UInt8], keepsLinks: Bool) -> (Outline, [Notice])? {
    let shape = HTMLGuard.shape(of: bytes)
    var notices: [Notice] = []
    var bytes = bytes
    for range in shape.longTags {
      for index in range { bytes[index] = 32 }
    }
    if !shape.longTags.isEmpty {
      let size = HTMLGuard.longestTag / 1024
      notices.append(
        Notice(
          code: "long-tags", message: "\(shape.longTags.count) tags of more than \(size) kB were blanked"))
    }
    if shape.isTooDeep {
      notices.append(
        Notice(
          code: "flat-reading",
          message: "elements nest \(shape.depth) deep: the text was read without their structure"))
      return (FlatScan.outline(of: bytes, rules: rules), notices)
    }
    guard let outline = OutlineBuilder.outline(of: bytes, rules: rules, keepsLinks: keepsLinks) else {
      return nil
    }
    if outline.head.isCrowded {
      notices.append(
        Notice(
          code: "crowded",
          message: "the page has a tag for every few letters: not all of its structure was read"))
    }
    if outline.head.depth > HTMLGuard.usualDepth {
      notices.append(
        Notice(
          code: "deep-nesting",
          message:
            "elements nest \(outline.head.depth) deep, beyond the \(HTMLGuard.usualDepth) that parsers keep; all was read"
        ))
    }
    return (outline, notices)
  }

  /// The article's text as JSON-LD has it, where it is text.
  private func linkedBody(_ linked: LinkedFacts) -> String? {
    guard rules.features.contains(.linkedBody), let text = linked.articleBody, text.utf8.count > 200 else {
      return nil
    }
    let plain = resolvingEntities(text)
    if plain.contains("<p>") || plain.contains("<br") || plain.contains("</") {
      guard let (outline, _) = outline(of: Array(plain.utf8), keepsLinks: false) else { return nil }
      return outline.lines.map(outline.string).joined(separator: "\n")
    }
    return plain.split(separator: "\n").map { folded(String($0)) }.filter { !$0.isEmpty }.joined(
      separator: "\n")
  }

  private func describe(_ article: inout Article, _ reading: inout HTMLReading) {
    let outline = reading.outline
    if article.source.site == nil {
      article.source.site =
        reading.meta("og:site_name", "application-name") ?? reading.linked.site.map(folded)
    }
    if article.source.url == nil {
      article.source.url = [outline.head.canonical, reading.meta("og:url"), reading.linked.url]
        .compactMap { $0 }.first { $0.hasPrefix("http") }
    }
    article.language = language(outline, article.body)
    article.dateline = Dateline.place(in: article.body)
    let hash = FoldedLine(Array(article.title.utf8)).wholeHash
    let first = reading.selection.first ?? 0
    let headline =
      outline.lines.indices.filter { outline.lines[$0].hash == hash }.min {
        abs($0 - first) < abs($1 - first)
      }
    let body = first..<((reading.selection.last ?? 0) + 1)
    reading.headline = headline
    reading.body = body
    if let found = reading.publication(rules).published(
      headline: headline, body: body, url: article.source.url)
    {
      article.published = found.day
      article.publishedBasis = found.finding.basis
      reading.published = found.finding
    }
    article.byline = byline(reading, near: body, headline: headline)
  }

  /// The language that the text shows; where it is too short, the one that the page declares, unless the text speaks
  /// against that.
  private func language(_ outline: Outline, _ body: String) -> String? {
    if let told = rules.language(of: body) { return told }
    let declared = outline.head.language?.lowercased().prefix { $0.isLetter } ?? ""
    guard declared.count == 2 else { return nil }
    let language = declared == "in" ? "id" : String(declared)
    return rules.speaksAgainst(language, body) ? nil : language
  }

  /// The writers by JSON-LD, else by a `meta` element.
  private func authors(of reading: HTMLReading) -> [String] {
    let names = reading.linked.authors.map(folded)
    guard names.isEmpty, let author = reading.meta("author", "article:author", "dc.creator"),
      !author.hasPrefix("http")
    else { return names }
    return [author]
  }

  private func byline(_ reading: HTMLReading, near body: Range<Int>, headline: Int?) -> [String] {
    var names = authors(of: reading)
    let main = reading.main
    let from = max(0, min(headline ?? body.lowerBound, body.lowerBound - 8))
    for index in from..<min(body.upperBound + 12, main.outline.lines.count) {
      let line = main.outline.bytes(main.outline.lines[index])
      let found =
        main.verdicts[index] != .text
        ? rules.names(inCredit: line)
        : index < body.lowerBound ? [rules.name(alone: line)].compactMap { $0 } : []
      for name in found where !names.contains(name) { names.append(name) }
    }
    return names.filter { !$0.isEmpty && $0.utf8.count <= 80 }
  }
}
