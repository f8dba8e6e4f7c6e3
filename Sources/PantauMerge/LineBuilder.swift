internal import PantauRecords

/// Makes one line out of its statements.
struct LineBuilder {
  let key: LineKey
  let statements: [StatementInContext]
  /// Indices of the line's targets and actuals, sorted and distinct; a place is an index into this list.
  let items: [Int]
  /// Indices of the region's totals, sorted and distinct.
  let totals: [Int]
  let universe: Tracker.Universe?
  let asOf: CalendarDate

  func line() -> TrackLine {
    let target = target()
    let actual = actual()
    let label = items.last { statements[$0].statement.region != nil }
      .flatMap { statements[$0].statement.region }
    let parent = items.last { statements[$0].within != nil }.flatMap { statements[$0].within }
    var line = TrackLine(
      programme: key.programme, region: label, regionCode: key.region.code,
      within: key.region.within ?? parent, stage: key.stage, target: target, actual: actual,
      status: .reported, evidence: items.map { LineBuilder.evidence(statements[$0]) })
    if let actual {
      let denominators = Denominators(
        totals: totals.lazy.map { statements[$0] }.filter { total in
          total.statement.programme.isEmpty || total.statement.programme == key.programme
        }, universe: universe, region: label, code: key.region.code)
      if let progress = Progress(target: target, actual: actual, denominators: denominators) {
        line.progress = progress.share
        line.progressBasis = progress.basis
        line.denominator = progress.denominator
        if let total = progress.source { line.evidence.append(LineBuilder.evidence(total)) }
      }
    }
    line.status = status(of: line)
    return line
  }

  private func statement(at place: Int) -> Statement { statements[items[place]].statement }

  private func places(of kind: Statement.Kind) -> [Int] {
    items.indices.filter { statements[items[$0]].statement.kind == kind }
  }

  /// The newest target, its missing half filled from the newest older one that does not contradict it.
  private func target() -> TrackLine.Figure? {
    let ranks = places(of: .target).map { TargetRank(statements[items[$0]], place: $0) }
    guard let newest = ranks.max()?.place else { return nil }
    let isWhole = statement(at: newest).hasAmount && statement(at: newest).latest != nil
    let newestFirst = isWhole ? [newest] : ranks.sorted(by: >).map(\.place)
    let amount = newestFirst.first { statement(at: $0).hasAmount } ?? newest
    var deadline: Int? = newest
    if statement(at: newest).latest == nil {
      let promised = statement(at: amount)
      deadline = newestFirst.first { place in
        statement(at: place).latest != nil && !statement(at: place).contradictsAmount(of: promised)
      }
    }
    var figure = LineBuilder.figure(statement(at: amount), place: amount)
    figure.date = statements[items[newest]].article.published
    figure.deadline = deadline.flatMap { statement(at: $0).latest }
    figure.deadlineEvidence = figure.deadline == nil ? nil : deadline
    return figure
  }

  private func actual() -> TrackLine.Figure? {
    let newest = places(of: .actual).map { ActualRank(statements[items[$0]], place: $0) }.max()?.place
    return newest.map { place in
      var figure = LineBuilder.figure(statement(at: place), place: place)
      figure.date = statement(at: place).asOf ?? statements[items[place]].article.published
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

  private static func figure(_ statement: Statement, place: Int) -> TrackLine.Figure {
    TrackLine.Figure(
      value: statement.value, percent: statement.percent, all: statement.all, bound: statement.bound,
      of: statement.of, unit: statement.unit, evidence: place)
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
