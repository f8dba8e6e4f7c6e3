internal import PantauFetch
internal import PantauRecords

/// Lines that earlier runs wrote with the same rules and program, found by path and digest of their source.
///
/// Holds 32 bytes for each line; the lines stay in their files. May be asked from several threads.
struct EarlierRecords: Sendable {
  private struct Key: Hashable {
    var path: UInt64
    var digest: UInt64

    /// Nil for a source that was not read.
    init?(_ source: Source) {
      guard let digest = UInt64(source.sha256.prefix(16), radix: 16) else { return nil }
      self.digest = digest
      // FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in source.path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
      path = hash
    }
  }

  private struct Place {
    var file: Int
    var offset: Int
    var count: Int
  }

  /// What was found in one file.
  struct Found {
    /// Complete lines.
    var lines = 0
    /// SHA-256 of the file's complete lines.
    var digest = ""
    /// Bytes of the file's complete lines.
    var count = 0
    /// Whether the file ends with a complete line, or is empty.
    var isWhole = false
    /// Lines that no file added before had.
    var additions = 0
  }

  private var files: [RecordFile] = []
  private var places: [Key: Place] = [:]

  /// Adds the complete lines of the file at `path`, where it can be read.
  mutating func add(_ path: String) -> Found {
    var found = Found()
    guard let file = RecordFile(path), var reader = try? LineReader(path: path) else { return found }
    var digest = Digest()
    found.isWhole = true
    while let line = try? reader.next() {
      guard line.isComplete else {
        found.isWhole = false
        break
      }
      digest.update(line.bytes)
      digest.update([UInt8(ascii: "\n")])
      found.lines += 1
      found.count = line.offset + line.bytes.count + 1
      guard let head = SourceHead(line.bytes), let key = Key(head.source), places[key] == nil else {
        continue
      }
      if head.isFailure, RecordFile.failure(in: line.bytes)?.stage == "fetch" { continue }
      places[key] = Place(file: files.count, offset: line.offset, count: line.bytes.count + 1)
      found.additions += 1
    }
    found.digest = digest.hexadecimal()
    files.append(file)
    return found
  }

  /// Forgets everything, as where the files were made by other rules.
  mutating func removeAll() { self = EarlierRecords() }

  /// The line for a page from `source`, ended by its line feed; nil where no earlier run had the same page.
  func line(for source: Source) -> [UInt8]? {
    guard let key = Key(source), let place = places[key],
      let line = files[place.file].bytes(at: place.offset, count: place.count), let head = SourceHead(line),
      head.source.path == source.path, head.source.sha256 == source.sha256,
      source.url == nil || head.source.url == source.url,
      source.site == nil || head.source.site == source.site,
      head.source.retrievedAt == source.retrievedAt
    else { return nil }
    return line
  }
}
