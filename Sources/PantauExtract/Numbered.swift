/// Identifiers within an article, made once: a letter and a number.
struct Numbered: Sendable {
  private let letter: String
  private let first: [String]

  init(_ letter: String) {
    self.letter = letter
    first = (0..<100).map { letter + String($0) }
  }

  subscript(number: Int) -> String { number < first.count ? first[number] : letter + String(number) }
}
