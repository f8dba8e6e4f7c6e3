internal import FoundationEssentials

/// The article record's JSON form (contract `pantau/article/1`), one object a line.
public enum RecordJSON {
  /// Schema name of an article record.
  public static let articleSchema = "pantau/article/1"
  /// Schema name of a failure.
  public static let errorSchema = "pantau/error/1"

  /// One line, ended by a line feed. Offsets become code points here.
  public static func line(for record: ArticleRecord) -> [UInt8] {
    let map = CodePointMap(record.article)
    let statements = record.targets.count + record.actuals.count
    let room = record.article.body.utf8.count * 5 / 4 + 4096 + statements * 768
    return JSONWriter.bytes(capacity: room) { json in
      json.open(UInt8(ascii: "{"))
      write(record.article, to: &json)
      json.elements("regions", record.regions) { write($0, map, to: &$1) }
      json.elements("officials", record.officials) { write($0, map, to: &$1) }
      json.elements("deadlines", record.deadlines) { write($0, map, to: &$1) }
      json.elements("targets", record.targets) { write($0, map, to: &$1) }
      json.elements("actuals", record.actuals) { write($0, map, to: &$1) }
      json.elements("totals", record.totals) { write(total: $0, map, to: &$1) }
      json.elements("checks", record.checks) { write($0, to: &$1) }
      json.close(UInt8(ascii: "}"))
      json.newline()
    }
  }

  /// The record up to `body`: what `pantau clean` writes.
  public static func line(for article: Article) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { write(article, to: &$0) }
    writer.newline()
    return writer.take()
  }

  /// One line for a document that could not be handled.
  public static func line(for failure: Failure) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { json in
      json.key("schema")
      json.string(errorSchema)
      json.key("source")
      write(failure.source, to: &json)
      json.key("stage")
      json.string(failure.stage)
      json.key("code")
      json.string(failure.code.rawValue)
      json.key("message")
      json.string(failure.message)
    }
    writer.newline()
    return writer.take()
  }

  /// One line for whatever the line yielded.
  public static func line(for outcome: Outcome) -> [UInt8] {
    switch outcome {
    case .record(let record): line(for: record)
    case .failure(let failure): line(for: failure)
    }
  }

  /// Reads one line: an article record, the output of `clean`, or an error line.
  ///
  /// - Throws: `DecodingError`, which names the field, when the line is neither.
  public static func outcome(from line: [UInt8]) throws -> Outcome {
    switch try JSONDecoder().decode(LineForm.self, from: Data(line)) {
    case .failure(let form): .failure(form.failure)
    case .article(let form): .record(form.record)
    }
  }
}

extension JSONWriter {
  /// A member whose value is an array of what `body` writes.
  @inline(__always)
  fileprivate mutating func elements<Element>(
    _ name: StaticString, _ elements: [Element], _ body: (borrowing Element, inout JSONWriter) -> Void
  ) {
    member(name)
    open(UInt8(ascii: "["))
    // Elements of a buffer are lent, those of an array copied.
    elements.withUnsafeBufferPointer { elements in
      for index in elements.indices { body(elements[index], &self) }
    }
    close(UInt8(ascii: "]"))
  }

  /// An array of strings.
  mutating func strings(_ texts: [String]) {
    open(UInt8(ascii: "["))
    for text in texts { string(text) }
    close(UInt8(ascii: "]"))
  }
}
