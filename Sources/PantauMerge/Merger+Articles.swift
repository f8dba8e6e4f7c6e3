public import PantauRecords

extension Merger {
  /// Indices of `articles` by report: each group sorted, groups in the order of their least indices.
  ///
  /// Which articles form a group depends on their set alone. Near linear where few articles share a key; pairs whose
  /// articles are in one group already are not compared.
  /// - Parameters:
  ///   - articles: one reading of each article.
  ///   - judgements: what users decided on pairs of articles; it goes before the rules.
  /// - Returns: every index once.
  public func groups(of articles: [Article], judgements: [Decision] = []) -> [[Int]] {
    let matcher = ArticleMatcher()
    let readings = articles.map(ArticleMatcher.Reading.init)
    var filed: [UInt64: [Int]] = [:]
    let decided = Judged(judgements)
    var edges: [(Double, Int, Int)] = []
    var sets = DisjointSets(count: articles.count)
    for index in articles.indices {
      let signature = matcher.signature(of: articles[index])
      for candidate in Set(signature.lookups.flatMap { filed[$0] ?? [] }).sorted() {
        if decided.isEmpty, sets.root(of: candidate) == sets.root(of: index) { continue }
        if decided.verdict(articles[candidate].id, articles[index].id) != nil { continue }
        let likeness = matcher.likeness(of: readings[candidate], readings[index])
        guard likeness.isSame else { continue }
        if decided.isEmpty {
          sets.join(candidate, index)
        } else {
          edges.append((likeness.score, candidate, index))
        }
      }
      for key in signature.keys { filed[key, default: []].append(index) }
    }
    return decided.isEmpty ? sets.groups() : decided.groups(of: articles.map(\.id), edges)
  }
}

extension Merger {
  /// For each article of one report but the first: the decision that links it to the most alike article before it.
  ///
  /// Each is compared with the original and with the 16 articles before it.
  /// - Parameter articles: the report's members in the order of ``ArticleGroup/members``.
  /// - Returns: by the article's identifier.
  public func links(between articles: [Article]) -> [String: Decision] {
    let readings = articles.map(ArticleMatcher.Reading.init)
    var links: [String: Decision] = [:]
    for (index, article) in articles.enumerated().dropFirst() {
      let older = [0] + Array(max(1, index - 16)..<max(1, index))
      let scores = older.map { ArticleMatcher().likeness(of: readings[$0], readings[index]) }
      guard let place = scores.indices.max(by: { precedes(scores[$0], scores[$1]) }) else { continue }
      let (best, score) = (older[place], scores[place])
      links[article.id] = Decision(
        subject: .article, Decision.Party(id: articles[best].id, label: articles[best].title),
        Decision.Party(id: article.id, label: article.title), verdict: .same, score: score.score,
        reason: score.isSame ? score.reason : "alike to others that are like it")
    }
    return links
  }

  private func precedes(_ one: ArticleLikeness, _ other: ArticleLikeness) -> Bool {
    one.isSame == other.isSame ? one.score < other.score : !one.isSame
  }
}

/// What users decided on pairs of articles.
private struct Judged {
  private var verdicts: [[String]: Decision.Verdict] = [:]

  init(_ judgements: [Decision]) {
    for judgement in judgements where judgement.subject == .article && judgement.withdrawnAt == nil {
      verdicts[[judgement.left.id, judgement.right.id]] = judgement.verdict
    }
  }

  var isEmpty: Bool { verdicts.isEmpty }

  func verdict(_ one: String, _ other: String) -> Decision.Verdict? {
    verdicts[one < other ? [one, other] : [other, one]]
  }

  /// Groups by the users' decisions, then by the surest edges that contradict none.
  func groups(of ids: [String], _ edges: [(Double, Int, Int)]) -> [[Int]] {
    let places = Dictionary(
      ids.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { one, _ in one })
    func pairs(_ verdict: Decision.Verdict) -> [(Int, Int)] {
      verdicts.filter { $0.value == verdict }.keys.sorted { $0.lexicographicallyPrecedes($1) }.compactMap {
        pair in
        places[pair[0]].flatMap { one in places[pair[1]].map { (one, $0) } }
      }
    }
    var sets = DisjointSets(count: ids.count)
    let apart = pairs(.different)
    for (one, other) in pairs(.same) { sets.join(one, other) }
    let ordered = edges.sorted { left, right in
      if left.0 != right.0 { return left.0 > right.0 }
      return [ids[left.1], ids[left.2]].sorted().lexicographicallyPrecedes(
        [ids[right.1], ids[right.2]].sorted())
    }
    for (_, one, other) in ordered {
      let (left, right) = (sets.root(of: one), sets.root(of: other))
      let isForbidden = apart.contains { first, second in
        let (one, other) = (sets.root(of: first), sets.root(of: second))
        return (one == left && other == right) || (one == right && other == left)
      }
      if !isForbidden { sets.join(one, other) }
    }
    return sets.groups()
  }
}
