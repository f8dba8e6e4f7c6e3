/// What finds an article again, and others like it, without comparing it with all: keys that alike articles share.
public struct ArticleSignature: Sendable, Equatable {
  /// A digest of headline and body as words: equal for equal texts, whatever the page around them.
  public var text: UInt64
  /// The keys that the article is filed under.
  public var keys: [UInt64]
  /// The keys under which articles like it are filed: its own, and those of sentences for the weeks beside its own.
  public var lookups: [UInt64]

  /// A signature of its parts.
  public init(text: UInt64, keys: [UInt64], lookups: [UInt64]) {
    self.text = text
    self.keys = keys
    self.lookups = lookups
  }
}

/// How alike two articles are.
public struct ArticleLikeness: Sendable, Equatable {
  /// Whether they are one report.
  public var isSame: Bool
  /// 0 to 1.
  public var score: Double
  /// What spoke for it or against it.
  public var reason: String

  /// A decision with its reason.
  public init(isSame: Bool, score: Double, reason: String) {
    self.isSame = isSame
    self.score = score
    self.reason = reason
  }
}
