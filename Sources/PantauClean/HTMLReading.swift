internal import PantauRecords

/// What was made of a web page on the way to its article.
struct HTMLReading {
  var outline: Outline
  var linked: LinkedFacts
  var main: MainText
  /// Lines of the article, in order.
  var selection: [Int] = []
  /// The text that JSON-LD has and the page does not show.
  var told: String?
  /// What reading the bytes has shown.
  var facts = PageFacts()
  /// The line of the headline, and those from the article's first to its last.
  var headline: Int?
  var body = 0..<0
  /// When the page was published.
  var published: Publication.Finding?

  /// The folded content of the first `meta` element of these names, by the order of the names.
  func meta(_ names: String...) -> String? {
    for name in names {
      if let found = outline.head.metas.first(where: { $0.name == name }) { return folded(found.content) }
    }
    return nil
  }

  func publication(_ rules: CleanRules) -> Publication {
    Publication(outline: outline, linked: linked, rules: rules, context: main.context)
  }
}
