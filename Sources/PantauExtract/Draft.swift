import PantauRecords
import PantauText

/// A statement in the making.
struct Draft: Sendable {
  var quantity: Quantity
  var kind = Statement.Kind.actual
  /// The words that tell the stage.
  var cue: Cue?
  var stage: Term?
  var stageScore = 0.0
  /// Index in ``Reading/regions``; nil for the whole country.
  var region: Int?
  /// The figure of which this one is a part.
  var partOf: Double?
  /// Index in ``Reading/dates``.
  var deadline: Int?
  var asOf: CalendarDate?
  /// Whether its number is that of another statement, for which its own words say "all".
  var isResolved = false

  /// Whether only its being there tells its stage.
  var isExistence = false

  init(quantity: Quantity) { self.quantity = quantity }

  /// The same, said of another region.
  func moved(to region: Int) -> Draft {
    var copy = self
    copy.region = region
    return copy
  }
}
