internal import PantauRecords

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Takes in what the user named: addresses go to the machine, documents on this machine straight to the folder.
struct SourceIntake {
  private let folder: FetchFolder?
  private let now: Int
  private let listener: Fetcher.Listener
  private(set) var summary = FetchSummary()

  private static let maximumList = 256 << 20

  init(folder: FetchFolder?, now: Int, listener: Fetcher.Listener) {
    self.folder = folder
    self.now = now
    self.listener = listener
  }

  mutating func take(_ source: FetchSource, into machine: inout FetchMachine, at moment: Double) throws {
    if source.isOnTheWeb { return try takeAddress(source, into: &machine, at: moment) }
    if source.location == "-" { return try takeLines("-", into: &machine, at: moment) }
    var status = stat()
    guard stat(source.location, &status) == 0, status.st_mode & S_IFMT != S_IFDIR,
      !PageName.isArchive(source.location), !PageName.isLines(source.location)
    else { return try takeDocuments(source.location) }
    try takeFile(source, into: &machine, at: moment)
  }

  private mutating func takeAddress(
    _ source: FetchSource, into machine: inout FetchMachine, at moment: Double
  ) throws {
    do throws(WebAddress.Fault) {
      var candidate = Candidate(
        address: try WebAddress(source.location), kind: .source(discover: source.discovers))
      if !source.match.isEmpty { candidate.match = TitleMatch(source.match) }
      machine.add(candidate, at: moment)
    } catch {
      try refuse(source.location, error)
    }
  }

  /// A text that is no address which can be asked.
  private mutating func refuse(_ text: String, _ fault: WebAddress.Fault) throws {
    let (code, message) =
      switch fault {
      case .scheme(let scheme): ("refused-scheme", "'\(scheme)' is not asked, only http and https")
      case .malformed: ("bad-address", "this is no address")
      case .tooLong: ("bad-address", "this address is longer than \(WebAddress.maximumLength) bytes")
      }
    summary.states[.refused, default: 0] += 1
    let shown = String(text.prefix(500))
    var line = JournalLine(at: now)
    (line.url, line.kind, line.state) = (shown, "page", .refused)
    (line.reason, line.message) = (code, message)
    try folder?.journal.append(line)
    listener.failure(
      Failure(
        source: Source(path: shown, sha256: ""), stage: "fetch", code: Failure.Code(rawValue: code),
        message: message))
  }

  // MARK: - Files

  /// A file: a list of addresses, a listing, or a document.
  private mutating func takeFile(
    _ source: FetchSource, into machine: inout FetchMachine, at moment: Double
  ) throws {
    let bytes: [UInt8]
    do throws(Failure) {
      bytes = try FileContent.decompressedBytes(at: source.location, maximumBytes: SourceIntake.maximumList)
    } catch {
      return fail(error)
    }
    if Listing.list(bytes) != nil { return try takeLines(source.location, into: &machine, at: moment) }
    if let listing = try? Listing.read(bytes, base: nil) {
      let match = source.match.isEmpty ? nil : TitleMatch(source.match)
      return machine.add(listing, depth: 0, match: match, at: moment)
    }
    try takeDocuments(source.location)
  }

  /// One address a line; what is none is refused by itself.
  private mutating func takeLines(_ path: String, into machine: inout FetchMachine, at moment: Double) throws
  {
    do throws(Failure) {
      var reader = try LineReader(path: path, maximumBytes: 1 << 20)
      while let line = try reader.next() {
        let text = String(decoding: HeaderBlock.trimmed(line.bytes[...]), as: UTF8.self)
        if text.isEmpty || text.hasPrefix("#") { continue }
        do throws(WebAddress.Fault) {
          let address = try WebAddress(text)
          guard machine.limits.match.takes(title: nil, address: address) else {
            machine.counts.leftOut += 1
            continue
          }
          machine.add(Candidate(address: address), at: moment)
        } catch {
          do { try refuse(text, error) } catch {
            throw Failure(
              source: Source(path: path, sha256: ""), stage: "fetch", code: .unreadable, message: "\(error)")
          }
        }
      }
    } catch {
      fail(error)
    }
  }

  private mutating func fail(_ failure: Failure) {
    summary.states[.failed, default: 0] += 1
    listener.failure(failure)
  }

  // MARK: - Documents on this machine

  /// Copies the documents of a folder or an archive into the folder, those that it has left out.
  private mutating func takeDocuments(_ path: String) throws {
    for entry in LocalSource([path]) {
      do throws(Failure) {
        switch try entry.document() {
        case .page(let page): try keep(page, entry)
        case .parts(let pages): for page in pages { try keep(page, entry) }
        case .article(let article):
          throw Failure(
            source: article.source, stage: "fetch", code: .badRecord,
            message: "an article that is cleaned already is no page; give it to 'extract'")
        }
      } catch {
        fail(error)
      }
      if listener.isInterrupted() { return }
    }
  }

  private mutating func keep(_ page: Page, _ entry: Entry) throws(Failure) {
    let name = page.source.url ?? "\(page.source.path)#\(page.source.sha256.prefix(16))"
    if let state = folder?.journal.state(of: AddressKey(asked: name)), state == .stored {
      summary.states[.duplicate, default: 0] += 1
      return
    }
    let type = page.kind == .html ? "text/html" : "text/plain"
    let target = page.source.url ?? "urn:pantau:" + AddressText.escaped(Array(name.utf8)[...])
    let date = page.source.retrievedAt.flatMap(WebDate.seconds) ?? now
    let record = WARCRecord.resource(
      page.bytes, target: target, type: page.charset.map { "\(type); charset=\($0)" } ?? type, date: date)
    do throws(FetchError) {
      try folder?.store(record, url: name, at: now)
    } catch {
      throw Failure(source: page.source, stage: "fetch", code: .unreadable, message: error.description)
    }
    summary.states[.stored, default: 0] += 1
  }
}

extension FetchSource {
  /// Whether the file at `path` holds addresses, one a line, and nothing else.
  public static func isListOfAddresses(_ path: String) -> Bool {
    var status = stat()
    guard path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size < 256 << 20,
      !PageName.isArchive(path), !PageName.isLines(path), let bytes = try? FileContent.bytes(at: path),
      !Gunzip.isCompressed(bytes)
    else { return false }
    return Listing.list(bytes) != nil
  }
}
