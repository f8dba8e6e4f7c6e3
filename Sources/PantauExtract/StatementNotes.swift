import PantauRecords
import PantauRules
import PantauText

/// Puts what the choices weighed into words, field by field.
struct StatementNotes {
  let extractor: Extractor
  let reading: Reading
  let assembly: ChoiceLog.Assembly
  let log: ChoiceLog
  /// Shares by the amount's tokens, in the order of ``ChoiceLog/Entry/scores``.
  let shares: [Range<Int>: [[Explanation.Share]]]

  /// A note for each statement, and for each amount that became none.
  func notes(of statements: [Statement]) -> [Explanation.StatementNote] {
    var notes: [(anchor: Int, note: Explanation.StatementNote)] = []
    for (statement, draft) in zip(statements, assembly.kept) {
      notes.append((draft.quantity.anchor, note(of: statement, draft)))
    }
    for (index, quantity) in assembly.quantities.enumerated()
    where !assembly.kept.contains(where: { $0.quantity.range == quantity.range }) {
      notes.append((quantity.anchor, note(ofLost: quantity, index)))
    }
    return notes.sorted { $0.anchor < $1.anchor }.map(\.note)
  }

  // MARK: - Notes

  private func note(of statement: Statement, _ draft: Draft) -> Explanation.StatementNote {
    let quantity = draft.quantity
    let entry = log.entries[quantity.range]
    var fields = amountFields(quantity)
    if let stage = draft.stage {
      let chosen = entry?.stages.firstIndex { $0.cue.range == draft.cue?.range }
      let words = draft.cue.map { "'\(self.words($0.range))'" } ?? "the context"
      fields.append(
        .init(
          name: "stage", value: stage.string, origin: chosen == nil ? "from \(words)" : "weighed",
          candidates: stageCandidates(quantity, chosen: chosen),
          location: draft.cue.flatMap { location(of: $0) }))
    }
    let roles = roleCandidates(quantity, chosen: draft.kind.rawValue)
    let origin = roles.isEmpty ? "a stage and a day to come in one sentence" : "weighed"
    let cue = roles.first { $0.isChosen }?.location
    fields.append(
      .init(name: "role", value: draft.kind.rawValue, origin: origin, candidates: roles, location: cue))
    fields.append(regionField(draft, statement))
    fields += dateFields(draft, statement)
    if let speaker = speaker(statement) { fields.append(speaker) }
    return Explanation.StatementNote(
      statement: statement, text: words(quantity.range), rule: statement.rule, location: location(quantity),
      reason: nil, fields: fields)
  }

  private func note(ofLost quantity: Quantity, _ index: Int) -> Explanation.StatementNote {
    let stages = stageCandidates(quantity, chosen: nil)
    let roles = roleCandidates(quantity, chosen: nil)
    var fields = amountFields(quantity)
    if !stages.isEmpty {
      fields.append(.init(name: "stage", value: "–", origin: "weighed", candidates: stages))
    }
    if !roles.isEmpty { fields.append(.init(name: "role", value: "–", origin: "weighed", candidates: roles)) }
    return Explanation.StatementNote(
      statement: nil, text: words(quantity.range), rule: extractor.rules.rules[quantity.rule].name,
      location: location(quantity), reason: reason(quantity, roles), fields: fields)
  }

  /// Why an amount became no statement.
  private func reason(_ quantity: Quantity, _ roles: [Explanation.Candidate]) -> String {
    guard let entry = log.entries[quantity.range] else { return "it completes the statement before" }
    if assembly.drafts.contains(where: { $0.quantity.range == quantity.range }) {
      return "it repeats, or is part of, another statement"
    }
    if entry.stages.isEmpty { return "no stage is near" }
    if let best = roles.first, best.value != Statement.Kind.target.rawValue,
      best.value != Statement.Kind.actual.rawValue, best.score > 0
    {
      return "the words for '\(best.value)' weigh most"
    }
    if roles.allSatisfy({ $0.score < extractor.weights.roleThreshold }) {
      return "nothing tells whether it is promised or reached"
    }
    return quantity.unit == nil ? "nothing tells what it counts" : "its role and stage do not settle"
  }

  private func speaker(_ statement: Statement) -> Explanation.FieldNote? {
    guard let number = statement.speaker.flatMap({ Int($0.dropFirst()) }),
      reading.officials.indices.contains(number - 1)
    else { return nil }
    let name = reading.officials[number - 1].name
    let values = ValueNotes(reading: reading, rules: extractor.rules, labels: extractor.labels)
    let rule = values.rule(of: reading.officials[number - 1])
    return .init(
      name: "speaker", value: name, origin: "named with a word of saying, or speaking on", candidates: [],
      location: rule?.location)
  }

  // MARK: - Fields that are read

  private func amountFields(_ quantity: Quantity) -> [Explanation.FieldNote] {
    let captures =
      match(of: quantity).map {
        WordNotes(reading: reading, rules: extractor.rules, labels: extractor.labels).captures(of: $0)
      } ?? []
    func origin(_ names: String...) -> String {
      guard let found = captures.first(where: { names.contains($0.name) }) else { return "from the context" }
      return "capture \(found.name): '\(found.value)'"
    }
    var fields: [Explanation.FieldNote] = []
    func add(_ name: String, _ value: String?, _ origin: String) {
      guard let value else { return }
      fields.append(
        .init(name: name, value: value, origin: origin, candidates: [], location: location(quantity)))
    }
    add("value", quantity.value.map(Explanation.plain), origin("value"))
    add("percent", quantity.percent.map(Explanation.plain), origin("percent"))
    add("of", quantity.of.map(Explanation.plain), origin("of"))
    if quantity.all { add("all", "yes", "constant of the rule") }
    add("bound", quantity.bound?.string, origin("bound"))
    add("unit", quantity.unit?.string, origin("unit", "unit2"))
    return fields
  }

  private func dateFields(_ draft: Draft, _ statement: Statement) -> [Explanation.FieldNote] {
    if let index = draft.deadline {
      let date = reading.dates[index]
      let relation = date.parts.relation.map { ", \($0.rawValue)" } ?? ""
      return [
        dateField("deadline", statement.latest.map { "\($0)" } ?? "open", date, relation)
      ]
    }
    guard let day = statement.asOf else { return [] }
    let date = reading.dates.first { date in
      reading.sentence(of: date.range.lowerBound) == draft.quantity.sentence && date.days?.latest == day
    }
    guard let date else {
      return [.init(name: "as of", value: "\(day)", origin: "a date of the context", candidates: [])]
    }
    return [dateField("as of", "\(day)", date, "")]
  }

  private func dateField(
    _ name: String, _ value: String, _ date: FoundDate, _ relation: String
  ) -> Explanation.FieldNote {
    let values = ValueNotes(reading: reading, rules: extractor.rules, labels: extractor.labels)
    let rule = values.rule(extractor.labels.date) { $0 == date.range }
    return .init(
      name: name, value: value, origin: "\(rule?.name ?? "date"): '\(words(date.range))'\(relation)",
      candidates: [], location: rule?.location)
  }

  private func match(of quantity: Quantity) -> Match? {
    reading.text.matches.matches.first {
      Int($0.rule) == quantity.rule && $0.rule >= 0 && $0.range == quantity.range
    }
  }

  private func location(_ quantity: Quantity) -> String? {
    quantity.rule >= 0 ? extractor.rules.rules[quantity.rule].location : nil
  }

  private func words(_ range: Range<Int>) -> String { reading.text.text.string(range) }

  // MARK: - Fields that are chosen

  /// The shares of an entry's scores from `start` on.
  private func shares(_ quantity: Quantity, from start: Int, _ index: Int) -> [Explanation.Share] {
    let all = shares[quantity.range] ?? []
    return start + index < all.count ? all[start + index] : []
  }

  private func stageCandidates(_ quantity: Quantity, chosen: Int?) -> [Explanation.Candidate] {
    let stages = log.entries[quantity.range]?.stages ?? []
    return ranked(
      stages.enumerated().map { index, found in
        Explanation.Candidate(
          value: found.cue.stage.string, text: words(found.cue.range), score: found.score,
          shares: shares(quantity, from: 0, index), isChosen: index == chosen,
          location: location(of: found.cue))
      })
  }

  private func roleCandidates(_ quantity: Quantity, chosen: String?) -> [Explanation.Candidate] {
    guard let entry = log.entries[quantity.range] else { return [] }
    let candidates = entry.roles.enumerated().map { index, role in
      let cues = cues(of: role.name, quantity)
      return Explanation.Candidate(
        value: role.name,
        text: cues.isEmpty ? nil : cues.map { words($0.range) }.joined(separator: ", "), score: role.score,
        shares: shares(quantity, from: entry.stages.count, index), isChosen: role.name == chosen,
        location: cues.lazy.compactMap { reading.text.entry(of: $0)?.location }.first)
    }
    return ranked(candidates.filter { $0.score != 0 || $0.isChosen })
  }

  /// What in the sentence speaks for a role.
  private func cues(of role: String, _ quantity: Quantity) -> [Match] {
    let mode = role == Statement.Kind.actual.rawValue ? "done" : role
    let label = extractor.labels.modality
    return reading.text.matches.matches.filter { match in
      match.label == label && reading.sentence(of: Int(match.start)) == quantity.sentence
        && reading.text.column("mode", of: match) == mode
    }
  }

  /// File and line of the rule or of the programme's stage behind a cue.
  private func location(of cue: Cue) -> String? {
    let match = reading.text.matches.matches.first {
      $0.label == extractor.labels.stage && $0.range == cue.range
        && [cue.stage.string, Programme.completed].contains(reading.text.column("stage", of: $0))
    }
    guard let match else { return nil }
    return match.rule >= 0
      ? extractor.rules.rules[Int(match.rule)].location : reading.text.entry(of: match)?.location
  }

  private func regionField(_ draft: Draft, _ statement: Statement) -> Explanation.FieldNote {
    let value = [statement.region, statement.regionCode].compactMap { $0 }.joined(separator: " ")
    let entry = log.entries[draft.quantity.range]
    let start = (entry?.stages.count ?? 0) + (entry?.roles.count ?? 0)
    let candidates = (entry?.regions ?? []).enumerated().map { index, found in
      Explanation.Candidate(
        value: found.index.map { reading.regions[$0].label } ?? Statement.country, score: found.score,
        shares: shares(draft.quantity, from: start, index), isChosen: found.index == draft.region)
    }
    let origin = candidates.isEmpty ? "tied to the amount by its rule or line" : "weighed"
    return .init(
      name: "region", value: value, origin: origin, candidates: ranked(candidates),
      location: candidates.isEmpty ? location(draft.quantity) : nil)
  }

  /// Best first.
  private func ranked(_ candidates: [Explanation.Candidate]) -> [Explanation.Candidate] {
    candidates.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }.map(
      \.element)
  }
}
