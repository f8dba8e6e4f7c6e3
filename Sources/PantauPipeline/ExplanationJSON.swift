internal import PantauExtract
internal import PantauRecords

/// Writes an explanation as one line of JSON.
struct ExplanationJSON {
  private let explanation: Explanation

  init(_ explanation: Explanation) { self.explanation = explanation }

  var bytes: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("schema")
      json.string("pantau/explanation/1")
      json.key("text")
      json.string(explanation.text)
      json.key("programme")
      json.string(orNull: explanation.programme)
      json.key("programme_assumed")
      json.bool(explanation.isProgrammeAssumed)
      json.key("date")
      json.date(explanation.reference)
      json.key("tokens")
      array(explanation.tokens, &json, token)
      json.key("matches")
      array(explanation.matches, &json, match)
      json.key("lost_matches")
      array(explanation.rivals, &json, rival)
      for (key, readings) in [
        ("numbers" as StaticString, explanation.numbers), ("dates", explanation.dates),
        ("regions", explanation.regions), ("officials", explanation.officials),
      ] {
        json.key(key)
        array(readings, &json, reading)
      }
      json.key("statements")
      array(explanation.statements, &json, statement)
    }
    json.newline()
    return json.take()
  }

  private func array<Element>(
    _ elements: [Element], _ json: inout JSONWriter, _ body: (Element, inout JSONWriter) -> Void
  ) {
    json.array { json in
      for element in elements { json.object { json in body(element, &json) } }
    }
  }

  private func token(_ token: Explanation.TokenNote, _ json: inout JSONWriter) {
    json.key("text")
    json.string(token.text)
    json.key("kind")
    json.string(token.kind)
    json.key("traits")
    json.array { json in for trait in token.traits { json.string(trait) } }
    json.key("sentence")
    json.int(token.sentence)
    json.key("lexicons")
    array(token.senses, &json) { sense, json in
      json.key("lexicon")
      json.string(sense.lexicon)
      json.key("text")
      json.string(sense.text)
      fields("columns", sense.columns, &json)
      json.key("location")
      json.string(orNull: sense.location)
    }
  }

  private func match(_ match: Explanation.MatchNote, _ json: inout JSONWriter) {
    json.key("label")
    json.string(match.label)
    json.key("text")
    json.string(match.text)
    json.key("rule")
    json.string(orNull: match.rule)
    json.key("location")
    json.string(orNull: match.location)
    fields("captures", match.fields, &json)
  }

  private func rival(_ rival: Explanation.RivalNote, _ json: inout JSONWriter) {
    json.key("label")
    json.string(rival.label)
    json.key("text")
    json.string(rival.text)
    json.key("rule")
    json.string(rival.rule)
    json.key("location")
    json.string(rival.location)
    json.key("reason")
    json.string(rival.reason)
  }

  private func reading(_ reading: Explanation.Reading, _ json: inout JSONWriter) {
    json.key("text")
    json.string(reading.text)
    fields("meaning", reading.fields, &json)
    json.key("rule")
    json.string(orNull: reading.rule)
    json.key("location")
    json.string(orNull: reading.location)
  }

  private func statement(_ note: Explanation.StatementNote, _ json: inout JSONWriter) {
    json.key("id")
    json.string(orNull: note.statement.flatMap { $0.id.isEmpty ? nil : $0.id })
    json.key("kind")
    json.string(orNull: note.statement?.kind.rawValue)
    json.key("quote")
    json.string(orNull: note.statement?.quote)
    json.key("text")
    json.string(note.text)
    json.key("rule")
    json.string(note.rule)
    json.key("location")
    json.string(orNull: note.location)
    json.key("reason")
    json.string(orNull: note.reason)
    json.key("fields")
    array(note.fields, &json) { field, json in
      json.key("name")
      json.string(field.name)
      json.key("value")
      json.string(field.value)
      json.key("origin")
      json.string(field.origin)
      json.key("location")
      json.string(orNull: field.location)
      json.key("candidates")
      array(field.candidates, &json, candidate)
    }
  }

  private func candidate(_ candidate: Explanation.Candidate, _ json: inout JSONWriter) {
    json.key("value")
    json.string(candidate.value)
    json.key("text")
    json.string(orNull: candidate.text)
    json.key("chosen")
    json.bool(candidate.isChosen)
    json.key("location")
    json.string(orNull: candidate.location)
    json.key("score")
    json.number(rounded(candidate.score))
    json.key("shares")
    array(candidate.shares, &json) { share, json in
      json.key("feature")
      json.string(share.feature)
      json.key("amount")
      json.number(rounded(share.amount))
    }
  }

  private func fields(_ key: StaticString, _ fields: [Explanation.Field], _ json: inout JSONWriter) {
    json.key(key)
    array(fields, &json) { field, json in
      json.key("name")
      json.string(field.name)
      json.key("value")
      json.string(field.value)
    }
  }

  private func rounded(_ number: Double) -> Double { (number * 100).rounded() / 100 }
}
