import PantauRules

/// The captures of rules for officials, asked for by number.
struct OfficialCaptures: Sendable {
  let name, office, nick, acting: CaptureKey
  let kind, chief, body, tail, remit, cooperative, own, unit, region: CaptureKey
  /// Those that tell what an office is of.
  let fields: [CaptureKey]

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
    fields = [body, remit, tail, unit, cooperative, own, chief]
  }
}
