public import PantauRecords

extension Merger {
  /// What the statements agree and disagree on: for each programme, region and stage the facts, rival figures and events.
  ///
  /// Statements of articles that were published after `asOf` are left out; those of unknown date are kept. The order of
  /// the input does not matter, and an article that comes twice counts once. Histories go in the order of
  /// ``Tracker/lines(from:asOf:)``. O(n log n) for n statements, and O(m · k) within a line of m statements and k facts.
  ///
  /// - Parameters:
  ///   - statements: what articles say.
  ///   - voices: which articles are one report, and which names one person.
  ///   - asOf: the day whose knowledge is asked for.
  /// - Returns: one history a line.
  public func histories(
    from statements: [StatementInContext], voices: Voices = Voices(), asOf: CalendarDate
  ) -> [FactHistory] {
    histories(of: LineGroups(statements, asOf: asOf, regions: regions), voices)
  }

  func histories(of groups: LineGroups, _ voices: Voices) -> [FactHistory] {
    let statements = groups.statements
    return groups.keys.map { key in
      let items = groups.items(of: key)
      let label = groups.label(of: key, among: items)
      let totals = groups.totals(for: key)
      let wholes = Wholes(statements, totals: totals, region: (label, key.region.code), universe: universe)
      func facts(_ kind: Statement.Kind, _ items: [Int]) -> [Fact] {
        FactBuilder(
          key: key, label: label, statements: statements, voices: voices, kind: kind, wholes: wholes
        )
        .facts(of: items.filter { statements[$0].statement.kind == kind })
      }
      let history = FactHistory(
        programme: key.programme, region: label, regionCode: key.region.code,
        within: groups.parent(of: key, among: items), stage: key.stage, targets: facts(.target, items),
        actuals: facts(.actual, items), totals: facts(.total, totals))
      return FactComparison(history).compared()
    }
  }

  /// The facts of all histories, each once.
  public func facts(
    from statements: [StatementInContext], voices: Voices = Voices(), asOf: CalendarDate
  ) -> [Fact] {
    var seen: Set<String> = []
    return histories(from: statements, voices: voices, asOf: asOf)
      .flatMap { $0.targets + $0.actuals + $0.totals }.filter { seen.insert($0.id).inserted }
  }
}

/// Makes the facts of one line and kind.
private struct FactBuilder {
  let key: LineKey
  let label: String?
  let statements: [StatementInContext]
  let voices: Voices
  let kind: Statement.Kind
  let wholes: Wholes

  func facts(of items: [Int]) -> [Fact] {
    let place = Dictionary(
      items.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var facts = FactClustering(statements, items, kind: kind, wholes: wholes).clusters.map { cluster in
      var cluster = cluster
      cluster.items.sort { (place[$0] ?? 0) < (place[$1] ?? 0) }
      return fact(of: cluster)
    }
    facts.sort { left, right in
      let (one, other) = (StatementOrder.day(order(left)), StatementOrder.day(order(right)))
      return one == other ? left.id < right.id : one < other
    }
    var counts: [String: Int] = [:]
    for index in facts.indices {
      let id = facts[index].id
      counts[id, default: 0] += 1
      if let count = counts[id], count > 1 { facts[index].id = "f" + StableHash.text([id, String(count)]) }
    }
    return facts
  }

  private func order(_ fact: Fact) -> CalendarDate? { kind == .actual ? fact.day : fact.firstPublished }

  private func fact(of cluster: FactClustering.Cluster) -> Fact {
    let said = cluster.items.map { statements[$0] }
    var fact = Fact(
      id: "", kind: kind, programme: kind == .total ? said.first?.statement.programme ?? "" : key.programme,
      stage: kind == .total ? nil : key.stage, region: label,
      regionCode: key.region.code, within: key.region.within ?? said.lazy.compactMap(\.within).first,
      amount: cluster.amount, earliest: cluster.earliest, latest: kind == .target ? cluster.date : nil,
      asOf: kind == .actual ? cluster.date : nil, whole: cluster.whole, sayings: sayings(of: said))
    fact.id = identifier(of: fact, cluster)
    return fact
  }

  private func sayings(of said: [StatementInContext]) -> [Fact.Saying] {
    // Unknown days stand first in the order, but an article of unknown day is nobody's original.
    let dated = said.filter { $0.article.published != nil } + said.filter { $0.article.published == nil }
    var originals: [String: String] = [:]
    for item in dated {
      let voice = voice(of: item)
      if originals[voice] == nil { originals[voice] = item.article.id }
    }
    return said.map { item in
      let voice = voice(of: item)
      return Fact.Saying(
        statement: item, group: voices.group(of: item.article).id, voice: voice,
        isEcho: originals[voice] != item.article.id, person: item.speaker.map { voices.person(of: $0) })
    }
  }

  private func voice(of item: StatementInContext) -> String {
    let group = voices.group(of: item.article)
    return group.site ?? group.id
  }

  private func identifier(of fact: Fact, _ cluster: FactClustering.Cluster) -> String {
    let date = cluster.date ?? (kind == .actual ? fact.firstPublished : nil)
    let amount: String
    if let value = cluster.number {
      amount = "\(value)"
    } else {
      amount = fact.amount.percent.map { "\($0)%" } ?? (fact.amount.all ? "all" : "")
    }
    return "f"
      + StableHash.text([
        kind.rawValue, fact.programme, key.region.code ?? "", key.region.label ?? "",
        key.region.within ?? "", fact.stage ?? "", amount, date?.description ?? "",
      ])
  }
}
