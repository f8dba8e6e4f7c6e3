import PantauText

/// Guesses what an unknown name was meant to be.
public enum Spelling {
  /// "did you mean 'x'?" for the nearest candidate within two edits (one for names up to four letters); nil without one.
  public static func didYouMean(_ name: String, among candidates: [String]) -> String? {
    let limit = name.utf8.count <= 4 ? 1 : 2
    let best = candidates.map { (EditDistance.between(Array($0.utf8), Array(name.utf8)), $0) }.min {
      ($0.0, $0.1) < ($1.0, $1.1)
    }
    guard let best, best.0 <= limit else { return nil }
    return "did you mean '\(best.1)'?"
  }
}
