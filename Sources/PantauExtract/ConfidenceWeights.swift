import PantauRecords

/// How sure statements of one kind are: the share of right ones among those of their features, as the sum of a base and of what each feature
/// adds or takes. Fitted by least squares to the annotated articles of `corpus/`, and lowered by what unread articles are read worse.
struct ConfidenceWeights: Sendable {
  private let base, headline, stageFar, stageNear, otherStage, works, few, some, all, noAmount,
    shareAlone: Double
  private let shareBeside, country, noDeadline, onlyDeadline: Double

  /// Reads `confidence.KIND.FEATURE`.
  init(_ weights: some WeightSource, kind: String) {
    base = weights["confidence.\(kind).base"]
    headline = weights["confidence.\(kind).headline"]
    stageFar = weights["confidence.\(kind).stage-far"]
    stageNear = weights["confidence.\(kind).stage-near"]
    otherStage = weights["confidence.\(kind).other-stage"]
    works = weights["confidence.\(kind).works"]
    few = weights["confidence.\(kind).few"]
    some = weights["confidence.\(kind).some"]
    all = weights["confidence.\(kind).all"]
    noAmount = weights["confidence.\(kind).no-amount"]
    shareAlone = weights["confidence.\(kind).share-alone"]
    shareBeside = weights["confidence.\(kind).share-beside"]
    country = weights["confidence.\(kind).country"]
    noDeadline = weights["confidence.\(kind).no-deadline"]
    onlyDeadline = weights["confidence.\(kind).only-deadline"]
  }

  /// Stage words that score less are far off, or of another number; those that score more stand beside the amount.
  private static let (far, beside) = (3.0, 5.5)
  /// Numbers up to which amounts are more often something else's.
  private static let (fewest, fewer) = (3.0, 10.0)

  /// The confidence in a draft, from 0.05 to 0.99, with two decimals.
  func confidence(of draft: Draft, inHeading: Bool, isWorks: Bool) -> Double {
    var sum = base
    if inHeading { sum += headline }
    if draft.stageScore < Self.far {
      sum += stageFar
    } else if draft.stageScore < Self.beside {
      sum += stageNear
    }
    if draft.stage == .other { sum += otherStage }
    if isWorks { sum += works }
    if let value = draft.quantity.value {
      if value <= Self.fewest { sum += few } else if value <= Self.fewer { sum += some }
      if draft.quantity.percent != nil { sum += shareBeside }
    } else if draft.quantity.percent != nil {
      sum += shareAlone
    } else if !draft.quantity.all {
      sum += noAmount
    }
    if draft.quantity.all { sum += all }
    if draft.region == nil { sum += country }
    if draft.kind == .target, draft.deadline == nil { sum += noDeadline }
    if draft.quantity.rule < 0 { sum += onlyDeadline }
    return (min(0.99, max(0.05, sum)) * 100).rounded() / 100
  }
}
