internal import PantauRecords

/// What a feed, a sitemap or a list of addresses names.
struct Listing: Sendable, Equatable {
  /// One address of a listing.
  struct Item: Sendable, Equatable {
    var address: WebAddress
    /// The headline on one line, where the listing gives it; cut off at ``Listing/maximumText``.
    var title: String?
    /// When the page was published, seconds since 1970; nil where the listing does not say or says no date.
    var published: Int?
    /// When it was last changed.
    var modified: Int?
    /// The day of its publication, else of its last change, as its own zone has it.
    var day: CalendarDate?
    /// Whether this is another listing, not a page.
    var isListing = false
  }

  /// What kind of document it was.
  enum Form: String, Sendable {
    case feed, sitemap, index, list
  }

  var form: Form
  var items: [Item] = []
  /// Addresses that were none, or had another scheme than `http` and `https`.
  var refused = 0
  /// Whether there were more items than were read.
  var isCut = false

  /// Items beyond this number are not read: the sitemap protocol's own limit.
  static let maximumItems = 50_000
  /// Bytes of a title, a date or an address that are read.
  static let maximumText = 8192

  mutating func add(_ item: Item?) {
    guard items.count < Listing.maximumItems else { return isCut = true }
    if let item { items.append(item) } else { refused += 1 }
  }
}

/// Why a document is no listing.
struct ListingFault: Error, Sendable, Equatable {
  enum Code: String, Sendable {
    /// It is neither a feed nor a sitemap nor a list of addresses.
    case notAListing = "not-a-listing"
    /// Its DTD declares entities, which a feed has no need of.
    case declaresEntities = "declares-entities"
    /// It is nested deeper than any feed.
    case tooDeep = "too-deep"
  }

  var code: Code
  var message: String

  static let unknown = ListingFault(
    code: .notAListing, message: "this is no feed, no sitemap and no list of addresses")
}

extension Listing {
  /// Reads RSS 0.9–2.0, RDF, Atom, JSON Feed, sitemaps, sitemap indexes, and lists of addresses, told apart by their
  /// content. Linear.
  ///
  /// - Parameters:
  ///   - bytes: the document, decompressed.
  ///   - base: where it came from; nil for a file.
  /// - Returns: its items, in its order.
  /// - Throws: where it is none of these, or means harm.
  static func read(_ bytes: [UInt8], base: WebAddress?) throws(ListingFault) -> Listing {
    let start = bytes.firstIndex { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF } ?? bytes.endIndex
    guard start < bytes.endIndex else { throw .unknown }
    switch bytes[start] {
    case UInt8(ascii: "{"): return try JSONFeed.read(bytes[start...], base: base)
    case UInt8(ascii: "<"): return try XMLListing.read(bytes[start...], base: base)
    default:
      // UTF-16 begins with a mark, which libxml2 knows.
      if bytes[0] == 0xFE || bytes[0] == 0xFF { return try XMLListing.read(bytes[...], base: base) }
      guard let list = list(bytes) else { throw .unknown }
      return list
    }
  }

  /// A list with one address a line. Nil unless more than half of the lines are addresses; the others count as refused.
  static func list(_ bytes: [UInt8]) -> Listing? {
    var listing = Listing(form: .list)
    var (found, others) = (0, 0)
    for line in lines(bytes) {
      guard isAddress(line) else {
        others += 1
        continue
      }
      found += 1
      listing.add((try? WebAddress(bytes: Array(line))).map { Item(address: $0) })
    }
    guard found > others else { return nil }
    listing.refused += others
    return listing
  }

  /// The lines of a list: a byte order mark, white space at the ends, empty lines, those that begin with `#`, and what
  /// stands behind a tab are left out.
  static func lines(_ bytes: [UInt8]) -> some Sequence<ArraySlice<UInt8>> {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    return text.split(separator: 0x0A).lazy.map(Listing.firstField).filter { !$0.isEmpty }
  }

  /// What a line of a list names: empty for a comment. `--dry-run` writes day and title behind a tab.
  static func firstField(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let content = line.drop { $0 <= 0x20 }
    if content.first == UInt8(ascii: "#") { return [] }
    return HeaderBlock.trimmed(content.prefix { $0 != 0x09 })
  }

  /// Whether the text is one word with a scheme in front.
  private static func isAddress(_ word: ArraySlice<UInt8>) -> Bool {
    guard !word.contains(where: { $0 <= 0x20 }), let colon = word.firstIndex(of: UInt8(ascii: ":")),
      (2...10).contains(colon - word.startIndex)
    else { return false }
    return word[..<colon].allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
  }
}
