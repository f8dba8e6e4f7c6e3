internal import GRDB
internal import PantauRecords

/// Inserts records within one transaction, with statements that were prepared once.
struct RecordInsertion {
  private(set) var report = MergeReport()
  private let db: Database
  private let time: String
  private let sql: Prepared
  private var regionRows: [RegionIdentity: Int64] = [:]
  private var readings: Readings
  private var filing: ArticleFiling?
  private var holders: Holders?

  /// Without `rules`, articles are not filed and names not noted; ``LedgerStore/settle(_:)`` makes up for it.
  init(_ db: Database, rules: (any MergeRules)?) throws {
    self.db = db
    time = try Clock.now(db)
    sql = try Prepared(db)
    readings = try Readings(db, time: time)
    filing = try rules.map { try ArticleFiling(db, $0) }
    holders = try rules.map { try Holders(db, $0) }
  }

  mutating func insert(_ items: [MergeItem]) throws {
    try filing?.prepare(items)
    for item in items { try insert(item) }
    try filing?.finish()
  }

  private mutating func insert(_ item: MergeItem) throws {
    let article = try row(of: item.record.article)
    guard !article.isNew else { return try insertFirst(item, article.row) }
    if article.hasOtherAddress { try filing?.refile(article.row) }
    try readings.adopt(item.extractor)
    let extraction: Int64
    if let known = try readings.extraction(of: article.row, item.extractor) {
      report.articlesKnown += 1
      extraction = known
    } else {
      report.articlesReread += 1
      extraction = try insertReading(item, article.row)
    }
    switch try readings.prefer(extraction, item.extractor, of: article.row) {
    case .kept: break
    case .first: try file(item, extraction, article.row)
    case .replaced(let old):
      if try filing?.differs(extraction, old) ?? false { try filing?.refile(article.row) }
      try holders?.forget(old)
      try holders?.note(extraction, item.officials)
      if filing == nil { try sql.openArticle.execute(arguments: [article.row]) }
    }
  }

  /// An article that the ledger does not hold has nothing to be compared with.
  private mutating func insertFirst(_ item: MergeItem, _ article: Int64) throws {
    try readings.adopt(item.extractor)
    report.articlesAdded += 1
    let extraction = try insertReading(item, article)
    try readings.begin(extraction, of: article)
    try file(item, extraction, article)
  }

  private mutating func file(_ item: MergeItem, _ extraction: Int64, _ article: Int64) throws {
    try filing?.file(article, item.record.article, item.signature)
    try holders?.note(extraction, item.officials)
    if filing == nil { try sql.openArticle.execute(arguments: [article]) }
  }

  private mutating func insertReading(_ item: MergeItem, _ article: Int64) throws -> Int64 {
    let record = item.record
    let extraction = try insertExtraction(record.article, item.extractor, article: article)
    try insertRegions(record.regions, extraction)
    let officials = try insertOfficials(record.officials, extraction)
    try insertDeadlines(record.deadlines, extraction)
    try insertChecks(record.checks, extraction)
    for statement in item.statements {
      try insertStatement(statement, extraction, officials)
      report.statementsAdded += 1
    }
    return extraction
  }

  /// The article's row, made where it is new, with its copy's path beside it; and whether the copy that is shown has
  /// another address than before.
  private mutating func row(
    of article: Article
  ) throws -> (row: Int64, isNew: Bool, hasOtherAddress: Bool) {
    let source = article.source
    guard let row = try Int64.fetchOne(sql.findArticle, arguments: [article.id]) else {
      try sql.article.execute(arguments: [article.id, source.sha256, time])
      let row = db.lastInsertedRowID
      try sql.source.execute(arguments: [row, source.path, source.url, source.site, source.retrievedAt, time])
      return (row, true, false)
    }
    let shown = try Row.fetchOne(sql.shownSource, arguments: [row])
    try sql.source.execute(arguments: [row, source.path, source.url, source.site, source.retrievedAt, time])
    guard db.changesCount > 0 else { return (row, false, false) }
    report.copiesAdded += 1
    guard let shown, source.path < shown[0] as String else { return (row, false, false) }
    return (row, false, source.url != shown[1] as String?)
  }

  private func insertExtraction(
    _ article: Article, _ extractor: String, article row: Int64
  ) throws -> Int64 {
    try sql.extraction.execute(arguments: [
      row, extractor, article.title, article.published?.description, article.publishedBasis?.rawValue,
      Lists.json(article.byline), article.dateline, article.language, article.body,
      time,
    ])
    return db.lastInsertedRowID
  }

  private mutating func insertRegions(_ mentions: [RegionMention], _ extraction: Int64) throws {
    for mention in mentions {
      let region = try regionRow(of: RegionIdentity(mention))
      try sql.mention.execute(arguments: [extraction, mention.id, region, Lists.json(mention.mentions)])
    }
  }

  private mutating func regionRow(of region: RegionIdentity) throws -> Int64 {
    if let known = regionRows[region] { return known }
    let arguments: StatementArguments = [region.label, region.name, region.level, region.code, region.within]
    try sql.region.execute(arguments: arguments)
    guard let row = try Int64.fetchOne(sql.findRegion, arguments: arguments) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a region that was inserted is not there")
    }
    regionRows[region] = row
    return row
  }

  private func insertOfficials(_ officials: [Official], _ extraction: Int64) throws -> [String: Int64] {
    var rows: [String: Int64] = [:]
    for official in officials {
      try sql.official.execute(arguments: [
        extraction, official.id, official.name, official.position, official.of, official.acting,
        Lists.json(official.aliases), Lists.json(official.mentions),
      ])
      rows[official.id] = db.lastInsertedRowID
    }
    return rows
  }

  private func insertDeadlines(_ deadlines: [Deadline], _ extraction: Int64) throws {
    for deadline in deadlines {
      try sql.deadline.execute(arguments: [
        extraction, deadline.id, deadline.text, deadline.relation, deadline.earliest?.description,
        deadline.latest?.description, deadline.approximate, deadline.edtf, deadline.span.start,
        deadline.span.end,
      ])
    }
  }

  private func insertChecks(_ checks: [Check], _ extraction: Int64) throws {
    for (place, check) in checks.enumerated() {
      try sql.check.execute(arguments: [
        extraction, place, check.kind, check.statement, check.stated, check.computed, check.message,
      ])
    }
  }

  private func insertStatement(
    _ item: StatementInContext, _ extraction: Int64, _ officials: [String: Int64]
  ) throws {
    let statement = item.statement
    try sql.statement.execute(arguments: [
      extraction, statement.id, statement.kind.rawValue, statement.programme, statement.stage,
      statement.value, statement.percent, statement.all, statement.bound, statement.of, statement.unit,
      statement.region, statement.regionCode, item.within, statement.earliest?.description,
      statement.latest?.description, statement.deadline, statement.asOf?.description, statement.speaker,
      statement.speaker.flatMap { officials[$0] }, statement.quote, statement.span.start,
      statement.span.end, item.codePoints.start, item.codePoints.end, statement.rule,
      statement.confidence,
    ])
  }
}

/// What makes two regions one row.
private struct RegionIdentity: Hashable {
  var label: String
  var name: String
  var level: String
  var code: String?
  var within: String?

  init(_ mention: RegionMention) {
    label = mention.region
    name = mention.name
    level = mention.level.rawValue
    code = mention.code
    within = mention.within
  }
}

/// The insertions' SQL, prepared for one connection.
private struct Prepared {
  let findArticle, article, source, shownSource, extraction: GRDB.Statement
  let openArticle, findRegion, region, mention, official, deadline, check, statement: GRDB.Statement

  init(_ db: Database) throws {
    func insertion(_ table: String, _ columns: String, _ rest: String = "") throws -> GRDB.Statement {
      let count = columns.split(separator: ",").count
      let marks = Array(repeating: "?", count: count).joined(separator: ", ")
      return try db.cachedStatement(sql: "INSERT INTO \(table) (\(columns)) VALUES (\(marks)) \(rest)")
    }
    findArticle = try db.cachedStatement(sql: "SELECT article FROM articles WHERE id = ?")
    article = try insertion("articles", "id, sha256, inserted_at")
    source = try insertion(
      "sources", "article, path, url, site, retrieved_at, inserted_at", "ON CONFLICT DO NOTHING")
    shownSource = try db.cachedStatement(
      sql: "SELECT path, url FROM sources WHERE article = ? ORDER BY path LIMIT 1")
    extraction = try insertion(
      "extractions",
      "article, extractor, title, published, published_basis, byline, dateline, language, body, inserted_at")
    openArticle = try insertion("open_articles", "article", "ON CONFLICT DO NOTHING")
    findRegion = try db.cachedStatement(
      sql: """
        SELECT region FROM regions WHERE label = ? AND name = ? AND level = ?
        AND ifnull(code, '') = ifnull(?, '') AND ifnull(within, '') = ifnull(?, '')
        """)
    region = try insertion("regions", "label, name, level, code, within", "ON CONFLICT DO NOTHING")
    mention = try insertion("region_mentions", "extraction, local, region, spans")
    official = try insertion(
      "officials", "extraction, local, name, position, served, acting, aliases, spans")
    deadline = try insertion(
      "deadlines",
      "extraction, local, words, relation, earliest, latest, approximate, edtf, span_start, span_end")
    check = try insertion("checks", "extraction, place, kind, statement, stated, computed, message")
    statement = try insertion(
      "statements",
      """
      extraction, local, kind, programme, stage, value, percent, is_all, bound, denominator, unit, region, \
      region_code, within, earliest, latest, deadline, as_of, speaker_local, speaker, quote, span_start, \
      span_end, point_start, point_end, rule, confidence
      """)
  }
}
