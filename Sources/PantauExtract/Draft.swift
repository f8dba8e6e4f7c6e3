import PantauRecords
import PantauText

/// A statement in the making: flat, without references, so that it is copied as bytes.
struct Draft: Sendable {
  var quantity: Quantity
  /// The words that tell the stage.
  var cue: Cue?
  var kind = Statement.Kind.actual
  /// Whether its number is that of another statement, for which its own words say "all".
  var isResolved = false

  /// Whether only its being there tells its stage.
  var isExistence = false
  @PackedTerm var stage: Term? = nil
  var stageScore = 0.0
  /// The figure of which this one is a part.
  var partOf: Double?
  /// Index in ``Reading/regions``; nil for the whole country.
  @OptionalIndex var region: Int? = nil
  /// Index in ``Reading/dates``.
  @OptionalIndex var deadline: Int? = nil
  /// Whether the deadline is the day itself, though its words make it the limit before which something else is due.
  var isOnDay = false
  /// Whether the deadline is the day before, because words elsewhere make the day the limit.
  var isOnEve = false
  /// Index in ``Reading/dates`` of the day for which it is reported.
  @OptionalIndex var asOf: Int? = nil

  init(quantity: Quantity) { self.quantity = quantity }

  /// The same, said of another region.
  func moved(to region: Int) -> Draft {
    var copy = self
    copy.region = region
    return copy
  }
}
