/// Takes the end of an archive apart: groups of whole records with the place of their compressed bytes.
struct ArchiveTail {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next group: the records of one page. Nil where nothing whole is left.
  mutating func next() -> (records: [WARCRecord], range: Range<Int>)? {
    let start = position
    var records: [WARCRecord] = []
    while let record = nextRecord() {
      records.append(record)
      let part = record["pantau-part"]?.split(separator: "/").compactMap { Int($0) } ?? [1, 1]
      guard part.count == 2, part[0] == records.count else { break }
      if part[0] == part[1] { return (records, start..<position) }
    }
    position = start
    return nil
  }

  private mutating func nextRecord() -> WARCRecord? {
    guard let (plain, end) = ArchiveTail.member(bytes, at: position), let record = WARCRecord(plain) else {
      return nil
    }
    position = end
    return record
  }

  /// One gzip member, decompressed, and where it ends; nil where there is no whole one.
  static func member(_ bytes: [UInt8], at start: Int, limit: Int = 256 << 20) -> (plain: [UInt8], end: Int)? {
    guard start < bytes.count else { return nil }
    let inflater = Inflater(.gzip)
    var plain: [UInt8] = []
    var left = 0
    let progress = bytes[start...].withUnsafeBufferPointer { buffer in
      var input = buffer
      let progress = inflater.inflate(&input) { part in
        plain.append(contentsOf: part)
        return plain.count <= limit
      }
      left = input.count
      return progress
    }
    return progress == .ended ? (plain, bytes.count - left) : nil
  }
}

extension WARCRecord {
  /// The record that `bytes` are, whole and alone; nil where they are anything else.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: "WARC/1.".utf8), let feed = bytes.firstIndex(of: 0x0A),
      let (header, body) = HeaderBlock.read(Array(bytes[(feed + 1)...])), let text = header["content-length"],
      let length = Int(text), length >= 0, feed + 1 + body + length <= bytes.count
    else { return nil }
    let start = feed + 1 + body
    fields = header.fields.filter { $0.name.lowercased() != "content-length" }
    block = Array(bytes[start..<(start + length)])
  }
}
