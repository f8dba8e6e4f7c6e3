/// Forms a root takes by prefixes and suffixes, as `affixes.txt` lists them.
///
/// A template holds `*` for the root and `N` for the nasal that replaces or precedes its first letter: meN* makes
/// membentuk of bentuk, menargetkan (with suffix) of target, mengoperasikan of operasi. The assimilation follows
/// Tata Bahasa Baku Bahasa Indonesia (4th edition, chapter on morphophonemics).
public struct Affixes: Sendable {
  private let templates: [String]

  /// - Parameter templates: one a line of `affixes.txt`; `*` alone is the bare root.
  public init(templates: [String]) { self.templates = templates }

  /// Every form of `root`, each once, in the order of the templates.
  public func forms(of root: String) -> [String] {
    var seen: Set<String> = []
    return templates.compactMap { template in
      let form = Affixes.apply(template, to: root)
      return seen.insert(form).inserted ? form : nil
    }
  }

  static func apply(_ template: String, to root: String) -> String {
    guard let star = template.firstIndex(of: "*") else { return root }
    let suffix = template[template.index(after: star)...]
    var prefix = template[..<star]
    guard prefix.last == "N" else { return prefix + root + suffix }
    prefix = prefix.dropLast()
    let (nasal, rest) = assimilated(root)
    return prefix + nasal + rest + suffix
  }

  private static func assimilated(_ root: String) -> (nasal: String, rest: Substring) {
    let all = Substring(root)
    let second = all.dropFirst().first
    let cluster = second == "r" || second == "l"
    let beforeVowel = second.map { "aeiou".contains($0) } ?? false
    switch all.first {
    case "p" where !cluster: return ("m", all.dropFirst())
    case "b", "f", "v", "p": return ("m", all)
    case "s" where beforeVowel: return ("ny", all.dropFirst())
    case "t" where !cluster: return ("n", all.dropFirst())
    case "d", "c", "j", "z", "t", "s": return ("n", all)
    case "k" where !cluster: return ("ng", all.dropFirst())
    case "a", "e", "i", "o", "u", "g", "h", "k": return ("ng", all)
    default: return ("", all)
    }
  }
}
