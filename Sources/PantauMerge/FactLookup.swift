internal import PantauRecords

/// Finds the fact behind a statement of one line.
struct FactLookup {
  struct Saying {
    var fact: String
    var voice: String
    var person: String?
    var isEcho: Bool
    var isVoid: Bool
    /// Actuals: the day that the fact is for, and whether an article names it.
    var day: CalendarDate?
    var isDated: Bool
    /// What "all of them" stood for when it was said.
    var whole: Double?
  }

  /// What makes a statement of a line one and no other.
  private struct Key: Hashable {
    var article: String
    var kind: Statement.Kind
    var span: Span
    var value: Double?
    var percent: Double?
    var all: Bool
    var unit: String?

    init(_ item: StatementInContext) {
      (article, kind, span) = (item.article.id, item.statement.kind, item.statement.span)
      (value, percent) = (item.statement.value, item.statement.percent)
      (all, unit) = (item.statement.all, item.statement.unit)
    }
  }

  let history: FactHistory
  private var sayings: [Key: Saying] = [:]

  init(_ history: FactHistory) {
    self.history = history
    for fact in history.targets + history.actuals + history.totals {
      for saying in fact.sayings {
        sayings[Key(saying.statement)] = Saying(
          fact: fact.id, voice: saying.voice, person: saying.person, isEcho: saying.isEcho,
          isVoid: fact.isVoid,
          day: fact.kind == .actual ? fact.day : nil, isDated: fact.asOf != nil, whole: fact.whole)
      }
    }
  }

  /// By ``FactHistory/lineID``.
  static func byLine(_ histories: [FactHistory]) -> [String: FactLookup] {
    Dictionary(histories.map { ($0.lineID, FactLookup($0)) }, uniquingKeysWith: { first, _ in first })
  }

  func saying(of item: StatementInContext) -> Saying? { sayings[Key(item)] }

  func isVoid(_ item: StatementInContext) -> Bool { saying(of: item)?.isVoid ?? false }
}

extension LineKey {
  /// The name of the line, as ``TrackLine/id`` will be.
  var lineID: String {
    "\(programme)/"
      + LineID.short(region: region.label, code: region.code, within: region.within, stage: stage)
  }
}
