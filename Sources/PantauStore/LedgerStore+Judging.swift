internal import GRDB
public import PantauRecords

extension LedgerStore {
  /// Decisions in force, by subject, labels and identifiers.
  /// - Parameters:
  ///   - subject: persons or articles; nil for both. Of articles only users' decisions are kept: which the rules join
  ///     stands in ``articleGroups(_:)``.
  ///   - withdrawn: whether those that no longer hold are listed too.
  /// - Returns: the decisions.
  /// - Throws: ``StoreError``.
  public func decisions(
    _ subject: Decision.Subject? = nil, withdrawn: Bool = false
  ) throws(StoreError) -> [Decision] {
    try access { try pool.read { try DecisionRows.all($0, subject: subject, withdrawn: withdrawn) } }
  }

  /// Records a user's decision on two names or two articles; every later merge respects it.
  ///
  /// A former judgement on the same two is withdrawn.
  /// - Parameters:
  ///   - verdict: whether they are one.
  ///   - one: identifier of a holder, a person or an article, or enough of its first characters.
  ///   - other: the other's.
  ///   - rules: decide anew what the judgement touches.
  /// - Returns: the decision as it stands in the ledger.
  /// - Throws: ``StoreError``; among others where an identifier is unknown, or the judgement contradicts others.
  @discardableResult public func judge(
    _ verdict: Decision.Verdict, _ one: String, _ other: String, rules: any MergeRules
  ) throws(StoreError) -> Decision {
    try access {
      try pool.write { db in
        try Judgement(db, rules, path: path).make(verdict, one, other)
      }
    }
  }

  /// Undoes a decision: a user's is withdrawn; against one of the rules the opposite is recorded.
  ///
  /// - Parameters:
  ///   - id: ``Decision/id``, or enough of its first characters.
  ///   - rules: decide anew what it touches.
  /// - Returns: the decision that was undone.
  /// - Throws: ``StoreError``; among others where no decision in force has this identifier.
  @discardableResult public func undo(
    _ id: String, rules: any MergeRules
  ) throws(StoreError) -> Decision {
    try access { try pool.write { db in try Judgement(db, rules, path: path).undo(id) } }
  }
}

/// One user's decision, within a transaction.
private struct Judgement {
  let db: Database
  let rules: any MergeRules
  let path: String
  let time: String

  init(_ db: Database, _ rules: any MergeRules, path: String) throws {
    self.db = db
    self.rules = rules
    self.path = path
    time = try Clock.now(db)
  }

  func make(_ verdict: Decision.Verdict, _ one: String, _ other: String) throws -> Decision {
    let (left, right) = (try party(one), try party(other))
    guard left.subject == right.subject, left.party != right.party else {
      throw StoreError(
        .contradiction, path: path, problem: "'\(one)' and '\(other)' are not two names or two articles",
        remedy: "Name two persons or two articles by their identifiers.")
    }
    for stored in try DecisionRows.inForce(db, scope: DecisionRows.users)
    where Set([stored.decision.left.id, stored.decision.right.id]) == [left.party.id, right.party.id] {
      try DecisionRows.withdraw(db, stored.row, time)
    }
    let decision = Decision(
      subject: left.subject, left.party, right.party, verdict: verdict, score: 1, reason: "a user's decision",
      author: .user, madeAt: time)
    try refuseContradiction(decision)
    try DecisionRows.insert(db, decision, scope: DecisionRows.users, time)
    try redo(decision)
    return decision
  }

  func undo(_ id: String) throws -> Decision {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT decision, id, scope FROM decisions
        WHERE substr(id, 1, length(?1)) = ?1 AND withdrawn_at IS NULL
        """, arguments: [id])
    guard Set(rows.map { $0[1] as String }).count == 1, let row = rows.first,
      let stored = try DecisionRows.inForce(db, scope: row[2]).first(where: { $0.row == row[0] as Int64 })
    else {
      throw StoreError(
        .unknownParty, path: path,
        problem: rows.isEmpty ? "no decision in force has the identifier '\(id)'" : "'\(id)' is several",
        remedy: "'pantau judge list' shows the identifiers.")
    }
    let decision = stored.decision
    if decision.author == .rule {
      _ = try make(decision.verdict == .same ? .different : .same, decision.left.id, decision.right.id)
    } else {
      try DecisionRows.withdraw(db, stored.row, time)
      try redo(decision)
    }
    return decision
  }

  /// Decides anew what a judgement touches.
  private func redo(_ decision: Decision) throws {
    switch decision.subject {
    case .person:
      try db.execute(
        sql: """
          INSERT OR IGNORE INTO open_scopes (scope)
          SELECT scope FROM holder_scopes JOIN holders USING (holder) WHERE id IN (?, ?)
          """, arguments: [decision.left.id, decision.right.id])
      try PersonSettlement(db, rules, time: time).run()
    case .article:
      let clusters = try Int64.fetchSet(
        db,
        sql: """
          SELECT g.cluster FROM article_groups g JOIN articles a USING (article) WHERE a.id IN (?, ?)
          """, arguments: [decision.left.id, decision.right.id])
      try ArticleFiling(db, rules).rebuild(clusters: clusters.sorted())
    }
  }

  /// Throws where users' decisions that two are the same would join two whom a user told apart.
  private func refuseContradiction(_ new: Decision) throws {
    let all = try DecisionRows.judgements(db, new.subject) + [new]
    var sets: [Set<String>] = []
    for same in all where same.verdict == .same {
      var joined: Set<String> = [same.left.id, same.right.id]
      sets.removeAll { set in
        guard !set.isDisjoint(with: joined) else { return false }
        joined.formUnion(set)
        return true
      }
      sets.append(joined)
    }
    for different in all where different.verdict == .different {
      guard sets.contains(where: { $0.contains(different.left.id) && $0.contains(different.right.id) })
      else { continue }
      throw StoreError(
        .contradiction, path: path,
        problem: "other judgements say that \(different.left.label) and \(different.right.label) are "
          + (new == different ? "one" : "two"),
        remedy: "Undo one of them first; 'pantau judge list' shows their identifiers.")
    }
  }

  private func party(_ id: String) throws -> (subject: Decision.Subject, party: Decision.Party) {
    let persons = try Row.fetchAll(
      db,
      sql: """
        SELECT name, position, served, area FROM holders WHERE substr(id, 1, length(?1)) = ?1 ORDER BY id LIMIT 2
        """, arguments: [id]
    ).map { (Decision.Subject.person, PersonSettlement.holder($0).party) }
    let articles = try Row.fetchAll(
      db,
      sql: """
        SELECT a.id, e.title FROM articles a JOIN readings_in_force USING (article)
          JOIN extractions e USING (extraction)
        WHERE substr(a.id, 1, length(?1)) = ?1 ORDER BY a.id LIMIT 2
        """, arguments: [id]
    ).map { (Decision.Subject.article, Decision.Party(id: $0[0], label: $0[1])) }
    let found = persons + articles
    guard found.count == 1, !id.isEmpty, let party = found.first else {
      throw StoreError(
        .unknownParty, path: path,
        problem: found.isEmpty
          ? "no name and no article has the identifier '\(id)'" : "several identifiers begin with '\(id)'",
        remedy: "'pantau export' and 'pantau judge list' show the identifiers.")
    }
    return party
  }
}
