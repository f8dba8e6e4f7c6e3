import FoundationEssentials
import PantauClean
import PantauFetch
import PantauRecords
import PantauRules

/// What libFuzzer calls with bytes of its making: cleans them as a web page and as copied text, and stops where the
/// article does not hold together.
///
/// Where `PANTAU_FUZZ_READER` names a reader of the fetch stage, the bytes go there instead, all of them.
///
/// The first byte chooses the character set that the transport names and whether links are kept, the rest is the page.
enum Fuzz {
  private static let cleaner: Cleaner = {
    do { return try Cleaner(rules: .builtIn) } catch { fatalError("the built-in rules are faulty: \(error)") }
  }()

  private static let charsets: [String?] = [
    nil, nil, nil, "utf-8", "iso-8859-1", "utf-16", "iso-2022-jp", "gbk", "big5", "shift_jis", "koi8-r",
    "no-such-set",
  ]

  private static let reader = ProcessInfo.processInfo.environment["PANTAU_FUZZ_READER"].map { name in
    guard let check = ReaderCheck(rawValue: name) else { fatalError("there is no reader '\(name)'") }
    return check
  }

  static func run(_ input: [UInt8]) {
    if let reader {
      if let fault = reader.fault(in: input) { fatalError(fault) }
      return
    }
    guard let first = input.first else { return }
    for kind in [Page.Kind.html, .text] {
      let page = Page(
        source: Source(path: "fuzz", sha256: "fuzz"), kind: kind,
        charset: charsets[Int(first >> 1) % charsets.count], bytes: Array(input.dropFirst()))
      guard let cleaned = try? cleaner.cleaned(page, keepsLinks: first & 1 == 1) else { continue }
      check(cleaned)
    }
  }

  private static func check(_ cleaned: CleanedPage) {
    let text = Array(cleaned.article.text.utf8)
    let lines = cleaned.article.body.utf8.split(separator: 10, omittingEmptySubsequences: false)
    precondition(lines.count == cleaned.blocks.count, "a line without a block")
    for (line, block) in zip(lines, cleaned.blocks) {
      precondition(
        text[block.span.start..<block.span.end].elementsEqual(line), "a block that is not its line")
    }
    for link in cleaned.links { precondition(link.span.end <= text.count, "a link out of place") }
    precondition(!RecordJSON.line(for: cleaned).isEmpty, "no JSON")
  }
}
