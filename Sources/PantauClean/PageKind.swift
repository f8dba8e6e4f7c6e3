internal import PantauRecords

/// What a page is that holds no article; raw values are the groups of the list `page-kinds`.
enum PageKind: String, CaseIterable, Hashable, Sendable {
  case missing, search, login, index

  /// What to tell the user, with the remedy.
  var message: String {
    switch self {
    case .missing: "the page says that what was asked for is not there; look for another copy of the article"
    case .search: "the page lists what a search found; give the pages that it links to"
    case .login: "the page asks its reader to sign in; give a copy that shows the whole text"
    case .index: "the page is a list of links, not an article; give the pages that it links to"
    }
  }
}

extension CleanRules {
  /// The kind that a title or a headline tells by its beginning.
  func pageKind(of title: String) -> PageKind? {
    let line = FoldedLine(Array(title.utf8.prefix(200)))
    return pageKinds.first { $0.phrases.match(line.bytes, at: 0) != nil }?.kind
  }
}

extension MainText {
  /// What the page is, where it is no article; nil for an article.
  ///
  /// A title that begins as those of other pages do decides where there is little prose; a page of teasers, each a
  /// linked headline with a paragraph at most, is an index unless it says that it is an article.
  func kind(of selection: [Int], titles: [String], isMarkedArticle: Bool) -> PageKind? {
    var sentences: Int32 = 0
    var words: Int32 = 0
    var prose: Int32 = 0
    var paragraphs = 0
    for index in selection {
      let shape = outline.lines[index].shape
      sentences += shape.sentences
      words += shape.words
      guard shape.isProse else { continue }
      prose += shape.words
      paragraphs += 1
    }
    let told = titles.lazy.compactMap { rules.pageKind(of: $0) }.first
    if let told, prose < (told == .index ? 400 : 120), !isMarkedArticle || prose < 60 { return told }
    if words < 8 || sentences == 0 && prose < 20 { return .index }
    if !isMarkedArticle, let first = selection.first, let last = selection.last,
      teasers(in: first...last) >= max(5, paragraphs * 3 / 4)
    {
      return .index
    }
    return nil
  }

  /// Headings that are links, among lines of a page.
  private func teasers(in lines: ClosedRange<Int>) -> Int {
    lines.count { index in
      let line = outline.lines[index]
      return line.linkShare > 0.9 && line.shape.words >= 4 && context[Int(line.element)].contains(.heading)
    }
  }
}
