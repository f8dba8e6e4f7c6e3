/// How two names can be one person's, within one office.
struct NameComparison {
  /// 0 to 1.
  let score: Double
  let reason: String
  /// Whether all words are equal.
  let isEqual: Bool

  /// Nil where they cannot be.
  init?(_ left: NameForm, _ right: NameForm) {
    guard !left.tokens.isEmpty, !right.tokens.isEmpty else { return nil }
    if left.tokens.map(\.letters) == right.tokens.map(\.letters) {
      (score, reason, isEqual) = (1, "same name", true)
      return
    }
    isEqual = false
    let leftIsShort = left.tokens.count <= right.tokens.count
    let (short, long) = leftIsShort ? (left.tokens, right.tokens) : (right.tokens, left.tokens)
    if let alignment = Alignment(short, long) {
      let leftOut = long.count - short.count
      var score = alignment.mean
      for _ in 0..<leftOut { score *= 0.95 }
      self.score = score
      reason = leftOut > 0 ? "\(alignment.reason), \(leftOut) word(s) left out" : alignment.reason
    } else if left.joinedSkeleton == right.joinedSkeleton {
      (score, reason) = (0.9, "same letters, divided differently")
    } else {
      return nil
    }
  }

  /// All words of the shorter name, in order, found in the longer one.
  private struct Alignment {
    let mean: Double
    let reason: String

    init?(_ short: [NameForm.Token], _ long: [NameForm.Token]) {
      guard let best = Alignment.best(short, long), best.contains(where: \.carries) else { return nil }
      mean = best.reduce(0) { $0 + $1.score } / Double(best.count)
      let reasons = best.map(\.reason)
      reason =
        ["initials", "spelling variant", "spelling"].first(where: reasons.contains) ?? "same words"
    }

    /// The alignment of the highest sum; tables are a few words wide.
    private static func best(
      _ short: [NameForm.Token], _ long: [NameForm.Token]
    ) -> [TokenComparison]? {
      var rows: [[TokenComparison]?] = Array(repeating: [], count: long.count + 1)
      for (row, token) in short.enumerated() {
        var next: [[TokenComparison]?] = Array(repeating: nil, count: long.count + 1)
        for column in 0..<long.count where column >= row {
          var best = next[column]
          if let before = rows[column], let comparison = TokenComparison(token, long[column]) {
            let candidate = before + [comparison]
            if best.map({ sum($0) < sum(candidate) }) ?? true { best = candidate }
          }
          next[column + 1] = best
        }
        rows = next
      }
      return rows[long.count]
    }

    private static func sum(_ comparisons: [TokenComparison]) -> Double {
      comparisons.reduce(0) { $0 + $1.score }
    }
  }
}

/// How two words can be one.
struct TokenComparison {
  let score: Double
  let reason: String
  /// Whether the word alone speaks for the person: no initial.
  let carries: Bool

  init?(_ left: NameForm.Token, _ right: NameForm.Token) {
    if left.letters == right.letters {
      (score, reason, carries) = (1, "same", !left.isInitial)
    } else if left.skeleton == right.skeleton {
      (score, reason, carries) = (0.95, "spelling", !left.isInitial)
    } else if TokenComparison.abbreviates(left, right) || TokenComparison.abbreviates(right, left) {
      (score, reason, carries) = (0.8, "initials", false)
    } else if let distance = TokenComparison.variant(left.letters, right.letters) {
      (score, reason, carries) = (distance == 1 ? 0.85 : 0.8, "spelling variant", true)
    } else {
      return nil
    }
  }

  /// Whether `short` stands for `long`: an initial, or some of its letters in order with a full stop.
  private static func abbreviates(_ short: NameForm.Token, _ long: NameForm.Token) -> Bool {
    guard short.letters.count < long.letters.count, short.letters.first == long.letters.first else {
      return false
    }
    if short.isInitial { return true }
    guard short.isAbbreviated, short.letters.count <= 4 else { return false }
    let vowels = Array("aeiou".utf8)
    var rest = short.letters.filter { !vowels.contains($0) }[...]
    for letter in long.letters where letter == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }

  /// One edit in words of four letters and more, two from eight on; never the first letter, and not just another
  /// vowel at the end, which makes a man's name a woman's.
  private static func variant(_ left: [UInt8], _ right: [UInt8]) -> Int? {
    let shorter = min(left.count, right.count)
    guard shorter >= 4, left.first == right.first,
      let distance = EditDistance.between(left, right, limit: shorter >= 8 ? 2 : 1)
    else { return nil }
    let vowels = Array("aiou".utf8)
    if left.count == right.count, left.dropLast() == right.dropLast(),
      let one = left.last, let other = right.last, vowels.contains(one), vowels.contains(other)
    {
      return nil
    }
    return distance
  }
}
