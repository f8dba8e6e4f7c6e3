internal import PantauRecords

/// Works out the numbers behind a line's status from its figures and sentences.
struct Assessor {
  let line: TrackLine
  let denominators: Denominators
  let asOf: CalendarDate

  /// Nil where nothing is promised.
  func assessment() -> TrackLine.Assessment? {
    guard let target = line.target else { return nil }
    var found = TrackLine.Assessment(isShare: target.value == nil)
    found.promised = amount(of: target)
    found.reports = reports(target)
    if let actual = line.actual {
      found.reached = found.reports.first { $0.evidence == actual.evidence }
      found.reportAge = actual.date.map { asOf.dayNumber - $0.dayNumber }
    }
    found.daysLeft = target.deadline.map { $0.dayNumber - asOf.dayNumber }
    let promises = promises(target)
    found.firstDeadline = promises.filter { $0.amount == promises.last?.amount }.compactMap(\.deadline).min()
    let targetLine = TargetLine(promises) { day in
      found.reports.last { $0.day <= day }.map { min($0.level, found.promised ?? $0.level) }
    }
    found.line = targetLine.points
    found.expected = found.reached.flatMap { found.level(on: $0.day) }
    found.expectedNow = found.level(on: asOf)
    let claims = found.reports.filter { isComplete($0, found.promised) }
    found.metOn = claims.first?.day
    found.contradiction = contradiction(claims, found)
    return found
  }

  /// What a promise stands for on the scale: units where the newest target is a number, else a share.
  private func amount(of figure: TrackLine.Figure) -> Double? {
    guard line.target?.value == nil else { return figure.value ?? (figure.all ? line.target?.value : nil) }
    if let percent = figure.percent { return percent / 100 }
    return figure.all ? 1 : nil
  }

  /// Promises as they stood after each article, halves that were left out filled from before as for the line's target.
  private func promises(_ target: TrackLine.Figure) -> [TargetLine.Promise] {
    var amount: Double?
    var deadline: CalendarDate?
    var promises: [TargetLine.Promise] = []
    for (day, figure) in datedTargets() {
      let next = self.amount(of: figure)
      if figure.deadline != nil || (next != nil && amount != nil && next != amount) {
        deadline = figure.deadline
      }
      amount = next ?? amount
      guard let amount else { continue }
      promises.append(
        TargetLine.Promise(day: day, start: figure.earliest, amount: amount, deadline: deadline))
    }
    if let amount = self.amount(of: target), let day = target.date {
      promises.append(TargetLine.Promise(day: day, start: nil, amount: amount, deadline: target.deadline))
    }
    return promises
  }

  /// Targets by day of publication; of one day the fuller and larger one last, as it is the one that counts.
  private func datedTargets() -> [(day: CalendarDate, figure: TrackLine.Figure)] {
    let dated = line.evidence.compactMap { evidence -> (day: CalendarDate, figure: TrackLine.Figure)? in
      guard evidence.kind == .target, !evidence.isVoid, let figure = evidence.figure else { return nil }
      return evidence.article.published.map { ($0, figure) }
    }
    func keys(_ item: (day: CalendarDate, figure: TrackLine.Figure)) -> [Double] {
      let halves = (amount(of: item.figure) == nil ? 0.0 : 1) + (item.figure.deadline == nil ? 0 : 1)
      return [
        Double(item.day.dayNumber), halves, amount(of: item.figure) ?? -1, Double(item.figure.evidence),
      ]
    }
    return dated.sorted { keys($0).lexicographicallyPrecedes(keys($1)) }
  }

  /// Reports on the scale of the promise; those that cannot be set beside it are left out.
  private func reports(_ target: TrackLine.Figure) -> [TrackLine.Assessment.Report] {
    let promised = amount(of: target)
    let reports = line.evidence.indices.compactMap { index -> TrackLine.Assessment.Report? in
      guard line.evidence[index].kind == .actual, !line.evidence[index].isVoid,
        let figure = line.evidence[index].figure, let day = figure.date
      else { return nil }
      if target.value != nil, let value = figure.value, Units.agree(target.unit, figure.unit) {
        return .init(day: day, level: value, evidence: index)
      }
      let progress = Progress(target: target, actual: figure, denominators: denominators)
      guard let progress, let promised else { return nil }
      return .init(day: day, level: progress.share * promised, evidence: index)
    }
    return reports.sorted { ($0.day, $0.level, $0.evidence) < ($1.day, $1.level, $1.evidence) }
  }

  private func isComplete(_ report: TrackLine.Assessment.Report, _ promised: Double?) -> Bool {
    guard let promised, report.level >= promised else { return false }
    return line.evidence[report.evidence].figure?.bound != "max"
  }

  /// Two exact figures of two articles, in one unit: different ones for the newest day, or less than the target after
  /// the newest claim that it was reached.
  private func contradiction(
    _ claims: [TrackLine.Assessment.Report], _ found: TrackLine.Assessment
  ) -> TrackLine.Assessment.Contradiction? {
    if let newest = found.reports.last, let pair = rivals(on: newest.day, found.reports) { return pair }
    guard let claim = claims.last, let promised = found.promised,
      ProgrammeStage(rawValue: line.stage)?.onlyGrows ?? true
    else { return nil }
    let rival = found.reports.last { report in
      report.day > claim.day && report.level < promised && disagree(claim, report)
    }
    guard let rival, !isPromisedBetween(claim.day, rival.day) else { return nil }
    return .init(claim: claim.evidence, rival: rival.evidence)
  }

  /// The largest figure for `day` and the least one that disagrees with it.
  private func rivals(
    on day: CalendarDate, _ reports: [TrackLine.Assessment.Report]
  ) -> TrackLine.Assessment.Contradiction? {
    let same = reports.filter { $0.day == day }
    guard let high = same.last, let low = same.first(where: { $0.level < high.level && disagree(high, $0) })
    else { return nil }
    return .init(claim: high.evidence, rival: low.evidence)
  }

  /// Whether two figures cannot both be true, as far as the sentences tell: parts of a whole stand in one article.
  private func disagree(_ one: TrackLine.Assessment.Report, _ other: TrackLine.Assessment.Report) -> Bool {
    let (left, right) = (line.evidence[one.evidence], line.evidence[other.evidence])
    return left.article.id != right.article.id && left.figure?.unit == right.figure?.unit
      && left.figure?.bound == nil && right.figure?.bound == nil
  }

  /// Whether another amount was promised after `first` and up to `last`: the claim was then about the older one.
  private func isPromisedBetween(_ first: CalendarDate, _ last: CalendarDate) -> Bool {
    line.evidence.contains { evidence in
      guard evidence.kind == .target, let day = evidence.article.published, let figure = evidence.figure,
        amount(of: figure) != nil
      else { return false }
      return first < day && day <= last
    }
  }
}

extension ProgrammeStage {
  /// Whether what reached the stage stays reached; what is being built is built at some time.
  var onlyGrows: Bool { self != .building && self != .other }
}
