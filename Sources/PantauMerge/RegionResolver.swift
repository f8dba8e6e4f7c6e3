public import PantauGazetteer
internal import PantauRecords

/// Says which region a statement is about: today's code, whatever code or name it had on its day.
public struct RegionResolver: Sendable {
  private let gazetteer: Gazetteer?
  private let history: RegionHistory
  /// Labels of provinces, regencies and cities that only one region bears.
  private let codes: [String: String]

  /// - Parameters:
  ///   - gazetteer: names and codes; nil to join by what the statements themselves say.
  ///   - history: renamings, recodings and splits.
  public init(gazetteer: Gazetteer? = nil, history: RegionHistory = RegionHistory()) {
    self.gazetteer = gazetteer
    self.history = history
    var codes: [String: String] = [:]
    var isShared: Set<String> = []
    if let gazetteer {
      for region in gazetteer.regions.prefix(gazetteer.ownCount) {
        let label = region.label
        if codes.updateValue(region.code, forKey: label) != nil { isShared.insert(label) }
      }
    }
    self.codes = codes.filter { !isShared.contains($0.key) }
  }

  /// The region of a statement; nil where only other statements can tell.
  func identity(of item: StatementInContext) -> RegionIdentity? {
    let statement = item.statement
    let day = statement.asOf ?? item.article.published
    if let code = statement.regionCode { return identity(code: history.current(code: code), on: day) }
    guard let label = statement.region else { return RegionIdentity() }
    if let code = code(label) { return identity(code: code, on: day) }
    guard let within = item.within, let parent = code(within), let found = code(label, below: parent) else {
      return nil
    }
    return identity(code: found, on: day)
  }

  /// The code of the regency or province that `holder` serves or serves in, else what tells its area apart.
  func area(of holder: Holder) -> String? {
    if let code = holder.of.flatMap({ code($0) }) { return history.current(code: code) }
    guard let area = holder.area else { return nil }
    return history.current(code: code(area) ?? area)
  }

  /// The label that a table of `day` shows for `code`; nil where the gazetteer does not know it.
  func label(of code: String, on day: CalendarDate) -> String? {
    history.label(of: code, on: day) ?? gazetteer?.region(code: code)?.label
  }

  private func code(_ label: String) -> String? { codes[label] ?? history.code(formerly: label) }

  /// The one district or village of this label below `parent`.
  private func code(_ label: String, below parent: String) -> String? {
    guard let gazetteer, let space = label.firstIndex(of: " ") else { return nil }
    let found = gazetteer.indices(named: label[label.index(after: space)...]).filter { index in
      let region = gazetteer.regions[index]
      return region.label == label && Gazetteer.lies(region.code, within: parent)
    }
    return found.count == 1 ? found.first.map { gazetteer.regions[$0].code } : nil
  }

  private func identity(code: String, on day: CalendarDate?) -> RegionIdentity {
    guard let split = history.split(of: code, on: day) else { return RegionIdentity(code: code) }
    return RegionIdentity(label: split.label)
  }
}
