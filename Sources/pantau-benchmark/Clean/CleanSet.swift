import FoundationEssentials
import PantauFetch
import PantauRecords

/// Pages with their gold main text: `pages/NAME.html[.gz]` and `ground-truth.json` in one folder.
struct CleanSet {
  /// One page and what a reader found on it.
  struct Case {
    var name: String
    var page: Page
    var gold: Gold
    /// Which half of the set it belongs to, by the digest of its bytes: `a` is looked at when rules are made, `b` is not.
    var half: Half
  }

  enum Half: String, CaseIterable { case a, b }

  /// What the ground truth says of a page.
  struct Gold: Decodable {
    var articleBody: String
    var title: String?
    var date: String?
  }

  var name: String
  var cases: [Case] = []

  /// Reads the set in `folder`.
  ///
  /// - Throws: where the gold is missing or is no JSON, or a page cannot be read.
  init(_ folder: String) throws {
    name = folder.split(separator: "/").last.map(String.init) ?? folder
    let file = URL(filePath: "\(folder)/ground-truth.json")
    let gold = try JSONDecoder().decode([String: Gold].self, from: Data(contentsOf: file))
    for entry in LocalSource(["\(folder)/pages"]) {
      guard case .page(let page) = try entry.document() else { continue }
      let file = entry.path.split(separator: "/").last ?? ""
      let name = String(file.prefix { $0 != "." })
      guard let gold = gold[name] else { continue }
      let half: Half = (page.source.sha256.last?.hexDigitValue ?? 0) % 2 == 0 ? .a : .b
      cases.append(Case(name: name, page: page, gold: gold, half: half))
    }
    guard !cases.isEmpty else { throw UsageError(message: "\(folder) has no page that its gold names") }
  }
}
