/// Guesses what an unknown name was meant to be.
enum Spelling {
  /// "did you mean 'x'?" for the nearest candidate within two edits (one for names up to four letters); nil without one.
  static func didYouMean(_ name: String, among candidates: [String]) -> String? {
    let limit = name.utf8.count <= 4 ? 1 : 2
    let best = candidates.map { (distance($0, name), $0) }.min { ($0.0, $0.1) < ($1.0, $1.1) }
    guard let best, best.0 <= limit else { return nil }
    return "did you mean '\(best.1)'?"
  }

  /// Levenshtein distance over bytes.
  static func distance(_ left: String, _ right: String) -> Int {
    let a = Array(left.utf8)
    let b = Array(right.utf8)
    var row = Array(0...b.count)
    for i in 0..<a.count {
      var diagonal = row[0]
      row[0] = i + 1
      for j in 0..<b.count {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0 : 1))
        diagonal = above
      }
    }
    return row[b.count]
  }
}
