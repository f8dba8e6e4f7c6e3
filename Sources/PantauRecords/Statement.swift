/// One thing that an article says about a programme's progress.
public struct Statement: Sendable, Equatable {
  /// Whether it was promised, reported as reached, or is the size of the universe.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    case target, actual, total
  }

  /// The label that stands for the whole country where a region is named.
  public static let country = "Indonesia"

  /// `t1`, `a1`, … within the article; empty for totals.
  public var id: String = ""
  /// Whether it was promised, reported as reached, or is the size of the universe.
  public var kind: Kind
  /// The programme's identifier, as its file in `rules/programmes/` gives it.
  public var programme: String
  /// What was counted, in the order of a cooperative's life: `deliberated`, `formed`, `incorporated`,
  /// `launched`, `built`, `building`, `operating`, `other`; nil for totals.
  public var stage: String?
  /// The number, nil where the text gives a percentage or "all" only.
  public var value: Double?
  /// The percentage where stated, 0 to 100 and above.
  public var percent: Double?
  /// Whether the text says "all of them".
  public var all: Bool = false
  /// `min`, `max` or `about`; nil for an exact number.
  public var bound: String?
  /// The denominator where stated.
  public var of: Double?
  /// `cooperative`, `village`, `urban_village`, `village_any` or `site`.
  public var unit: String?
  /// Canonical label, ``country`` for the whole country.
  public var region: String?
  /// The region's official code, nil where the gazetteer does not hold it.
  public var regionCode: String?
  /// Targets: the first day, given only for "mulai …".
  public var earliest: CalendarDate?
  /// Targets: the last day on which the target is still met.
  public var latest: CalendarDate?
  /// Targets: identifier of the deadline in the article's list.
  public var deadline: String?
  /// Actuals: the day for which it is reported.
  public var asOf: CalendarDate?
  /// Identifier of the official who said it.
  public var speaker: String?
  /// The sentence that proves it, as it stands in the text; of a long one the words about the figure.
  public var quote: String
  /// Where `quote` stands.
  public var span: Span
  /// The rule that found it.
  public var rule: String
  /// 0 to 1.
  public var confidence: Double = 0
}

extension Statement {
  /// A statement without figures.
  public init(kind: Kind, programme: String, quote: String, span: Span, rule: String) {
    self.kind = kind
    self.programme = programme
    self.quote = quote
    self.span = span
    self.rule = rule
  }

  /// A statement with all that it may say.
  public static func made(
    id: String, kind: Kind, programme: String, stage: String?, value: Double?, percent: Double?, all: Bool,
    bound: String?, of: Double?, unit: String?, region: String?, regionCode: String?,
    earliest: CalendarDate?, latest: CalendarDate?, deadline: String?, asOf: CalendarDate?,
    speaker: String?, quote: String, span: Span, rule: String, confidence: Double
  ) -> Statement {
    // The memberwise initialiser puts each field in its place and copies none.
    Statement(
      id: id, kind: kind, programme: programme, stage: stage, value: value, percent: percent, all: all,
      bound: bound, of: of, unit: unit, region: region, regionCode: regionCode, earliest: earliest,
      latest: latest, deadline: deadline, asOf: asOf, speaker: speaker, quote: quote, span: span,
      rule: rule, confidence: confidence)
  }
}
