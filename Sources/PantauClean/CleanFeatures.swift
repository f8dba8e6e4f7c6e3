/// Parts of the method that can be left out, to see what each is worth; all are in use by default.
public struct CleanFeatures: OptionSet, Sendable {
  /// A bit for each part.
  public let rawValue: UInt32

  /// Parts by their bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Lines before the headline count nothing.
  public static let headline = CleanFeatures(rawValue: 1)
  /// An element that its names mark as an article's text is taken where the container holds much else.
  public static let markedText = CleanFeatures(rawValue: 2)
  /// An element that holds much of the page's prose is not residue whatever it is called.
  public static let contradiction = CleanFeatures(rawValue: 4)
  /// An opening paragraph set apart from the text.
  public static let standfirst = CleanFeatures(rawValue: 8)
  /// Items that a colon announces.
  public static let announcedLists = CleanFeatures(rawValue: 16)
  /// Lists and tables of links go.
  public static let linkedLists = CleanFeatures(rawValue: 32)
  /// Headings of comments and of other articles take with them what follows.
  public static let sectionCut = CleanFeatures(rawValue: 64)
  /// A tail of linked headlines with a paragraph each goes.
  public static let teasers = CleanFeatures(rawValue: 128)
  /// A line that was there already is not said again.
  public static let repeats = CleanFeatures(rawValue: 256)
  /// A heading stands only over text.
  public static let looseHeadings = CleanFeatures(rawValue: 512)
  /// Scraps before the first and after the last paragraph go.
  public static let trimmedEnds = CleanFeatures(rawValue: 1024)
  /// JSON-LD's `articleBody`.
  public static let linkedBody = CleanFeatures(rawValue: 2048)
  /// Lines that are mostly links go.
  public static let linkShare = CleanFeatures(rawValue: 4096)
  /// Shapes of residue: captions, counters, weather, ages, menus.
  public static let lineShapes = CleanFeatures(rawValue: 8192)
  /// What is said of the writer at the end goes.
  public static let writers = CleanFeatures(rawValue: 16384)

  /// Dates, links, rules and lists amid the text are text.
  public static let amidText = CleanFeatures(rawValue: 32768)

  /// The whole method.
  public static let all = CleanFeatures(rawValue: .max)

  /// Every part by what it is called in a table.
  public static let named: [(name: String, feature: CleanFeatures)] = [
    ("nothing counts before the headline", .headline), ("text marked by its names", .markedText),
    ("prose speaks against names", .contradiction), ("opening set apart", .standfirst),
    ("announced lists", .announcedLists), ("text amid the text", .amidText),
    ("lists of links go", .linkedLists),
    ("cut at headings of comments and lists", .sectionCut), ("tail of teasers goes", .teasers),
    ("nothing twice", .repeats), ("no heading without text", .looseHeadings), ("trimmed ends", .trimmedEnds),
    ("what is said of the writer", .writers), ("JSON-LD body", .linkedBody),
    ("lines of links go", .linkShare),
    ("shapes of residue lines", .lineShapes),
  ]
}
