public import PantauRecords

/// Decides whether two named office holders are one person.
///
/// In one office of one body, names may be spelled differently, abbreviated or shortened. Across offices only the
/// full name counts: two words in the same body, three words elsewhere, since two-word names are too common; and where
/// articles tell, the areas must be one or lie in each other, and the two offices must not be held at one time.
public struct PersonMatcher: Sendable {
  /// Whether `words` are the name or a part of it, in any spelling, with or without degrees: "Soekarno" is a part of
  /// "Ir. Sukarno Wijaya".
  public static func isPart(_ words: String, of name: String) -> Bool {
    let wanted = NameForm(words).tokens.filter(\.isFull).map(\.skeleton)
    guard !wanted.isEmpty else { return false }
    var rest = wanted[...]
    for token in NameForm(name).tokens where token.skeleton == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }

  /// A decision with its reason.
  public struct Verdict: Sendable, Equatable {
    /// Whether the two are one person.
    public var isSame: Bool
    /// 0 to 1; 0 where the two are not one.
    public var score: Double
    /// What spoke for it or against it.
    public var reason: String
  }

  /// A matcher; it has no state.
  public init() {}

  /// Whether `left` and `right` are one person; symmetric.
  public func verdict(_ left: Holder, _ right: Holder) -> Verdict {
    verdict(HolderForm(left), HolderForm(right))
  }

  func verdict(_ left: HolderForm, _ right: HolderForm) -> Verdict {
    guard let names = NameComparison(left.name, right.name) else {
      return Verdict(isSame: false, score: 0, reason: "the names differ")
    }
    if left.office.agrees(with: right.office) {
      guard left.office.body != nil || names.isEqual else {
        return Verdict(isSame: false, score: 0, reason: "alike names, but the bodies are not known")
      }
      return Verdict(isSame: true, score: names.score, reason: "same office and body; \(names.reason)")
    }
    guard names.isEqual else {
      return Verdict(isSame: false, score: 0, reason: "different offices and not the same full name")
    }
    if left.office.body == right.office.body, !left.office.sharesArea(with: right.office) {
      return Verdict(
        isSame: false, score: 0, reason: "the same name in bodies of one name in different areas")
    }
    let words = left.name.fullCount
    if left.office.body == right.office.body, words >= 2 {
      return Verdict(isSame: true, score: 0.9, reason: "same full name in the same body")
    }
    if words >= 3 {
      return Verdict(isSame: true, score: 0.85, reason: "same full name of \(words) words")
    }
    return Verdict(isSame: false, score: 0, reason: "the same short name in different offices")
  }
}

/// A holder, folded once for many comparisons.
struct HolderForm: Hashable, Comparable {
  let name: NameForm
  let office: OfficeForm

  init(_ holder: Holder) {
    name = NameForm(holder.name)
    office = OfficeForm(position: holder.position, body: holder.of, area: holder.area)
  }

  /// The fuller name first: full words, words, letters; then bytes.
  static func < (left: HolderForm, right: HolderForm) -> Bool {
    let (one, other) = (left.name, right.name)
    if one.fullCount != other.fullCount { return one.fullCount > other.fullCount }
    if one.tokens.count != other.tokens.count { return one.tokens.count > other.tokens.count }
    if one.letterCount != other.letterCount { return one.letterCount > other.letterCount }
    if one.key != other.key { return one.key.lexicographicallyPrecedes(other.key) }
    let marks = (one.tokens.map(\.isAbbreviated), other.tokens.map(\.isAbbreviated))
    if marks.0 != marks.1 { return marks.0.lexicographicallyPrecedes(marks.1) { !$0 && $1 } }
    return left.office.precedes(right.office)
  }
}

/// An office as words.
struct OfficeForm: Hashable {
  let words: [[UInt8]]
  let body: [UInt8]?
  /// As ``PersonMatcher/Holder/area``.
  let area: String?

  init(position: String, body: String?, area: String?) {
    words = NameForm(position, cutsDegrees: false).tokens.map(\.letters)
    self.body = body.map { NameForm($0, cutsDegrees: false).key }
    self.area = area
  }

  func precedes(_ other: OfficeForm) -> Bool {
    for (one, two) in zip(words, other.words) where one != two { return one.lexicographicallyPrecedes(two) }
    if words.count != other.words.count { return words.count < other.words.count }
    if body != other.body { return (body ?? []).lexicographicallyPrecedes(other.body ?? []) }
    return (area ?? "") < (other.area ?? "")
  }

  /// Whether the areas are one, or one is not known.
  func sharesArea(with other: OfficeForm) -> Bool { area == nil || other.area == nil || area == other.area }

  /// Whether both are one office: the same body, and the same words, some left out at most.
  func agrees(with other: OfficeForm) -> Bool {
    guard body == other.body, sharesArea(with: other), let first = words.first, first == other.words.first
    else { return false }
    if words == other.words { return true }
    let (one, two) = (Set(words), Set(other.words))
    if one.isSubset(of: two) || two.isSubset(of: one) { return true }
    return Double(2 * one.intersection(two).count) >= 0.75 * Double(one.count + two.count)
  }
}
