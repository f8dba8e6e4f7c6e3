/// A rule was asked for that there is not.
public struct UnknownRule: Error, Sendable, CustomStringConvertible {
  /// The name that was asked for, and a guess at what was meant.
  public let description: String
}

extension RuleSet {
  /// The index of the rule of this name.
  ///
  /// - Throws: ``UnknownRule`` with a guess at what was meant.
  public func index(of name: String) throws(UnknownRule) -> Int {
    if let index = rules.firstIndex(where: { $0.name == name }) { return index }
    let hint = Spelling.didYouMean(name, among: rules.map(\.name)).map { "; \($0)" } ?? ""
    throw UnknownRule(description: "there is no rule '\(name)'\(hint)")
  }
}
