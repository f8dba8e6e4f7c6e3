/// A fault in a gazetteer file: where it is and how to mend it.
public struct GazetteerError: Error, Sendable, Equatable, CustomStringConvertible {
  public var path: String
  /// 1-based; nil where the fault concerns the whole file.
  public var line: Int?
  public var message: String

  public init(path: String, line: Int? = nil, message: String) {
    self.path = path
    self.line = line
    self.message = message
  }

  /// `path:line: message`.
  public var description: String { path + (line.map { ":\($0)" } ?? "") + ": " + message }
}
