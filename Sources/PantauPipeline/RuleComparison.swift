internal import PantauExtract
internal import PantauFetch
public import PantauRecords

/// What two folders of rules make of the same documents: facts gained, lost and changed.
public struct RuleComparison: Sendable {
  /// A difference between two records of one article.
  public struct Difference: Sendable, Equatable {
    /// How the facts differ.
    public enum Kind: String, Sendable {
      /// Only the new rules find it.
      case gained
      /// Only the old rules find it.
      case lost
      /// Both find it, with other fields.
      case changed
    }

    /// One field: its value by the old rules and by the new, nil where it has none.
    public struct Field: Sendable, Equatable {
      /// The field's name in the record.
      public var name: String
      /// By the old rules.
      public var old: String?
      /// By the new rules.
      public var new: String?
    }

    /// How the facts differ.
    public var kind: Kind
    /// `statement`, `region`, `official`, `deadline` or `check`.
    public var group: String
    /// All fields of a fact gained or lost; of a changed one what tells it, and what differs.
    public var fields: [Field]
    /// The sentence in which it stands; empty where it stands nowhere in particular.
    public var sentence: String
  }

  /// What became of one document.
  public struct Outcome: Sendable {
    /// The document.
    public var path: String
    /// In the order of the text, records that could not be made apart.
    public var differences: [Difference]
    /// Set where either rules could not make a record.
    public var failure: Failure?
  }

  private let old: Line
  private let new: Line

  /// - Throws: `RuleErrors` where either rules are faulty.
  public init(old: Setup, new: Setup) throws {
    self.old = try Line(old)
    self.new = try Line(new)
  }

  /// Hands what differs in each document of `inputs` to `sink`, in their order, on the calling thread.
  ///
  /// - Throws: what `sink` throws, and nothing else.
  public func run(inputs: [String], jobs: Int, sink: (Outcome) throws -> Void) throws {
    let (old, new) = (old, new)
    try inOrder(
      LocalSource(inputs).makeIterator(), jobs: jobs,
      work: { entry in RuleComparison.outcome(of: entry, old, new) }, sink: sink)
  }

  private static func outcome(of entry: Entry, _ old: Line, _ new: Line) -> Outcome {
    do throws(Failure) {
      let document = try entry.document()
      let before = old.extractor.record(of: try old.article(of: document))
      let after = new.extractor.record(of: try new.article(of: document))
      return Outcome(
        path: before.article.source.path, differences: differences(before, after, new.extractor))
    } catch {
      return Outcome(path: error.source.path, differences: [], failure: error)
    }
  }

  // MARK: - Two records

  private static func differences(
    _ before: ArticleRecord, _ after: ArticleRecord, _ extractor: Extractor
  ) -> [Difference] {
    var lost = before.facts
    var gained: [RecordFact] = []
    for fact in after.facts {
      if let same = lost.firstIndex(of: fact) { lost.remove(at: same) } else { gained.append(fact) }
    }
    // Texts differ where the clean rules do, and then places cannot be compared.
    let isSameText = before.article.text == after.article.text
    var found: [(start: Int, difference: Difference)] = []
    while let (left, right) = bestPair(lost, gained, isSameText) {
      let (fact, other) = (lost.remove(at: left), gained.remove(at: right))
      let sentence = sentence(of: other, after, extractor)
      found.append((other.span.start, changed(fact, other, sentence)))
    }
    for fact in lost {
      let fields = fact.fields.map { Difference.Field(name: $0.name, old: $0.value, new: nil) }
      let sentence = sentence(of: fact, before, extractor)
      found.append(
        (fact.span.start, Difference(kind: .lost, group: fact.group, fields: fields, sentence: sentence)))
    }
    for fact in gained {
      let fields = fact.fields.map { Difference.Field(name: $0.name, old: nil, new: $0.value) }
      let sentence = sentence(of: fact, after, extractor)
      found.append(
        (fact.span.start, Difference(kind: .gained, group: fact.group, fields: fields, sentence: sentence)))
    }
    return found.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }
      .map(\.element.difference)
  }

  /// The two facts that are most likely one: of one group, in one place, most alike; of equals the first.
  private static func bestPair(
    _ lost: [RecordFact], _ gained: [RecordFact], _ isSameText: Bool
  ) -> (Int, Int)? {
    var best: (left: Int, right: Int, likeness: Int)?
    for (left, fact) in lost.enumerated() {
      for (right, other) in gained.enumerated() where fact.group == other.group {
        let isSamePlace = isSameText && fact.span.count > 0 && fact.span.overlaps(other.span)
        let isSameName = fact.group != "statement" && fact.fields.first == other.fields.first
        guard isSamePlace || isSameName else { continue }
        let likeness = fact.likeness(other)
        if likeness > best?.likeness ?? -1 { best = (left, right, likeness) }
      }
    }
    return best.map { ($0.left, $0.right) }
  }

  private static func changed(_ old: RecordFact, _ new: RecordFact, _ sentence: String) -> Difference {
    var names = new.fields.map(\.name)
    names += old.fields.map(\.name).filter { !names.contains($0) }
    let telling = ["kind", "value", "percent", "unit", "region", "official", "deadline", "check"]
    let fields = names.compactMap { name -> Difference.Field? in
      let before = old.fields.first { $0.name == name }?.value
      let after = new.fields.first { $0.name == name }?.value
      guard before != after || telling.contains(name) else { return nil }
      return Difference.Field(name: name, old: before, new: after)
    }
    return Difference(kind: .changed, group: new.group, fields: fields, sentence: sentence)
  }

  private static func sentence(
    of fact: RecordFact, _ record: ArticleRecord, _ extractor: Extractor
  ) -> String {
    fact.span.count > 0 ? extractor.sentence(at: fact.span.start, in: record.article.text) : ""
  }
}
