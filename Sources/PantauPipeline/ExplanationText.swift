internal import PantauExport
internal import PantauExtract
internal import PantauRecords

/// Writes an explanation for a reader at a terminal.
struct ExplanationText {
  private let explanation: Explanation

  init(_ explanation: Explanation) { self.explanation = explanation }

  var text: String {
    var text = head
    func add(_ title: String, _ table: PlainTable, hasTitles: Bool = true) {
      guard !table.rows.isEmpty else { return }
      text += "\n\(title)\n" + table.text(indent: 2, hasTitles: hasTitles)
    }
    add("TOKENS", tokens)
    add("MATCHES", matches)
    add("LOST MATCHES", rivals)
    add("NUMBERS", readings(explanation.numbers), hasTitles: false)
    add("DATES", readings(explanation.dates), hasTitles: false)
    add("REGIONS", readings(explanation.regions), hasTitles: false)
    add("OFFICIALS", readings(explanation.officials), hasTitles: false)
    text += "\nSTATEMENTS\n"
    if explanation.statements.isEmpty {
      text += "  none: no rule found an amount or a deadline with a stage\n"
    }
    for note in explanation.statements { text += statement(note) }
    for check in explanation.checks { text += "  check  \(check.kind): \(check.message)\n" }
    return text
  }

  private var head: String {
    let assumed = explanation.isProgrammeAssumed ? " (assumed: the text is about none)" : ""
    let day = explanation.reference.map { "\($0)" } ?? "none; relative dates stay open"
    return """
      programme  \(explanation.programme ?? "none: there is no file in rules/programmes")\(assumed)
      date       \(day)

      """
  }

  // MARK: - What was found

  private var tokens: PlainTable {
    var table = PlainTable([
      .init("#", isNumber: true), .init("Token"), .init("Kind"), .init("Traits"), .init("Lexicons"),
    ])
    for (index, token) in explanation.tokens.enumerated() {
      let senses = token.senses.map { sense in
        let phrase = sense.text == token.text ? "" : " '\(sense.text)'"
        return ([sense.lexicon + phrase] + sense.columns.map { "\($0.name)=\($0.value)" }).joined(
          separator: " ")
      }
      let kind = token.kind == "punctuation" ? "mark" : token.kind
      let first = [String(index), token.text, kind, token.traits.joined(separator: " ")]
      table.rows.append(first + [senses.first ?? ""])
      for sense in senses.dropFirst() { table.rows.append(["", "", "", "", sense]) }
    }
    return table
  }

  private var matches: PlainTable {
    var table = PlainTable([.init("Label"), .init("Words"), .init("Rule"), .init("Captures"), .init("Where")])
    for match in explanation.matches {
      table.rows.append([
        match.label, match.text, match.rule ?? "(program)", list(match.fields), match.location ?? "",
      ])
    }
    return table
  }

  private var rivals: PlainTable {
    var table = PlainTable([.init("Label"), .init("Words"), .init("Rule"), .init("Why"), .init("Where")])
    for rival in explanation.rivals {
      table.rows.append([rival.label, rival.text, rival.rule, rival.reason, rival.location])
    }
    return table
  }

  private func readings(_ readings: [Explanation.Reading]) -> PlainTable {
    PlainTable(
      [.init("Words"), .init("Meaning"), .init("Rule"), .init("Where")],
      rows: readings.map { ["'\($0.text)'", list($0.fields), $0.rule ?? "", $0.location ?? ""] })
  }

  private func list(_ fields: [Explanation.Field]) -> String {
    fields.map { field in
      let value = field.value.utf8.contains(UInt8(ascii: " ")) ? "'\(field.value)'" : field.value
      return "\(field.name)=\(value)"
    }.joined(separator: " ")
  }

  // MARK: - What is stated

  private func statement(_ note: Explanation.StatementNote) -> String {
    var text = "  "
    if let statement = note.statement {
      text += [statement.id, statement.kind.rawValue].filter { !$0.isEmpty }.joined(separator: " ")
      text += ": '\(statement.quote)'\n"
    } else {
      text += "no statement: '\(note.text)': \(note.reason ?? "")\n"
    }
    var table = PlainTable([.init("Field"), .init("Value"), .init("Why")])
    table.rows.append(["rule", note.rule, "matches '\(note.text)'" + place(note.location)])
    for field in note.fields {
      let chosen = field.candidates.first { $0.isChosen }
      table.rows.append([
        field.name, field.value, (chosen.map(weighed) ?? field.origin) + place(field.location),
      ])
      for rival in field.candidates where !rival.isChosen {
        table.rows.append(["", "", "not \(rival.value): \(weighed(rival))" + place(rival.location)])
      }
    }
    return text + table.text(indent: 4, hasTitles: false)
  }

  private func place(_ location: String?) -> String { location.map { " (\($0))" } ?? "" }

  /// "6.60 for 'terbentuk' = 3.00 same-zone + 1.50 same-clause − …".
  private func weighed(_ candidate: Explanation.Candidate) -> String {
    let words = candidate.text.map { " for '\($0)'" } ?? ""
    let text = format(candidate.score) + words
    guard candidate.shares.contains(where: { $0.feature != "fixed" }) else { return text }
    return candidate.shares.enumerated().reduce(text + " =") { text, share in
      let (index, share) = (share.offset, share.element)
      let sign = share.amount < 0 ? (index == 0 ? " −" : " − ") : index == 0 ? " " : " + "
      let name = share.feature.split(separator: ".").last.map(String.init) ?? share.feature
      return text + sign + format(abs(share.amount)) + " " + name
    }
  }

  /// Two decimals.
  private func format(_ number: Double) -> String {
    let hundredths = Int((abs(number) * 100).rounded())
    let decimals = hundredths % 100
    return (number < 0 && hundredths > 0 ? "−" : "")
      + "\(hundredths / 100).\(decimals < 10 ? "0" : "")\(decimals)"
  }
}
