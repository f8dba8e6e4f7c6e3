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
  /// The label of matches that the program gives a value, and the values by their payload.
  public var values: (label: LabelID, numbers: [Double])?
  /// While ``rivals`` are kept: how many matches there were when each phase began.
  var phaseStarts: [String: Int] = [:]
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
    self.init(text, rules: rules, lease: ScratchLease(rules.scratches))
  }

  init(_ text: TokenizedText, rules: RuleSet, lease: ScratchLease) {
    self.text = text
    self.rules = rules
    self.lease = lease
    let found = rules.lexicon.table.matches(in: text.tokens, ranges: text.sentences)
    matches = MatchTable(tokenCount: text.tokens.count, phrases: found, of: rules.lexicon)
    markClauses()
  }

  /// The text's tokens.
  public var tokens: [Token] { text.tokens }

  /// The lexicon entry behind a match, nil for what rules and the program found.
  public func entry(of match: Match) -> Lexicon.Entry? {
    guard match.rule < 0, match.payload >= 0, rules.isLexicon(match.label) else { return nil }
    return rules.lexicon.entries[Int(match.payload)]
  }

  /// The lexicon entries, by their index, that hold the word of a token and make no match of it, as only patterns ask for
  /// them.
  public func wordEntries(at token: Int) -> [Int] { rules.lexicon.wordEntries(tokens[token]) }

  /// Whether a token's word stands in a list that makes no matches of its words.
  func holdsWord(_ token: Int, _ label: LabelID, _ constraint: LabelConstraint?) -> Bool {
    rules.lexicon.holds(tokens[token].word, label, constraint)
  }

  /// A lexicon column or a rule's constant of this name.
  public func column(_ name: String, of match: Match) -> String? {
    if match.rule >= 0 { return rules.rules[Int(match.rule)].constants[name] }
    guard match.payload >= 0, rules.isLexicon(match.label) else { return nil }
    return rules.lexicon.entries[Int(match.payload)][name]
  }

  /// The token range of the named capture.
  public func capture(_ name: String, of match: Match) -> Range<Int>? {
    guard match.rule >= 0 else { return nil }
    let names = rules.rules[Int(match.rule)].captureNames
    // Short strings that differ in length differ at once, without a call.
    let length = name.utf8.count
    for number in names.indices where names[number].utf8.count == length && names[number] == name {
      return matches.capture(number, of: match)
    }
    return nil
  }

  /// The token range of the capture that `key` stands for, in constant time.
  public func capture(_ key: CaptureKey, of match: Match) -> Range<Int>? {
    guard match.rule >= 0, let number = rules.capture(key, ofRule: Int(match.rule)) else { return nil }
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
    var breaks: [Int] = []
    if let label = rules.labels["clause-breaks"] {
      for match in matches.matches where match.label == label { breaks.append(Int(match.start)) }
    }
    let count = tokens.count
    let sentences = text.sentences
    var ends: [Int32] = []
    clauseStarts = [Int32](unsafeUninitializedCapacity: count) { starts, filled in
      ends = [Int32](unsafeUninitializedCapacity: count) { ends, filled in
        func mark(_ clause: Range<Int>) {
          starts[clause].initialize(repeating: Int32(truncatingIfNeeded: clause.lowerBound))
          ends[clause].initialize(repeating: Int32(truncatingIfNeeded: clause.upperBound))
        }
        var next = 0
        for sentence in sentences {
          var start = sentence.lowerBound
          while next < breaks.count, breaks[next] < sentence.upperBound {
            mark(start..<breaks[next])
            start = breaks[next]
            next += 1
          }
          mark(start..<sentence.upperBound)
        }
        filled = count
      }
      filled = count
    }
    clauseEnds = ends
  }
}
