import FoundationEssentials
import PantauClean
import PantauFetch
import PantauRecords

/// The pages to measure on, in memory.
struct Pages {
  var html: [Page] = []
  var text: [Page] = []

  /// Reads all of `inputs`.
  ///
  /// - Throws: the first `Failure`.
  init(_ inputs: [String]) throws {
    for entry in LocalSource(inputs) {
      guard case .page(let page) = try entry.document() else { continue }
      if page.kind == .html { html.append(page) } else { text.append(page) }
    }
    guard !(html.isEmpty && text.isEmpty) else {
      throw UsageError(message: "no pages in \(inputs.joined(separator: ", "))")
    }
  }

  /// Where there are no text pages, the articles of the HTML pages as such.
  mutating func addText(_ cleaner: Cleaner) {
    guard text.isEmpty else { return }
    for page in html {
      guard let article = try? cleaner.article(from: page) else { continue }
      let paragraphs = article.body.split(separator: "\n").joined(separator: "\n\n")
      let bytes = Array("\(article.title)\n\n\(paragraphs)\n".utf8)
      text.append(Page(source: page.source, kind: .text, charset: "utf-8", bytes: bytes))
    }
  }

  /// Articles of about `size` bytes, one for each text page: its paragraphs and as many of those behind it as it takes.
  func articles(of size: Int) -> [Page] {
    let pieces = text.map { page in
      String(decoding: page.bytes, as: UTF8.self).split(separator: "\n\n").map(String.init)
    }
    return text.indices.map { first in
      var parts: [String] = []
      var bytes = 0
      for offset in text.indices where bytes < size {
        // The headline and date lines of further pages are left out.
        let paragraphs = pieces[(first + offset) % text.count]
        for part in offset == 0 ? paragraphs : paragraphs.filter({ $0.utf8.count > 80 }) where bytes < size {
          let longer = bytes + part.utf8.count + 2
          // The last paragraph is the one that comes nearest.
          if longer - size < size - bytes || parts.isEmpty { parts.append(part) }
          bytes = longer
        }
      }
      var page = text[first]
      page.bytes = Array((parts.joined(separator: "\n\n") + "\n").utf8)
      return page
    }
  }

  /// Bytes of all text pages.
  var textBytes: Int { text.reduce(0) { $0 + $1.bytes.count } }
  var htmlBytes: Int { html.reduce(0) { $0 + $1.bytes.count } }
}

/// A folder that is gone when the value is.
final class ScratchFolder {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory.path
      + "/pantau-benchmark-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes each page `copies` times.
  func write(_ pages: [Page], copies: Int) throws {
    for copy in 0..<copies {
      for (number, page) in pages.enumerated() {
        let ending = page.kind == .html ? "html" : "txt"
        try Data(page.bytes).write(to: URL(filePath: "\(path)/\(copy)-\(number).\(ending)"))
      }
    }
  }
}
