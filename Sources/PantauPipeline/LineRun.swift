internal import PantauFetch
public import PantauRecords

/// Takes documents through the line, on several threads, and yields lines of JSON in the order of the input.
///
/// The bytes do not depend on the number of jobs. At most eight documents a job are in memory.
public struct LineRun: Sendable {
  /// How far documents go.
  public enum Goal: Sendable {
    /// To the article with its structure and its page's facts: what `pantau clean` writes.
    case cleaned(ArticleForm, keepsLinks: Bool)
    /// To the article's record: what `pantau extract` writes.
    case record

    /// To the article, as a line of JSON without links.
    public static let article = Goal.cleaned(.json, keepsLinks: false)
  }

  /// What became of one document.
  public struct Product: Sendable {
    /// One line of JSON, ended by a line feed: an article, a record or an error; lines of text in the other forms.
    public var line: [UInt8]
    /// Set where `line` is an error.
    public var failure: Failure?
  }

  /// How far documents go.
  public var goal: Goal
  /// Threads that work.
  public var jobs: Int
  private let line: Line

  /// - Throws: `RuleErrors` where the rules are faulty.
  public init(_ setup: Setup, goal: Goal, jobs: Int) throws {
    self.goal = goal
    self.jobs = jobs
    line = try Line(setup)
  }

  /// Hands the product of each document in `inputs` to `sink`, on the calling thread; a document that fails is a
  /// product too.
  ///
  /// - Throws: what `sink` throws, and nothing else.
  public func run(inputs: [String], sink: (Product) throws -> Void) throws {
    let (line, goal) = (line, goal)
    var hasText = false
    try inOrder(
      LocalSource(inputs).makeIterator(), jobs: jobs, work: { line.product(of: $0, goal: goal) },
      sink: { product in
        var product = product
        if case .cleaned(let form, _) = goal, !product.line.isEmpty {
          if hasText { product.line = form.separator + product.line }
          hasText = true
        }
        try sink(product)
      })
  }
}

extension Line {
  fileprivate func product(of entry: Entry, goal: LineRun.Goal) -> LineRun.Product {
    do throws(Failure) {
      let document = try entry.document()
      switch goal {
      case .cleaned(let form, let keepsLinks):
        let page = try cleaned(document, keepsLinks: keepsLinks)
        return LineRun.Product(line: form.bytes(of: page), failure: nil)
      case .record:
        return product(outcome(of: document))
      }
    } catch {
      if case .cleaned(let form, _) = goal {
        return LineRun.Product(line: form.bytes(of: error), failure: error)
      }
      return product(.failure(error))
    }
  }

  private func product(_ outcome: Outcome) -> LineRun.Product {
    guard case .failure(let failure) = outcome else {
      return LineRun.Product(line: RecordJSON.line(for: outcome), failure: nil)
    }
    return LineRun.Product(line: RecordJSON.line(for: outcome), failure: failure)
  }
}
