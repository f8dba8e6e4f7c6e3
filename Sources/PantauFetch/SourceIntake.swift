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
  private let isDry: Bool
  private let now: Int
  private let listener: Fetcher.Listener
  private(set) var summary = FetchSummary()

  private static let maximumList = 256 << 20

  init(folder: FetchFolder?, isDry: Bool, now: Int, listener: Fetcher.Listener) {
    self.folder = folder
    self.isDry = isDry
    self.now = now
    self.listener = listener
  }

  mutating func take(_ source: FetchSource, into machine: inout FetchMachine, at moment: Double) throws {
    if source.isOnTheWeb { return try takeAddress(source, into: &machine, at: moment) }
    if source.location == "-" { return try takeInput(source, into: &machine, at: moment) }
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
      candidate.match = source.ownMatch
      machine.trust(candidate.address)
      machine.add(candidate, at: moment)
    } catch {
      try refuse(source.location, error)
    }
  }

  /// A text that is no address which can be asked.
  private mutating func refuse(_ text: String, _ fault: WebAddress.Fault) throws {
    let (code, message) =
      switch fault {
      case .scheme(""): ("bad-address", "this is no address; write https:// in front")
      case .scheme(let scheme): ("refused-scheme", "'\(scheme)' is not asked, only http and https")
      case .malformed: ("bad-address", "this is no address")
      case .tooLong: ("bad-address", "this address is longer than \(WebAddress.maximumLength) bytes")
      }
    summary.states[.refused, default: 0] += 1
    let shown = OneLine.text(SourceIntake.withoutCredentials(String(text.prefix(500)))) ?? ""
    var line = JournalLine(at: now)
    (line.url, line.kind, line.state) = (shown, "page", .refused)
    (line.reason, line.message) = (code, message)
    if !isDry { try folder?.journal.append(line) }
    listener.failure(
      Failure(
        source: Source(path: shown, sha256: ""), stage: "fetch", code: Failure.Code(rawValue: code),
        message: message))
  }

  /// The text without what stands between `//` and `@`: a faulty address may hold a password, too.
  private static func withoutCredentials(_ text: String) -> String {
    guard let slashes = text.firstRange(of: "//") else { return text }
    let rest = text[slashes.upperBound...]
    guard let at = rest.prefix(while: { $0 != "/" }).lastIndex(of: "@") else { return text }
    return String(text[..<slashes.upperBound] + rest[rest.index(after: at)...])
  }

  // MARK: - Files

  /// A file: a list of addresses, a listing, or a document.
  private mutating func takeFile(
    _ source: FetchSource, into machine: inout FetchMachine, at moment: Double
  ) throws {
    let bytes: [UInt8]
    do throws(Failure) {
      let stored = try FileContent.decompressedBytes(
        at: source.location, maximumBytes: SourceIntake.maximumList)
      bytes = WideText.utf8(of: stored) ?? stored
    } catch {
      return fail(error)
    }
    if Listing.list(bytes) != nil {
      for line in Listing.lines(bytes) {
        try take(line: line, source.ownMatch, into: &machine, at: moment)
      }
    } else if let listing = try? Listing.read(bytes, base: nil) {
      machine.add(listing, depth: 0, match: source.ownMatch, at: moment)
    } else {
      try takeDocuments(source.location)
    }
  }

  /// Standard input: one address a line.
  private mutating func takeInput(
    _ source: FetchSource, into machine: inout FetchMachine, at moment: Double
  ) throws {
    var reader: LineReader
    do throws(Failure) {
      reader = try LineReader(path: source.location, maximumBytes: 1 << 20)
    } catch {
      return fail(error)
    }
    while true {
      let line: LineReader.Line
      do throws(Failure) {
        guard let next = try reader.next() else { return }
        line = next
      } catch {
        fail(error)
        continue
      }
      for field in Listing.lines(line.bytes) {
        try take(line: field, source.ownMatch, into: &machine, at: moment)
      }
    }
  }

  /// A line of a list; what is no address is refused by itself.
  private mutating func take(
    line: ArraySlice<UInt8>, _ match: TitleMatch?, into machine: inout FetchMachine, at moment: Double
  ) throws {
    do throws(WebAddress.Fault) {
      let address = try WebAddress(bytes: Array(line))
      guard (match ?? machine.limits.match).takes(title: nil, address: address) else {
        return machine.counts.leftOut += 1
      }
      machine.trust(address)
      machine.add(Candidate(address: address), at: moment)
    } catch {
      try refuse(String(decoding: line, as: UTF8.self), error)
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
        fail(SourceIntake.advised(error, path))
      }
      if listener.isInterrupted() { return }
    }
  }

  /// `example.org/feed` names no file; its writer meant an address.
  private static func advised(_ failure: Failure, _ path: String) -> Failure {
    let host = path.prefix { $0 != "/" }
    guard failure.code == .unreadable, access(path, F_OK) != 0, host.contains("."), !host.hasPrefix(".")
    else {
      return failure
    }
    var failure = failure
    failure.message += "; if it is an address of the web, write https:// in front"
    return failure
  }

  private mutating func keep(_ page: Page, _ entry: Entry) throws(Failure) {
    let name = page.source.url ?? "\(page.source.path)#\(page.source.sha256.prefix(16))"
    if folder?.journal.state(of: AddressKey(asked: name)) == .stored {
      summary.states[.duplicate, default: 0] += 1
      return
    }
    if isDry {
      do { return try listener.wouldAsk(name, nil, nil) } catch {
        throw Failure(source: page.source, stage: "fetch", code: .unreadable, message: "\(error)")
      }
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
  /// What titles must hold, where this source itself says so.
  var ownMatch: TitleMatch? { match.isEmpty ? nil : TitleMatch(match) }

  /// Whether the file at `path` names addresses that are to be fetched: a list, a feed or a sitemap, not a document.
  public static func namesAddresses(_ path: String) -> Bool {
    var status = stat()
    guard path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size < 256 << 20, !PageName.isArchive(path), !PageName.isLines(path),
      let stored = try? FileContent.decompressedBytes(at: path)
    else { return false }
    let bytes = WideText.utf8(of: stored) ?? stored
    return Listing.list(bytes) != nil || (try? Listing.read(bytes, base: nil)) != nil
  }
}
