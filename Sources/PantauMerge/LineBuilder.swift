internal import PantauRecords

/// Makes one line out of its statements, which are sorted and distinct.
struct LineBuilder {
  let key: LineKey
  let items: [StatementInContext]
  let totals: [StatementInContext]
  let universe: Tracker.Universe?
  let asOf: CalendarDate

  func line() -> TrackLine {
    let target = target()
    let actual = actual()
    let label = items.last { $0.statement.region != nil }?.statement.region
    var line = TrackLine(
      programme: key.programme, region: label, regionCode: key.region.code,
      within: key.region.within ?? items.last { $0.within != nil }?.within, stage: key.stage,
      target: target, actual: actual, status: .reported, evidence: items.map(LineBuilder.evidence))
    if let actual {
      let universe = Denominators(
        totals: totals.filter { total in
          total.statement.programme.isEmpty || total.statement.programme == key.programme
        }, universe: universe, region: label, code: key.region.code)
      if let progress = Progress(target: target, actual: actual, denominators: universe) {
        line.progress = progress.share
        line.progressBasis = progress.basis
        line.denominator = progress.denominator
        if let total = progress.source { line.evidence.append(LineBuilder.evidence(total)) }
      }
    }
    line.status = status(of: line)
    return line
  }

  /// The newest target, its missing half filled from the newest older one that does not contradict it.
  private func target() -> TrackLine.Figure? {
    let targets = items.indices.filter { items[$0].statement.kind == .target }
      .sorted { TargetRank(items[$0], $0) > TargetRank(items[$1], $1) }
    guard let newest = targets.first else { return nil }
    var amount = newest
    if !items[newest].statement.hasAmount {
      amount = targets.first { items[$0].statement.hasAmount } ?? newest
    }
    var deadline: Int? = newest
    if items[newest].statement.latest == nil {
      deadline = targets.first { index in
        let older = items[index].statement
        return older.latest != nil && !older.contradictsAmount(of: items[amount].statement)
      }
    }
    var figure = LineBuilder.figure(items[amount], index: amount)
    figure.date = items[newest].article.published
    figure.deadline = deadline.flatMap { items[$0].statement.latest }
    figure.deadlineEvidence = figure.deadline == nil ? nil : deadline
    return figure
  }

  private func actual() -> TrackLine.Figure? {
    let newest = items.indices.filter { items[$0].statement.kind == .actual }
      .max { ActualRank(items[$0], $0) < ActualRank(items[$1], $1) }
    return newest.map { index in
      var figure = LineBuilder.figure(items[index], index: index)
      figure.date = items[index].statement.asOf ?? items[index].article.published
      return figure
    }
  }

  private func status(of line: TrackLine) -> TrackLine.Status {
    guard let target = line.target else { return .reported }
    guard let actual = line.actual else { return .noReport }
    if let progress = line.progress, progress >= 1, actual.bound != "max" { return .met }
    if let deadline = target.deadline, deadline < asOf { return .late }
    return .underWay
  }

  private static func figure(_ item: StatementInContext, index: Int) -> TrackLine.Figure {
    let statement = item.statement
    return TrackLine.Figure(
      value: statement.value, percent: statement.percent, all: statement.all, bound: statement.bound,
      of: statement.of, unit: statement.unit, evidence: index)
  }

  private static func evidence(_ item: StatementInContext) -> TrackLine.Evidence {
    let office = item.speaker.map { speaker in
      speaker.of.map { "\(speaker.position), \($0)" } ?? speaker.position
    }
    return TrackLine.Evidence(
      article: item.article, kind: item.statement.kind, stage: item.statement.stage,
      quote: item.statement.quote, codePoints: item.codePoints, speaker: item.speaker?.name,
      speakerOffice: office)
  }
}

extension Statement {
  var hasAmount: Bool { value != nil || percent != nil || all }

  /// Whether both give an amount, and not the same.
  func contradictsAmount(of other: Statement) -> Bool {
    guard hasAmount, other.hasAmount else { return false }
    if let value, let otherValue = other.value { return value != otherValue }
    if let percent, let otherPercent = other.percent { return percent != otherPercent }
    return !all && !other.all
  }
}
