internal import PantauRecords

/// What a folder of fetched pages knows of addresses: a file that only grows, a line for each thing that happened.
///
/// In memory, an address takes 40 bytes, however long it is; its line is read again where more is asked.
final class Journal {
  private struct Brief {
    var state: FetchState
    var isPage: Bool
    var date: Int32
    var offset: Int
    var length: Int32
  }

  let path: String
  private var briefs: [AddressKey: Brief] = [:]
  private(set) var robots: [String: RobotsVerdict] = [:]
  /// The place of the last page by archive file.
  private(set) var archiveEnds: [Int: Int] = [:]
  private var size = 0
  private let file: AppendFile

  /// Reads the journal at `path`, or begins one; a last line that was cut off is taken away. Linear.
  init(path: String, agent: String) throws(FetchError) {
    self.path = path
    file = try AppendFile(path: path)
    var end = 0
    do throws(Failure) {
      var reader = try LineReader(path: path)
      while let line = try reader.next(), line.isComplete {
        end = line.offset + line.bytes.count + 1
        guard let content = JournalLine(line.bytes) else { continue }
        note(content, offset: line.offset, length: line.bytes.count, agent: agent)
      }
    } catch {
      throw FetchError(.unusableFolder, path: path, reason: error.message)
    }
    try file.cut(to: end)
    size = end
  }

  private func note(_ line: JournalLine, offset: Int, length: Int, agent: String = "pantau") {
    if let origin = line.robots {
      robots[origin] = line.robotsVerdict(agent: agent)
      return
    }
    guard let url = line.url, let state = line.state else { return }
    let brief = Brief(
      state: state, isPage: line.kind == "page" || line.kind == "document", date: Int32(clamping: line.at),
      offset: offset, length: Int32(clamping: length))
    briefs[AddressKey(asked: url)] = brief
    for other in line.also ?? [] {
      let key = AddressKey(asked: other)
      if briefs[key] == nil { briefs[key] = brief }
    }
    if let place = line.place {
      archiveEnds[place.file] = max(archiveEnds[place.file] ?? 0, place.offset + place.length)
    }
  }

  /// Adds a line. It is the system's when this returns: a kill loses nothing.
  func append(_ line: JournalLine) throws(FetchError) {
    let bytes = line.bytes
    try file.append(bytes)
    note(line, offset: size, length: bytes.count - 1)
    size += bytes.count
  }

  func synchronize() throws(FetchError) { try file.synchronize() }

  /// The state of an address, nil where it is not known.
  func state(of key: AddressKey) -> FetchState? { briefs[key]?.state }

  /// What is known of an address.
  func known(_ key: AddressKey) -> FetchMachine.Known? {
    guard let brief = briefs[key] else { return nil }
    var known = FetchMachine.Known(state: brief.state, date: Int(brief.date), isPage: brief.isPage)
    if [.stored, .unchanged, .listed].contains(brief.state),
      let bytes = file.bytes(at: brief.offset, count: Int(brief.length)), let line = JournalLine(bytes)
    {
      known.validators = Validators(
        etag: line.etag, lastModified: line.lastModified,
        source: (line.final ?? line.url).flatMap { try? WebAddress($0) })
      known.choice = line.choice ?? ""
    }
    return known
  }

  /// What waits, and with `failed`, what failed or was refused and may be asked again, in the order of the journal.
  func waiting(failed: Bool) -> [Candidate] {
    let chosen = briefs.values.filter {
      $0.state == .pending || failed && [.failed, .refused, .disallowed].contains($0.state)
    }
    return chosen.sorted { $0.offset < $1.offset }.compactMap { brief in
      guard let bytes = file.bytes(at: brief.offset, count: Int(brief.length)), let line = JournalLine(bytes),
        brief.state != .disallowed || line.reason == "robots-unreachable"
      else { return nil }
      return line.candidate
    }
  }
}
