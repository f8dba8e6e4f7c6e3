#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

internal import PantauRecords

/// Reads a file line by line; the end of a line is a line feed and nothing else.
struct LineReader: Sendable {
  enum Line: Sendable {
    /// Without its line feed; numbered from 1.
    case text([UInt8], number: Int)
    /// Reading failed at this line; where the line was merely too long, reading goes on behind it.
    case fault(ReadFault)
  }

  private let descriptor: Int32
  private let limit: Int
  private var buffer: [UInt8] = []
  private var position = 0
  private var number = 0
  private var ended = false

  /// - Parameter limit: the length from which a line is refused.
  init(descriptor: Int32, limit: Int) {
    self.descriptor = descriptor
    self.limit = limit
  }

  /// The next line, nil at the end, where the file is closed too (but never standard input).
  mutating func next() -> Line? {
    while let line = nextLine() {
      if case .text(let bytes, _) = line, bytes.allSatisfy({ $0 <= 0x20 }) { continue }
      return line
    }
    return nil
  }

  private mutating func nextLine() -> Line? {
    var line: [UInt8] = []
    var tooLong = false
    while true {
      if position == buffer.count {
        if let fault = fill() { return .fault(fault) }
        if buffer.isEmpty {
          guard !line.isEmpty || tooLong else { return nil }
          break
        }
      }
      let end = buffer[position...].firstIndex(of: UInt8(ascii: "\n"))
      if !tooLong { line += buffer[position..<(end ?? buffer.count)] }
      if line.count > limit {
        tooLong = true
        line = []
      }
      position = (end ?? buffer.count - 1) + 1
      if end != nil { break }
    }
    number += 1
    return tooLong ? .fault(FileBytes.tooLarge(limit)) : .text(line, number: number)
  }

  /// Reads the next part; an empty buffer means the end.
  private mutating func fill() -> ReadFault? {
    buffer.removeAll(keepingCapacity: true)
    position = 0
    if ended { return nil }
    var result = 0
    let descriptor = self.descriptor
    buffer = [UInt8](unsafeUninitializedCapacity: 1 << 16) { target, count in
      if let base = target.baseAddress { result = FileBytes.readOnce(descriptor, base, target.count) }
      count = max(result, 0)
    }
    let code = errno
    if result <= 0 {
      ended = true
      if descriptor != STDIN_FILENO { close(descriptor) }
    }
    return result < 0 ? FileBytes.unreadable(code) : nil
  }
}
