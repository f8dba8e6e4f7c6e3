internal import PantauRecords

/// What changed between the facts of one line, and which of its figures cannot all be true.
struct FactComparison {
  private var history: FactHistory

  init(_ history: FactHistory) { self.history = history }

  /// The history with its events, rival figures and void facts.
  func compared() -> FactHistory {
    var state = self
    let corrections = corrections(among: history.targets) + corrections(among: history.actuals)
    let void = Set(corrections.map(\.before)).subtracting(corrections.map(\.after))
    for index in history.targets.indices where void.contains(history.targets[index].id) {
      state.history.targets[index].isVoid = true
    }
    for index in history.actuals.indices where void.contains(history.actuals[index].id) {
      state.history.actuals[index].isVoid = true
    }
    state.history.events = (corrections + state.targetEvents() + denominatorEvents()).sorted { left, right in
      let (one, other) = (StatementOrder.day(left.day), StatementOrder.day(right.day))
      if one != other { return one < other }
      return (left.kind.rawValue, left.before, left.after) < (right.kind.rawValue, right.before, right.after)
    }
    state.history.rivals = state.rivals()
    return state.history
  }

  /// Two amounts of one article for one deadline or one day, of which one was published before.
  private func corrections(among facts: [Fact]) -> [FactEvent] {
    var found: [FactEvent] = []
    let byDay = Dictionary(grouping: facts) { $0.kind == .target ? $0.latest : $0.day }
    for (day, facts) in byDay where day != nil && facts.count > 1 {
      for old in facts {
        for new in facts
        where FactComparison.isPublished(new, after: old) && new.differs(from: old)
          && FactComparison.share(old, new)
        {
          found.append(event(.correction, old, new))
        }
      }
    }
    return found
  }

  // MARK: - Targets

  /// Each target against the one in force before it: the newest published, among these the latest deadline.
  private func targetEvents() -> [FactEvent] {
    let targets = history.targets.filter { !$0.isVoid }.sorted { left, right in
      let one = (StatementOrder.day(left.firstPublished), StatementOrder.day(left.latest))
      let other = (StatementOrder.day(right.firstPublished), StatementOrder.day(right.latest))
      return one == other ? left.id < right.id : one < other
    }
    return zip(targets, targets.dropFirst()).compactMap { old, new in
      let isTold = FactComparison.share(old, new)
      guard isTold || FactComparison.isPublished(new, after: old) else { return nil }
      if new.differs(from: old) {
        // Steps of one plan stand in one article with a deadline each; they do not revoke one another.
        return isTold ? nil : event(.targetMoved, old, new)
      }
      guard let before = old.latest, let after = new.latest, before != after else { return nil }
      if after < before { return event(.deadlineAdvanced, old, new) }
      return event(isTold ? .deadlineSlipped : .targetMoved, old, new)
    }
  }

  private func event(_ kind: FactEvent.Kind, _ old: Fact, _ new: Fact) -> FactEvent {
    let differs = new.differs(from: old)
    let isMoved = old.latest != new.latest
    return FactEvent(
      kind: kind, day: new.firstPublished, before: old.id, after: new.id,
      oldValue: differs ? old.figure : nil, newValue: differs ? new.figure : nil,
      oldDate: isMoved ? old.latest : nil, newDate: isMoved ? new.latest : nil,
      isSilent: !FactComparison.share(old, new))
  }

  // MARK: - Totals

  /// Each size of the universe against the one before it, by publication; of two in one article, the older one first.
  private func denominatorEvents() -> [FactEvent] {
    var events: [FactEvent] = []
    var standing: [Fact] = []
    for fact in history.totals where fact.amount.value != nil {
      guard let index = standing.firstIndex(where: { Units.agree($0.amount.unit, fact.amount.unit) }) else {
        standing.append(fact)
        continue
      }
      let old = standing[index]
      guard FactComparison.isPublished(fact, after: old) else { continue }
      if old.differs(from: fact) { events.append(event(.denominatorChanged, old, fact)) }
      standing[index] = fact
    }
    return events
  }

  // MARK: - Rivals

  /// Figures of independent reports for one day, and reports lower than an earlier one.
  func rivals() -> [RivalFigures] {
    let targets = Dictionary(grouping: history.targets.filter { $0.figure != nil && !$0.isVoid }) { fact in
      TargetDay(published: fact.firstPublished, latest: fact.latest)
    }
    let sameDay =
      targets.values.flatMap { sets(of: $0, day: $0.first?.firstPublished) }
      + Dictionary(
        grouping: history.actuals.filter { $0.day != nil && $0.figure != nil && !$0.isVoid }, by: \.day
      )
      .values.flatMap { sets(of: $0, day: $0.first?.day) }
    return (sameDay + declines()).sorted { left, right in
      let (one, other) = (StatementOrder.day(left.day), StatementOrder.day(right.day))
      if one != other { return one < other }
      if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
      return left.facts.lexicographicallyPrecedes(right.facts)
    }
  }

  private struct TargetDay: Hashable {
    var published: CalendarDate?
    var latest: CalendarDate?
  }

  /// The facts of one day that rival one another, numbers and percentages apart.
  private func sets(of facts: [Fact], day: CalendarDate?) -> [RivalFigures] {
    [false, true].compactMap { isPercent in
      let figures = facts.filter { ($0.number == nil) == isPercent }
      let rivals = figures.filter { fact in figures.contains { isRival(fact, $0) } }
      return RivalFigures(rivals, day: day)
    }
  }

  /// A report lower than the highest before it: programmes count what stays reached.
  private func declines() -> [RivalFigures] {
    let actuals = history.actuals
    // Facts are large values: what nearly always decides stands beside them.
    let figures = actuals.map { fact -> (day: Int, figure: Double)? in
      guard !fact.isVoid, let day = fact.day, let figure = fact.figure else { return nil }
      return (day.dayNumber, figure)
    }
    return actuals.indices.compactMap { index in
      guard let (day, figure) = figures[index], actuals[index].amount.bound != "max" else { return nil }
      var highest: (index: Int, figure: Double)?
      for old in 0..<index {
        guard let earlier = figures[old], earlier.day < day, earlier.figure > figure else { continue }
        if let highest {
          if highest.figure > earlier.figure { continue }
          if highest.figure == earlier.figure, actuals[highest.index].id < actuals[old].id { continue }
        }
        if isRival(actuals[old], actuals[index]) { highest = (old, earlier.figure) }
      }
      return highest.flatMap { RivalFigures([actuals[$0.index], actuals[index]], day: actuals[index].day) }
    }
  }

  /// Whether two figures contradict, and do not stand in one article that explains them.
  private func isRival(_ left: Fact, _ right: Fact) -> Bool {
    left.differs(from: right) && !FactComparison.share(left, right)
  }

  // MARK: - Two facts

  /// Whether one article says both. Most facts have a few sayings, for which a set costs more than it saves.
  private static func share(_ left: Fact, _ right: Fact) -> Bool {
    if left.sayings.count * right.sayings.count <= 64 {
      return left.sayings.contains { one in
        right.sayings.contains { $0.statement.article.id == one.statement.article.id }
      }
    }
    let articles = Set(left.sayings.map(\.statement.article.id))
    return right.sayings.contains { articles.contains($0.statement.article.id) }
  }

  private static func isPublished(_ new: Fact, after old: Fact) -> Bool {
    guard let day = new.firstPublished, let before = old.firstPublished else { return false }
    return day > before
  }
}

extension RivalFigures {
  /// Nil for fewer than two facts.
  fileprivate init?(_ facts: [Fact], day: CalendarDate?) {
    let sorted = facts.sorted { left, right in
      let (one, other) = (left.figure ?? 0, right.figure ?? 0)
      return one == other ? left.id < right.id : one < other
    }
    guard sorted.count > 1, let first = sorted.first, let last = sorted.last else { return nil }
    self.init(
      kind: first.kind, day: day, isPercent: first.number == nil, low: first.figure ?? 0,
      high: last.figure ?? 0, facts: sorted.map(\.id))
  }
}
