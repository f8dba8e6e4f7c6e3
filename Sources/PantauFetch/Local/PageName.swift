internal import PantauRecords

/// What a document's name promises.
struct PageName {
  /// The kind that the ending stands for, `.gz` set aside; nil for any other ending.
  let kind: Page.Kind?

  init(_ path: String) {
    var name = path.lowercased()[...]
    if name.hasSuffix(".gz") { name.removeLast(3) }
    kind =
      if name.hasSuffix(".html") || name.hasSuffix(".htm") {
        .html
      } else if name.hasSuffix(".txt") {
        .text
      } else if name.hasSuffix(".md") {
        .markdown
      } else {
        nil
      }
  }

  /// Whether a file of this name is a web archive.
  static func isArchive(_ path: String) -> Bool {
    let name = path.lowercased()
    return name.hasSuffix(".warc") || name.hasSuffix(".warc.gz")
  }

  /// Whether a file of this name holds a document a line.
  static func isLines(_ path: String) -> Bool { path.lowercased().hasSuffix(".jsonl") }

  /// What `bytes` are: the content where it is plain, else the name.
  func kind(of bytes: [UInt8]) -> Page.Kind {
    if Markup.beginsAsPage(bytes) { return .html }
    let markup = Markup(bytes)
    switch kind {
    case .html: return markup.openings + markup.closings > 0 ? .html : .text
    case .markdown: return .markdown
    case .text, nil: return markup.isDense ? .html : .text
    }
  }
}
