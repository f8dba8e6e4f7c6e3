internal import PantauExport
internal import PantauFetch
internal import PantauRecords

/// Cleans documents on several threads and yields each in one of the forms that `pantau clean` writes, in the order of
/// the input.
public struct CleanRun: Sendable {
  /// How articles are written.
  public enum Format: String, Sendable, CaseIterable {
    /// The article record up to its body, with `page`, `blocks` and `links`, one object a line.
    case json
    /// Headline and paragraphs.
    case text
    /// Headings, lists, tables and quotes as Markdown.
    case markdown
  }

  private let line: Line
  private let format: Format
  private let keepsLinks: Bool
  private let jobs: Int

  /// - Throws: `RuleErrors` where the rules are faulty.
  public init(_ setup: Setup, format: Format, keepsLinks: Bool, jobs: Int) throws {
    line = try Line(setup)
    self.format = format
    self.keepsLinks = keepsLinks
    self.jobs = jobs
  }

  /// Hands what becomes of each document in `inputs` to `sink`, on the calling thread. Texts after the first are parted
  /// by a form feed (a rule in Markdown); a failure is a line of JSON or, in the other forms, no bytes.
  ///
  /// - Throws: what `sink` throws, and nothing else.
  public func run(inputs: [String], sink: (LineRun.Product) throws -> Void) throws {
    let (line, format, keepsLinks) = (line, format, keepsLinks)
    var isFirst = true
    try inOrder(
      LocalSource(inputs).makeIterator(), jobs: jobs,
      work: { line.product(of: $0, format, keepsLinks: keepsLinks) },
      sink: { product in
        var product = product
        if format != .json, !product.line.isEmpty {
          if !isFirst { product.line = Array((format == .text ? "\u{0C}\n" : "\n---\n\n").utf8) + product.line }
          isFirst = false
        }
        try sink(product)
      })
  }
}

extension Line {
  fileprivate func product(of entry: Entry, _ format: CleanRun.Format, keepsLinks: Bool) -> LineRun.Product {
    do throws(Failure) {
      let page = try cleaned(try entry.document(), keepsLinks: keepsLinks)
      switch format {
      case .json: return LineRun.Product(line: RecordJSON.line(for: page), failure: nil)
      case .text: return LineRun.Product(line: ArticleText.bytes(of: page), failure: nil)
      case .markdown: return LineRun.Product(line: ArticleMarkdown.bytes(of: page), failure: nil)
      }
    } catch {
      return LineRun.Product(line: format == .json ? RecordJSON.line(for: error) : [], failure: error)
    }
  }
}
