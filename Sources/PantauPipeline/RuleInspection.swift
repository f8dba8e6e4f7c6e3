internal import PantauClean
internal import PantauExtract
internal import PantauGazetteer
public import PantauRules

/// All that is wrong with a folder of rules, of every stage at once.
public struct RuleInspection: Sendable {
  /// With one of these the rules do not load.
  public let faults: [RuleError]
  /// What is well-formed but does nothing.
  public let warnings: [RuleError]

  /// Looks over patterns, word lists, programmes, weights and clean lists.
  public init(_ setup: Setup) {
    let (faults, warnings) = Extractor.check(setup.rules, gazetteer: setup.gazetteer)
    var cleanFaults: [RuleError] = []
    do {
      _ = try Cleaner(rules: setup.rules)
    } catch let errors as RuleErrors {
      cleanFaults = errors.errors
    } catch {
      cleanFaults = [RuleError(path: setup.rules.origin, message: "\(error)")]
    }
    self.faults = faults + cleanFaults
    self.warnings = warnings
  }

  /// The JSON Schema of a kind of rule file, ended by a line feed.
  public static func schema(_ kind: RuleSchema.Kind) -> String { Extractor.schema(kind).text }
}

/// The rules' own examples, and a description of all rules.
public struct RuleTrial: Sendable {
  private let extractor: Extractor
  private let folder: RuleFolder

  /// - Throws: `RuleErrors` where the rules are faulty.
  public init(_ setup: Setup) throws {
    extractor = try Extractor(rules: setup.rules, gazetteer: setup.gazetteer)
    folder = setup.rules
  }

  /// Examples of the rules called `names`, or of all rules where there are none.
  public func exampleCount(of names: [String]) -> Int {
    extractor.rules.rules.filter { names.isEmpty || names.contains($0.name) }
      .reduce(0) { $0 + $1.matches.count + $1.rejects.count }
  }

  /// Holds each example of the rules called `names`, or of all, against its rule alone and against all rules.
  ///
  /// - Throws: `UnknownRule` where there is no rule of one of the names.
  public func faults(of names: [String]) throws -> [ExampleFault] {
    for name in names { _ = try extractor.rules.index(of: name) }
    return extractor.exampleFaults { names.isEmpty || names.contains($0.name) }
  }

  /// A reference of all rules, word lists and programmes in Markdown.
  public var reference: String { extractor.reference(of: folder).markdown }
}
