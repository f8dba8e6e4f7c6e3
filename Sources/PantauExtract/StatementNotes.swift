import PantauRecords
import PantauRules
import PantauText

/// Weighs the choices behind each statement again, and takes down what each feature adds.
struct StatementNotes {
  let extractor: Extractor
  let reading: Reading
  let assembly: ChoiceLog.Assembly

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
    var fields = amountFields(quantity)
    let index = assembly.quantities.firstIndex { $0.range == quantity.range }
    let stages = index.map { stageCandidates(quantity, $0, chosen: draft.stage) } ?? []
    if let stage = draft.stage {
      let isWeighed = stages.contains(where: \.isChosen)
      let origin = isWeighed ? "weighed" : index == nil ? "beside the deadline" : "from the statement before"
      fields.append(.init(name: "stage", value: stage, origin: origin, candidates: stages))
    }
    if index != nil {
      let roles = roleCandidates(quantity, index ?? 0, chosen: draft.kind.rawValue)
      fields.append(.init(name: "role", value: draft.kind.rawValue, origin: "weighed", candidates: roles))
    } else {
      let origin = "a stage and a deadline in one sentence"
      fields.append(.init(name: "role", value: draft.kind.rawValue, origin: origin, candidates: []))
    }
    fields.append(regionField(draft, statement))
    fields += dateFields(draft, statement)
    if let speaker = statement.speaker, let number = Int(speaker.dropFirst()),
      reading.officials.indices.contains(number - 1)
    {
      let official = reading.officials[number - 1]
      fields.append(
        .init(name: "speaker", value: official.name, origin: "named last in the paragraph", candidates: []))
    }
    return Explanation.StatementNote(
      statement: statement, text: words(quantity.range), rule: statement.rule, location: location(quantity),
      reason: nil, fields: fields)
  }

  private func note(ofLost quantity: Quantity, _ index: Int) -> Explanation.StatementNote {
    let stages = stageCandidates(quantity, index, chosen: nil)
    let roles = roleCandidates(quantity, index, chosen: nil)
    var fields = amountFields(quantity)
    if !stages.isEmpty {
      fields.append(.init(name: "stage", value: "–", origin: "weighed", candidates: stages))
    }
    fields.append(.init(name: "role", value: "–", origin: "weighed", candidates: roles))
    let reason: String
    if assembly.drafts.contains(where: { $0.quantity.range == quantity.range }) {
      reason = "it repeats, or is part of, another statement"
    } else if quantity.unit == nil {
      reason = "nothing tells what it counts"
    } else if roles.allSatisfy({ $0.score < extractor.weights.roleThreshold }) {
      reason = "nothing tells whether it is promised or reached"
    } else if stages.isEmpty {
      reason = "no stage is near"
    } else {
      reason = "its role and stage do not settle"
    }
    return Explanation.StatementNote(
      statement: nil, text: words(quantity.range), rule: extractor.rules.rules[quantity.rule].name,
      location: location(quantity), reason: reason, fields: fields)
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
      if let value { fields.append(.init(name: name, value: value, origin: origin, candidates: [])) }
    }
    add("value", quantity.value.map(Explanation.plain), origin("value"))
    add("percent", quantity.percent.map(Explanation.plain), origin("percent"))
    add("of", quantity.of.map(Explanation.plain), origin("of"))
    if quantity.all { add("all", "yes", "constant of the rule") }
    add("bound", quantity.bound, origin("bound"))
    add("unit", quantity.unit, origin("unit", "unit2"))
    return fields
  }

  private func dateFields(_ draft: Draft, _ statement: Statement) -> [Explanation.FieldNote] {
    if let index = draft.deadline {
      let date = reading.dates[index]
      let rule = reading.text.matches.matches.first {
        $0.label == extractor.labels.date && $0.rule >= 0 && $0.range == date.range
      }
      let name = rule.map { extractor.rules.rules[Int($0.rule)].name } ?? "date"
      let relation = date.parts.relation.map { ", \($0.rawValue)" } ?? ""
      return [
        .init(
          name: "deadline", value: statement.latest.map { "\($0)" } ?? "open",
          origin: "\(name): '\(words(date.range))'\(relation)", candidates: [])
      ]
    }
    guard let day = statement.asOf else { return [] }
    return [.init(name: "as of", value: "\(day)", origin: "a date of the sentence", candidates: [])]
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

  private func stageChoice(_ weights: FeatureWeights, _ log: ChoiceLog) -> StageChoice {
    StageChoice(
      weights: weights, cues: assembly.cues, quantities: assembly.quantities, reading: reading, log: log)
  }

  private func stageCandidates(_ quantity: Quantity, _ index: Int, chosen: String?) -> [Explanation.Candidate]
  {
    let log = ChoiceLog()
    _ = stageChoice(extractor.weights, log).stage(of: quantity, index: index)
    let shares = extractor.weightTable.shares { weights in
      let log = ChoiceLog()
      _ = stageChoice(weights, log).stage(of: quantity, index: index)
      return log.stages.map(\.score)
    }
    let candidates = zip(log.stages, shares).map { found, shares in
      Explanation.Candidate(
        value: found.cue.stage, text: words(found.cue.range), score: found.score, shares: shares,
        isChosen: false)
    }
    return ranked(candidates, chosen: chosen)
  }

  private func roleCandidates(_ quantity: Quantity, _ index: Int, chosen: String?) -> [Explanation.Candidate]
  {
    let log = ChoiceLog()
    let stage = stageChoice(extractor.weights, log).stage(of: quantity, index: index)?.cue
    func scores(_ weights: FeatureWeights) -> [(name: String, score: Double)] {
      let log = ChoiceLog()
      _ = RoleChoice(weights: weights, cues: assembly.cues, reading: reading, log: log)
        .role(of: quantity, stage: stage, inherited: nil)
      return log.roles
    }
    let shares = extractor.weightTable.shares { scores($0).map(\.score) }
    let cues = assembly.cues.modes[quantity.sentence]
    let candidates = zip(scores(extractor.weights), shares).map { role, shares in
      let mode = role.name == Statement.Kind.actual.rawValue ? "done" : role.name
      let found = cues.filter { $0.mode == mode }.map { words($0.range) }
      return Explanation.Candidate(
        value: role.name, text: found.isEmpty ? nil : found.joined(separator: ", "), score: role.score,
        shares: shares, isChosen: false)
    }
    return ranked(candidates.filter { $0.score != 0 || $0.value == chosen }, chosen: chosen)
  }

  private func regionField(_ draft: Draft, _ statement: Statement) -> Explanation.FieldNote {
    let value = [statement.region, statement.regionCode].compactMap { $0 }.joined(separator: " ")
    func scores(_ weights: FeatureWeights) -> [(index: Int?, score: Double)] {
      let log = ChoiceLog()
      _ = RegionChoice(weights: weights, gazetteer: extractor.gazetteer, reading: reading, log: log)
        .region(of: draft.quantity)
      return log.regions.sorted { ($0.index ?? -1) < ($1.index ?? -1) }
    }
    let base = scores(extractor.weights)
    let shares = extractor.weightTable.shares { scores($0).map(\.score) }
    let candidates = zip(base, shares).map { found, shares in
      Explanation.Candidate(
        value: label(found.index), score: found.score, shares: shares, isChosen: false)
    }
    let origin = base.isEmpty ? "tied to the amount by its rule" : "weighed"
    return .init(
      name: "region", value: value, origin: origin,
      candidates: ranked(candidates, chosen: label(draft.region)))
  }

  private func label(_ region: Int?) -> String { region.map { reading.regions[$0].label } ?? "Indonesia" }

  /// Best first; of the candidates with the chosen value the best one is it.
  private func ranked(_ candidates: [Explanation.Candidate], chosen: String?) -> [Explanation.Candidate] {
    var ranked = candidates.enumerated().sorted {
      ($1.element.score, $0.offset) < ($0.element.score, $1.offset)
    }
    .map(\.element)
    if let index = ranked.firstIndex(where: { $0.value == chosen }) { ranked[index].isChosen = true }
    return ranked
  }
}
