import PantauRules

/// Which words, by their labels, are something else than part of a place's name.
struct NameClaims: Sendable {
  /// What a word's label means to a name in which it stands.
  enum Claim: UInt8 {
    case none, always
    case levelWord, stop, calendar, honorific, number, institution, region
  }

  /// By label.
  private var claims: [Claim] = []
  private let bits: MatchTable.LabelSet
  private let markerLabels: (LabelID, LabelID, LabelID)
  /// Meanings that a word in capitals may have besides that of a name.
  let meanings: LabelGroup

  init(_ labels: Labels) {
    let kinds: [(Claim, [LabelID])] = [
      (
        .always,
        [
          labels.offices, labels.programme, labels.quantifiers, labels.acting, labels.agencies,
          labels.backReferences,
        ]
      ),
      (.levelWord, [labels.villageWords]), (.stop, [labels.placeStops]),
      (.calendar, [labels.months, labels.weekdays]), (.honorific, [labels.honorifics]),
      (.number, [labels.numbers]), (.institution, [labels.institutions]), (.region, [labels.region]),
    ]
    for (claim, labels) in kinds {
      for label in labels where label != .max {
        while claims.count <= Int(label) { claims.append(.none) }
        claims[Int(label)] = claim
      }
    }
    markerLabels = (labels.villageWords, labels.institutions, labels.programme)
    bits = MatchTable.LabelSet(kinds.flatMap(\.1))
    meanings = LabelGroup([
      labels.villageWords, labels.offices, labels.programme, labels.agencies, labels.institutions,
      labels.honorifics, labels.region, labels.placeStops, labels.months, labels.weekdays, labels.unit,
    ])
  }

  /// Whether names stand behind words of a label.
  @inline(__always)
  func isMarker(_ label: LabelID) -> Bool {
    label == markerLabels.0 || label == markerLabels.1 || label == markerLabels.2
  }

  subscript(label: LabelID) -> Claim { Int(label) < claims.count ? claims[Int(label)] : .none }

  /// Whether a word may be claimed at all: false is certain, true is not.
  @inline(__always)
  func mayClaim(_ token: Int, in text: AnnotatedText) -> Bool { text.matches.mayBegin(bits, at: token) }
}
