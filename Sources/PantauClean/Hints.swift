/// What tag names, class names, identifiers and roles say about an element.
struct Hints: OptionSet, Sendable {
  let rawValue: UInt32

  /// Holds an article's text.
  static let body = Hints(rawValue: 1)
  /// Holds the article among other things.
  static let main = Hints(rawValue: 2)
  /// Never part of the text.
  static let residue = Hints(rawValue: 4)
  /// Readers' comments.
  static let comments = Hints(rawValue: 8)
  /// Residue where it is short or mostly links.
  static let weak = Hints(rawValue: 16)
  static let caption = Hints(rawValue: 32)
  static let date = Hints(rawValue: 64)
  static let byline = Hints(rawValue: 128)
  /// Not shown to the reader.
  static let hidden = Hints(rawValue: 256)
  /// Navigation, forms and asides by their tag.
  static let frame = Hints(rawValue: 512)
  static let heading = Hints(rawValue: 1024)
  static let list = Hints(rawValue: 2048)
  static let quote = Hints(rawValue: 4096)
  static let table = Hints(rawValue: 8192)
  /// An `article` element or one marked as such.
  static let article = Hints(rawValue: 16384)
  /// Within the page's `header` element.
  static let header = Hints(rawValue: 32768)

  /// What opens something hidden, and is itself seen.
  static let shown = Hints(rawValue: 65536)

  /// Group names of the list `hints`.
  static let names: [String: UInt32] = [
    "body": Hints.body.rawValue, "main": Hints.main.rawValue, "residue": Hints.residue.rawValue,
    "comments": Hints.comments.rawValue, "weak": Hints.weak.rawValue, "caption": Hints.caption.rawValue,
    "date": Hints.date.rawValue, "byline": Hints.byline.rawValue,
    "hidden": Hints.hidden.rawValue, "shown": Hints.shown.rawValue,
  ]

  /// What an element hands down to all that it holds.
  static let inherited: Hints = [
    .residue, .comments, .caption, .hidden, .frame, .heading, .list, .quote, .table, .header, .weak, .date,
    .byline,
  ]
}

/// Tag names, as far as the stage tells them apart.
enum ElementKind: UInt8, Sendable {
  case inline, block, paragraph, heading, anchor, lineBreak, list, item, table, row, cell, quote, preformatted
  case figure, caption, article, main, section, aside, nav, header, footer, form
  case skipped, script, title, meta, link, time, strong, image, html, body

  /// Begins and ends a line of text.
  var isBlock: Bool {
    switch self {
    case .inline, .anchor, .lineBreak, .time, .strong, .image, .meta, .link: false
    default: true
    }
  }

  init(_ name: UnsafePointer<UInt8>?) {
    guard let name else {
      self = .inline
      return
    }
    self = ElementKind.byName[packed(name)] ?? .inline
  }

  private static let byName: [UInt64: ElementKind] = {
    let groups: [(ElementKind, String)] = [
      (
        .block,
        "div center dl dt dd fieldset legend address details summary hgroup dir marquee amp-layout tbody thead tfoot"
      ),
      (.block, "search layer noframes frameset article-body"),
      (.paragraph, "p"), (.heading, "h1 h2 h3 h4 h5 h6"), (.anchor, "a"), (.lineBreak, "br hr"),
      (.list, "ul ol menu"), (.item, "li"), (.table, "table"), (.row, "tr"), (.cell, "td th"),
      (.quote, "blockquote"), (.preformatted, "pre listing"), (.figure, "figure"),
      (.caption, "figcaption caption"), (.article, "article"), (.main, "main"), (.section, "section"),
      (.aside, "aside"), (.nav, "nav"), (.header, "header"), (.footer, "footer"),
      (.form, "form button dialog object video audio"),
      (
        .skipped,
        "style noscript template svg iframe select option textarea input canvas map applet datalist rp rt progress meter"
          + " amp-ad amp-embed amp-analytics amp-auto-ads amp-sticky-ad amp-sidebar amp-consent amp-user-notification"
      ),
      (.script, "script"), (.title, "title"), (.meta, "meta"), (.link, "link"), (.time, "time abbr"),
      (.strong, "b strong"), (.image, "img picture source track wbr"), (.html, "html"), (.body, "body"),
    ]
    var table: [UInt64: ElementKind] = [:]
    for (kind, names) in groups {
      for name in names.split(separator: " ") {
        table[packed(bytes: Array(name.utf8))] = kind
      }
    }
    return table
  }()
}

/// The first eight bytes of a C string in lower case, and its length where it is longer.
@inline(__always)
func packed(_ name: UnsafePointer<UInt8>) -> UInt64 {
  var value: UInt64 = 0
  var index = 0
  while index < 8, name[index] != 0 {
    value = value << 8 | UInt64(lowercase(name[index]))
    index += 1
  }
  return value
}

/// As above for bytes at hand.
func packed(bytes name: [UInt8]) -> UInt64 {
  var value: UInt64 = 0
  for byte in name.prefix(8) { value = value << 8 | UInt64(lowercase(byte)) }
  return value
}
