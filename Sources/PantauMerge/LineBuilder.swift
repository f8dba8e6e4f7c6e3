internal import PantauRecords

/// Makes one line out of its statements.
struct LineBuilder {
  let key: LineKey
  /// The region's label.
  let label: String?
  let statements: [StatementInContext]
  /// Indices of the line's targets and actuals, sorted and distinct; a place is an index into this list.
  let items: [Int]
  /// Indices of the region's totals that count for the line, sorted and distinct.
  let totals: [Int]
  let universe: Tracker.Universe?
  let asOf: CalendarDate
  /// What the statements agree on; nil where facts were not asked for.
  let facts: FactLookup?

  func line() -> TrackLine {
    let target = target()
    let actual = actual()
    let parent = items.last { statements[$0].within != nil }.flatMap { statements[$0].within }
    var line = TrackLine(
      programme: key.programme, region: label, regionCode: key.region.code,
      within: key.region.within ?? parent, stage: key.stage, target: target, actual: actual,
      status: .reported,
      evidence: items.indices.map { evidence(statements[items[$0]], place: $0) })
    line.facts = facts?.history
    var denominators = Denominators(
      totals: totals.map { statements[$0] }, universe: universe, region: label, code: key.region.code)
    line.target?.whole =
      target.flatMap { line.evidence[$0.evidence].figure?.whole } ?? denominators.whole(of: target)
    line.actual?.whole =
      actual.flatMap { line.evidence[$0.evidence].figure?.whole } ?? denominators.whole(of: actual)
    denominators.promised = line.target?.whole
    if let actual {
      if let progress = Progress(target: target, actual: actual, denominators: denominators) {
        line.progress = progress.share
        line.progressBasis = progress.basis
        line.denominator = progress.denominator
        if let total = progress.source {
          line.evidence.append(evidence(total, place: line.evidence.count))
        }
      }
    }
    line.assessment = Assessor(line: line, denominators: denominators, asOf: asOf).assessment()
    line.status = StatusRubric(asOf: asOf).status(of: line)
    return line
  }

  private func statement(at place: Int) -> Statement { statements[items[place]].statement }

  private func places(of kind: Statement.Kind) -> [Int] {
    items.indices.filter { place in
      let item = statements[items[place]]
      return item.statement.kind == kind && !(facts?.isVoid(item) ?? false)
    }
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
    let newest = places(of: .actual).map { place in
      ActualRank(statements[items[place]], day: day(of: statements[items[place]]).date, place: place)
    }.max()?.place
    return newest.map { place in
      var figure = LineBuilder.figure(statement(at: place), place: place)
      (figure.date, figure.isDated) = day(of: statements[items[place]])
      return figure
    }
  }

  /// The day that a statement is for, and whether an article names it. A report that names none takes the day of the
  /// fact that it belongs to.
  private func day(of item: StatementInContext) -> (date: CalendarDate?, isStated: Bool) {
    guard item.statement.kind == .actual else { return (item.article.published, false) }
    if let day = item.statement.asOf { return (day, true) }
    guard let saying = facts?.saying(of: item) else { return (item.article.published, false) }
    return (saying.day ?? item.article.published, saying.isDated)
  }

  private static func figure(_ statement: Statement, place: Int) -> TrackLine.Figure {
    TrackLine.Figure(
      value: statement.value, percent: statement.percent, all: statement.all, bound: statement.bound,
      of: statement.of, unit: statement.unit, evidence: place)
  }

  private func evidence(_ item: StatementInContext, place: Int) -> TrackLine.Evidence {
    let office = item.speaker.map { speaker in
      speaker.of.map { "\(speaker.position), \($0)" } ?? speaker.position
    }
    var figure = LineBuilder.figure(item.statement, place: place)
    figure.deadline = item.statement.latest
    figure.earliest = item.statement.earliest
    (figure.date, figure.isDated) = day(of: item)
    figure.whole = facts?.saying(of: item)?.whole
    var evidence = TrackLine.Evidence(
      article: item.article, kind: item.statement.kind, stage: item.statement.stage,
      quote: item.statement.quote, codePoints: item.codePoints, speaker: item.speaker?.name,
      speakerOffice: office, figure: figure)
    if let saying = facts?.saying(of: item) {
      evidence.fact = saying.fact
      evidence.voice = saying.voice
      evidence.person = saying.person
      evidence.isEcho = saying.isEcho
      evidence.isVoid = saying.isVoid
    }
    return evidence
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
