import Foundation
import PantauClean
import PantauRecords
import Testing

/// Pages broken at random, by a seed that is always the same. `PANTAU_MUTATIONS=N` asks for N of each page.
@Suite("Mutated pages")
struct MutationTests {
  static let rounds = ProcessInfo.processInfo.environment["PANTAU_MUTATIONS"].flatMap { Int($0) } ?? 60

  static let pages: [(name: String, bytes: [UInt8])] =
    MainTextTests.shapes.map { ($0.name, Array($0.html.utf8)) } + [
      ("structure", Array(StructureTests.html.utf8)),
      (
        "facts",
        Array(
          MetadataTests.html(
            head:
              "<meta charset=utf-8><script type=application/ld+json>{\"@type\":\"NewsArticle\",\"keywords\":[\"a\"],\"articleBody\":\"\(paragraphs.joined())\"}</script>",
            afterTitle: "<time datetime=2025-05-26T08:15:00Z>26 Mei 2025 15:15 WIB</time>&amp;&#x10FFFF;&shy;"
          ).utf8)
      ),
      (
        "copied text",
        Array("Sukamaju Kejar 12 Koperasi Desa\n26 Mei 2025\n\(paragraphs.joined(separator: "\n"))".utf8)
      ),
    ]

  @Test("give an article that holds together, or a reason", arguments: pages.map(\.name))
  func mutated(name: String) throws {
    let bytes = try #require(Self.pages.first { $0.name == name }?.bytes)
    var mutator = Mutator(seed: UInt64(name.utf8.count) &* 7919)
    for _ in 0..<Self.rounds {
      let broken = mutator.mutated(bytes)
      for kind in [Page.Kind.html, .text] {
        let subject = page(bytes: broken, kind, charset: mutator.charset())
        do throws(Failure) {
          let cleaned = try cleaner.cleaned(subject, keepsLinks: true)
          let fault = MutationTests.fault(of: cleaned)
          #expect(fault == nil, "\(String(decoding: broken, as: UTF8.self).debugDescription)")
        } catch {
          #expect(error.stage == "clean" && !error.message.isEmpty)
        }
      }
    }
  }

  /// What does not hold together, if anything.
  static func fault(of cleaned: CleanedPage) -> String? {
    let text = Array(cleaned.article.text.utf8)
    if cleaned.article.body.isEmpty { return "an empty body" }
    let lines = cleaned.article.body.utf8.split(separator: 10, omittingEmptySubsequences: false)
    if lines.count != cleaned.blocks.count {
      return "\(cleaned.blocks.count) blocks for \(lines.count) lines"
    }
    for (line, block) in zip(lines, cleaned.blocks)
    where !(0...text.count ~= block.span.end) || !text[block.span.start..<block.span.end].elementsEqual(line)
    {
      return "a block that is not its line"
    }
    for link in cleaned.links where link.span.start >= link.span.end || link.span.end > text.count {
      return "a link out of place"
    }
    return nil
  }
}

/// Breaks bytes in the ways in which pages are broken, and in some more.
struct Mutator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64 (Steele, Lea, Flood 2014).
  private mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(max(1, bound)))
  }

  private static let pieces: [[UInt8]] =
    [
      "<", ">", "</p>", "<div>", "</div>", "<!--", "-->", "<script>", "</script>", "<table><tr><td>", "<li>",
      "<a href=",
      "\"", "&#0;", "&#xD800;", "&", "<title>", "<html lang=x>", "<body id=main>", "<svg>", "<br>", "\r\n",
      "<pre>",
      "<meta charset=utf-16>", "<button>", "<h1>", "<ol>", "</ol>", "|", "<p hidden>", "<![CDATA[", "<?",
      "<time datetime=\"",
    ].map { Array($0.utf8) } + [
      [0], [0xC3], [0xE2, 0x80], [0xFF, 0xFE], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
    ]

  mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...next(6) {
      let at = next(bytes.count + 1)
      let end = min(bytes.count, at + next(next(8) == 0 ? 2000 : 20))
      switch next(5) {
      case 0: bytes.removeSubrange(at..<end)
      case 1: bytes.insert(contentsOf: Mutator.pieces[next(Mutator.pieces.count)], at: at)
      case 2: if at < bytes.count { bytes[at] = UInt8(next(256)) }
      case 3: bytes.insert(contentsOf: Array(bytes[at..<end]), at: next(bytes.count + 1))
      default:
        let piece = Mutator.pieces[next(Mutator.pieces.count)]
        bytes.insert(contentsOf: Array(repeatElement(piece, count: next(400)).joined()), at: at)
      }
    }
    return bytes
  }

  mutating func charset() -> String? {
    [nil, nil, nil, "utf-8", "latin1", "utf-16", "iso-2022-jp", "gbk", "shift_jis"][next(9)]
  }
}
