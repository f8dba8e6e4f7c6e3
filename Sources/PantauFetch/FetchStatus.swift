public import PantauRecords

/// What a folder of fetched pages says about its addresses.
public struct FetchStatus: Sendable {
  /// An address and how it ended.
  public struct Line: Sendable {
    /// The address as it was asked, or the name of a document that came from a file.
    public var address: String
    /// How it ended.
    public var state: FetchState
    /// A word for programs; empty where the state says all.
    public var reason: String
    /// A sentence for people.
    public var message: String
    /// The day on which it ended.
    public var day: CalendarDate
  }

  /// Addresses by state.
  public private(set) var counts: [FetchState: Int] = [:]
  /// All addresses in the order in which they were met first.
  public private(set) var lines: [Line] = []

  /// Reads the journal of the folder at `path`; linear in its size.
  ///
  /// - Throws: a `Failure` of stage "fetch" where there is none.
  public init(folder path: String) throws(Failure) {
    guard FetchFolder.isOne(path) else {
      throw Failure(
        source: Source(path: path, sha256: ""), stage: "fetch", code: .unreadable,
        message: "this is no folder that 'pantau fetch' has filled: it holds no \(FetchFolder.journalName)")
    }
    var reader = try LineReader(path: "\(path)/\(FetchFolder.journalName)")
    var indexes: [AddressKey: Int] = [:]
    while let line = try reader.next() {
      guard line.isComplete, let content = JournalLine(line.bytes), let url = content.url,
        let state = content.state
      else { continue }
      let found = Line(
        address: url, state: state, reason: content.reason ?? "", message: content.message ?? "",
        day: WebDate.day(content.at))
      let key = AddressKey(asked: url)
      if let index = indexes[key] {
        lines[index] = found
      } else {
        indexes[key] = lines.count
        lines.append(found)
      }
    }
    for line in lines { counts[line.state, default: 0] += 1 }
  }
}
