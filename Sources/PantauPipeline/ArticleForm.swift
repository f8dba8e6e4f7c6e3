internal import PantauExport
internal import PantauRecords

/// The forms in which `pantau clean` writes articles.
public enum ArticleForm: String, Sendable, CaseIterable {
  /// The article record up to its body, with `page`, `blocks` and `links`, one object a line.
  case json
  /// Headline and paragraphs.
  case text
  /// Headings, lists, tables and quotes as Markdown.
  case markdown

  func bytes(of page: CleanedPage) -> [UInt8] {
    switch self {
    case .json: RecordJSON.line(for: page)
    case .text: ArticleText.bytes(of: page)
    case .markdown: ArticleMarkdown.bytes(of: page)
    }
  }

  /// A failure is a line of JSON; in the other forms it leaves nothing.
  func bytes(of failure: Failure) -> [UInt8] { self == .json ? RecordJSON.line(for: failure) : [] }

  /// What stands between two articles: a form feed, or a rule.
  var separator: [UInt8] {
    switch self {
    case .json: []
    case .text: Array("\u{0C}\n".utf8)
    case .markdown: Array("\n---\n\n".utf8)
    }
  }
}
