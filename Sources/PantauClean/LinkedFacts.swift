/// What a page's JSON-LD says about its article.
struct LinkedFacts {
  var headline: String?
  var datePublished: String?
  var articleBody: String?
  var authors: [String] = []
  var site: String?
  var url: String?
  var dateModified: String?
  var image: String?
  var section: String?
  var keywords: [String] = []
  /// The text is said not to be free for all.
  var isKept = false
  /// Some script says that the page is an article.
  var isArticle = false

  /// Types of schema.org that are articles.
  private static let articleTypes: Set<String> = [
    "Article", "NewsArticle", "BlogPosting", "ReportageNewsArticle", "AnalysisNewsArticle",
    "OpinionNewsArticle",
    "BackgroundNewsArticle", "ReviewNewsArticle", "LiveBlogPosting", "TechArticle", "ScholarlyArticle",
    "Report",
    "SocialMediaPosting", "AdvertiserContentArticle", "SatiricalArticle",
  ]

  /// Reads the first article among the scripts; a `WebPage` serves for the date where there is none.
  init(_ scripts: [[UInt8]]) {
    var page: JSONValue?
    for script in scripts {
      for value in JSONReader.values(in: script) {
        for node in LinkedFacts.nodes(of: value) {
          let types = node["@type"]?.elements.compactMap(\.text) ?? []
          if types.contains(where: LinkedFacts.articleTypes.contains) {
            take(node)
          } else if types.contains("WebPage") || types.contains("ItemPage"), page == nil {
            page = node
          }
        }
      }
    }
    if datePublished == nil { datePublished = page?["datePublished"]?.text }
    if dateModified == nil { dateModified = page?["dateModified"]?.text }
  }

  /// The value, the members of an array, of `@graph`, and `mainEntity`.
  private static func nodes(of value: JSONValue) -> [JSONValue] {
    var nodes: [JSONValue] = []
    for element in value.elements {
      nodes.append(element)
      if let graph = element["@graph"] { nodes += graph.elements }
      if let main = element["mainEntity"] { nodes += main.elements }
    }
    return nodes
  }

  private mutating func take(_ node: JSONValue) {
    isArticle = true
    headline = headline ?? node["headline"]?.text
    datePublished = datePublished ?? node["datePublished"]?.text
    if (node["articleBody"]?.text?.utf8.count ?? 0) > (articleBody?.utf8.count ?? 0) {
      articleBody = node["articleBody"]?.text
    }
    if authors.isEmpty {
      authors = node["author"]?.elements.compactMap { $0.text ?? $0["name"]?.elements.first?.text } ?? []
    }
    site = site ?? node["publisher"]?["name"]?.text
    url = url ?? node["url"]?.text
    dateModified = dateModified ?? node["dateModified"]?.text
    image = image ?? node["image"]?.elements.lazy.compactMap { $0.text ?? $0["url"]?.text }.first
    section = section ?? node["articleSection"]?.elements.lazy.compactMap(\.text).first
    if keywords.isEmpty { keywords = node["keywords"]?.elements.compactMap(\.text) ?? [] }
    if let free = node["isAccessibleForFree"], case .literal("false") = free { isKept = true }
    if node["isAccessibleForFree"]?.text?.lowercased() == "false" { isKept = true }
  }
}
