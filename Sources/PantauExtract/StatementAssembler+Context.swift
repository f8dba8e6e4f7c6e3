import PantauRecords
import PantauRules
import PantauText

/// What an amount is read with.
extension StatementAssembler {
  /// What stands before a quantity and may say what its own sentence leaves out.
  struct Context {
    /// The statements before.
    let drafts: [Draft]
    /// Index of the statement before, if it stands in one of the two sentences before or in the same one.
    let previous: Int?
    /// Index of the last statement, if it stands in one of the five sentences before.
    let last: Int?
    /// For an item of a list: the stage and unit of what introduces the list.
    let list: ListContext?
    /// Index of the result before of which this amount is a part: "39 gerai … Dari 39 gerai itu sembilan ada di Ngimbang".
    let whole: Int?

    /// The unit of the last statement, however far above.
    var lastUnit: Term? { drafts.last?.quantity.unit }
  }

  /// The choices of an article, made once for all its amounts.
  struct Choices {
    let stage: StageChoice
    let role: RoleChoice
    let region: RegionChoice
    let date: DateChoice

    init(
      _ assembler: StatementAssembler, _ quantities: [Quantity], _ cues: CueTable, _ reading: FinalReading
    ) {
      stage = StageChoice(
        weights: assembler.weights, programme: assembler.programme, cues: cues, quantities: quantities,
        reading: reading)
      // Tokens of the amounts that are promises by their own words, up to the number.
      var goals: [Range<Int>] = []
      for quantity in quantities where quantity.role == .target {
        goals.append(quantity.range.lowerBound..<(quantity.anchor + 1))
      }
      role = RoleChoice(
        weights: assembler.weights, cues: cues, programme: assembler.programme, reading: reading,
        quantities: quantities, goals: goals)
      region = RegionChoice(weights: assembler.weights, cues: cues, reading: reading)
      date = DateChoice(reading: reading)
    }
  }

  /// What introduces a list.
  struct ListContext {
    var stage: Cue?
    var unit: Term?
    var kind: Statement.Kind?
    /// Index in ``Reading/dates``.
    var deadline: Int?

    init(_ stage: Cue?, _ unit: Term?, _ kind: Statement.Kind?, _ deadline: Int? = nil) {
      self.stage = stage
      self.unit = unit
      self.kind = kind
      self.deadline = deadline
    }

    /// What a statement tells of the list that breaks it down.
    init(_ told: Draft) { self.init(told.cue, told.quantity.unit, told.kind, told.deadline) }
  }
}
