public import PantauText

/// A tokenised text with the matches found in it so far.
public struct AnnotatedText: Sendable {
  /// The text's tokens and sentences.
  public let text: TokenizedText
  /// The rules that annotate it.
  public let rules: RuleSet
  /// What was found so far.
  public var matches: MatchTable
  /// What rules found and lost again; nil, and not kept, unless set to an empty list before the rules run.
  public var rivals: [Rival]?
  /// What matching keeps from phase to phase.
  let lease: ScratchLease
  /// What each token is to the rules, in the numbers of the scratch of that identity, with as many matches as given.
  var symbols: (of: Int, matches: Int, values: [Int32]) = (0, 0, [])
  /// Token index at which the clause of each token ends.
  public private(set) var clauseEnds: [Int32] = []
  /// Token index at which the clause of each token begins.
  public private(set) var clauseStarts: [Int32] = []

  /// The text with what the lexicons find in it.
  public init(_ text: TokenizedText, rules: RuleSet) {
    self.text = text
    self.rules = rules
    lease = ScratchLease(rules.scratches)
    matches = MatchTable(tokenCount: text.tokens.count)
    var found: [(Int, UInt32)] = []
    for sentence in text.sentences {
      for token in sentence {
        found.removeAll(keepingCapacity: true)
        rules.lexicon.table.forEachMatch(in: text.tokens, at: token, limit: sentence.upperBound) {
          end, value in
          found.append((end, value))
        }
        for (end, value) in found {
          let label = rules.lexicon.entries[Int(value)].label
          matches.add(Match(label: label, range: token..<end, payload: Int32(value)))
        }
      }
    }
    markClauses()
  }

  /// The text's tokens.
  public var tokens: [Token] { text.tokens }

  /// The lexicon entry behind a match, nil for what rules and the program found.
  public func entry(of match: Match) -> Lexicon.Entry? {
    guard match.rule < 0, match.payload >= 0, rules.isLexicon(match.label) else { return nil }
    return rules.lexicon.entries[Int(match.payload)]
  }

  /// A lexicon column or a rule's constant of this name.
  public func column(_ name: String, of match: Match) -> String? {
    if match.rule >= 0 { return rules.rules[Int(match.rule)].constants[name] }
    guard match.payload >= 0, rules.isLexicon(match.label) else { return nil }
    return rules.lexicon.entries[Int(match.payload)][name]
  }

  /// The token range of the named capture.
  public func capture(_ name: String, of match: Match) -> Range<Int>? {
    guard match.rule >= 0, let number = rules.rules[Int(match.rule)].captureNames.firstIndex(of: name)
    else { return nil }
    return matches.capture(number, of: match)
  }

  /// Sentences before and behind a match's own that the scope `paragraph` reaches, which keeps a text of one line linear.
  static let longestParagraph = 8

  /// The tokens within which a match that begins at `token` must stay.
  func bounds(of scope: Rule.Scope, at token: Int) -> Range<Int> {
    let sentence = Int(text.sentenceOfToken[token])
    switch scope {
    case .sentence: return text.sentences[sentence]
    case .clause: return Int(clauseStarts[token])..<Int(clauseEnds[token])
    case .paragraph:
      var low = sentence
      var high = sentence
      let paragraph = text.paragraphOfSentence[sentence]
      let reach = Self.longestParagraph
      while low > max(0, sentence - reach), text.paragraphOfSentence[low - 1] == paragraph { low -= 1 }
      let last = min(text.sentences.count - 1, sentence + reach)
      while high < last, text.paragraphOfSentence[high + 1] == paragraph { high += 1 }
      return text.sentences[low].lowerBound..<text.sentences[high].upperBound
    }
  }

  /// A clause ends before each phrase of the lexicon `clause-breaks`, and at the sentence's end.
  private mutating func markClauses() {
    clauseEnds = Array(repeating: 0, count: tokens.count)
    clauseStarts = clauseEnds
    let label = rules.labels["clause-breaks"]
    for sentence in text.sentences {
      var start = sentence.lowerBound
      for token in sentence {
        let breaks = label.map { matches.match($0, at: token) != nil } ?? false
        if breaks, token > start {
          close(start..<token)
          start = token
        }
      }
      close(start..<sentence.upperBound)
    }
  }

  private mutating func close(_ clause: Range<Int>) {
    for token in clause {
      clauseStarts[token] = Int32(clause.lowerBound)
      clauseEnds[token] = Int32(clause.upperBound)
    }
  }
}
