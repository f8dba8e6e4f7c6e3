/// A document that a stage could not handle: a stored outcome, not the end of a run.
public struct Failure: Error, Sendable, Equatable {
  /// What kind of failure it is. A struct over a string, so that a new code breaks no caller.
  public struct Code: Sendable, Hashable, RawRepresentable {
    /// The code as it stands in records.
    public var rawValue: String
    /// The code that stands in records as `rawValue`.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The file cannot be read.
    public static let unreadable = Code(rawValue: "unreadable")
    /// There are no bytes or no text.
    public static let empty = Code(rawValue: "empty")
    /// The document is beyond the size that a stage takes.
    public static let tooLarge = Code(rawValue: "too-large")
    /// The bytes are no text.
    public static let notText = Code(rawValue: "not-text")
    /// The compressed stream is faulty.
    public static let badCompression = Code(rawValue: "bad-compression")
    /// A line of JSON is no record.
    public static let badRecord = Code(rawValue: "bad-record")
    /// The page holds no article, and nothing tells what it is instead.
    public static let noArticle = Code(rawValue: "no-article")
    /// A list of articles: an index, a tag, an archive.
    public static let indexPage = Code(rawValue: "index-page")
    /// What a search found.
    public static let searchPage = Code(rawValue: "search-page")
    /// A login page, or a text that is kept for those who sign in or pay.
    public static let loginPage = Code(rawValue: "login-page")
    /// "Not found", sent as if it had been.
    public static let missingPage = Code(rawValue: "missing-page")
    /// A gallery: pictures with little text.
    public static let galleryPage = Code(rawValue: "gallery-page")
  }

  /// The document.
  public var source: Source
  /// `fetch`, `clean`, `extract` or `merge`.
  public var stage: String
  /// What kind of failure it is.
  public var code: Code
  /// What failed and how to remedy it, one sentence or two.
  public var message: String

  /// A failure of `stage` on `source`.
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
