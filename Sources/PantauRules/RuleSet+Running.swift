import PantauText

extension RuleSet {
  /// Runs the rules of one phase and adds their matches.
  ///
  /// Among matches of one label that overlap, the one of higher priority stays, then the longer, then the earlier, then
  /// that of the rule that comes first. Linear in tokens, whatever the number of rules that do not apply.
  public func run(phase name: String, on text: inout AnnotatedText) {
    if text.rivals != nil { text.phaseStarts[name] = text.matches.matches.count }
    guard let numbers = phases[name], !text.tokens.isEmpty else { return }
    let scratch = text.lease.take() ?? MatchScratch(alphabet, automata)
    text.updateSymbols(scratch)
    scratch.engine.run(numbers, of: self, on: &text)
    text.lease.giveBack(scratch)
  }
}

extension AnnotatedText {
  /// Brings ``symbols`` to what tokens and matches are now.
  mutating func updateSymbols(_ scratch: MatchScratch) {
    if symbols.of != scratch.identity || symbols.values.count != tokens.count {
      symbols = (scratch.identity, matches.matches.count, scratch.engine.symbols(of: self))
    } else {
      scratch.engine.update(&symbols.values, with: symbols.matches, text, matches)
      symbols.matches = matches.matches.count
    }
  }
}
