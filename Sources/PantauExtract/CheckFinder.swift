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
    var checks: [Check] = []
    for index in statements.indices where statements[index].percent != nil {
      if let check = percentCheck(statements[index]) { checks.append(check) }
    }
    for index in statements.indices
    where statements[index].kind == .actual && statements[index].value != nil {
      if let check = universeCheck(statements[index]) { checks.append(check) }
    }
    addSumChecks(statements, to: &checks)
    for index in reading.dates.indices {
      guard let days = reading.dates[index].days, days.impossible || days.weekdayMismatch else {
        continue
      }
      if let check = dateCheck(reading.dates[index], days, reading) { checks.append(check) }
    }
    return checks
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
    guard let value = statement.value, statement.unit != "site",
      let index = statement.regionCode.flatMap({ gazetteer.index(code: $0) }),
      let villages = gazetteer.villages(of: index),
      value > Double(villages)
    else { return nil }
    let region = gazetteer.regions[index]
    return Check(
      kind: "above-universe", statement: statement.id, stated: value, computed: Double(villages),
      message: "\(region.label) has \(villages) desa and kelurahan")
  }

  /// Parts that follow a figure of the region above, and nearly exhaust it, must add up to it.
  private func addSumChecks(_ statements: [Statement], to checks: inout [Check]) {
    // Each of two parts and their whole is a statement.
    guard statements.count > 2 else { return }
    for index in statements.indices
    where statements[index].kind != .total && statements[index].bound == nil
      && statements[index].value != nil
    {
      guard let code = statements[index].regionCode, let below = children[code], below >= 2,
        below < statements.count,
        let check = sumCheck(of: statements[index], code, below, statements)
      else { continue }
      checks.append(check)
    }
  }

  private func sumCheck(
    of whole: Statement, _ code: String, _ below: Int, _ statements: [Statement]
  ) -> Check? {
    guard let value = whole.value else { return nil }
    var sum = 0.0
    var count = 0
    for index in statements.indices {
      guard statements[index].kind == whole.kind, let part = statements[index].value,
        statements[index].stage == whole.stage, statements[index].unit == whole.unit,
        let own = statements[index].regionCode, own != code, Gazetteer.lies(own, within: code)
      else { continue }
      sum += part
      count += 1
    }
    guard count == below, sum != value else { return nil }
    return Check(
      kind: "sum-mismatch", statement: whole.id, stated: value, computed: sum,
      message: "the \(count) parts add up to \(format(sum)), not \(format(value))")
  }

  private func dateCheck(_ date: FoundDate, _ days: DateRange, _ reading: Reading) -> Check? {
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
