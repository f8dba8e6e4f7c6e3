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
    var writer = JSONWriter(capacity: record.article.body.utf8.count * 5 / 4 + 4096)
    writer.object { json in
      write(record.article, to: &json)
      json.key("regions")
      json.array { json in for region in record.regions { write(region, map, to: &json) } }
      json.key("officials")
      json.array { json in for official in record.officials { write(official, map, to: &json) } }
      json.key("deadlines")
      json.array { json in for deadline in record.deadlines { write(deadline, map, to: &json) } }
      json.key("targets")
      json.array { json in for target in record.targets { write(target, map, to: &json) } }
      json.key("actuals")
      json.array { json in for actual in record.actuals { write(actual, map, to: &json) } }
      json.key("totals")
      json.array { json in for total in record.totals { write(total: total, map, to: &json) } }
      json.key("checks")
      json.array { json in for check in record.checks { write(check, to: &json) } }
    }
    writer.newline()
    return writer.take()
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
