internal import PantauFetch
public import PantauRecords

/// Takes documents through the line, on several threads, and yields lines of JSON in the order of the input.
///
/// The bytes do not depend on the number of jobs. Documents of which records are made are worked on up to 32 together (see
/// ``Line/results(of:known:made:)``); at most twice as many a job are in memory, most of them as a line of JSON.
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
    // Articles without records are by themselves anyway.
    let size = if case .record = goal { Line.together(inputs) } else { 1 }
    try inOrder(
      Batches(LocalSource(inputs).makeIterator(), upTo: size), jobs: jobs, ahead: Line.ahead(size),
      work: { line.products(of: $0, goal: goal) },
      sink: { products in
        for var product in products {
          if case .cleaned(let form, _) = goal, !product.line.isEmpty {
            if hasText { product.line = form.separator + product.line }
            hasText = true
          }
          try sink(product)
        }
      })
  }
}

extension Line {
  fileprivate func products(of entries: [Entry], goal: LineRun.Goal) -> [LineRun.Product] {
    switch goal {
    case .cleaned(let form, let keepsLinks): entries.map { product(of: $0, form, keepsLinks: keepsLinks) }
    case .record:
      results(of: entries) { outcome in
        LineRun.Product(line: RecordJSON.line(for: outcome), failure: outcome.failure)
      }
    }
  }

  private func product(of entry: Entry, _ form: ArticleForm, keepsLinks: Bool) -> LineRun.Product {
    do throws(Failure) {
      let page = try cleaned(try entry.document(), keepsLinks: keepsLinks)
      return LineRun.Product(line: form.bytes(of: page), failure: nil)
    } catch {
      return LineRun.Product(line: form.bytes(of: error), failure: error)
    }
  }
}
