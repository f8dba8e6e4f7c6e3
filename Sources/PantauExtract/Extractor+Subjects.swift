import PantauRecords
import PantauRules

extension Extractor {
  /// What an article states of one programme, and the deadlines of its targets.
  typealias Statements = (statements: [Statement], deadlines: [Deadline])

  /// The programmes called `names`; without names, those that are followed where none is asked for.
  static func followed(
    _ names: [String], among programmes: [Programme], _ errors: inout [RuleError]
  ) -> [Programme] {
    let known = programmes.map(\.identifier)
    for name in names where !known.contains(name) {
      errors.append(
        RuleError(
          path: "rules/programmes", message: "there is no programme '\(name)'",
          hint: "programmes: \(known.joined(separator: ", "))"))
    }
    return programmes.filter { names.isEmpty ? $0.isDefault : names.contains($0.identifier) }
  }

  func statements(in reading: inout Reading, _ subject: Programme?) -> Statements {
    guard !reading.tokens.isEmpty, let assembler = assembler(of: subject) else { return ([], []) }
    return assembler.statements(in: &reading)
  }

  func assembler(of subject: Programme?) -> StatementAssembler? {
    guard let subject else { return nil }
    return assemblers.first { $0.programme.identifier == subject.identifier }
  }

  /// The statements on the article's first subject with those on a further one, of which only figures count: the words
  /// of a promise without one might be the first subject's.
  static func joined(_ first: Statements, _ further: Statements) -> Statements {
    var deadlines = first.deadlines
    var added: [Statement] = []
    for var statement in further.statements
    where statement.value != nil || statement.percent != nil || statement.all {
      if let own = further.deadlines.first(where: { $0.id == statement.deadline }) {
        if let known = deadlines.first(where: { $0.span == own.span }) {
          statement.deadline = known.id
        } else {
          var deadline = own
          deadline.id = "d\(deadlines.count + 1)"
          deadlines.append(deadline)
          statement.deadline = deadline.id
        }
      }
      added.append(statement)
    }
    guard !added.isEmpty else { return first }
    // A promise without a figure is the other subject's where that one gives it a figure.
    let own = first.statements.filter { statement in
      let hasFigure = statement.value != nil || statement.percent != nil || statement.all
      return hasFigure
        || !added.contains { $0.span.start < statement.span.end && statement.span.start < $0.span.end }
    }
    var statements = own + added
    statements.sort { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    var numbers: [Statement.Kind: Int] = [:]
    for index in statements.indices where statements[index].kind != .total {
      let kind = statements[index].kind
      numbers[kind, default: 0] += 1
      statements[index].id = (kind == .target ? "t" : "a") + String(numbers[kind, default: 0])
    }
    return (statements, deadlines)
  }
}
