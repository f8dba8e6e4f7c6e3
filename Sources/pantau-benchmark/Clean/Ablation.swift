import PantauClean
import PantauRules

/// What each part of the clean stage's method is worth: the score without it.
struct Ablation {
  let rules: RuleFolder

  /// A part that can be left out.
  private struct Part {
    var name: String
    var features = CleanFeatures.all
    var rules: RuleFolder
  }

  /// One row a part: F1 on each set, and what is lost.
  ///
  /// - Throws: where rules without a part do not compile.
  func report(_ sets: [CleanSet], _ golds: [[Shingles]]) throws -> String {
    let whole = try score(Part(name: "all", rules: rules), sets, golds)
    var text = "| without | " + sets.map { "\($0.name) | loss" }.joined(separator: " | ") + " |\n"
    text += "|---|" + String(repeating: "---|---|", count: sets.count) + "\n"
    text += row("nothing", whole, whole)
    for part in parts { text += row(part.name, try score(part, sets, golds), whole) }
    return text
  }

  private func row(_ name: String, _ scores: [Double], _ whole: [Double]) -> String {
    "| \(name) | "
      + zip(scores, whole).map { "\($0.four) | \(($1 - $0).four)" }.joined(separator: " | ") + " |\n"
  }

  private func score(_ part: Part, _ sets: [CleanSet], _ golds: [[Shingles]]) throws -> [Double] {
    let cleaner = try Cleaner(rules: part.rules, features: part.features)
    return zip(sets, golds).map { set, gold in
      CleanScore(set.cases.indices.map { CleanScore.Item(set.cases[$0], gold[$0], cleaner) }).f1
    }
  }

  private var parts: [Part] {
    var parts = CleanFeatures.named.map { name, feature in
      Part(name: name, features: CleanFeatures.all.subtracting(feature), rules: rules)
    }
    for file in rules.files(below: "clean", suffix: ".txt") where !file.path.hasSuffix("hints.txt") {
      parts.append(Part(name: "words of `\(file.path.dropFirst(6))`", rules: emptied(file.path)))
    }
    for group in ["body", "main", "residue", "comments", "weak", "hidden", "date", "byline"] {
      parts.append(Part(name: "names: \(group)", rules: withoutHints(group)))
    }
    parts.append(Part(name: "all names of elements", rules: emptied("clean/hints.txt")))
    return parts
  }

  private func emptied(_ path: String) -> RuleFolder {
    changed(path) { _ in "" }
  }

  private func withoutHints(_ group: String) -> RuleFolder {
    changed("clean/hints.txt") { text in
      text.split(separator: "\n").filter { !$0.hasPrefix("\(group):") }.joined(separator: "\n")
    }
  }

  private func changed(_ path: String, _ change: (String) -> String) -> RuleFolder {
    let files = rules.files.map { file in
      var file = file
      if file.path == path { file.text = change(file.text) }
      return file
    }
    return RuleFolder(files: files, origin: rules.origin)
  }
}
