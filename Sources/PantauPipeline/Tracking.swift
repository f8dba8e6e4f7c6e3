public import PantauMerge
public import PantauRecords
public import PantauStore

extension Setup {
  /// What joins articles, names and statements, with the setup's regions.
  public var merger: Merger { Merger(regions: regions, universe: universe) }

  /// What tells targets from achievements, with the setup's regions.
  var tracker: Tracker { Tracker(regions: regions, universe: universe) }

  private var universe: Tracker.Universe { { region, code, unit in count(of: unit, in: region, code: code) } }
}

extension LedgerStore {
  /// The tracking table: for each programme, region and stage the newest target against the newest report, with what
  /// the sentences behind it agree and disagree on.
  ///
  /// - Parameters:
  ///   - filter: which statements to look at.
  ///   - asOf: the day from which deadlines are judged; later articles are left out.
  ///   - setup: its gazetteer counts villages where an article says "all" without a number.
  /// - Returns: lines by region, programme and stage.
  /// - Throws: `StoreError`.
  public func track(
    _ filter: StatementFilter = StatementFilter(), asOf: CalendarDate, setup: Setup
  ) throws -> [TrackLine] {
    let statements = try statements(filter)
    return setup.tracker.lines(
      from: statements, voices: try voices(of: statements, filter, setup), asOf: asOf)
  }

  /// The lines of the table that `selection` chooses, in its order; a speaker is the person that the ledger knows by the
  /// name, whatever the spelling a sentence gives.
  public func track(
    _ filter: StatementFilter, asOf: CalendarDate, selection: TrackSelection, setup: Setup
  ) throws -> [TrackLine] {
    let speakers: Set<String> =
      try selection.speaker.map { words in
        try persons(named: words, filter.knownAt, setup)
      } ?? []
    return selection.lines(of: try track(filter, asOf: asOf, setup: setup), persons: speakers)
  }

  /// Identifiers of the persons of whom `words` are a name, a part of one, or an identifier.
  private func persons(named words: String, _ moment: LedgerTime?, _ setup: Setup) throws -> Set<String> {
    let folded = words.lowercased()
    func isMeant(_ holder: Holder) -> Bool {
      holder.name.lowercased().contains(folded) || PersonMatcher.isPart(words, of: holder.name)
        || (folded.utf8.count > 6 && holder.id.hasPrefix(folded))
    }
    guard let moment else { return Set(try holders().filter { isMeant($0.holder) }.map(\.person)) }
    let officials = try officials(knownAt: moment)
    let persons = setup.merger.persons(in: officials, try judgements(at: moment))
    return Set(officials.map { Holder($0.official) }.filter(isMeant).map { persons[$0.id] ?? $0.id })
  }

  /// What the statements agree and disagree on: facts with their voices, rival figures and events, line by line.
  ///
  /// - Parameters:
  ///   - filter: which statements to look at.
  ///   - asOf: the day whose knowledge is asked for; later articles are left out.
  ///   - setup: its gazetteer says which region a name or an old code means, and how many "all of them" are.
  /// - Returns: histories by region, programme and stage, as ``track(_:asOf:setup:)``.
  /// - Throws: `StoreError`.
  public func histories(
    _ filter: StatementFilter = StatementFilter(), asOf: CalendarDate, setup: Setup
  ) throws -> [FactHistory] {
    let statements = try statements(filter)
    return setup.merger.histories(
      from: statements, voices: try voices(of: statements, filter, setup), asOf: asOf)
  }

  /// Who speaks in `statements`, which are those of `filter`.
  private func voices(
    of statements: [StatementInContext], _ filter: StatementFilter, _ setup: Setup
  ) throws -> Voices {
    if let moment = filter.knownAt { return try voices(knownAt: moment, setup: setup) }
    let originals = try originals(of: Set(statements.lazy.map(\.article.id)))
    let persons = try persons(of: Set(statements.lazy.compactMap(\.speaker).map { Holder($0).id }))
    return Voices(
      groups: originals.mapValues { Voices.Group(id: $0.id, site: $0.site) }, persons: persons)
  }

  /// Who spoke, as far as the ledger knew at a moment: worked out anew from what it held then, judgements included.
  private func voices(knownAt moment: LedgerTime, setup: Setup) throws -> Voices {
    let judgements = try judgements(at: moment)
    let merger = setup.merger
    let articles = try texts(knownAt: moment)
    var groups: [String: Voices.Group] = [:]
    for group in merger.groups(of: articles, judgements: judgements) where group.count > 1 {
      let members = group.map { articles[$0] }
      let original = members.min { left, right in
        let one = (left.published?.dayNumber ?? Int.max, -left.body.unicodeScalars.count, left.id)
        return one < (right.published?.dayNumber ?? Int.max, -right.body.unicodeScalars.count, right.id)
      }
      for member in members {
        groups[member.id] = original.map { Voices.Group(id: $0.id, site: $0.source.site) }
      }
    }
    return Voices(groups: groups, persons: merger.persons(in: try officials(knownAt: moment), judgements))
  }

  /// What users had decided at a moment and not undone by then.
  private func judgements(at moment: LedgerTime) throws -> [Decision] {
    try decisions(withdrawn: true).filter { decision in
      decision.author == .user && decision.madeAt <= moment.description
        && decision.withdrawnAt.map { $0 > moment.description } ?? true
    }.map { decision in
      var held = decision
      held.withdrawnAt = nil
      return held
    }
  }

  /// The persons that the ledger's articles name, with offices, articles and the decisions that joined their names.
  ///
  /// - Parameter setup: makes persons of names.
  /// - Returns: one entity a person, by name, then office.
  /// - Throws: `StoreError`.
  public func persons(setup: Setup) throws -> [OfficialEntity] {
    setup.merger.persons(from: try officials(), decisions: try decisions(.person))
  }

  /// Articles by report, each with every copy and with what links it to the report's older members.
  ///
  /// - Parameter setup: says how alike articles are.
  /// - Returns: groups by the original's day, then identifier.
  /// - Throws: `StoreError`.
  public func reports(setup: Setup) throws -> [ArticleGroup] {
    let merger = setup.merger
    return try articleGroups().map { group in
      guard group.members.count > 1 else { return group }
      var group = group
      let links = merger.links(between: try texts(of: group.members.map(\.article.id)))
      for index in group.members.indices {
        group.members[index].links = links[group.members[index].article.id].map { [$0] } ?? []
      }
      return group
    }
  }
}
