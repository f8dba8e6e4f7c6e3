internal import PantauRecords

extension Cleaner {
  /// The article of a web page.
  func htmlArticle(_ page: Page, _ bytes: [UInt8]) throws(Failure) -> Article {
    guard let outline = outline(of: bytes) else {
      throw failure(page, .notText, "the page cannot be parsed as HTML; look whether it is HTML at all")
    }
    let linked = LinkedFacts(outline.head.scripts)
    let headline = Headline(outline: outline, linked: linked)
    let title = headline.text()
    let main = MainText(outline, rules: rules, title: Array(title.utf8))
    let selection = main.selected(title: Array(title.utf8))
    var body = main.body(of: selection)
    let told = linkedBody(linked).flatMap { $0.utf8.count > body.utf8.count * 2 ? $0 : nil }
    if let told { body = told }
    let marked = linked.isArticle || headline.meta("og:type") == "article"
    if told == nil,
      let kind = main.kind(of: selection, titles: [title, outline.head.title], isMarkedArticle: marked)
    {
      throw failure(
        page, .noArticle,
        body.isEmpty && kind == .index
          ? "no article text was found; give the page of an article, saved after its scripts have run"
          : kind.message)
    }
    var article = Article(source: page.source, title: composed(title), body: composed(body))
    describe(&article, main, linked, selection)
    return article
  }

  private func outline(of bytes: [UInt8]) -> Outline? {
    let shape = HTMLGuard.shape(of: bytes)
    var bytes = bytes
    for range in shape.longTags {
      for index in range { bytes[index] = 32 }
    }
    if shape.isTooDeep { return FlatScan.outline(of: bytes, rules: rules) }
    return OutlineBuilder.outline(of: bytes, rules: rules)
  }

  /// The article's text as JSON-LD has it, where it is text.
  private func linkedBody(_ linked: LinkedFacts) -> String? {
    guard rules.features.contains(.linkedBody), let text = linked.articleBody, text.utf8.count > 200 else { return nil }
    let plain = resolvingEntities(text)
    if plain.contains("<p>") || plain.contains("<br") || plain.contains("</") {
      guard let outline = outline(of: Array(plain.utf8)) else { return nil }
      return outline.lines.map(outline.string).joined(separator: "\n")
    }
    return plain.split(separator: "\n").map { folded(String($0)) }.filter { !$0.isEmpty }.joined(
      separator: "\n")
  }

  private func describe(_ article: inout Article, _ main: MainText, _ linked: LinkedFacts, _ selection: [Int])
  {
    let outline = main.outline
    let metas = outline.head.metas
    func meta(_ names: String...) -> String? {
      for name in names {
        if let found = metas.first(where: { $0.name == name }) { return folded(found.content) }
      }
      return nil
    }
    if article.source.site == nil {
      article.source.site = meta("og:site_name", "application-name") ?? linked.site.map(folded)
    }
    if article.source.url == nil {
      article.source.url = [outline.head.canonical, meta("og:url"), linked.url].compactMap { $0 }
        .first { $0.hasPrefix("http") }
    }
    article.language = language(outline, article.body)
    article.dateline = Dateline.place(in: article.body)
    let hash = FoldedLine(Array(article.title.utf8)).wholeHash
    let first = selection.first ?? 0
    let headline =
      outline.lines.indices.filter { outline.lines[$0].hash == hash }.min {
        abs($0 - first) < abs($1 - first)
      }
    let body = first..<((selection.last ?? 0) + 1)
    let publication = Publication(outline: outline, linked: linked, rules: rules, context: main.context)
    if let (day, basis) = publication.day(headline: headline, body: body, url: article.source.url) {
      article.published = day
      article.publishedBasis = basis
    }
    article.byline = byline(main, linked, near: body, headline: headline)
  }

  /// The language that the text shows; where it is too short, the one that the page declares.
  private func language(_ outline: Outline, _ body: String) -> String? {
    if let told = rules.language(of: body) { return told }
    let declared = outline.head.language?.lowercased().prefix { $0.isLetter } ?? ""
    return declared.count == 2 ? (declared == "in" ? "id" : String(declared)) : nil
  }

  private func byline(_ main: MainText, _ linked: LinkedFacts, near body: Range<Int>, headline: Int?)
    -> [String]
  {
    var names = linked.authors.map(folded)
    if names.isEmpty, let author = main.outline.head.metas.first(where: { $0.name == "author" })?.content {
      if !author.hasPrefix("http") { names = [folded(author)] }
    }
    let from = max(0, min(headline ?? body.lowerBound, body.lowerBound - 8))
    for index in from..<min(body.upperBound + 12, main.outline.lines.count)
    where main.verdicts[index] != .text {
      for name in rules.names(inCredit: main.outline.bytes(main.outline.lines[index]))
      where !names.contains(name) {
        names.append(name)
      }
    }
    return names.filter { !$0.isEmpty && $0.utf8.count <= 80 }
  }
}
