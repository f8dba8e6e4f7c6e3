public import PantauRecords

/// Compares article records with gold facts.
public enum Evaluation {
  /// The scores of `predicted` against `gold`, both by the stem of the article's file name.
  ///
  /// - Parameters:
  ///   - gold: the gold facts.
  ///   - bodies: headline and body of the articles for which ``Scores/body`` is asked.
  ///   - predicted: records; those without gold are left out.
  ///   - vocabulary: honorifics and labels that the comparison does not tell apart.
  /// - Returns: the scores, with what was missed and what was extra.
  public static func score(
    gold: [String: GoldRecord], bodies: [String: String], predicted: [String: ArticleRecord],
    vocabulary: EvaluationVocabulary
  ) -> Scores {
    let reading = FactReading(vocabulary: vocabulary)
    var scores = Scores()
    var rightDays = 0
    var bodyScores: [Double] = []
    for (name, facts) in gold.sorted(by: { $0.key < $1.key }) {
      let record = predicted[name]
      scores.articles += 1
      if record == nil { scores.absent += 1 }
      if facts.published == record?.article.published { rightDays += 1 }
      if let body = bodies[name] {
        var words: [String: Int] = [:]
        let wanted = Shingles(body, &words)
        bodyScores.append(wanted.f1(of: Shingles(record?.article.text ?? "", &words)))
      }
      for kind in Scores.Kind.allCases {
        let items = record.map { reading.facts(kind, of: $0) } ?? []
        scores.add(kind, article: name, gold: reading.facts(kind, of: facts), predicted: items)
      }
    }
    scores.published = Double(rightDays) / Double(max(1, scores.articles))
    scores.body = bodyScores.reduce(0, +) / Double(max(1, bodyScores.count))
    return scores
  }

  /// The last component of `path` without its last extension: what gold and records are matched by.
  public static func stem(ofPath path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    guard let point = name.lastIndex(of: "."), point != name.startIndex,
      name.index(after: point) != name.endIndex
    else { return name }
    return String(name[..<point])
  }
}

extension Scores {
  /// Gives each gold item the first of the remaining predicted items that matches it.
  mutating func add(
    _ kind: Kind, article: String, gold: [ComparableFact], predicted: [ComparableFact]
  ) {
    var remaining = predicted
    var count = self[kind]
    count.gold += gold.count
    count.predicted += predicted.count
    for item in gold {
      if let place = remaining.firstIndex(where: { kind.matches(item, $0) }) {
        remaining.remove(at: place)
        count.right += 1
      } else {
        differences.append(Difference(article: article, kind: kind, isMiss: true, label: item.label))
      }
    }
    counts[kind] = count
    differences += remaining.map {
      Difference(article: article, kind: kind, isMiss: false, label: $0.label)
    }
  }
}
