#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

public import PantauRecords

/// Reads a file of JSON Lines line by line; the end of a line is a line feed and nothing else.
public struct LineReader: Sendable {
  /// One line of a file.
  public struct Line: Sendable {
    /// Without the line feed.
    public var bytes: [UInt8]
    /// Counted from 1, empty lines included.
    public var number: Int
    /// Bytes before this line.
    public var offset: Int
    /// Whether a line feed ends it; false only for the last line of a file that was cut off.
    public var isComplete: Bool
  }

  /// The file's path, `-` for standard input.
  public let path: String
  private let descriptor: Int32
  private let limit: Int
  private var buffer: [UInt8] = []
  private var position = 0
  private var number = 0
  private var offset = 0
  private var ended = false

  /// Opens the file at `path`; `-` is standard input.
  ///
  /// - Parameters:
  ///   - path: a file, or `-`.
  ///   - maximumBytes: the length beyond which a line is refused.
  /// - Throws: a `Failure` of stage "fetch" where the file cannot be opened.
  public init(path: String, maximumBytes: Int = LocalSource.maximumBytes) throws(Failure) {
    self.path = path
    limit = maximumBytes
    descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw LineReader.failure(FileBytes.unreadable(errno), path)
    }
  }

  /// The next line that holds more than white space; nil at the end, where the file is closed (but never standard
  /// input).
  ///
  /// - Throws: a `Failure` of stage "fetch" where reading fails, which ends the file, or where a line is too long,
  ///   behind which reading goes on.
  public mutating func next() throws(Failure) -> Line? {
    do {
      while let line = try nextLine() {
        if line.bytes.contains(where: { $0 > 0x20 }) { return line }
      }
      return nil
    } catch {
      throw LineReader.failure(error, path)
    }
  }

  private mutating func nextLine() throws(ReadFault) -> Line? {
    var line: [UInt8] = []
    let start = offset
    var tooLong = false
    var end: Int?
    while end == nil {
      if position == buffer.count {
        try fill()
        if buffer.isEmpty { break }
      }
      end = buffer[position...].firstIndex(of: UInt8(ascii: "\n"))
      if !tooLong { line += buffer[position..<(end ?? buffer.count)] }
      let next = (end ?? buffer.count - 1) + 1
      offset += next - position
      position = next
      if line.count > limit {
        tooLong = true
        line = []
      }
    }
    guard offset > start else { return nil }
    number += 1
    if tooLong { throw FileBytes.tooLarge(limit) }
    return Line(bytes: line, number: number, offset: start, isComplete: end != nil)
  }

  /// Reads the next part; an empty buffer means the end.
  private mutating func fill() throws(ReadFault) {
    buffer.removeAll(keepingCapacity: true)
    position = 0
    if ended { return }
    var result = 0
    let descriptor = self.descriptor
    buffer = [UInt8](unsafeUninitializedCapacity: 1 << 16) { target, count in
      if let base = target.baseAddress { result = FileBytes.readOnce(descriptor, base, target.count) }
      count = max(result, 0)
    }
    guard result <= 0 else { return }
    let code = errno
    ended = true
    if descriptor != STDIN_FILENO { close(descriptor) }
    if result < 0 { throw FileBytes.unreadable(code) }
  }

  private static func failure(_ fault: ReadFault, _ path: String) -> Failure {
    Failure(source: Source(path: path, sha256: ""), stage: "fetch", code: fault.code, message: fault.message)
  }
}
