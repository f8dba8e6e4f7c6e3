/// Reads RSS, RDF, Atom, sitemaps and their indexes.
final class XMLListing: XMLListener {
  private enum Dialect {
    case rss, atom, sitemap, index
  }

  private let base: WebAddress?
  private var dialect: Dialect?
  private var listing: Listing?
  private var depth = 0
  /// The depth of the item that is open, nil outside of items.
  private var itemDepth: Int?
  private var item = Draft()
  /// The text of the element that is open, where it is one to keep.
  private var kept: [UInt8]?

  private struct Draft {
    var link: String?
    var original: String?
    var guid: String?
    var guidIsLink = true
    var title: String?
    var published: String?
    var modified: String?
  }

  private static let maximumDepth = 64

  static func read(_ bytes: ArraySlice<UInt8>, base: WebAddress?) throws(ListingFault) -> Listing {
    let reader = XMLListing(base: base)
    try XMLReader.read(bytes, to: reader)
    if reader.depth > maximumDepth {
      throw ListingFault(
        code: .tooDeep, message: "the document is nested deeper than \(maximumDepth) elements")
    }
    guard let listing = reader.listing else { throw .unknown }
    return listing
  }

  private init(base: WebAddress?) { self.base = base }

  func start(_ name: String, space: String, attribute: (StaticString) -> String?) -> Bool {
    depth += 1
    guard depth <= XMLListing.maximumDepth else { return false }
    guard let dialect else { return open(name) }
    guard let itemDepth else {
      if isItem(name, dialect) {
        self.itemDepth = depth
        item = Draft()
      }
      return true
    }
    // Authors, media groups and what else has its own `title` is nested one deeper; `news:news` is not.
    guard depth == itemDepth + 1 || (dialect == .sitemap && depth == itemDepth + 2) else { return true }
    switch name {
    case "link" where dialect == .atom:
      let relation = attribute("rel") ?? "alternate"
      if relation == "alternate", item.link == nil { item.link = attribute("href") }
    case "guid":
      item.guidIsLink = attribute("isPermaLink") != "false"
      kept = []
    case "title":
      if !XMLListing.isMedia(space) { kept = [] }
    case "link", "loc", "pubDate", "date", "published", "updated", "modified", "issued", "lastmod",
      "publication_date", "origLink":
      if !XMLListing.isMedia(space) { kept = [] }
    default: kept = nil
    }
    return true
  }

  private func open(_ name: String) -> Bool {
    switch name {
    case "rss", "RDF", "channel": (dialect, listing) = (.rss, Listing(form: .feed))
    case "feed": (dialect, listing) = (.atom, Listing(form: .feed))
    case "urlset": (dialect, listing) = (.sitemap, Listing(form: .sitemap))
    case "sitemapindex": (dialect, listing) = (.index, Listing(form: .index))
    default: return false
    }
    return true
  }

  private func isItem(_ name: String, _ dialect: Dialect) -> Bool {
    switch dialect {
    case .rss: name == "item"
    case .atom: name == "entry"
    case .sitemap: name == "url"
    case .index: name == "sitemap"
    }
  }

  /// Pictures and videos have links and titles that are not the page's.
  private static func isMedia(_ space: String) -> Bool {
    space.hasSuffix("/mrss/") || space.contains("sitemap-image") || space.contains("sitemap-video")
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let count = kept?.count, count < Listing.maximumText else { return true }
    kept?.append(contentsOf: bytes.prefix(Listing.maximumText - count))
    return true
  }

  func end(_ name: String) -> Bool {
    if let kept {
      keep(String(decoding: kept, as: UTF8.self), as: name)
      self.kept = nil
    }
    if depth == itemDepth {
      itemDepth = nil
      listing?.add(finished())
      if listing?.isCut == true { return false }
    }
    depth -= 1
    return true
  }

  private func keep(_ text: String, as name: String) {
    let text = XMLListing.trimmed(text)
    guard !text.isEmpty else { return }
    switch name {
    case "title": item.title = item.title ?? text
    case "link", "loc": item.link = item.link ?? text
    case "origLink": item.original = text
    case "guid": item.guid = text
    case "pubDate", "date", "published", "issued", "publication_date": item.published = item.published ?? text
    case "updated", "modified", "lastmod": item.modified = item.modified ?? text
    default: break
    }
  }

  private func finished() -> Listing.Item? {
    let text = item.original ?? item.link ?? (item.guidIsLink ? item.guid : nil)
    guard let text, let address = try? WebAddress(text, relativeTo: base) else { return nil }
    let (published, modified) = (
      item.published.flatMap(WebDate.moment), item.modified.flatMap(WebDate.moment)
    )
    return Listing.Item(
      address: address, title: item.title.flatMap(OneLine.text), published: published?.seconds,
      modified: modified?.seconds, day: (published ?? modified)?.day, isListing: dialect == .index)
  }

  private static func trimmed(_ text: String) -> String {
    let bytes = text.utf8
    guard let start = bytes.firstIndex(where: { $0 > 0x20 }), let end = bytes.lastIndex(where: { $0 > 0x20 })
    else { return "" }
    return String(text[start...end])
  }
}
