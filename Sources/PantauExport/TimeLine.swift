internal import PantauRecords

/// What happened to a line, day by day: promises, reports, totals, and the events between them.
struct TimeLine {
  struct Entry {
    /// The day of publication; reports stand at the day that they are for.
    var day: CalendarDate?
    /// `promised`, `reported`, `counted`, an event's kind, or `rivals`.
    var kind: String
    var text: String
    var value: Double?
    var deadline: CalendarDate?
    /// The article's paper and place, for sentences.
    var evidence: TrackLine.Evidence?
    var rank: Int
  }

  let entries: [Entry]

  init(_ line: TrackLine) {
    var entries = line.evidence.map(TimeLine.entry)
    if let facts = line.facts {
      entries += facts.events.map(TimeLine.entry)
      entries += facts.rivals.map { TimeLine.entry($0, facts) }
    }
    self.entries = entries.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      let days = (one.day?.dayNumber ?? Int.min, other.day?.dayNumber ?? Int.min)
      return (days.0, one.rank, left.offset) < (days.1, other.rank, right.offset)
    }.map(\.element)
  }

  private static func entry(_ evidence: TrackLine.Evidence) -> Entry {
    let kind = String(EvidenceText.says(evidence).prefix { $0 != " " })
    let text = EvidenceText.says(evidence).dropFirst(kind.count + 1)
    let day = evidence.kind == .actual ? evidence.figure?.date : evidence.article.published
    return Entry(
      day: day ?? evidence.article.published, kind: kind, text: String(text),
      value: evidence.figure?.value, deadline: evidence.figure?.deadline, evidence: evidence,
      rank: evidence.kind == .actual ? 2 : 0)
  }

  private static func entry(_ event: FactEvent) -> Entry {
    let what =
      switch event.kind {
      case .correction: "corrected"
      case .targetMoved: "target moved"
      case .deadlineSlipped: "deadline slipped"
      case .deadlineAdvanced: "deadline brought forward"
      case .denominatorChanged: "denominator changed"
      }
    var changes: [String] = []
    if event.oldValue != nil || event.newValue != nil {
      changes.append("from \(number(event.oldValue)) to \(number(event.newValue))")
    }
    if event.oldDate != nil || event.newDate != nil {
      changes.append("from \(day(event.oldDate)) to \(day(event.newDate))")
    }
    let change = ([what] + [changes.joined(separator: ", ")]).joined(separator: " ")
    return Entry(
      day: event.day, kind: event.kind.rawValue, text: change + (event.isSilent ? ", in silence" : ""),
      value: event.newValue, deadline: event.newDate, evidence: nil, rank: 1)
  }

  private static func number(_ value: Double?) -> String { value.map { IndonesianNumber.string($0) } ?? "–" }

  private static func day(_ date: CalendarDate?) -> String { date?.description ?? "no day" }

  private static func entry(_ rivals: RivalFigures, _ facts: FactHistory) -> Entry {
    let unit = rivals.isPercent ? " %" : ""
    let range = "\(IndonesianNumber.string(rivals.low)) to \(IndonesianNumber.string(rivals.high))\(unit)"
    return Entry(
      day: rivals.day, kind: "rivals", text: "\(range): \(voices(of: rivals, facts))", value: nil,
      deadline: nil, evidence: nil, rank: 3)
  }

  /// `9 says Harian Contoh; 15 says Lalu Wirajaya in Kabar Rinjani`.
  static func voices(of rivals: RivalFigures, _ facts: FactHistory?) -> String {
    rivals.facts.compactMap { id -> String? in
      guard let fact = facts?.fact(id), let saying = fact.sayings.first else { return nil }
      let amount = rivals.isPercent ? fact.amount.percent : fact.amount.value ?? fact.whole
      let figure = amount.map { IndonesianNumber.string($0) + (rivals.isPercent ? " %" : "") } ?? "–"
      let paper = EvidenceText.paper(saying.statement.article)
      let who = saying.statement.speaker.map { "\($0.name) in \(paper)" } ?? paper
      return "\(figure) says \(TerminalText.safe(who))"
    }.joined(separator: "; ")
  }

  /// The entries that are no sentences: what a reader should know of beside them.
  var events: [Entry] { entries.filter { $0.evidence == nil } }
}
