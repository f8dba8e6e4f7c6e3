internal import PantauRecords

/// Pages out of the records of web archives.
enum WARCPage {
  private static let pageTypes: Set<String> = ["text/html", "application/xhtml+xml", "text/plain", ""]

  /// Whether a record holds a whole answer that may be a page: requests, revisits, pictures, redirects and the like are none.
  static func mayBePage(_ record: WARCRecord) -> Bool {
    let target = record["warc-target-uri"] ?? ""
    switch record.type {
    case "response":
      guard target.hasPrefix("http:") || target.hasPrefix("https:"), !target.hasSuffix("/robots.txt"),
        let header = HeaderBlock.read(record.block)?.block, (200..<300).contains(header.status)
      else { return false }
      return pageTypes.contains(ContentType(header["content-type"]).name)
    case "resource", "conversion": return pageTypes.contains(ContentType(record["content-type"]).name)
    default: return false
    }
  }

  /// The page that a record holds.
  static func page(of record: WARCRecord, path: String, limit: Int) throws(ReadFault) -> Page {
    var bytes = record.block
    var charset = ContentType(record["content-type"]).charset
    if record.type == "response" {
      guard let (header, start) = HeaderBlock.read(record.block) else {
        throw ReadFault(.badRecord, "the archive's record holds no answer of a web server")
      }
      bytes = try body(Array(record.block[start...]), header, limit: limit)
      charset = ContentType(header["content-type"]).charset
    }
    guard bytes.count <= limit else { throw FileBytes.tooLarge(limit) }
    let sha256 = Digest.hexadecimal(of: bytes)
    if let decoded = WideText.utf8(of: bytes) { (bytes, charset) = (decoded, "utf-8") }
    try TextCheck.validate(bytes, sha256: sha256)
    let target = record["warc-target-uri"].flatMap { $0.hasPrefix("http") ? $0 : nil }
    let source = Source(path: path, url: target, retrievedAt: record["warc-date"], sha256: sha256)
    return Page(source: source, kind: PageName("").kind(of: bytes), charset: charset, bytes: bytes)
  }

  /// The page or the parts whose records lie at `offset`.
  static func document(
    in archive: String, at offset: Int, count: Int, path: String, limit: Int
  ) throws(ReadFault) -> Document {
    let bytes = try AppendFile.bytes(ofFile: archive, at: offset, count: count)
    var tail = ArchiveTail(bytes)
    guard let group = tail.next(), group.range.upperBound == count else {
      throw ReadFault(.badRecord, "the archive does not hold what its journal says; was it changed?")
    }
    var pages: [Page] = []
    for record in group.records { pages.append(try page(of: record, path: path, limit: limit)) }
    return pages.count == 1 ? .page(pages[0]) : .parts(pages)
  }

  private static func body(_ stored: [UInt8], _ header: HeaderBlock, limit: Int) throws(ReadFault) -> [UInt8]
  {
    var bytes = stored
    if header["transfer-encoding"]?.lowercased().contains("chunked") == true {
      // Some archives keep the field and not the chunks.
      bytes = ChunkedBody.bytes(of: bytes) ?? bytes
    }
    guard let codings = header["content-encoding"], !bytes.isEmpty else { return bytes }
    do throws(ContentDecoder.Fault) {
      return try ContentDecoder.bytes(of: bytes, codings: codings, limit: limit)
    } catch {
      switch error {
      case .tooLarge: throw FileBytes.tooLarge(limit)
      case .cut: throw ReadFault(.badCompression, "the page's compressed body breaks off")
      case .unknownCoding(let name): throw ReadFault(.badCompression, "the page is compressed as '\(name)'")
      case .damaged:
        // Nor the coding: a body that begins like markup was decoded before it was kept.
        if Markup.beginsAsPage(bytes) { return bytes }
        throw ReadFault(.badCompression, "the page's compressed body is damaged")
      }
    }
  }
}

/// The chunked transfer coding (RFC 9112, 7.1), which archives keep as it came.
enum ChunkedBody {
  /// The body without its chunks' sizes; nil where these are no chunks.
  static func bytes(of chunked: [UInt8]) -> [UInt8]? {
    var out: [UInt8] = []
    var index = 0
    while let feed = chunked[index...].prefix(80).firstIndex(of: 0x0A) {
      let line = HeaderBlock.trimmed(chunked[index..<feed]).prefix { $0 != UInt8(ascii: ";") }
      guard let size = Int(String(decoding: HeaderBlock.trimmed(line), as: UTF8.self), radix: 16), size >= 0
      else {
        return nil
      }
      if size == 0 { return out }
      guard size <= chunked.count - feed - 1 else {
        return out + chunked[(feed + 1)...]
      }
      out += chunked[(feed + 1)..<(feed + 1 + size)]
      index = feed + 1 + size
      while index < chunked.count, chunked[index] == 0x0D || chunked[index] == 0x0A { index += 1 }
    }
    return out.isEmpty ? nil : out
  }
}
