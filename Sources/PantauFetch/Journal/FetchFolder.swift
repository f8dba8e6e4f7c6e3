internal import FoundationEssentials
internal import PantauRecords

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A folder that fetched pages go to: `journal.jsonl` and archives `pages-00001.warc.gz`, held by one run at a time.
///
/// A page is written to the archive first, then to the journal. What a killed run wrote to the archive but not to the
/// journal is taken over when the folder is opened, as far as its records are whole; the rest is cut off.
final class FetchFolder {
  let path: String
  let journal: Journal
  private let descriptor: Int32
  private var archive: AppendFile
  private var number: Int
  private let software: String

  static let journalName = "journal.jsonl"
  /// The size at which a new archive file is begun, 1 GB as the WARC guidelines advise.
  private static let archiveSize = 1_000_000_000
  private static let level: Int32 = 4

  /// Whether the folder at `path` was filled by an earlier run.
  static func isOne(_ path: String) -> Bool { access("\(path)/\(journalName)", F_OK) == 0 }

  static func archiveName(_ number: Int) -> String {
    let digits = String(number)
    return "pages-" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits + ".warc.gz"
  }

  /// Opens the folder, making it where it is missing, and takes over what a killed run left.
  init(path: String, agent: String, software: String, now: Int) throws(FetchError) {
    self.path = path
    self.software = software
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw FetchError(.unusableFolder, path: path, reason: "the folder cannot be made; choose another place")
    }
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FetchError(path: path, code: errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw FetchError(
        .busy, path: path, reason: "another run writes to this folder; wait for it or choose another")
    }
    journal = try Journal(path: "\(path)/\(FetchFolder.journalName)", agent: agent)
    number = max(journal.archiveEnds.keys.max() ?? 1, FetchFolder.lastArchive(in: path))
    archive = try AppendFile(path: "\(path)/\(FetchFolder.archiveName(number))")
    try takeOver(now: now)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  private static func lastArchive(in path: String) -> Int {
    var number = 1
    while access("\(path)/\(archiveName(number + 1))", F_OK) == 0 { number += 1 }
    return number
  }

  /// Appends the pages that the archive holds and the journal does not.
  private func takeOver(now: Int) throws(FetchError) {
    let start = journal.archiveEnds[number] ?? 0
    var end = start
    if archive.size > start, let bytes = archive.bytes(at: start, count: archive.size - start) {
      var tail = ArchiveTail(bytes)
      while let group = tail.next() {
        if let line = JournalLine(
          adopting: group.records,
          place: JournalLine.Place(
            file: number, offset: start + group.range.lowerBound, length: group.range.count))
        {
          try journal.append(line)
        }
        end = start + group.range.upperBound
      }
    }
    try archive.cut(to: end)
    if end == 0 { try begin(now: now) }
  }

  private func begin(now: Int) throws(FetchError) {
    let info = WARCRecord.info(software: software, date: now, file: FetchFolder.archiveName(number))
    try archive.append(Deflater.member(info.bytes))
  }

  /// Keeps a page: all its records in one write, then its line.
  func store(_ page: StoredPage, at now: Int) throws(FetchError) {
    let asked = page.settlement.asked
    var bytes: [UInt8] = []
    for (index, capture) in page.captures.enumerated() {
      let record = WARCRecord.response(
        capture.response, of: capture.address, date: capture.date,
        fields: [("Pantau-Asked", asked.description), ("Pantau-Part", "\(index + 1)/\(page.captures.count)")])
      bytes += Deflater.member(record.bytes, level: FetchFolder.level)
    }
    let place = try append(bytes, now: now)
    var line = JournalLine(page.settlement, at: now)
    line.title = page.title
    line.published = page.published
    line.place = place
    let others = page.captures.map(\.address) + (page.canonical.map { [$0] } ?? [])
    line.also = others.filter { $0.key != asked.key }.map(\.description)
    try journal.append(line)
  }

  /// Keeps a document that came from a file.
  func store(_ record: WARCRecord, url: String, at now: Int) throws(FetchError) {
    let place = try append(Deflater.member(record.bytes, level: FetchFolder.level), now: now)
    var line = JournalLine(at: now)
    (line.url, line.kind, line.state, line.place) = (url, "document", .stored, place)
    try journal.append(line)
  }

  private func append(_ bytes: [UInt8], now: Int) throws(FetchError) -> JournalLine.Place {
    if archive.size > FetchFolder.archiveSize {
      try archive.synchronize()
      number += 1
      archive = try AppendFile(path: "\(path)/\(FetchFolder.archiveName(number))")
      try begin(now: now)
    }
    let place = JournalLine.Place(file: number, offset: archive.size, length: bytes.count)
    try archive.append(bytes)
    return place
  }

  /// Waits until the disk has everything.
  func synchronize() throws(FetchError) {
    try archive.synchronize()
    try journal.synchronize()
  }
}

extension JournalLine {
  /// The line for a page that was written to the archive by a run that was killed; nil for a record that is no page.
  init?(adopting records: [WARCRecord], place: Place) {
    guard let first = records.first, let target = first["warc-target-uri"], first.type != "warcinfo" else {
      return nil
    }
    let asked = first["pantau-asked"]
    at = first["warc-date"].flatMap(WebDate.seconds) ?? 0
    url = asked ?? target
    kind = first.type == "response" ? "page" : "document"
    state = .stored
    self.place = place
    if let asked, asked != target { final = target }
    if let header = HeaderBlock.read(first.block)?.block, first.type == "response" {
      status = header.status
      if asked == target { (etag, lastModified) = (header["etag"], header["last-modified"]) }
    }
    also = records.compactMap { $0["warc-target-uri"] }.filter { $0 != url }
  }
}
