internal import FoundationEssentials
internal import PantauRecords

/// The `source` of a line of records, read without the rest of the line.
struct SourceHead {
  let source: Source
  let isFailure: Bool

  private static let key = Array("\"source\":{".utf8)
  private static let failure = Array("{\"schema\":\"\(RecordJSON.errorSchema)\"".utf8)

  /// Nil for a line that this program did not write.
  init?(_ line: [UInt8]) {
    guard let start = SourceHead.start(line), let end = SourceHead.end(line, from: start),
      let source = try? JSONDecoder().decode(Source.self, from: Data(line[start..<end]))
    else { return nil }
    self.source = source
    isFailure = line.starts(with: SourceHead.failure)
  }

  /// Where the object begins: its key stands within the first bytes of the line.
  private static func start(_ line: [UInt8]) -> Int? {
    let last = min(line.count - key.count, 128)
    guard last >= 0 else { return nil }
    for index in 0...last where line[index...].starts(with: key) { return index + key.count - 1 }
    return nil
  }

  /// Behind the brace that closes the object at `start`; braces within strings do not count.
  private static func end(_ line: [UInt8], from start: Int) -> Int? {
    var index = start
    var isString = false
    while index < line.count {
      switch line[index] {
      case UInt8(ascii: "\\") where isString: index += 1
      case UInt8(ascii: "\""): isString.toggle()
      case UInt8(ascii: "}") where !isString: return index + 1
      default: break
      }
      index += 1
    }
    return nil
  }
}
