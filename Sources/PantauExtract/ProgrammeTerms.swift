import PantauRecords
import PantauRules

/// What a programme's file says of stages and units, by number.
final class ProgrammeTerms: Sendable {
  /// The programme's name in records.
  let identifier: String
  let term: Term
  let countedUnit: Term?
  /// The number that the programme is known to promise.
  let pledged: Double?
  /// Days on which the whole country launches it, or was to.
  let launches: [CalendarDate]
  private let readings: [(unit: Term, stage: Term, meant: Term)]
  private let goals: [(stage: Term, goal: Term)]
  private let existences: [(unit: Term, stage: Term)]
  private let subjects: [(stage: Term, unit: Term)]
  private let order: [Term]
  private let works: [Term]

  init(_ programme: Programme) {
    identifier = programme.identifier
    term = Term(programme.identifier)
    pledged = programme.pledged.map { Double($0) }
    launches = programme.launches
    countedUnit = programme.countedUnit.map { Term($0) }
    readings = programme.readings.flatMap { unit, stages in
      stages.map { (Term(unit), Term($0.key), Term($0.value)) }
    }
    goals = programme.goals.map { (Term($0.key), Term($0.value)) }
    existences = programme.existence.map { (Term($0.key), Term($0.value)) }
    subjects = programme.subjects.map { (Term($0.key), Term($0.value)) }
    order = programme.stages.map { Term($0.name) }
    works = goals.map(\.stage) + goals.map(\.goal)
  }

  /// The stage meant where a word of `stage` is said of `unit`, empty where that forbids it; nil where it is the same.
  func reading(of stage: Term, for unit: Term?) -> Term? {
    readings.first { $0.unit == unit ?? .empty && $0.stage == stage }?.meant
  }

  /// What it means that units of one kind are complete.
  func completion(of unit: Term?) -> Term? { reading(of: .completed, for: unit) }

  /// The stage that is promised where a word of `stage` is.
  func goal(of stage: Term) -> Term? { goals.first { $0.stage == stage }?.goal }

  /// Whether a stage is that of works under way, which are promised to reach another one.
  func isUnderWay(_ stage: Term) -> Bool { goal(of: stage).map { $0 != stage } ?? false }

  /// The stage of works under way that are promised to reach `goal`.
  func begun(before goal: Term) -> Term? { goals.first { $0.goal == goal }?.stage }

  /// The stage that the mere existence of units of one kind means.
  func existence(of unit: Term?) -> Term? { existences.first { $0.unit == unit ?? .empty }?.stage }

  /// The unit that a promise of a stage is of where the text gives neither amount nor unit.
  func subject(of stage: Term?) -> Term? { ownSubject(of: stage) ?? countedUnit }

  /// The unit that a programme's file gives for a stage.
  func ownSubject(of stage: Term?) -> Term? { subjects.first { $0.stage == stage }?.unit }

  /// Whether a stage follows another one.
  func isEarlier(_ stage: Term, than later: Term) -> Bool {
    guard let own = order.firstIndex(of: stage), let next = order.firstIndex(of: later) else { return false }
    return own < next
  }

  /// Whether a stage is one of building, of which a share may be that of one building.
  func isWorks(_ stage: Term) -> Bool { works.contains(stage) }

  /// Whether a stage is what buildings are for, once they stand.
  func isUseOfWorks(_ stage: Term) -> Bool {
    stage != .other && works.contains { isEarlier($0, than: stage) } && !isWorks(stage)
  }
}
