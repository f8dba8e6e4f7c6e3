/// An article's address without what changes between its editions: scheme, mobile and AMP hosts and paths, page numbers,
/// marks of campaigns.
struct Address: Hashable {
  let text: String

  /// Nil for what is no address of a page: no host, or no path.
  init?(_ url: String) {
    var rest = url[...]
    let scheme = rest.prefix { $0 != "/" }
    if scheme.hasSuffix(":") { rest = rest.dropFirst(scheme.count).drop { $0 == "/" } }
    if let fragment = rest.firstIndex(of: "#") { rest = rest[..<fragment] }
    let query = rest.firstIndex(of: "?")
    let parts = rest[..<(query ?? rest.endIndex)].split(separator: "/", omittingEmptySubsequences: true)
    guard let host = parts.first, host.contains(".") else { return nil }
    var path = parts.dropFirst().map(String.init)
    path.removeAll { Address.editions.contains($0.lowercased()) }
    if path.count >= 2, Address.pages.contains(path[path.count - 2].lowercased()),
      Int(path[path.count - 1]) != nil
    {
      path.removeLast(2)
    }
    let kept = (query.map { rest[rest.index(after: $0)...] } ?? "").split(separator: "&").filter { part in
      let name = part.prefix { $0 != "=" }.lowercased()
      return !Address.dropped.contains(name) && !name.hasPrefix("utm_")
    }
    guard !path.isEmpty || !kept.isEmpty else { return nil }
    text =
      Address.host(host) + "/" + path.joined(separator: "/") + (kept.isEmpty ? "" : "?")
      + kept.sorted().joined(separator: "&")
  }

  private static let editions: Set<String> = ["amp", "index.html", "index.php"]
  private static let pages: Set<String> = ["page", "pages"]
  private static let dropped: Set<String> = [
    "page", "amp", "fbclid", "gclid", "ref", "source", "single", "view", "outputtype", "m",
  ]

  private static func host(_ host: Substring) -> String {
    var labels = host.lowercased().split(separator: ".")
    while labels.count > 2, let first = labels.first, ["www", "m", "amp", "mobile"].contains(first) {
      labels.removeFirst()
    }
    return labels.joined(separator: ".")
  }
}
