internal import PantauFetch
internal import PantauRecords

/// Lines of records, as a source for several threads.
struct RecordLines: IteratorProtocol, Sendable {
  var reader: LineReader

  mutating func next() -> Result<LineReader.Line, Failure>? {
    do throws(Failure) {
      return try reader.next().map { .success($0) }
    } catch {
      return .failure(error)
    }
  }
}

/// A record read back, with the digest of what it says.
struct RecordReading: Sendable {
  var record: ArticleRecord
  /// SHA-256 of the record without its source's path and addresses; 16 digits.
  ///
  /// The ledger holds a reading of an article once: the same content under the same digest, whichever program made
  /// it, and a different content as a newer reading.
  var digest: String

  /// Nil for an error line.
  ///
  /// - Throws: a `Failure` of stage "merge" where the line is no record.
  init?(_ line: Result<LineReader.Line, Failure>, path: String) throws(Failure) {
    let line = try line.get()
    let outcome: Outcome
    do {
      outcome = try RecordJSON.outcome(from: line.bytes)
    } catch {
      throw Failure(
        source: Source(path: path, sha256: ""), stage: "merge", code: .badRecord,
        message: "line \(line.number) is no article record; merge takes what 'pantau extract' writes")
    }
    guard case .record(let record) = outcome else { return nil }
    self.record = record
    var content = record
    content.article.source = Source(path: "", sha256: record.article.source.sha256)
    digest = String(Digest.hexadecimal(of: RecordJSON.line(for: content)).prefix(16))
  }
}
