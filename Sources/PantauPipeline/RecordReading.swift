internal import PantauFetch
internal import PantauRecords

/// Lines of records in portions, as a source for several threads.
///
/// Threads run ahead of the one that writes by some portions: enough to go on while it writes a batch, and bounded in
/// bytes too, so that long articles take no more memory than many short ones.
struct RecordLines: IteratorProtocol, Sendable {
  /// Lines of a portion at most, and bytes from which no line is added.
  private static let lines = 128
  private static let bytes = 1 << 20

  var reader: LineReader

  mutating func next() -> [Result<LineReader.Line, Failure>]? {
    var portion: [Result<LineReader.Line, Failure>] = []
    var size = 0
    while portion.count < RecordLines.lines, size < RecordLines.bytes {
      do throws(Failure) {
        guard let line = try reader.next() else { break }
        size += line.bytes.count
        portion.append(.success(line))
      } catch {
        portion.append(.failure(error))
      }
    }
    return portion.isEmpty ? nil : portion
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
