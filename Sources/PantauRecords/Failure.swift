/// A document that a stage could not handle: a stored outcome, not the end of a run.
public struct Failure: Error, Sendable, Equatable {
  /// What kind of failure it is. A struct over a string, so that a new code breaks no caller.
  public struct Code: Sendable, Hashable, RawRepresentable {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let unreadable = Code(rawValue: "unreadable")
    public static let empty = Code(rawValue: "empty")
    public static let tooLarge = Code(rawValue: "too-large")
    public static let notText = Code(rawValue: "not-text")
    public static let badCompression = Code(rawValue: "bad-compression")
    public static let badRecord = Code(rawValue: "bad-record")
    public static let noArticle = Code(rawValue: "no-article")
  }

  public var source: Source
  /// `fetch`, `clean`, `extract` or `merge`.
  public var stage: String
  public var code: Code
  /// What failed and how to remedy it, one sentence or two.
  public var message: String

  public init(source: Source, stage: String, code: Code, message: String) {
    self.source = source
    self.stage = stage
    self.code = code
    self.message = message
  }
}

/// What the line yields for one document.
public enum Outcome: Sendable, Equatable {
  case record(ArticleRecord)
  case failure(Failure)
}
