public import PantauFetch
internal import PantauClean
internal import PantauExtract
public import PantauRecords
internal import PantauRules

/// The line from a page to its record: clean, then extract.
public struct Line: Sendable {
  private let cleaner: Cleaner
  let extractor: Extractor
  /// Languages that the extraction rules read; empty for any.
  private let languages: Set<String>

  /// - Throws: `RuleErrors` where the rules are faulty.
  public init(_ setup: Setup) throws {
    let cleaner = Ahead { Result { try Cleaner(rules: setup.rules) } }
    languages = Set(setup.rules.lines(at: "clean/read-languages.txt"))
    extractor = try setup.makeExtractor()
    self.cleaner = try cleaner.value().get()
  }

  /// The article of `document`: cleaned, unless an earlier run has done that.
  public func article(of document: Document) throws(Failure) -> Article {
    switch document {
    case .page(let page): try cleaner.article(from: page)
    case .parts(let pages): try joined(pages, source: document.source, keepsLinks: false).article
    case .article(let article): article
    }
  }

  /// The article of `document` with its structure and its page's facts; an article that an earlier run has cleaned
  /// has none but itself.
  public func cleaned(_ document: Document, keepsLinks: Bool) throws(Failure) -> CleanedPage {
    switch document {
    case .page(let page): try cleaner.cleaned(page, keepsLinks: keepsLinks)
    case .parts(let pages): try joined(pages, source: document.source, keepsLinks: keepsLinks)
    case .article(let article): CleanedPage(article: article)
    }
  }

  /// One article of its parts: the first part's facts, and all parts' lines, a repeated one once. A part without an
  /// article adds nothing, unless it is the first.
  private func joined(_ pages: [Page], source: Source, keepsLinks: Bool) throws(Failure) -> CleanedPage {
    guard let first = pages.first else {
      throw Failure(source: source, stage: "clean", code: .noArticle, message: "there is no page")
    }
    var whole = try cleaner.cleaned(first, keepsLinks: keepsLinks)
    for page in pages.dropFirst() {
      guard let part = try? cleaner.cleaned(page, keepsLinks: keepsLinks) else { continue }
      whole.append(part)
    }
    whole.article.source.sha256 = source.sha256
    return whole
  }

  /// The record of each of `documents`, or why there is none: quicker for some together. An article in a language that the
  /// rules do not read is kept, with nothing taken out of it.
  public func outcomes(of documents: [Result<Document, Failure>]) -> [Outcome] {
    // Nil for those of which the record is still to come.
    var outcomes: [Outcome?] = []
    var articles: [Article] = []
    for document in documents {
      do throws(Failure) {
        let article = try article(of: try document.get())
        if let language = article.language, !languages.isEmpty, !languages.contains(language) {
          outcomes.append(.record(ArticleRecord(article: article)))
        } else {
          articles.append(article)
          outcomes.append(nil)
        }
      } catch {
        outcomes.append(.failure(error))
      }
    }
    var records = extractor.records(of: articles).makeIterator()
    return outcomes.compactMap { $0 ?? records.next().map { .record($0) } }
  }

  /// The record of `document`, or why there is none, as ``outcomes(of:)`` tells it.
  public func outcome(of document: Document) -> Outcome { outcomes(of: [.success(document)])[0] }
}
