internal import GRDB

/// The ledger's tables. A migration that was released is never edited: a change is a new one.
enum Schema {
  /// SQLite's field for the owner of a file: "PNTU".
  static let applicationID: Int32 = 0x504E_5455

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("v1") { db in
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: articles)
      try db.execute(sql: lists)
      try db.execute(sql: statements)
      try db.execute(sql: indexes)
      for table in appendOnly { try refuseChanges(of: table, db) }
    }
    migrator.registerMigration("v2") { try migrateToMerging($0) }
    migrator.registerMigration("search-v1") { try $0.execute(sql: SearchIndex.migration) }
    migrator.registerMigration("v3", foreignKeyChecks: .immediate) {
      try $0.execute(sql: ArticleKeys.migration)
    }
    return migrator
  }

  static let clock = "TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))"

  static let appendOnly = [
    "articles", "sources", "extractions", "regions", "region_mentions", "officials", "deadlines",
    "statements",
    "checks",
  ]

  static func refuseChanges(of table: String, _ db: Database) throws {
    for (verb, trigger) in guards(of: table) {
      try db.execute(
        sql: """
          CREATE TRIGGER \(trigger) BEFORE \(verb) ON \(table)
          BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END
          """)
    }
  }

  /// The triggers that refuse changes of `table`.
  static func guards(of table: String) -> [(verb: String, trigger: String)] {
    ["UPDATE", "DELETE"].map { ($0, "\(table)_no_\($0.lowercased())") }
  }

  private static let articles = """
    CREATE TABLE articles (
      article INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      sha256 TEXT NOT NULL,
      inserted_at \(clock)
    ) STRICT;
    CREATE TABLE sources (
      source INTEGER PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES articles,
      path TEXT NOT NULL,
      url TEXT,
      site TEXT,
      retrieved_at TEXT,
      inserted_at \(clock),
      UNIQUE (article, path)
    ) STRICT;
    CREATE TABLE extractions (
      extraction INTEGER PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES articles,
      extractor TEXT NOT NULL,
      title TEXT NOT NULL,
      published TEXT,
      published_basis TEXT,
      byline TEXT NOT NULL,
      dateline TEXT,
      language TEXT,
      body TEXT NOT NULL,
      inserted_at \(clock)
    ) STRICT;
    CREATE INDEX extractions_by_article ON extractions (article, extraction);
    """

  private static let lists = """
    CREATE TABLE regions (
      region INTEGER PRIMARY KEY,
      label TEXT NOT NULL,
      name TEXT NOT NULL,
      level TEXT NOT NULL,
      code TEXT,
      within TEXT
    ) STRICT;
    CREATE TABLE region_mentions (
      extraction INTEGER NOT NULL REFERENCES extractions,
      local TEXT NOT NULL,
      region INTEGER NOT NULL REFERENCES regions,
      spans TEXT NOT NULL,
      PRIMARY KEY (extraction, local)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE officials (
      official INTEGER PRIMARY KEY,
      extraction INTEGER NOT NULL REFERENCES extractions,
      local TEXT NOT NULL,
      name TEXT NOT NULL,
      position TEXT NOT NULL,
      served TEXT,
      acting INTEGER NOT NULL,
      aliases TEXT NOT NULL,
      spans TEXT NOT NULL
    ) STRICT;
    CREATE TABLE deadlines (
      extraction INTEGER NOT NULL REFERENCES extractions,
      local TEXT NOT NULL,
      words TEXT NOT NULL,
      relation TEXT NOT NULL,
      earliest TEXT,
      latest TEXT,
      approximate INTEGER NOT NULL,
      edtf TEXT,
      span_start INTEGER NOT NULL,
      span_end INTEGER NOT NULL,
      PRIMARY KEY (extraction, local)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE checks (
      extraction INTEGER NOT NULL REFERENCES extractions,
      place INTEGER NOT NULL,
      kind TEXT NOT NULL,
      statement TEXT,
      stated REAL,
      computed REAL,
      message TEXT NOT NULL,
      PRIMARY KEY (extraction, place)
    ) STRICT, WITHOUT ROWID;
    """

  private static let statements = """
    CREATE TABLE statements (
      statement INTEGER PRIMARY KEY,
      extraction INTEGER NOT NULL REFERENCES extractions,
      local TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('target', 'actual', 'total')),
      programme TEXT NOT NULL,
      stage TEXT,
      value REAL,
      percent REAL,
      is_all INTEGER NOT NULL,
      bound TEXT,
      denominator REAL,
      unit TEXT,
      region TEXT,
      region_code TEXT,
      within TEXT,
      earliest TEXT,
      latest TEXT,
      deadline TEXT,
      as_of TEXT,
      speaker_local TEXT,
      speaker INTEGER REFERENCES officials,
      quote TEXT NOT NULL,
      span_start INTEGER NOT NULL,
      span_end INTEGER NOT NULL,
      point_start INTEGER NOT NULL,
      point_end INTEGER NOT NULL,
      rule TEXT NOT NULL,
      confidence REAL NOT NULL
    ) STRICT;
    """

  private static let indexes = """
    CREATE UNIQUE INDEX regions_by_identity
      ON regions (label, name, level, ifnull(code, ''), ifnull(within, ''));
    CREATE INDEX regions_by_name ON regions (name COLLATE NOCASE);
    CREATE INDEX regions_by_label ON regions (label COLLATE NOCASE);
    CREATE INDEX regions_by_code ON regions (code);
    CREATE INDEX region_mentions_by_region ON region_mentions (region);
    CREATE INDEX officials_by_extraction ON officials (extraction);
    CREATE INDEX statements_by_extraction ON statements (extraction);
    CREATE INDEX statements_by_region ON statements (region COLLATE NOCASE);
    CREATE INDEX statements_by_within ON statements (within COLLATE NOCASE);
    CREATE INDEX statements_by_code ON statements (region_code);
    """
}
