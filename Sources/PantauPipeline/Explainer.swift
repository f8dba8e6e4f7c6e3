internal import PantauExtract
internal import PantauFetch
public import PantauRecords
internal import PantauRules

/// Explains what the rules make of a sentence.
public struct Explainer: Sendable {
  private let extractor: Extractor

  /// - Throws: `RuleErrors` where the rules are faulty.
  public init(_ setup: Setup) throws {
    extractor = try Extractor(rules: setup.rules, gazetteer: setup.gazetteer)
  }

  /// What the rules see in a text, as aligned plain text.
  ///
  /// - Parameters:
  ///   - body: the text, paragraphs one a line.
  ///   - title: its headline.
  ///   - day: the day of publication, from which relative dates are counted.
  /// - Returns: sections of lines, each ended by a line feed.
  public func text(_ body: String, title: String? = nil, day: CalendarDate? = nil) -> String {
    ExplanationText(explanation(body, title, day)).text
  }

  /// The same as one line of JSON, which ends in a line feed.
  public func json(_ body: String, title: String? = nil, day: CalendarDate? = nil) -> [UInt8] {
    ExplanationJSON(explanation(body, title, day)).bytes
  }

  private func explanation(_ body: String, _ title: String?, _ day: CalendarDate?) -> Explanation {
    let source = Source(path: "-", sha256: Digest.hexadecimal(of: Array(body.utf8)))
    return extractor.explanation(
      of: Article(source: source, title: title ?? "", published: day, language: "id", body: body))
  }
}
