internal import FoundationEssentials
internal import PantauRecords

/// Reads one line of JSON Lines: a page, or what an earlier stage wrote.
enum JSONDocument {
  private struct Form: Decodable {
    var schema: String?
    var path: String?
    var url: String?
    var site: String?
    var retrievedAt: String?
    var html: String?
    var text: String?

    enum CodingKeys: String, CodingKey {
      case schema, path, url, site, html, text
      case retrievedAt = "retrieved_at"
    }
  }

  /// - Throws: `Failure` where the line is an error line, ``ReadFault`` where it is no document.
  static func document(from line: [UInt8], number: Int, path: String) throws -> Document {
    let form: Form
    do {
      form = try JSONDecoder().decode(Form.self, from: Data(line))
    } catch {
      throw ReadFault(.badRecord, "line \(number) is no JSON object as it should be: \(reason(error))")
    }
    if form.schema != nil { return try earlier(line, number: number) }
    guard let content = form.html ?? form.text else {
      throw ReadFault(.badRecord, "line \(number) has neither 'html' nor 'text'; a page needs one of them")
    }
    let bytes = Array(content.utf8)
    let sha256 = Digest.hexadecimal(of: bytes)
    let source = Source(
      path: form.path ?? path, url: form.url, site: form.site, retrievedAt: form.retrievedAt, sha256: sha256)
    guard bytes.contains(where: { $0 > 0x20 }) else {
      throw Failure(
        source: source, stage: "fetch", code: .empty, message: "the page on line \(number) has no content")
    }
    let kind: Page.Kind = form.html != nil ? .html : .text
    return .page(Page(source: source, kind: kind, charset: "utf-8", bytes: bytes))
  }

  private static func earlier(_ line: [UInt8], number: Int) throws -> Document {
    let outcome: Outcome
    do {
      outcome = try RecordJSON.outcome(from: line)
    } catch {
      throw ReadFault(.badRecord, "line \(number) is no article record: \(reason(error))")
    }
    switch outcome {
    case .record(let record): return .article(record.article)
    case .failure(let failure): throw failure
    }
  }

  /// One short sentence for what a decoder found.
  private static func reason(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "\(error)" }
    switch error {
    case .keyNotFound(let key, _): return "'\(key.stringValue)' is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      let keys = context.codingPath.map(\.stringValue).joined(separator: ".")
      return keys.isEmpty ? "it is not an object" : "'\(keys)' has the wrong type"
    case .dataCorrupted: return "it is not valid JSON"
    @unknown default: return "\(error)"
    }
  }
}
