/// A decision that two names, or two articles, are one, or are not, with its reason.
///
/// Rules make decisions, and a user may overrule them (`pantau judge`). Which pairs the rules decide, and how, depends on
/// the ledger's content alone and not on the order in which it came.
public struct Decision: Sendable, Equatable, Identifiable {
  /// What is compared.
  public enum Subject: String, Sendable, CaseIterable {
    /// Two names of office holders.
    case person
    /// Two articles.
    case article
  }

  /// What was decided.
  public enum Verdict: String, Sendable, CaseIterable {
    case same, different
  }

  /// Who decided.
  public enum Author: String, Sendable, CaseIterable {
    /// The program's rules.
    case rule
    /// A user, by `pantau judge`; goes before any rule.
    case user
  }

  /// One side: the name with its office, or the article.
  public struct Party: Sendable, Hashable {
    /// The name's identifier (``Holder/id``) or the article's.
    public var id: String
    /// The name with its office, or the headline: for people to read.
    public var label: String

    /// A side of the comparison.
    public init(id: String, label: String) {
      self.id = id
      self.label = label
    }
  }

  /// Follows from subject, parties, verdict and author; the same decision has the same identifier in every ledger.
  public var id: String
  /// What is compared.
  public var subject: Subject
  /// The side with the lesser identifier.
  public var left: Party
  /// The other side.
  public var right: Party
  /// What was decided.
  public var verdict: Verdict
  /// 0 to 1: how alike the two are.
  public var score: Double
  /// What spoke for it, in words.
  public var reason: String
  /// Who decided.
  public var author: Author
  /// When it entered the ledger, ISO 8601 in UTC with milliseconds; empty where it is not stored yet.
  public var madeAt: String
  /// When it was withdrawn, or nil while it holds.
  public var withdrawnAt: String?

  /// A decision; the parties are put in order.
  public init(
    subject: Subject, _ one: Party, _ other: Party, verdict: Verdict, score: Double, reason: String,
    author: Author = .rule, madeAt: String = "", withdrawnAt: String? = nil
  ) {
    self.subject = subject
    (left, right) = one.id <= other.id ? (one, other) : (other, one)
    self.verdict = verdict
    self.score = score
    self.reason = reason
    self.author = author
    self.madeAt = madeAt
    self.withdrawnAt = withdrawnAt
    id = "d" + StableHash.text([subject.rawValue, left.id, right.id, verdict.rawValue, author.rawValue])
  }
}
