/// One line of the tracking table: what was promised and what was reported for one programme, region and stage.
public struct TrackLine: Sendable, Equatable {
  /// From which figures ``TrackLine/progress`` was worked out.
  public enum ProgressBasis: String, Sendable, CaseIterable {
    /// The reported number by the promised number.
    case target
    /// The reported percentage (by the promised percentage, where one was promised).
    case percent
    /// The reported number by the denominator that stands beside it.
    case denominator
    /// The report says "all of them".
    case all
    /// The reported number by the size of the universe that an article gives.
    case total
    /// The reported number by the size of the universe in the gazetteer.
    case universe
  }

  /// A figure of the line with the place of its proof in ``TrackLine/evidence``.
  public struct Figure: Sendable, Equatable {
    /// The number.
    public var value: Double?
    /// The percentage.
    public var percent: Double?
    /// Whether the text says "all of them".
    public var all: Bool
    /// `min`, `max` or `about`; nil for an exact number.
    public var bound: String?
    /// The denominator that stands beside the number.
    public var of: Double?
    /// The number that "all of them" stands for, from an article's total or the gazetteer; nil where unknown.
    public var whole: Double?
    /// What is counted.
    public var unit: String?
    /// Targets: the last day on which the target is still met.
    public var deadline: CalendarDate?
    /// Actuals: the day for which it is reported, else the day of publication. Targets: the day of publication.
    public var date: CalendarDate?
    /// Actuals: whether the text names the day, and ``date`` is not the day of publication.
    public var isDated = false
    /// Index of the proof of the amount.
    public var evidence: Int
    /// Index of the proof of the deadline, which may be another article's.
    public var deadlineEvidence: Int?
    /// Targets: the first day, given only for "mulai …".
    public var earliest: CalendarDate?

    /// A figure and where it comes from.
    public init(
      value: Double? = nil, percent: Double? = nil, all: Bool = false, bound: String? = nil,
      of: Double? = nil,
      unit: String? = nil, deadline: CalendarDate? = nil, date: CalendarDate? = nil, evidence: Int,
      deadlineEvidence: Int? = nil, earliest: CalendarDate? = nil
    ) {
      self.value = value
      self.percent = percent
      self.all = all
      self.bound = bound
      self.of = of
      self.unit = unit
      self.deadline = deadline
      self.date = date
      self.evidence = evidence
      self.deadlineEvidence = deadlineEvidence
      self.earliest = earliest
    }
  }

  /// One sentence behind the line.
  public struct Evidence: Sendable, Equatable {
    /// The article that says it.
    public var article: ArticleContext
    /// Whether it was promised or reported.
    public var kind: Statement.Kind
    /// The stage.
    public var stage: String?
    /// The words that prove it.
    public var quote: String
    /// Where the quote stands, half-open, in Unicode code points of ``Article/text``.
    public var codePoints: Span
    /// The official who said it: name and office.
    public var speaker: String?
    /// The speaker's office.
    public var speakerOffice: String?
    /// The speaker as a person: ``OfficialEntity/id``; nil where nobody is named or facts were not asked for.
    public var person: String?
    /// What the sentence says; its ``Figure/evidence`` is this sentence's own place.
    public var figure: Figure?
    /// ``Fact/id`` of what it says; nil where facts were not asked for.
    public var fact: String?
    /// Whose voice it is: ``Fact/Saying/voice``; nil where facts were not asked for.
    public var voice: String?
    /// Whether it only repeats an older article of that voice.
    public var isEcho = false
    /// Whether the figure was corrected: it is shown, and counts no further.
    public var isVoid = false

    /// A piece of evidence.
    public init(
      article: ArticleContext, kind: Statement.Kind, stage: String?, quote: String, codePoints: Span,
      speaker: String? = nil, speakerOffice: String? = nil, figure: Figure? = nil
    ) {
      self.article = article
      self.kind = kind
      self.stage = stage
      self.quote = quote
      self.codePoints = codePoints
      self.speaker = speaker
      self.speakerOffice = speakerOffice
      self.figure = figure
    }
  }

  /// The programme's identifier.
  public var programme: String
  /// Canonical label, `Indonesia` for the whole country; nil where the articles name no region.
  public var region: String?
  /// The region's official code.
  public var regionCode: String?
  /// Canonical label of the nearest known parent.
  public var within: String?
  /// The stage.
  public var stage: String
  /// The newest target.
  public var target: Figure?
  /// The newest report.
  public var actual: Figure?
  /// 0 to 1; nil where the figures do not tell.
  public var progress: Double?
  /// What `progress` was taken from.
  public var progressBasis: ProgressBasis?
  /// What ``progress`` was divided by, where it was a number of units.
  public var denominator: Double?
  /// How the line stands as of the day asked for.
  public var status: Status
  /// The numbers that led to ``status``; nil where there is no target.
  public var assessment: Assessment?
  /// What the sentences agree on, rival figures and events; nil where facts were not asked for.
  public var facts: FactHistory?
  /// Every sentence behind the line, oldest article first.
  public var evidence: [Evidence]

  /// A line of the table.
  public init(
    programme: String, region: String?, regionCode: String? = nil, within: String? = nil, stage: String,
    target: Figure? = nil, actual: Figure? = nil, progress: Double? = nil,
    progressBasis: ProgressBasis? = nil, denominator: Double? = nil, status: Status,
    assessment: Assessment? = nil, evidence: [Evidence] = []
  ) {
    self.programme = programme
    self.region = region
    self.regionCode = regionCode
    self.within = within
    self.stage = stage
    self.target = target
    self.actual = actual
    self.progress = progress
    self.progressBasis = progressBasis
    self.denominator = denominator
    self.status = status
    self.assessment = assessment
    self.evidence = evidence
  }

  /// How many articles stand behind the line.
  public var sourceCount: Int { Set(evidence.lazy.map(\.article.id)).count }
  /// How many independent voices stand behind it: copies, rewrites, and one site's articles count once.
  public var voiceCount: Int { Set(evidence.lazy.map { $0.voice ?? $0.article.id }).count }
  /// How many articles say nothing here but what their voice had said before.
  public var echoCount: Int {
    sourceCount - Set(evidence.lazy.filter { !$0.isEcho }.map(\.article.id)).count
  }
}
