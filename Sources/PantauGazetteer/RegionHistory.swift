public import PantauRecords

/// Which regions were renamed, recoded or split, and when: `rules/gazetteer/history.tsv`.
public struct RegionHistory: Sendable, Equatable {
  /// A region that was larger before a day than the one that bears its code since.
  public struct Split: Sendable, Equatable {
    /// The last day of the larger region.
    public var lastDay: CalendarDate
    /// What to call the larger region.
    public var label: String
  }

  private var codes: [String: String] = [:]
  private var labels: [String: String] = [:]
  private var splits: [String: [Split]] = [:]
  private var names: [String: [Split]] = [:]

  /// A history in which nothing happened.
  public init() {}

  static let columns = ["change", "last_day", "code", "label", "new_code", "new_label", "law"]

  /// - Parameters:
  ///   - table: text of `rules/gazetteer/history.tsv`.
  ///   - path: the table's name in messages.
  /// - Throws: ``GazetteerError`` naming the faulty line.
  public init(table: String, path: String) throws(GazetteerError) {
    var isHeaderRead = false
    let lines = table.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      func refuse(_ message: String) -> GazetteerError {
        GazetteerError(path: path, line: index + 1, message: message)
      }
      guard cells.count == RegionHistory.columns.count else {
        throw refuse("expected \(RegionHistory.columns.count) cells")
      }
      guard isHeaderRead else {
        guard cells == RegionHistory.columns else {
          throw refuse("the columns are not \(RegionHistory.columns.joined(separator: ", "))")
        }
        isHeaderRead = true
        continue
      }
      guard let lastDay = CalendarDate(iso: cells[1]) else {
        throw refuse("'\(cells[1])' is no day of the form YYYY-MM-DD")
      }
      guard add(cells, lastDay) else {
        throw refuse("there is no change '\(cells[0])'; the changes are renamed, recoded and split")
      }
    }
    for code in splits.keys { splits[code]?.sort { $0.lastDay < $1.lastDay } }
    for code in names.keys { names[code]?.sort { $0.lastDay < $1.lastDay } }
  }

  private mutating func add(_ cells: [String], _ lastDay: CalendarDate) -> Bool {
    switch cells[0] {
    case "renamed":
      labels[cells[3]] = cells[4]
      names[cells[4], default: []].append(Split(lastDay: lastDay, label: cells[3]))
    case "recoded": codes[cells[2]] = cells[4]
    case "split": splits[cells[2], default: []].append(Split(lastDay: lastDay, label: cells[5]))
    default: return false
    }
    return true
  }

  /// Today's code of the region that had `code`, or a part of it (`91.01.05` lies in `91.01`); `code` itself where
  /// nothing changed.
  public func current(code: String) -> String {
    if let new = codes[code] { return new }
    // A district's or village's code begins with its regency's five characters.
    guard code.utf8.count > 5, let new = codes[String(code.prefix(5))] else { return code }
    return new + code.dropFirst(5)
  }

  /// Today's code of the region that once had this label; nil where the history does not know it.
  public func code(formerly label: String) -> String? { labels[label] }

  /// The larger region that `code` meant on `day`; nil where it meant what it means today.
  public func split(of code: String, on day: CalendarDate?) -> Split? {
    guard let day, let all = splits[code] else { return nil }
    return all.first { day <= $0.lastDay }
  }

  /// What the region of `code` was called on `day`, where it has another name today.
  public func label(of code: String, on day: CalendarDate) -> String? {
    names[code]?.first { day <= $0.lastDay }?.label
  }
}
