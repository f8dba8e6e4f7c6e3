internal import PantauFetch

/// Writes `articles.jsonl`, line by line; as long as the lines are those that the file has, it writes nothing.
///
/// At the first line that differs it begins a `.partial` file with the lines before, and goes on there; the caller
/// renames it at the end. A killed run leaves the partial file, whose complete lines the next run reuses.
struct ArticleLog {
  /// The file as it stands, where its lines are still good, and its size.
  private let present: RecordFile?
  private let presentCount: Int
  private let partialPath: String
  /// Bytes of `present` that the run has yielded again.
  private var matched = 0
  private var partial: OutputFile?
  private var digest = Digest()
  private(set) var lines = 0

  /// - Parameters:
  ///   - present: the path and size of an `articles.jsonl` that the same rules made, or nil.
  ///   - partialPath: where lines go from the first that differs.
  init(present: (path: String, count: Int)?, partialPath: String) {
    self.present = present.flatMap { RecordFile($0.path) }
    presentCount = self.present == nil ? 0 : present?.count ?? 0
    self.partialPath = partialPath
  }

  /// Adds one line, which its line feed ends.
  mutating func append(_ line: [UInt8]) throws(OutputError) {
    lines += 1
    if partial == nil, matched + line.count <= presentCount,
      present?.bytes(at: matched, count: line.count) == line
    {
      matched += line.count
      return digest.update(line)
    }
    if partial == nil { try begin() }
    digest.update(line)
    try partial?.write(line)
  }

  /// Ends the file.
  ///
  /// - Returns: whether a partial file waits to be renamed, and the digest of all lines.
  mutating func finish() throws(OutputError) -> (isChanged: Bool, digest: String) {
    if partial == nil, present == nil || matched < presentCount { try begin() }
    try partial?.synchronize()
    return (partial != nil, digest.hexadecimal())
  }

  private mutating func begin() throws(OutputError) {
    let file = try OutputFile(creating: partialPath)
    var offset = 0
    while offset < matched {
      let count = min(matched - offset, 1 << 20)
      guard let bytes = present?.bytes(at: offset, count: count) else {
        throw OutputError(path: partialPath, code: 5)  // EIO: the file has shrunk under us.
      }
      try file.write(bytes)
      offset += count
    }
    partial = file
  }
}
