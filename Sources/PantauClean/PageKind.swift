internal import PantauRecords

/// What a page is that holds no article; raw values are the groups of the list `page-kinds`.
enum PageKind: String, CaseIterable, Hashable, Sendable {
  case missing, search, login, index, gallery
  /// No article, and nothing tells what else.
  case unknown

  /// What to tell the user, with the remedy.
  var message: String {
    switch self {
    case .missing: "the page says that what was asked for is not there; look for another copy of the article"
    case .search: "the page lists what a search found; give the pages that it links to"
    case .login: "the page asks its reader to sign in; give a copy that shows the whole text"
    case .index: "the page is a list of links, not an article; give the pages that it links to"
    case .gallery: "the page shows pictures with hardly any text; there is nothing to read on it"
    case .unknown: "the page holds a few words and no article; give the page of an article"
    }
  }

  /// The failure's code.
  var code: Failure.Code {
    switch self {
    case .missing: .missingPage
    case .search: .searchPage
    case .login: .loginPage
    case .index: .indexPage
    case .gallery: .galleryPage
    case .unknown: .noArticle
    }
  }
}

extension CleanRules {
  /// The kind that a title or a headline tells by its beginning.
  func pageKind(of title: String) -> PageKind? {
    let line = FoldedLine(Array(title.utf8.prefix(200)))
    return pageKinds.first { group in
      guard let phrase = group.phrases.match(beginning: line) else { return false }
      // "404 Desa Belum Punya Koperasi" counts; "404" and "404 - …" do not.
      guard phrase.bytes.allSatisfy(isDigit), let next = line.bytes.dropFirst(phrase.bytes.count + 1).first
      else {
        return true
      }
      return !isLetterOrDigit(next)
    }?.kind
  }
}

extension MainText {
  /// What the page is, where it is no article; nil for an article.
  ///
  /// A title that begins as those of other pages do decides where there is little prose; a page of teasers, each a
  /// linked headline with a paragraph at most, is an index unless it says that it is an article. What is left without
  /// prose is told apart by pictures, by links, and by what the page says of access (`isKept`).
  func kind(of selection: [Int], titles: [String], isMarkedArticle: Bool, isKept: Bool) -> PageKind? {
    var (sentences, words, prose, paragraphs) = (0, 0, 0, 0)
    for index in selection {
      let shape = outline.lines[index].shape
      sentences += Int(shape.sentences)
      words += Int(shape.words)
      guard shape.isProse else { continue }
      prose += Int(shape.words)
      paragraphs += 1
    }
    let told = titles.lazy.compactMap { rules.pageKind(of: $0) }.first
    if let told, prose < told.mostWords, !isMarkedArticle || prose < 60 { return told }
    if prose < 60, !isMarkedArticle, let said = kindSaid(in: selection) { return said }
    if words < 8 || sentences == 0 && prose < 20 { return withoutText(isKept) }
    if prose < 45, hasGate(from: selection.first ?? 0) { return .login }
    if !isMarkedArticle, let first = selection.first, let last = selection.last,
      teasers(in: first...last) >= max(5, paragraphs * 3 / 4)
    {
      return .index
    }
    return nil
  }

  /// What one of the first lines of a short text says of the page: that it is missing, that a search found nothing, that
  /// the reader is to be checked first.
  private func kindSaid(in selection: [Int]) -> PageKind? {
    selection.prefix(3).lazy
      .compactMap { rules.pageKind(of: String(decoding: outline.bytes(outline.lines[$0]), as: UTF8.self)) }
      .first { $0 == .missing || $0 == .search || $0 == .unknown }
  }

  /// What a page without text is.
  private func withoutText(_ isKept: Bool) -> PageKind {
    if isKept || hasGate(from: 0) { return .login }
    let linked = outline.lines.reduce(0) { $0 + ($1.linkShare > 0.5 ? Int($1.shape.words) : 0) }
    if linked >= 60 { return .index }
    return outline.pictures >= 4 ? .gallery : .unknown
  }

  /// Whether one of the lines from `index` on says that the rest is kept for those who sign in or pay.
  private func hasGate(from index: Int) -> Bool {
    outline.lines[min(index, outline.lines.count)...].prefix(20).contains { line in
      line.shape.words <= 30 && line.linkShare < 0.9
        && rules.pageKind(of: String(decoding: outline.bytes(line), as: UTF8.self)) == .login
        && line.shape.words >= 3
    }
  }

  /// Headings that are links, among lines of a page.
  private func teasers(in lines: ClosedRange<Int>) -> Int {
    lines.count { index in
      let line = outline.lines[index]
      return line.linkShare > 0.9 && line.shape.words >= 4 && context[Int(line.element)].contains(.heading)
    }
  }
}

extension PageKind {
  /// Words of prose below which a title decides.
  fileprivate var mostWords: Int {
    switch self {
    case .index: 400
    case .gallery: 20
    default: 120
    }
  }
}
