/// What must hold for whatever bytes a stranger sends: what the fuzzers ask of each reader.
package enum ReaderCheck: String, CaseIterable, Sendable {
  case address, robots, listing, page, archive, coding

  /// Gives `bytes` to the reader. It must end with a value or a fault, whatever they are.
  ///
  /// - Returns: what does not hold, nil where everything does.
  package func fault(in bytes: [UInt8]) -> String? {
    switch self {
    case .address: ReaderCheck.address(bytes)
    case .robots: ReaderCheck.robots(bytes)
    case .listing: ReaderCheck.listing(bytes)
    case .page: ReaderCheck.page(bytes)
    case .archive: ReaderCheck.archive(bytes)
    case .coding: ReaderCheck.coding(bytes)
    }
  }

  private static let base = WebAddress(isSecure: true, host: "a.id", port: nil, path: "/b/c", query: "d")

  /// What is parsed is its own normal form, and has the key of its canonical form.
  private static func address(_ bytes: [UInt8]) -> String? {
    guard let address = try? WebAddress(bytes: bytes, relativeTo: base) else { return nil }
    let text = address.description
    let again = try? WebAddress(text)
    guard again == address, again?.description == text else {
      return "'\(text)' becomes '\(again?.description ?? "")'"
    }
    guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return "'\(text)' holds white space" }
    guard address.path.hasPrefix("/"), !address.path.split(separator: "/").contains("..") else {
      return "'\(text)' leads upwards"
    }
    guard address.canonical.key == address.key else {
      return "'\(text)' and its canonical form have two keys"
    }
    _ = (address.part, address.looksLikeAMP, address.asksForWhole)
    return nil
  }

  private static func robots(_ bytes: [UInt8]) -> String? {
    let rules = RobotsRules(bytes, agent: "pantau")
    let long = "/" + String(repeating: "ab", count: 200)
    _ = (rules.allows("/a/b/c?x=y"), rules.allows(long))
    if let delay = rules.crawlDelay, !(delay >= 0 && delay.isFinite) { return "a delay of \(delay)" }
    return rules.allows("/robots.txt") ? nil : "robots.txt forbids itself"
  }

  private static func listing(_ bytes: [UInt8]) -> String? {
    guard let listing = try? Listing.read(bytes, base: base) else { return nil }
    guard listing.items.count <= Listing.maximumItems else { return "\(listing.items.count) items" }
    for item in listing.items {
      // A byte that is no UTF-8 becomes three.
      guard (item.title?.utf8.count ?? 0) <= Listing.maximumText * 3 else {
        return "a title beyond its limit"
      }
      guard item.title.map({ OneLine.text($0) == $0 }) ?? true else { return "a title over several lines" }
      if let moment = item.published { _ = WebDate.text(moment) }
      _ = item.address.key
    }
    return nil
  }

  private static func page(_ bytes: [UInt8]) -> String? {
    let links = PageLinks(bytes, of: base)
    _ = HeaderBlock.read(bytes)
    _ = ChunkedBody.bytes(of: bytes)
    _ = JournalLine(bytes)
    let text = String(decoding: bytes.prefix(4096), as: UTF8.self)
    _ = (ContentType(text), HTTPDate.wait(text, at: 0))
    if let moment = WebDate.seconds(text) { _ = WebDate.text(moment) }
    return links.feeds.count <= 50 ? nil : "\(links.feeds.count) feeds"
  }

  /// The reader ends, and finds the record that stands whole behind the bytes; whatever parts they come in.
  private static func archive(_ bytes: [UInt8]) -> String? {
    let last = WARCRecord(
      fields: [
        HeaderField(name: "WARC-Type", value: "resource"),
        HeaderField(name: "WARC-Target-URI", value: "last"),
      ],
      block: Array("isi".utf8))
    let isCompressed = Gunzip.isCompressed(bytes)
    let end = Array("\r\n\r\n".utf8) + last.bytes
    let all = bytes + (isCompressed ? Deflater.member(end) : end)
    var reader = WARCReader(ByteStream(all, partSize: 7 + bytes.count % 500), limit: 1 << 20)
    var steps = 0
    while steps <= all.count + 10 {
      steps += 1
      do throws(ReadFault) {
        guard let record = try reader.next() else { break }
        if WARCPage.mayBePage(record) { _ = try? WARCPage.page(of: record, path: "", limit: 1 << 20) }
      } catch {
        continue
      }
    }
    var tail = ArchiveTail(bytes)
    while tail.next() != nil {}
    return steps <= all.count + 10 ? nil : "no end of records"
  }

  private static func coding(_ bytes: [UInt8]) -> String? {
    let limit = 1 << 20
    for coding in ["gzip", "deflate", "br", "zstd", "br, gzip"] {
      guard let out = try? ContentDecoder.bytes(of: bytes, codings: coding, limit: limit) else { continue }
      if out.count > limit { return "\(coding): \(out.count) bytes" }
    }
    return nil
  }
}
