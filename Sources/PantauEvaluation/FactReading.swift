internal import PantauRecords

/// Brings gold and records into the form in which they are compared.
struct FactReading {
  let vocabulary: EvaluationVocabulary

  func facts(_ kind: Scores.Kind, of gold: GoldRecord) -> [ComparableFact] {
    switch kind {
    case .regions: regions(gold.regions.map(\.region))
    case .officials, .officialsWithPosition:
      gold.officials.map { official($0.name, $0.position, $0.of) }
    case .targets, .targetsWithStage: gold.targets.map(fact)
    case .actuals, .actualsWithStage: gold.actuals.map(fact)
    case .totals: gold.totals.map(fact)
    case .deadlines: deadlines(gold.targets.compactMap(\.latest))
    }
  }

  func facts(_ kind: Scores.Kind, of record: ArticleRecord) -> [ComparableFact] {
    switch kind {
    case .regions: regions(record.regions.map(\.region))
    case .officials, .officialsWithPosition:
      record.officials.map { official($0.name, $0.position, $0.of) }
    case .targets, .targetsWithStage: record.targets.map(fact)
    case .actuals, .actualsWithStage: record.actuals.map(fact)
    case .totals: record.totals.map(fact)
    case .deadlines: deadlines(record.targets.compactMap(\.latest))
    }
  }

  private func regions(_ labels: [String]) -> [ComparableFact] {
    labels.compactMap { label in
      var fact = ComparableFact()
      fact.region = vocabulary.regionKey(label)
      fact.label = label
      return fact.region == "indonesia" ? nil : fact
    }
  }

  private func official(_ name: String, _ position: String?, _ body: String?) -> ComparableFact {
    var fact = ComparableFact()
    fact.name = vocabulary.nameKey(name)
    fact.position = Folding.words(position ?? "")
    fact.served = Folding.words(body ?? "")
    fact.label = [name, position, body].compactMap(\.self).joined(separator: ", ")
    return fact
  }

  private func deadlines(_ days: [CalendarDate]) -> [ComparableFact] {
    Set(days).sorted().map { day in
      var fact = ComparableFact()
      fact.latest = day
      fact.label = day.description
      return fact
    }
  }

  private func fact(_ gold: GoldRecord.Fact) -> ComparableFact {
    var fact = ComparableFact()
    fact.region = vocabulary.regionKey(gold.region)
    fact.value = gold.value
    fact.percent = gold.percent
    fact.all = gold.all ?? false
    fact.latest = gold.latest
    fact.stage = gold.stage
    fact.label = label(fact, region: gold.region, unit: gold.unit, quote: gold.quote)
    return fact
  }

  /// A total has a number only, as in the record's JSON form.
  private func fact(_ statement: Statement) -> ComparableFact {
    var fact = ComparableFact()
    fact.region = vocabulary.regionKey(statement.region)
    fact.value = statement.value
    fact.percent = statement.kind == .total ? nil : statement.percent
    fact.all = statement.kind == .total ? false : statement.all
    fact.latest = statement.kind == .target ? statement.latest : nil
    fact.stage = statement.stage
    fact.label = label(fact, region: statement.region, unit: statement.unit, quote: statement.quote)
    return fact
  }

  /// `formed 64 urban_village, Kota Batam, latest 2025-05-31: "…"`.
  private func label(_ fact: ComparableFact, region: String?, unit: String?, quote: String?) -> String {
    var words: [String] = []
    if let stage = fact.stage { words.append(stage) }
    if let value = fact.value { words.append(number(value)) }
    if let percent = fact.percent { words.append(number(percent) + "%") }
    if fact.all { words.append("all") }
    if let unit { words.append(unit) }
    var label = words.joined(separator: " ") + ", " + (region ?? "no region")
    if let latest = fact.latest { label += ", latest \(latest)" }
    return quote.map { "\(label): \"\($0)\"" } ?? label
  }

  private func number(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 9e15 ? String(Int(number)) : String(number)
  }
}
