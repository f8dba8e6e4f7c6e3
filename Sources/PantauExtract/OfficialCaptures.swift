import PantauRules

/// The captures of rules for officials, asked for by number.
struct OfficialCaptures: Sendable {
  let name, office, nick, acting: CaptureKey
  let kind, chief, body, tail, remit, cooperative, own, unit, region: CaptureKey
  /// Those that tell what an office is of.
  let fields: [CaptureKey]
  /// By rule: whether it finds members of a cooperative's board, whose offices do not say of what they are.
  private let boards: [Bool]

  init(_ rules: RuleSet?) {
    func key(_ name: String) -> CaptureKey { rules?.captureKey(name) ?? .none }
    name = key("name")
    office = key("office")
    nick = key("nick")
    acting = key("acting")
    kind = key("kind")
    chief = key("chief")
    body = key("body")
    tail = key("tail")
    remit = key("remit")
    cooperative = key("cooperative")
    own = key("own")
    unit = key("unit")
    region = key("region")
    boards = rules?.rules.map { $0.constants["board"] != nil } ?? []
    fields = [body, remit, tail, unit, cooperative, own, chief]
  }

  /// Whether a match is one of a member of a cooperative's board.
  func isOfBoard(_ match: Match) -> Bool {
    match.rule >= 0 && Int(match.rule) < boards.count && boards[Int(match.rule)]
  }
}
