internal import GRDB
internal import PantauRecords

/// Files articles under their keys and keeps them in groups, one group a report.
///
/// A cluster holds the articles that the rules, and users' decisions that two are the same, connect; a report is a cluster,
/// or a part of one where users told articles apart.
struct ArticleFiling {
  private let db: Database
  private let rules: any MergeRules
  private let judgements: [Decision]
  private let judged: Set<String>
  private let findCluster, addGroup, moveCluster: GRDB.Statement
  private var keys: ArticleKeys

  init(_ db: Database, _ rules: any MergeRules) throws {
    self.db = db
    self.rules = rules
    judgements = try DecisionRows.judgements(db, .article)
    judged = Set(judgements.flatMap { [$0.left.id, $0.right.id] })
    keys = ArticleKeys(db)
    findCluster = try db.cachedStatement(sql: "SELECT cluster FROM article_groups WHERE article = ?")
    addGroup = try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO article_groups (article, cluster, report) VALUES (?, ?, ?)")
    moveCluster = try db.cachedStatement(
      sql: "UPDATE article_groups SET cluster = ?1, report = ?1 WHERE cluster = ?2")
  }

  /// Reads at once what filing `items` will ask for one by one.
  mutating func prepare(_ items: [MergeItem]) throws {
    try keys.load(items.lazy.flatMap { $0.signature?.lookups ?? [] })
  }

  /// Writes down what filing held back; to be called before the transaction ends.
  mutating func finish() throws { try keys.write() }

  /// Files a new article and puts it into the group of those that are like it.
  mutating func file(_ row: Int64, _ article: Article, _ signature: ArticleSignature?) throws {
    let signature = signature ?? rules.signature(of: article)
    var clusters: [Int64] = []
    for (cluster, members) in try candidates(signature.lookups) {
      for member in members {
        guard let other = try self.article(member) else { continue }
        if rules.likeness(of: other, article).isSame {
          clusters.append(cluster)
          break
        }
      }
    }
    try keys.add(row, under: signature.keys)
    let target = clusters.min() ?? row
    try addGroup.execute(arguments: [row, target, target])
    for cluster in clusters where cluster != target { try moveCluster.execute(arguments: [target, cluster]) }
    if !judged.isEmpty { try regroup(cluster: target) }
  }

  /// Whether two readings of one article differ in what articles are compared by.
  func differs(_ one: Int64, _ other: Int64) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: """
        SELECT a.title <> b.title OR a.published IS NOT b.published OR a.body <> b.body
        FROM extractions a JOIN extractions b ON b.extraction = ? WHERE a.extraction = ?
        """)
    return try Bool.fetchOne(statement, arguments: [one, other]) ?? true
  }

  /// Files an article anew whose text or address has changed; the articles around it are grouped afresh.
  mutating func refile(_ row: Int64) throws {
    let cluster = try Int64.fetchOne(
      db, sql: "SELECT cluster FROM article_groups WHERE article = ?", arguments: [row])
    guard let article = try article(row) else { return }
    if let cluster {
      try keys.remove(row, from: try formerKeys(row))
      try db.execute(sql: "DELETE FROM article_groups WHERE article = ?", arguments: [row])
      try rebuild(clusters: [cluster])
    }
    try file(row, article, nil)
  }

  /// The keys of all readings and addresses that an article has had.
  private func formerKeys(_ row: Int64) throws -> Set<UInt64> {
    let readings = try Row.fetchAll(
      db,
      sql: """
        SELECT DISTINCT e.title, e.published, e.body, c.url, c.path, a.sha256
        FROM extractions e JOIN articles a USING (article) JOIN sources c USING (article) WHERE e.article = ?
        """, arguments: [row])
    return readings.reduce(into: []) { keys, found in
      let article = Article(
        source: Source(path: found[4], url: found[3], sha256: found[5]), title: found[0],
        published: (found[1] as String?).flatMap { CalendarDate(iso: $0) }, body: found[2])
      keys.formUnion(rules.signature(of: article).keys)
    }
  }

  /// Groups the articles of `clusters` afresh, after a judgement between them was made or undone.
  func rebuild(clusters: [Int64]) throws {
    let members = try clusters.flatMap { cluster in
      try Int64.fetchAll(
        db, sql: "SELECT article FROM article_groups WHERE cluster = ?", arguments: [cluster])
    }
    let rows = Set(members).sorted()
    let articles = try rows.map { try article($0) }
    let known = zip(rows, articles).compactMap { row, article in article.map { (row, $0) } }
    let joining = judgements.filter { $0.verdict == .same }
    for group in rules.groups(of: known.map(\.1), judgements: joining) {
      let cluster = group.map { known[$0].0 }.min() ?? 0
      for index in group { try addGroup.execute(arguments: [known[index].0, cluster, cluster]) }
      if !judged.isEmpty { try regroup(cluster: cluster) }
    }
  }

  /// Divides a cluster into reports where users told some of its articles apart.
  private func regroup(cluster: Int64) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT g.article, a.id FROM article_groups g JOIN articles a USING (article)
        WHERE g.cluster = ? ORDER BY g.article
        """, arguments: [cluster])
    let ids = rows.map { $0[1] as String }
    let members = Set(ids)
    guard
      judgements.contains(where: { judgement in
        judgement.verdict == .different && members.contains(judgement.left.id)
          && members.contains(judgement.right.id)
      })
    else { return }
    let articles = try rows.compactMap { try article($0[0]) }
    guard articles.count == rows.count else { return }
    for group in rules.groups(of: articles, judgements: judgements) {
      let report = group.map { rows[$0][0] as Int64 }.min() ?? cluster
      for index in group {
        try addGroup.execute(arguments: [rows[index][0] as Int64, cluster, report])
      }
    }
  }

  /// The articles that are filed under one of the keys, by cluster, both in the order of their rows.
  private mutating func candidates(_ lookups: [UInt64]) throws -> [(Int64, [Int64])] {
    let articles = try keys.articles(under: lookups)
    guard !articles.isEmpty else { return [] }
    var clusters: [Int64: [Int64]] = [:]
    for article in articles {
      guard let cluster = try Int64.fetchOne(findCluster, arguments: [article]) else { continue }
      clusters[cluster, default: []].append(article)
    }
    return clusters.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }
  }

  /// The article as its reading in force has it, with the address of the copy that is shown.
  private func article(_ row: Int64) throws -> Article? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT a.sha256, e.title, e.published, e.body, c.path, c.url, c.site
        FROM readings_in_force r JOIN articles a USING (article) JOIN extractions e USING (extraction)
          JOIN sources c ON c.source = (SELECT source FROM sources WHERE article = r.article ORDER BY path LIMIT 1)
        WHERE r.article = ?
        """)
    guard let found = try Row.fetchOne(statement, arguments: [row]) else { return nil }
    return Article(
      source: Source(path: found[4], url: found[5], site: found[6], sha256: found[0]), title: found[1],
      published: (found[2] as String?).flatMap { CalendarDate(iso: $0) }, body: found[3])
  }
}
