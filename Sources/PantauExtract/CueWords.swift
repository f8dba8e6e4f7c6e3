import PantauRules

/// What the columns of a word list's row, or a rule's constants, say of a stage or a mode, read once.
struct CueWords: Sendable {
  let stage: Term
  let order: Int
  let aspect: Programme.Aspect
  let programme: Term?
  let mode: Term
  let weight: Double

  init(_ entry: Lexicon.Entry) { self.init { entry[$0] } }

  init(_ rule: Rule) { self.init { rule.constants[$0] } }

  init(_ column: (String) -> String?) {
    stage = Term(column("stage") ?? "")
    order = column("order").flatMap { Int($0) } ?? 0
    aspect = column("aspect").flatMap { Programme.Aspect(rawValue: $0) } ?? .event
    programme = column("programme").map { Term($0) }
    mode = Term(column("mode") ?? "")
    weight = column("weight").flatMap { Double($0) } ?? 1
  }
}
