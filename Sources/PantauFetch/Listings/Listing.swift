/// What a feed, a sitemap or a list of addresses names.
struct Listing: Sendable, Equatable {
  /// One address of a listing.
  struct Item: Sendable, Equatable {
    var address: WebAddress
    /// The headline, where the listing gives it; cut off at ``Listing/maximumText``.
    var title: String?
    /// When the page was published, seconds since 1970; nil where the listing does not say or says no date.
    var published: Int?
    /// When it was last changed.
    var modified: Int?
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

  /// A list with one address a line; empty lines and lines that begin with `#` do not count. Nil where a line is
  /// anything else, or there is no address.
  static func list(_ bytes: [UInt8]) -> Listing? {
    var listing = Listing(form: .list)
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    for line in text.split(separator: 0x0A) {
      let content = line.drop { $0 <= 0x20 }
      guard let first = content.first, first != UInt8(ascii: "#") else { continue }
      guard isAddressLine(content) else { return nil }
      listing.add((try? WebAddress(bytes: Array(content))).map { Item(address: $0) })
    }
    return listing.items.isEmpty && listing.refused == 0 ? nil : listing
  }

  /// Whether the line is one word with a scheme in front.
  private static func isAddressLine(_ line: ArraySlice<UInt8>) -> Bool {
    let end = (line.lastIndex { $0 > 0x20 } ?? line.startIndex) + 1
    let word = line[..<end]
    guard !word.contains(where: { $0 <= 0x20 }), let colon = word.firstIndex(of: UInt8(ascii: ":")),
      (2...10).contains(colon - word.startIndex)
    else { return false }
    return word[..<colon].allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
  }
}
