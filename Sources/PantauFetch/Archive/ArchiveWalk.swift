internal import PantauRecords

/// Walks the records of a web archive that may be pages.
struct ArchiveWalk: Sendable {
  private let path: String
  private var reader: WARCReader
  private var isBroken = false

  /// The block beyond which a record is passed over.
  private static let maximumRecord = 128 << 20

  init(_ path: String) throws(ReadFault) {
    self.path = path
    reader = try WARCReader(path: path, limit: ArchiveWalk.maximumRecord)
  }

  /// The next record that may be a page, or what is wrong with a part of the archive.
  mutating func next() -> Entry? {
    guard !isBroken else { return nil }
    do throws(ReadFault) {
      while let record = try reader.next() {
        // A damaged record's fault comes next.
        if !record.isDamaged, WARCPage.mayBePage(record) {
          return Entry(path: path, content: .record(record))
        }
      }
      return nil
    } catch {
      isBroken = error.code == .unreadable
      return Entry(path: path, content: .fault(error))
    }
  }
}
