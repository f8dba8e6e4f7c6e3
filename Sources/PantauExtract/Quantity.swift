import PantauRecords

/// A candidate for a count: an amount and what it counts, before its stage, role and region are settled; 104 bytes without
/// references, so that it is copied as bytes.
struct Quantity: Sendable {
  @Tokens var range: Range<Int>
  /// Token at which the number itself begins.
  @Short var anchor: Int
  /// Index of the rule, -1 where no rule found it.
  @Short var rule: Int
  @Short var sentence: Int
  /// Tokens between the neighbouring quantities of the clause: what is said of this one alone.
  @Tokens var zone: Range<Int> = 0..<0
  @PackedTerm var unit: Term? = nil
  var value: Double?
  var all = false
  /// The unit stands elsewhere.
  var isBare = false
  /// A word of progress leads the percentage.
  var isProgress = false
  /// What is left after a figure told before: a number only where a deadline makes it a promise.
  var isRest = false
  /// Said of each of several regions named in a list.
  var isDistributed = false
  var percent: Double?
  /// Whether it is the whole of a part and called a goal there: "383 dari target 413".
  var isOfWhole = false
  /// Whether it is a whole that stands amid what is said of its part.
  var isWithinPart = false
  /// The counted noun counts whatever is spoken of: "unit".
  var isGeneric = false
  /// A share in words: "separuh".
  var isShare = false
  /// Only the whole of an amount before it.
  var isDenominator = false
  /// The counted noun bears the possessive suffix: it is of what was named before ("179 dari 249 desanya").
  var isPossessive = false
  var of: Double?
  /// It counts regions above villages: what is said is said of each that a list names.
  var isArea = false
  /// How many regions it counts, where it counts them.
  @Short var areas: Int = 0
  /// Whether a list of such items surrounds it.
  var isListItem = false
  /// The role that the pattern itself gives it.
  var role: Statement.Kind?
  @PackedTerm var bound: Term? = nil
  /// The unit of the denominator, where it has one of its own.
  @PackedTerm var wholeUnit: Term? = nil
  /// Number of the region that the pattern itself ties it to.
  @OptionalIndex var region: Int? = nil
  /// Token at which the head of its column in a table tells a stage.
  @OptionalIndex var heading: Int? = nil
  /// Token that calls the denominator a target.
  @OptionalIndex var goal: Int? = nil

  /// Whether it tells how much: a number, a share or a word for all.
  var hasAmount: Bool { value != nil || percent != nil || all }

  /// "Selesai 100 persen": a share that only tells how wholly something is done.
  var isCompleteness: Bool { value == nil && percent == 100 && isBare }

  /// The share told with it, else the one that its number is of its whole.
  var share: Double? {
    if let percent { return percent }
    guard let value, let of, of > 0 else { return nil }
    return 100 * value / of
  }

  /// Takes over how much of what another one counts.
  mutating func takeAmount(of other: Quantity) {
    (value, percent, of, all) = (other.value, other.percent, other.of, other.all)
    (unit, bound) = (other.unit ?? unit, other.bound)
  }

  init(range: Range<Int>, anchor: Int, rule: Int, sentence: Int) {
    self.range = range
    self.anchor = anchor
    self.rule = rule
    self.sentence = sentence
  }
}
