internal import PantauRecords

/// What a document's name promises.
struct PageName {
  /// The kind that the ending stands for, `.gz` set aside; nil for any other ending.
  let kind: Page.Kind?

  init(_ path: String) {
    let name = PageName.ends(path.utf8, in: ".gz") ? path.utf8.dropLast(3) : path.utf8[...]
    kind = PageName.kinds.first { PageName.ends(name, in: $0.ending) }?.kind
  }

  private static let kinds: [(ending: StaticString, kind: Page.Kind)] = [
    (".html", .html), (".htm", .html), (".txt", .text), (".md", .markdown),
  ]

  /// Whether a file of this name is a web archive.
  static func isArchive(_ path: String) -> Bool {
    ends(path.utf8, in: ".warc") || ends(path.utf8, in: ".warc.gz")
  }

  /// Whether a file of this name holds a document a line.
  static func isLines(_ path: String) -> Bool { ends(path.utf8, in: ".jsonl") }

  /// Whether the name's last bytes are those of `ending`, in either case.
  private static func ends(_ name: some BidirectionalCollection<UInt8>, in ending: StaticString) -> Bool {
    var place = name.endIndex
    for offset in (0..<ending.utf8CodeUnitCount).reversed() {
      guard place > name.startIndex else { return false }
      place = name.index(before: place)
      let byte = name[place]
      if (byte &- 65 < 26 ? byte | 32 : byte) != ending.utf8Start[offset] { return false }
    }
    return true
  }

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
