internal import PantauRecords

/// Groups the statements of one line and kind by what they say.
///
/// The most definite statements come first (a number, or "all" where it is known how many that is, before a percentage
/// before "all"; with a day before without) and make the clusters; the others join the cluster nearest in time that
/// nothing in them contradicts. The order is total, so that clusters depend on the set of statements alone.
/// O(n · k) for n statements and k clusters of one figure.
struct FactClustering {
  /// Days within which reports of one amount without a day of their own count as one fact.
  static let window = 14

  private let statements: [StatementInContext]
  private let wholes: Wholes
  private let kind: Statement.Kind
  private(set) var clusters: [Cluster] = []
  /// Which clusters have a figure: it stays what it was when the cluster was opened.
  private var byNumber: [Double: [Int]] = [:]
  private var byPercent: [Double: [Int]] = [:]

  struct Cluster {
    /// Indices of statements, in the order of joining.
    var items: [Int]
    var amount: Fact.Amount
    /// The number, "all of them" counted as the whole.
    var number: Double?
    /// What "all of them" stands for, where a statement says so.
    var whole: Double?
    /// Targets: the deadline; actuals: the day reported.
    var date: CalendarDate?
    var earliest: CalendarDate?
    /// Days of publication, first and last.
    var first: Int?
    var last: Int?
  }

  /// `items` are distinct indices of statements of `kind`, in the order of ``StatementOrder``.
  init(_ statements: [StatementInContext], _ items: [Int], kind: Statement.Kind, wholes: Wholes) {
    self.statements = statements
    self.wholes = wholes
    self.kind = kind
    let ranked = items.enumerated().sorted { left, right in
      let (one, other) = (rank(left.element), rank(right.element))
      return one == other ? left.offset < right.offset : one > other
    }
    for (_, item) in ranked { place(item) }
  }

  /// How definite a statement is.
  private func rank(_ item: Int) -> Int {
    let statement = statements[item].statement
    let amount: Int
    if statement.value != nil {
      amount = 8
    } else if wholes.whole(of: statements[item]) != nil {
      amount = 6
    } else {
      amount = statement.percent != nil ? 4 : statement.all ? 2 : 0
    }
    return amount * 4 + (date(of: statement) == nil ? 0 : 2) + (statement.unit == nil ? 0 : 1)
  }

  private func date(of statement: Statement) -> CalendarDate? {
    switch kind {
    case .target: statement.latest
    case .actual: statement.asOf
    case .total: nil
    }
  }

  private mutating func place(_ item: Int) {
    let statement = statements[item].statement
    let whole = wholes.whole(of: statements[item])
    let published = statements[item].article.published?.dayNumber
    var best: (cluster: Int, distance: Int)?
    for number in candidates(statement, whole) where clusters[number].canBe(statement, whole) {
      guard let distance = distance(statement, published, clusters[number]) else { continue }
      if best.map({ distance < $0.distance }) ?? true { best = (number, distance) }
    }
    if let best { join(item, whole, to: best.cluster) } else { open(item, whole) }
  }

  /// The clusters that have the statement's figure, in the order of opening; all where it has none.
  private func candidates(_ statement: Statement, _ whole: Double?) -> [Int] {
    if let value = statement.value ?? whole { return byNumber[value] ?? [] }
    if let percent = statement.percent { return byPercent[percent] ?? [] }
    return Array(clusters.indices)
  }

  /// Days between a statement and a cluster of its amount; nil where their dates contradict.
  private func distance(_ statement: Statement, _ published: Int?, _ cluster: Cluster) -> Int? {
    if let one = statement.earliest, let other = cluster.earliest, one != other { return nil }
    if kind == .total { return 0 }
    if let date = date(of: statement) { return date == cluster.date ? 0 : nil }
    guard let published, let first = cluster.first, let last = cluster.last else {
      return FactClustering.window
    }
    if kind == .actual, let reported = cluster.date?.dayNumber {
      return 0...FactClustering.window ~= published - reported ? published - reported : nil
    }
    let gap = published < first ? first - published : max(0, published - last)
    return gap <= FactClustering.window || kind == .target ? gap : nil
  }

  private mutating func open(_ item: Int, _ whole: Double?) {
    let statement = statements[item].statement
    let day = statements[item].article.published?.dayNumber
    let number = statement.value ?? whole
    if let number { byNumber[number, default: []].append(clusters.count) }
    if let percent = statement.percent { byPercent[percent, default: []].append(clusters.count) }
    clusters.append(
      Cluster(
        items: [item], amount: Fact.Amount(statement), number: number, whole: whole,
        date: date(of: statement), earliest: statement.earliest, first: day, last: day))
  }

  private mutating func join(_ item: Int, _ whole: Double?, to number: Int) {
    let statement = statements[item].statement
    clusters[number].items.append(item)
    clusters[number].amount.fill(from: statement)
    clusters[number].whole = clusters[number].whole ?? whole
    clusters[number].earliest = clusters[number].earliest ?? statement.earliest
    guard let day = statements[item].article.published?.dayNumber else { return }
    clusters[number].first = min(clusters[number].first ?? day, day)
    clusters[number].last = max(clusters[number].last ?? day, day)
  }
}

extension FactClustering.Cluster {
  /// Whether the statement can mean this amount: the same figure, and units that agree. The denominator takes no part.
  func canBe(_ statement: Statement, _ whole: Double?) -> Bool {
    guard Units.agree(amount.unit, statement.unit) else { return false }
    if let value = statement.value ?? whole { return number == value }
    if let percent = statement.percent { return amount.percent == percent }
    if statement.all { return number == nil && amount.all }
    return number == nil && amount.percent == nil && !amount.all
  }
}

extension Fact.Amount {
  init(_ statement: Statement) {
    self.init(
      value: statement.value, percent: statement.percent, all: statement.all, bound: statement.bound,
      of: statement.of, unit: statement.unit)
  }

  /// Takes over what is not known yet.
  mutating func fill(from statement: Statement) {
    value = value ?? statement.value
    percent = percent ?? statement.percent
    all = all || statement.all
    of = of ?? statement.of
    unit = unit ?? statement.unit
  }

}

extension Fact {
  /// Whether both give a figure of one sort, and not the same one.
  func differs(from other: Fact) -> Bool {
    guard Units.agree(amount.unit, other.amount.unit) else { return false }
    if let number, let otherNumber = other.number { return number != otherNumber }
    if number == nil, other.number == nil, let percent = amount.percent, let second = other.amount.percent {
      return percent != second
    }
    return false
  }

  /// The number, else the percentage.
  var figure: Double? { number ?? amount.percent }
}
