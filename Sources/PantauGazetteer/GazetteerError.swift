/// A fault in a gazetteer file: where it is and how to mend it.
public struct GazetteerError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file as the user can open it.
  public var path: String
  /// 1-based; nil where the fault concerns the whole file.
  public var line: Int?
  /// What is wrong and what to do.
  public var message: String

  /// A fault at a place.
  public init(path: String, line: Int? = nil, message: String) {
    self.path = path
    self.line = line
    self.message = message
  }

  /// `path:line: message`.
  public var description: String { path + (line.map { ":\($0)" } ?? "") + ": " + message }
}
