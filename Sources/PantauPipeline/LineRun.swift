internal import PantauFetch
public import PantauRecords

/// Takes documents through the line, on several threads, and yields lines of JSON in the order of the input.
///
/// The bytes do not depend on the number of jobs. At most eight documents a job are in memory.
public struct LineRun: Sendable {
  /// How far documents go.
  public enum Goal: Sendable {
    /// To the article: what `pantau clean` writes.
    case article
    /// To the article's record: what `pantau extract` writes.
    case record
  }

  /// What became of one document.
  public struct Product: Sendable {
    /// One line of JSON, ended by a line feed: an article, a record or an error.
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
    try inOrder(
      LocalSource(inputs).makeIterator(), jobs: jobs, work: { line.product(of: $0, goal: goal) }, sink: sink)
  }
}

extension Line {
  fileprivate func product(of entry: Entry, goal: LineRun.Goal) -> LineRun.Product {
    do throws(Failure) {
      let document = try entry.document()
      switch goal {
      case .article:
        return LineRun.Product(line: RecordJSON.line(for: try article(of: document)), failure: nil)
      case .record:
        return product(outcome(of: document))
      }
    } catch {
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
