internal import PantauExport
internal import PantauExtract
internal import PantauFetch
public import PantauRecords
internal import PantauRules

/// What each rule finds in many documents, and what that takes.
public struct RuleProfile: Sendable {
  /// One rule's sums over all documents.
  public struct Line: Sendable, Equatable {
    /// The rule's name.
    public var rule: String
    /// The phase in which it runs.
    public var phase: String
    /// File and line.
    public var location: String
    /// Matches that stayed.
    public var hits: Int
    /// Matches that an `unless`, a capture's type or a better match took away.
    public var lost: Int
    /// Tokens at which it can begin.
    public var tries: Int
    /// Elements that were held against a token.
    public var steps: Int
    /// Time of the rule alone.
    public var microseconds: Int
  }

  /// By time, the costliest first.
  public private(set) var lines: [Line] = []
  /// Documents read.
  public private(set) var documents = 0
  /// Documents that failed.
  public private(set) var failures: [Failure] = []

  /// Reads every document of `inputs` and measures each rule on it, on one thread; `onProgress` is told how many are done.
  ///
  /// - Throws: `RuleErrors` where the rules are faulty.
  public init(_ setup: Setup, inputs: [String], onProgress: (Int) -> Void = { _ in }) throws {
    // A rule by itself is made of what compiling leaves, which is not kept.
    var setup = setup
    setup.cache = nil
    let line = try PantauPipeline.Line(setup)
    let extractor = line.extractor
    let alone = extractor.rulesAlone()
    var costs: [RuleCost] = []
    for entry in IteratorSequence(LocalSource(inputs).makeIterator()) {
      do throws(Failure) {
        let article = try line.article(of: try entry.document())
        let found = extractor.costs(of: article, alone: alone)
        costs = costs.isEmpty ? found : zip(costs, found).map { $0 + $1 }
        documents += 1
      } catch {
        failures.append(error)
      }
      onProgress(documents + failures.count)
    }
    lines = costs.map { cost in
      let rule = extractor.rules.rules[cost.rule]
      let parts = cost.time.components
      return Line(
        rule: rule.name, phase: rule.phase, location: rule.location, hits: cost.hits, lost: cost.lost,
        tries: cost.tries, steps: cost.steps,
        microseconds: Int(parts.seconds) * 1_000_000 + Int(parts.attoseconds / 1_000_000_000_000))
    }
    lines.sort { ($1.microseconds, $1.steps, $0.rule) < ($0.microseconds, $0.steps, $1.rule) }
  }

  /// Aligned columns for a terminal, lines ended by a line feed.
  public var table: String {
    var table = PlainTable([
      .init("Rule"), .init("Phase"), .init("Hits", isNumber: true), .init("Lost", isNumber: true),
      .init("Tries", isNumber: true), .init("Steps", isNumber: true), .init("Time µs", isNumber: true),
      .init("Share", isNumber: true), .init("Where"),
    ])
    let sum = lines.reduce(0) { $0 + $1.microseconds }
    for line in lines {
      let share = sum > 0 ? (line.microseconds * 100 + sum / 2) / sum : 0
      table.rows.append([
        line.rule, line.phase, "\(line.hits)", "\(line.lost)", "\(line.tries)", "\(line.steps)",
        "\(line.microseconds)", "\(share)%", line.location,
      ])
    }
    return table.text()
  }

  /// One line of JSON a rule, each ended by a line feed.
  public var json: [UInt8] {
    var json = JSONWriter()
    for line in lines {
      json.object { json in
        json.key("rule")
        json.string(line.rule)
        json.key("phase")
        json.string(line.phase)
        json.key("location")
        json.string(line.location)
        json.key("hits")
        json.int(line.hits)
        json.key("lost")
        json.int(line.lost)
        json.key("tries")
        json.int(line.tries)
        json.key("steps")
        json.int(line.steps)
        json.key("microseconds")
        json.int(line.microseconds)
      }
      json.newline()
    }
    return json.take()
  }
}
