internal import GRDB

/// Version 2: which reading of an article counts, which articles are one report, which names are one person.
///
/// What `readings_in_force`, `article_keys`, `article_groups`, `holders` and `official_holders` hold follows from the
/// append-only tables and the decisions; it is kept so that a ledger that grows need not be worked out anew.
extension Schema {
  static func migrateToMerging(_ db: Database) throws {
    try db.execute(sql: merging)
    try db.execute(sql: takeOverReadings)
    for table in ["adoptions"] { try refuseChanges(of: table, db) }
    try db.execute(
      sql: """
        CREATE TRIGGER decisions_no_delete BEFORE DELETE ON decisions
        BEGIN SELECT RAISE(ABORT, 'decisions are withdrawn, not deleted'); END;
        CREATE TRIGGER decisions_no_update BEFORE UPDATE ON decisions
        WHEN OLD.withdrawn_at IS NOT NULL OR NEW.id <> OLD.id OR NEW.made_at <> OLD.made_at
        BEGIN SELECT RAISE(ABORT, 'decisions are withdrawn, not changed'); END
        """)
  }

  private static let merging = """
    CREATE TABLE adoptions (
      adoption INTEGER PRIMARY KEY,
      reader TEXT NOT NULL,
      inserted_at \(clock)
    ) STRICT;
    CREATE TABLE readings_in_force (
      article INTEGER PRIMARY KEY REFERENCES articles,
      extraction INTEGER NOT NULL REFERENCES extractions
    ) STRICT;
    CREATE TABLE article_keys (
      key INTEGER NOT NULL,
      article INTEGER NOT NULL REFERENCES articles,
      PRIMARY KEY (key, article)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE article_groups (
      article INTEGER PRIMARY KEY REFERENCES articles,
      cluster INTEGER NOT NULL,
      report INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX article_groups_by_cluster ON article_groups (cluster);
    CREATE INDEX article_groups_by_report ON article_groups (report);
    CREATE TABLE holders (
      holder INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      position TEXT NOT NULL,
      served TEXT,
      area TEXT,
      first_day INTEGER,
      last_day INTEGER,
      is_acting INTEGER NOT NULL,
      person TEXT NOT NULL
    ) STRICT;
    CREATE TABLE holder_scopes (
      scope TEXT NOT NULL,
      holder INTEGER NOT NULL REFERENCES holders,
      PRIMARY KEY (scope, holder)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX holder_scopes_by_holder ON holder_scopes (holder);
    CREATE TABLE official_holders (
      official INTEGER PRIMARY KEY REFERENCES officials,
      holder INTEGER NOT NULL REFERENCES holders
    ) STRICT;
    CREATE INDEX official_holders_by_holder ON official_holders (holder);
    CREATE TABLE decisions (
      decision INTEGER PRIMARY KEY,
      id TEXT NOT NULL,
      scope TEXT NOT NULL,
      subject TEXT NOT NULL CHECK (subject IN ('person', 'article')),
      left_id TEXT NOT NULL,
      left_label TEXT NOT NULL,
      right_id TEXT NOT NULL,
      right_label TEXT NOT NULL,
      verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different')),
      score REAL NOT NULL,
      reason TEXT NOT NULL,
      author TEXT NOT NULL CHECK (author IN ('rule', 'user')),
      made_at TEXT NOT NULL,
      withdrawn_at TEXT
    ) STRICT;
    CREATE INDEX decisions_in_force ON decisions (scope) WHERE withdrawn_at IS NULL;
    CREATE TABLE open_scopes (scope TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
    CREATE TABLE open_articles (article INTEGER PRIMARY KEY REFERENCES articles) STRICT;
    """

  /// Readings of version 1: the newest of each article counts, and readers go by their newest reading.
  private static let takeOverReadings = """
    INSERT INTO adoptions (reader, inserted_at)
      SELECT \(Reader.sql("extractor")) AS reader, min(inserted_at) FROM extractions
      GROUP BY reader ORDER BY max(extraction);
    INSERT INTO readings_in_force (article, extraction)
      SELECT article, max(extraction) FROM extractions GROUP BY article;
    INSERT INTO open_articles (article) SELECT article FROM readings_in_force;
    """
}

/// The part of an extractor's version that says who reads: a ledger prefers the reader that was adopted last, and among
/// the readings of one reader the one of the greatest digest, in whatever order they came.
enum Reader {
  /// The reader of `extractor`, as SQL: what stands before a digest of 16 characters.
  static func sql(_ extractor: String) -> String {
    """
    CASE WHEN substr(\(extractor), -17, 1) = '.' THEN substr(\(extractor), 1, length(\(extractor)) - 17) \
    ELSE \(extractor) END
    """
  }

  /// The reader of `extractor`.
  static func name(of extractor: String) -> String {
    let bytes = Array(extractor.utf8)
    guard bytes.count > 17, bytes[bytes.count - 17] == UInt8(ascii: ".") else { return extractor }
    return String(decoding: bytes.dropLast(17), as: UTF8.self)
  }
}
