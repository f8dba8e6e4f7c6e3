internal import PantauRecords

/// Reads the records of a WARC file one after another: plain, compressed record by record, or compressed as one file.
///
/// A record whose length is wrong is given back as far as it can be told (``WARCRecord/isDamaged``), and reading goes on
/// at the next line that begins a record. Linear in the file's size; holds one record.
struct WARCReader: Sendable {
  private let stream: ByteStream
  private let limit: Int
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false
  private var pending: [ReadFault] = []

  private static let mark = Array("WARC/".utf8)
  /// `WARC/1.1` and a line end.
  private static let versionLength = 9
  private static let maximumHeader = 1 << 20

  /// - Parameters:
  ///   - path: the file.
  ///   - limit: the size of a block beyond which a record is passed over, with a fault.
  /// - Throws: where the file cannot be opened.
  init(path: String, limit: Int) throws(ReadFault) {
    self.init(try ByteStream(path: path), limit: limit)
  }

  /// Reads what `stream` gives.
  init(_ stream: ByteStream, limit: Int) {
    self.stream = stream
    self.limit = limit
  }

  /// The next record; nil at the end.
  ///
  /// - Throws: what is wrong with a part of the file; the next call goes on behind it.
  mutating func next() throws(ReadFault) -> WARCRecord? {
    if !pending.isEmpty { throw pending.removeFirst() }
    compact()
    guard try seekRecord() else {
      pending += stream.takeFaults()
      if !pending.isEmpty { throw pending.removeFirst() }
      return nil
    }
    guard let header = try readHeader() else { return try next() }
    return try readBlock(header)
  }

  /// Drops what is read, where it is more than what is not: moving the rest costs less than reading it did.
  private mutating func compact() {
    guard position * 2 > buffer.count else { return }
    buffer.removeSubrange(..<position)
    position = 0
  }

  /// Reads until `count` bytes lie behind `position`; false where the file has fewer.
  private mutating func demand(_ count: Int) throws(ReadFault) -> Bool {
    while buffer.count - position < count {
      guard !isAtEnd, try stream.read(into: &buffer) else {
        isAtEnd = true
        return false
      }
    }
    return true
  }

  /// Moves to the next `WARC/` at the beginning of a line; false where there is none. What is passed over is a fault,
  /// unless it is line ends.
  private mutating func seekRecord() throws(ReadFault) -> Bool {
    var passed = false
    while try demand(WARCReader.versionLength) {
      if begins(at: position) {
        if passed { pending.append(WARCReader.lost) }
        return true
      }
      let next = buffer[(position + 1)...].firstIndex(of: UInt8(ascii: "W")) ?? buffer.count
      passed = passed || buffer[position..<next].contains { $0 > 0x20 }
      position = next
      if position > 1 << 20 { compact() }
    }
    if passed || buffer[position...].contains(where: { $0 > 0x20 }) { pending.append(WARCReader.lost) }
    position = buffer.count
    return false
  }

  private static let lost = ReadFault(.badRecord, "a part of the file is no WARC record, and was passed over")

  private func isLineStart(_ index: Int) -> Bool { index == 0 || buffer[index - 1] == 0x0A }

  /// Whether the version line of a record stands at `index`: `WARC/1.0` and a line end.
  private func begins(at index: Int) -> Bool {
    guard index + WARCReader.versionLength <= buffer.count, buffer[index...].starts(with: WARCReader.mark)
    else {
      return false
    }
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    let end = buffer[index + 8]
    return isDigit(buffer[index + 5]) && buffer[index + 6] == 0x2E && isDigit(buffer[index + 7])
      && (end == 0x0D || end == 0x0A)
  }

  /// The fields and the length; nil, and a fault to come, where they cannot be read.
  private mutating func readHeader() throws(ReadFault) -> (fields: [HeaderField], length: Int)? {
    var looked = position
    while true {
      if let end = WARCReader.headerEnd(buffer, from: looked) {
        var block = HeaderBlock()
        for line in buffer[position..<end].split(separator: 0x0A).dropFirst() { block.add(line: line) }
        position = end
        guard let text = block["content-length"], let length = Int(text), length >= 0 else {
          pending.append(ReadFault(.badRecord, "a WARC record does not say how long it is"))
          return nil
        }
        return (block.fields.filter { $0.name.lowercased() != "content-length" }, length)
      }
      looked = max(position, buffer.count - 3)
      guard buffer.count - position < WARCReader.maximumHeader, try demand(buffer.count - position + 1) else {
        position = min(position + 1, buffer.count)
        pending.append(ReadFault(.badRecord, "the header of a WARC record does not end"))
        return nil
      }
    }
  }

  /// Behind the empty line that ends a header; some writers end lines with a line feed alone.
  private static func headerEnd(_ buffer: [UInt8], from start: Int) -> Int? {
    var index = start
    while let feed = buffer[index...].firstIndex(of: 0x0A) {
      if feed + 1 < buffer.count, buffer[feed + 1] == 0x0A { return feed + 2 }
      if feed + 2 < buffer.count, buffer[feed + 1] == 0x0D, buffer[feed + 2] == 0x0A { return feed + 3 }
      index = feed + 1
    }
    return nil
  }

  private mutating func readBlock(
    _ header: (fields: [HeaderField], length: Int)
  ) throws(ReadFault) -> WARCRecord? {
    guard header.length <= limit else {
      // A record that is truly that long is passed over without being held; one that only says so ends at the next.
      try skip(header.length)
      throw ReadFault(.tooLarge, "a WARC record is larger than \(limit >> 20) MiB, and was passed over")
    }
    let start = position
    let isWhole = try demand(header.length)
    let end = isWhole ? position + header.length : buffer.count
    if isWhole, try isFollowed(at: end) {
      position = end
      return WARCRecord(fields: header.fields, block: Array(buffer[start..<end]))
    }
    // The length is wrong or the file broke off: the record ends where the next begins, if that is inside.
    let cut = nextRecord(from: start, to: end) ?? end
    var block = Array(buffer[start..<cut])
    while cut < end, let last = block.last, last == 0x0A || last == 0x0D { block.removeLast() }
    position = cut
    pending += stream.takeFaults()
    if pending.isEmpty || isWhole {
      pending.append(
        ReadFault(
          .badRecord, isWhole ? "the length of a WARC record is wrong" : "the last WARC record is cut off"))
    }
    return WARCRecord(fields: header.fields, block: block, isDamaged: true)
  }

  /// Whether behind a block there is the end of the file or two line ends, and then a record or the end.
  private mutating func isFollowed(at end: Int) throws(ReadFault) -> Bool {
    // Two line ends are the rule; some writers leave one out or add one.
    let room = 8
    let isMore = try demand(end - position + room + WARCReader.versionLength)
    let rest = buffer[end...].drop { $0 == 0x0A || $0 == 0x0D }
    return begins(at: rest.startIndex) || (!isMore && rest.isEmpty)
  }

  private func nextRecord(from start: Int, to end: Int) -> Int? {
    var index = start
    while index < end, let found = buffer[index..<end].firstIndex(of: UInt8(ascii: "W")) {
      if isLineStart(found), begins(at: found) { return found }
      index = found + 1
    }
    return nil
  }

  private mutating func skip(_ count: Int) throws(ReadFault) {
    var left = count
    while left > 0 {
      let here = min(left, buffer.count - position)
      position += here
      left -= here
      compact()
      guard left > 0, try demand(1) else { return }
    }
  }
}
