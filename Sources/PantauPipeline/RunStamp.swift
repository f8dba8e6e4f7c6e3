internal import FoundationEssentials

/// What `run.json` says about the files beside it.
struct RunStamp: Codable, Equatable {
  static let schema = "pantau/run/1"

  var schema = RunStamp.schema
  /// Fingerprint of rules, gazetteer and program that made the records.
  var fingerprint: String
  /// SHA-256 of `articles.jsonl`.
  var articles: String
  /// Lines in `articles.jsonl`.
  var lines: Int
  /// Whether `statements.csv` and `ledger.sqlite` hold what `articles.jsonl` holds.
  var complete: Bool

  init(fingerprint: String, articles: String, lines: Int, complete: Bool) {
    self.fingerprint = fingerprint
    self.articles = articles
    self.lines = lines
    self.complete = complete
  }

  /// The stamp at `path`; nil where there is none that this version understands.
  init?(readingFrom path: String) {
    guard let data = try? Data(contentsOf: URL(filePath: path)),
      let stamp = try? JSONDecoder().decode(RunStamp.self, from: data), stamp.schema == RunStamp.schema
    else { return nil }
    self = stamp
  }

  /// One line of JSON, keys in a fixed order.
  var bytes: [UInt8] {
    Array(
      """
      {"schema":"\(schema)","fingerprint":"\(fingerprint)","articles":"\(articles)",\
      "lines":\(lines),"complete":\(complete)}

      """.utf8)
  }
}
