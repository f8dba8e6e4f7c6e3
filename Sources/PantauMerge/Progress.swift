internal import PantauRecords

/// How far a report is on the way to a target, and from which figures that is known.
struct Progress {
  /// 0 to 1.
  let share: Double
  let basis: TrackLine.ProgressBasis
  private(set) var denominator: Double?
  /// The total that served as denominator.
  private(set) var source: StatementInContext?

  /// Nil where the figures do not tell.
  init?(target: TrackLine.Figure?, actual: TrackLine.Figure, denominators: Denominators) {
    /// What part of everything was promised.
    let promised = (target?.percent).flatMap { $0 > 0 ? $0 / 100 : nil } ?? 1
    if let goal = target?.value, goal > 0, let value = actual.value,
      Units.agree(target?.unit, actual.unit)
    {
      self.init(value / goal, .target, goal)
    } else if let percent = actual.percent {
      self.init(percent / 100 / promised, .percent, nil)
    } else if let value = actual.value, let whole = actual.of, whole > 0 {
      self.init(value / whole / promised, .denominator, whole)
    } else if actual.all {
      self.init(1, .all, nil)
    } else if target?.value == nil, let value = actual.value,
      let total = denominators.total(for: target?.unit ?? actual.unit), total.size > 0,
      Units.agree(total.source.statement.unit, actual.unit)
    {
      self.init(value / total.size / promised, .total, total.size)
      source = total.source
    } else if let target, target.value == nil, let value = actual.value,
      let size = denominators.universe(for: target.unit ?? actual.unit), size > 0,
      Units.agree(target.unit, actual.unit)
    {
      self.init(value / size / promised, .universe, size)
    } else {
      return nil
    }
  }

  private init(_ share: Double, _ basis: TrackLine.ProgressBasis, _ denominator: Double?) {
    self.share = min(max(share, 0), 1)
    self.basis = basis
    self.denominator = denominator
  }
}

/// The sizes of a region's universe.
struct Denominators {
  let totals: [StatementInContext]
  let universe: Tracker.Universe?
  let region: String?
  let code: String?
  /// What "all of them" stood for when it was promised.
  var promised: Double?

  /// The newest total of this unit, else the newest of a unit that agrees with it.
  func total(for unit: String?) -> (size: Double, source: StatementInContext)? {
    var sized = totals.filter { $0.statement.value != nil }
    if let promised {
      sized = sized.filter { $0.statement.value == promised }
    }
    let found =
      sized.last { $0.statement.unit == unit } ?? sized.last { Units.agree($0.statement.unit, unit) }
    return found.flatMap { item in item.statement.value.map { ($0, item) } }
  }

  func universe(for unit: String?) -> Double? { promised ?? universe?(region, code, unit) }

  /// What "all of them" stands for: the total of an article, else the gazetteer's count.
  func whole(of figure: TrackLine.Figure?) -> Double? {
    guard let figure, figure.all, figure.value == nil else { return nil }
    return total(for: figure.unit)?.size ?? universe(for: figure.unit)
  }
}

/// Units of count.
enum Units {
  /// Whether numbers of the two may be divided: a cooperative stands for its village, but a village for no urban one.
  static func agree(_ left: String?, _ right: String?) -> Bool {
    guard let left, let right, left != right else { return true }
    return Set([left, right]) != ["village", "urban_village"]
  }
}
