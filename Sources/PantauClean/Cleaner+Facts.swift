internal import PantauRecords

extension Cleaner {
  /// What the page says about itself beyond the article record.
  func facts(_ reading: HTMLReading, _ article: Article) -> PageFacts {
    let (outline, linked) = (reading.outline, reading.linked)
    let url = article.source.url
    var facts = reading.facts
    facts.published = reading.published?.moment
    if let updated = reading.publication(rules).updated(headline: reading.headline, body: reading.body) {
      facts.updated = updated.moment
      facts.updatedBasis = updated.basis
    }
    let own = [outline.head.canonical, reading.meta("og:url"), linked.url].lazy.compactMap { $0 }
      .first(where: WebAddress.isWeb)
    facts.canonical = own.map { WebAddress.resolved($0, against: url) }
    facts.image =
      [reading.meta("og:image", "og:image:url", "twitter:image", "twitter:image:src"), linked.image].lazy
      .compactMap { $0 }.first(where: WebAddress.isWeb)
      .map { WebAddress.resolved($0, against: url) }
    facts.section =
      reading.meta("article:section", "og:article:section", "section") ?? linked.section.map(folded)
    facts.tags = tags(reading)
    facts.part = PagePartFinder(outline: outline, rules: rules, address: facts.canonical ?? url).part()
    return facts
  }

  /// Subjects in order, each once: `article:tag`, else JSON-LD's keywords, else those of `meta`.
  private func tags(_ reading: HTMLReading) -> [String] {
    var found = reading.outline.head.metas.filter { $0.name == "article:tag" || $0.name == "og:article:tag" }
      .map(\.content)
    if found.isEmpty { found = reading.linked.keywords }
    if found.isEmpty { found = [reading.meta("news_keywords", "keywords") ?? ""] }
    var tags: [String] = []
    for tag in found.flatMap({ $0.split(separator: ",") }).map({ folded(String($0)) })
    where !tag.isEmpty && tag.utf8.count <= 80 && tags.count < 32 && !tags.contains(tag) { tags.append(tag) }
    return tags
  }
}
