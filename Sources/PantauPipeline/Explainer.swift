internal import PantauExtract
internal import PantauFetch
public import PantauRecords
internal import PantauRules

/// Explains what the rules make of a sentence.
public struct Explainer: Sendable {
  private let extractor: Extractor
  private let rules: RuleFolder

  /// - Throws: `RuleErrors` where the rules are faulty.
  public init(_ setup: Setup) throws {
    rules = setup.rules
    extractor = try Extractor(
      rules: setup.rules, gazetteer: setup.gazetteer, programmes: setup.programmes)
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

  /// How the rule of the given name fares in each sentence of a text, as plain text or as one line of JSON.
  ///
  /// - Throws: `UnknownRule` where there is no rule of that name.
  public func whyNot(
    _ rule: String, _ body: String, title: String? = nil, day: CalendarDate? = nil, isJSON: Bool = false
  ) throws -> [UInt8] {
    let text = WhyNotText(try extractor.whyNot(rule, in: article(body, title, day)))
    return isJSON ? text.json : Array(text.text.utf8)
  }

  private func explanation(_ body: String, _ title: String?, _ day: CalendarDate?) -> Explanation {
    var explanation = extractor.explanation(of: article(body, title, day))
    for statement in explanation.statements.indices {
      for field in explanation.statements[statement].fields.indices
      where explanation.statements[statement].fields[field].name == "region" {
        let code = explanation.statements[statement].statement?.regionCode
        let known = explanation.statements[statement].fields[field].location
        explanation.statements[statement].fields[field].location =
          known ?? code.flatMap { rules.location(ofRegion: $0) }
      }
    }
    return explanation
  }

  private func article(_ body: String, _ title: String?, _ day: CalendarDate?) -> Article {
    let source = Source(path: "-", sha256: Digest.hexadecimal(of: Array(body.utf8)))
    return Article(source: source, title: title ?? "", published: day, language: "id", body: body)
  }
}

extension RuleFolder {
  /// File and line of a region in the folder's own table; nil for what only an imported table holds.
  fileprivate func location(ofRegion code: String) -> String? {
    guard let file = file(at: Setup.table) else { return nil }
    let start = Array("\(code)\t".utf8)
    let lines = Array(file.text.utf8).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return lines.firstIndex { $0.starts(with: start) }.map { "\(file.displayPath):\($0 + 1)" }
  }
}
