internal import PantauRecords

/// One thing that a record states, flat, so that two records can be compared.
struct RecordFact: Equatable {
  /// A field of the fact.
  struct Field: Equatable {
    var name: String
    var value: String
  }

  /// What may be one and the same fact in two records: `statement`, `region`, `official`, `deadline` or `check`.
  var group: String
  /// Where it stands in the article's text; empty where it stands nowhere in particular.
  var span: Span
  /// In the record's order, without those that have no value.
  var fields: [Field]

  /// Fields that both have with the same value.
  func likeness(_ other: RecordFact) -> Int { fields.count { other.fields.contains($0) } }
}

extension ArticleRecord {
  /// Everything that the record states. Identifiers and confidence are left out: they change with any other fact.
  var facts: [RecordFact] {
    let speakers = Dictionary(officials.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    return regions.map(\.fact) + officials.map(\.fact) + deadlines.map(\.fact)
      + (targets + actuals + totals).map { $0.fact(speaker: $0.speaker.flatMap { speakers[$0] }) }
      + checks.map { check in
        RecordFact(
          group: "check", span: Span(0, 0),
          fields: [.init(name: "check", value: check.kind), .init(name: "message", value: check.message)])
      }
  }
}

/// Fields with their values, those without left out.
private func fields(_ all: [(String, String?)]) -> [RecordFact.Field] {
  all.compactMap { name, value in value.map { RecordFact.Field(name: name, value: $0) } }
}

private func plain(_ number: Double) -> String {
  number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
}

extension RegionMention {
  fileprivate var fact: RecordFact {
    RecordFact(
      group: "region", span: mentions.first ?? Span(0, 0),
      fields: fields([
        ("region", region), ("code", code), ("within", within), ("mentions", String(mentions.count)),
      ]))
  }
}

extension Official {
  fileprivate var fact: RecordFact {
    RecordFact(
      group: "official", span: mentions.first ?? Span(0, 0),
      fields: fields([
        ("official", name), ("position", position), ("of", of), ("acting", acting ? "yes" : nil),
        ("mentions", String(mentions.count)),
      ]))
  }
}

extension Deadline {
  fileprivate var fact: RecordFact {
    RecordFact(
      group: "deadline", span: span,
      fields: fields([
        ("deadline", text), ("relation", relation), ("earliest", earliest.map { "\($0)" }),
        ("latest", latest.map { "\($0)" }), ("edtf", edtf), ("approximate", approximate ? "yes" : nil),
      ]))
  }
}

extension Statement {
  fileprivate func fact(speaker name: String?) -> RecordFact {
    RecordFact(
      group: "statement", span: span,
      fields: fields([
        ("kind", kind.rawValue), ("programme", programme), ("stage", stage), ("value", value.map(plain)),
        ("percent", percent.map(plain)), ("all", all ? "yes" : nil), ("bound", bound), ("of", of.map(plain)),
        ("unit", unit), ("region", region), ("region_code", regionCode),
        ("earliest", earliest.map { "\($0)" }), ("latest", latest.map { "\($0)" }),
        ("as_of", asOf.map { "\($0)" }), ("speaker", name), ("quote", quote), ("rule", rule),
      ]))
  }
}
