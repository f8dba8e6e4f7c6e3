import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Finds what an article's own figures contradict.
struct CheckFinder: Sendable {
  let gazetteer: Gazetteer
  /// Number of regions right below each province.
  private let children: [String: Int]

  init(gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    var children: [String: Int] = [:]
    for region in gazetteer.regions.prefix(gazetteer.ownCount) {
      if let parent = region.parentCode { children[parent, default: 0] += 1 }
    }
    self.children = children
  }

  func checks(in reading: Reading, _ statements: [Statement]) -> [Check] {
    statements.compactMap(percentCheck) + statements.compactMap(universeCheck) + sumChecks(statements)
      + reading.dates.compactMap { dateCheck($0, reading) }
  }

  /// A stated percentage must be what its numbers give, rounded or cut at the decimals that it has.
  private func percentCheck(_ statement: Statement) -> Check? {
    guard let value = statement.value, let of = statement.of, of > 0, let stated = statement.percent,
      statement.bound == nil
    else { return nil }
    let computed = value / of * 100
    var unit = 1.0
    while unit > 0.001, (stated / unit).rounded() * unit != stated,
      abs((stated / unit).rounded() * unit - stated) > 1e-9
    {
      unit /= 10
    }
    guard abs(computed - stated) > unit else { return nil }
    let rounded = (computed * 100).rounded() / 100
    return Check(
      kind: "percent-mismatch", statement: statement.id, stated: stated, computed: rounded,
      message: "\(format(value)) of \(format(of)) is \(rounded) percent, not \(stated)")
  }

  /// No region has more cooperatives than villages.
  private func universeCheck(_ statement: Statement) -> Check? {
    guard let value = statement.value, statement.kind == .actual, statement.unit != "site",
      let region = statement.regionCode.flatMap({ gazetteer.region(code: $0) }),
      let villages = region.allVillages,
      value > Double(villages)
    else { return nil }
    return Check(
      kind: "above-universe", statement: statement.id, stated: value, computed: Double(villages),
      message: "\(region.label) has \(villages) desa and kelurahan")
  }

  /// Parts that follow a figure of the region above, and nearly exhaust it, must add up to it.
  private func sumChecks(_ statements: [Statement]) -> [Check] {
    statements.indices.compactMap { index in
      guard children[statements[index].regionCode ?? ""] ?? .max < statements.count else { return nil }
      let whole = statements[index]
      guard let value = whole.value, let code = whole.regionCode, let below = children[code],
        whole.kind != .total,
        whole.bound == nil
      else { return nil }
      guard below >= 2 else { return nil }
      let parts = statements.indices.filter { index in
        statements[index].kind == whole.kind && statements[index].value != nil
          && statements[index].stage == whole.stage && statements[index].unit == whole.unit
          && statements[index].regionCode.map { $0 != code && Gazetteer.lies($0, within: code) } ?? false
      }
      guard parts.count == below else { return nil }
      let sum = parts.reduce(0) { $0 + (statements[$1].value ?? 0) }
      guard sum != value else { return nil }
      return Check(
        kind: "sum-mismatch", statement: whole.id, stated: value, computed: sum,
        message: "the \(parts.count) parts add up to \(format(sum)), not \(format(value))")
    }
  }

  private func dateCheck(_ date: FoundDate, _ reading: Reading) -> Check? {
    guard let days = date.days else { return nil }
    let text = reading.text.text.string(date.range)
    if days.impossible {
      return Check(kind: "impossible-date", message: "'\(text)': there is no such day")
    }
    if days.weekdayMismatch, date.parts.year != nil || reading.reference != nil {
      let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
      return Check(
        kind: "weekday-mismatch",
        message: "'\(text)': \(days.earliest) was a \(names[days.earliest.weekday - 1])")
    }
    return nil
  }

  private func format(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }
}
