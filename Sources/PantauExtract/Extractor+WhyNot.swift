public import PantauRecords
public import PantauRules
import PantauText

/// How one rule fared in a text: which sentences it matches, and what it lacked in the others.
public struct WhyNot: Sendable, Equatable {
  /// One sentence, and how the rule fared there.
  public struct Note: Sendable, Equatable {
    /// The sentence.
    public var sentence: String
    /// The words that the rule, or its best attempt, covers: UTF-8 bytes of the sentence.
    public var covered: Range<Int>
    /// The token that it could not take, as bytes of the sentence; nil where it took all it wanted, or the sentence ended.
    public var stop: Range<Int>?
    /// What became of the rule, in words.
    public var text: String
    /// Whether it has a match there that stayed.
    public var isMatch: Bool
  }

  /// The rule's name.
  public var rule: String
  /// The rule's file and line.
  public var location: String
  /// The rule's pattern as written.
  public var pattern: String
  /// In the order of the text.
  public var notes: [Note]
}

extension Extractor {
  /// How the rule of the given name fares in each sentence of `article`: the furthest token that it reached and what it
  /// wanted there, which `unless` forbade a match, or which other rule took its place.
  ///
  /// - Throws: ``UnknownRule``.
  public func whyNot(_ name: String, in article: Article) throws(UnknownRule) -> WhyNot {
    let index = try rules.index(of: name)
    var reading = read(article, traced: true)
    _ = QuantityFinder(labels: labels).quantities(in: &reading)
    let rule = rules.rules[index]
    let text = reading.text
    let notes = rules.nearMisses(of: index, in: text).map { miss in
      let sentence = text.text.byteRange(miss.sentence)
      func place(_ tokens: Range<Int>) -> Range<Int> {
        let bytes = text.text.byteRange(tokens)
        guard !tokens.isEmpty else { return 0..<0 }
        return max(
          0, bytes.lowerBound - sentence.lowerBound)..<min(
            sentence.count, bytes.upperBound - sentence.lowerBound)
      }
      var stop: Range<Int>?
      if case .stopped(let token, _) = miss.outcome, token < miss.sentence.upperBound {
        stop = place(token..<token + 1)
      }
      return WhyNot.Note(
        sentence: text.text.string(miss.sentence), covered: place(miss.tokens), stop: stop,
        text: rules.text(of: miss, rule: rule, in: text), isMatch: miss.outcome == .matched)
    }
    return WhyNot(rule: rule.name, location: rule.location, pattern: rule.source, notes: notes)
  }
}
