import PantauText

/// How a rule fared in one sentence: for those who ask why it did not match.
public struct NearMiss: Sendable, Equatable {
  /// What became of the rule.
  public enum Outcome: Sendable, Equatable {
    /// It has a match there that stayed.
    case matched
    /// An `unless` forbade its match: place, pattern as written, and the tokens that this one found.
    case vetoed(place: String, pattern: String, tokens: Range<Int>)
    /// A capture of its match holds what its type forbids.
    case misfit(capture: String)
    /// A match of the same label took its place: the other rule's index and tokens.
    case beaten(rule: Int, tokens: Range<Int>)
    /// It came no further than a token, where it wanted other elements.
    case stopped(at: Int, wanted: [String])
    /// No token of the sentence can begin it.
    case noBeginning(wanted: [String])
  }

  /// The sentence's tokens.
  public var sentence: Range<Int>
  /// The tokens that the pattern, or its best attempt, covers.
  public var tokens: Range<Int>
  /// What became of it.
  public var outcome: Outcome
}

extension RuleSet {
  /// How the rule fared in each sentence of `text`, in whose reading ``AnnotatedText/rivals`` were kept.
  ///
  /// Costs the pattern's size times the tokens, for each token at which it can begin.
  public func nearMisses(of index: Int, in text: AnnotatedText) -> [NearMiss] {
    let rule = rules[index]
    let visible = text.phaseStarts[rule.phase] ?? text.matches.matches.count
    let own = text.matches.matches.filter { Int($0.rule) == index }
    let rivals = (text.rivals ?? []).filter { $0.rule == index }
    return text.text.sentences.flatMap { sentence -> [NearMiss] in
      var notes = own.filter { sentence.contains(Int($0.start)) }
        .map { NearMiss(sentence: sentence, tokens: $0.range, outcome: .matched) }
      notes += rivals.filter { sentence.contains($0.range.lowerBound) }
        .map { NearMiss(sentence: sentence, tokens: $0.range, outcome: outcome(of: $0, visible, text)) }
      return notes.isEmpty ? [bestAttempt(rule, visible, sentence, text)] : notes
    }
  }

  /// What became of one of the matches that did not stay.
  public func nearMiss(of rival: Rival, in text: AnnotatedText) -> NearMiss {
    let visible = text.phaseStarts[rules[rival.rule].phase] ?? text.matches.matches.count
    let sentence = text.text.sentences[Int(text.text.sentenceOfToken[rival.range.lowerBound])]
    return NearMiss(sentence: sentence, tokens: rival.range, outcome: outcome(of: rival, visible, text))
  }

  private func outcome(of rival: Rival, _ visible: Int, _ text: AnnotatedText) -> NearMiss.Outcome {
    switch rival.cause {
    case .overlap(let winner, let range): return .beaten(rule: winner, tokens: range)
    case .capture(let name): return .misfit(capture: name)
    case .veto:
      let found = veto(of: rival, visible, text)
      return .vetoed(
        place: found?.veto.place.rawValue ?? "", pattern: found?.veto.source ?? "",
        tokens: found?.tokens ?? rival.range)
    }
  }

  /// The `unless` that forbade a match, and the tokens that it found.
  private func veto(
    of rival: Rival, _ visible: Int, _ text: AnnotatedText
  ) -> (veto: Veto, tokens: Range<Int>)? {
    let rule = rules[rival.rule]
    let bounds = text.bounds(of: rule.scope, at: rival.range.lowerBound)
    for veto in rule.vetoes {
      for start in starts(of: veto.place, rival.range, bounds) {
        var trace = PatternTrace(text, visible: visible, bounds: bounds)
        let ends = trace.ends(of: veto.pattern, at: start)
        if veto.place == .before {
          if ends.contains(rival.range.lowerBound) { return (veto, start..<rival.range.lowerBound) }
        } else if let end = ends.last {
          return (veto, start..<end)
        }
      }
    }
    return nil
  }

  private func starts(of place: Veto.Place, _ range: Range<Int>, _ bounds: Range<Int>) -> [Int] {
    switch place {
    case .before:
      let lowest = max(bounds.lowerBound, range.lowerBound - PatternMatcher.longestLookBehind)
      return (lowest..<range.lowerBound).reversed()
    case .after: return [range.upperBound]
    case .within: return Array(range)
    case .anywhere: return Array(bounds)
    }
  }

  /// The attempt that came furthest behind its own beginning; of equals the first.
  private func bestAttempt(
    _ rule: Rule, _ visible: Int, _ sentence: Range<Int>, _ text: AnnotatedText
  ) -> NearMiss {
    var best: (start: Int, trace: PatternTrace)?
    for start in sentence {
      var trace = PatternTrace(text, visible: visible, bounds: text.bounds(of: rule.scope, at: start))
      _ = trace.ends(of: rule.pattern, at: start)
      let reach = trace.furthest - start
      if reach > best.map({ $0.trace.furthest - $0.start }) ?? -1 { best = (start, trace) }
    }
    guard let best else {
      return NearMiss(sentence: sentence, tokens: sentence, outcome: .noBeginning(wanted: []))
    }
    let wanted = best.trace.wanted.flatMap { ways(of: $0) }
    guard best.trace.furthest > best.start else {
      return NearMiss(
        sentence: sentence, tokens: sentence.lowerBound..<sentence.lowerBound,
        outcome: .noBeginning(wanted: wanted))
    }
    return NearMiss(
      sentence: sentence, tokens: best.start..<best.trace.furthest,
      outcome: .stopped(at: best.trace.furthest, wanted: wanted))
  }
}
