#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

internal import PantauRecords

/// The pages of a folder that `fetch` filled: of each address the last that was stored, in the order of the archive.
struct FetchedPages: Sendable {
  private let folder: String
  /// The next one last; 24 bytes a page.
  private var places: [(file: Int, offset: Int, length: Int)] = []

  /// Nil where `folder` has no journal.
  init?(_ folder: String) {
    self.folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let path = "\(self.folder)/\(FetchFolder.journalName)"
    guard access(path, R_OK) == 0, var reader = try? LineReader(path: path) else { return nil }
    var latest: [AddressKey: JournalLine.Place] = [:]
    while let line = try? reader.next() {
      guard line.isComplete, let content = JournalLine(line.bytes),
        let url = content.url, let place = content.place
      else { continue }
      latest[AddressKey(asked: url)] = place
    }
    places = latest.values.map { ($0.file, $0.offset, $0.length) }
      .sorted { ($0.file, $0.offset) > ($1.file, $1.offset) }
  }

  mutating func next() -> Entry? {
    guard let place = places.popLast() else { return nil }
    let archive = "\(folder)/\(FetchFolder.archiveName(place.file))"
    return Entry(
      path: archive, content: .fetched(archive: archive, offset: place.offset, length: place.length))
  }
}
