public import PantauRecords

extension TrackTable {
  /// A JSON array with one object a line of the table, keys in a fixed order, one object on each row of the file.
  ///
  /// Figures are null where there is no target or report; `evidence` holds every sentence, and `source` and
  /// `deadline_source` are indices into it.
  public static func json(_ lines: [TrackLine]) -> [UInt8] {
    JSONRows.bytes(lines) { line, json in write(line, to: &json) }
  }

  private static func write(_ line: TrackLine, to json: inout JSONWriter) {
    json.key("id")
    json.string(line.id)
    json.key("programme")
    json.string(line.programme)
    json.key("region")
    json.string(orNull: line.region)
    json.key("region_code")
    json.string(orNull: line.regionCode)
    json.key("within")
    json.string(orNull: line.within)
    json.key("stage")
    json.string(line.stage)
    json.key("target")
    write(target: line.target, to: &json)
    json.key("actual")
    write(actual: line.actual, to: &json)
    json.key("progress")
    json.number(line.progress.map(rounded))
    json.key("progress_basis")
    json.string(orNull: line.progressBasis?.rawValue)
    json.key("denominator")
    json.number(line.denominator)
    json.key("status")
    json.string(line.status.rawValue)
    json.key("reason")
    json.string(StatusReason.text(line))
    json.key("assessment")
    write(line.assessment, to: &json)
    json.key("sources")
    json.int(line.sourceCount)
    json.key("voices")
    json.int(line.voiceCount)
    json.key("echoes")
    json.int(line.echoCount)
    json.key("rivals")
    write(line.newestRivals, to: &json)
    json.key("events")
    json.array { json in for event in line.facts?.events ?? [] { write(event, to: &json) } }
    json.key("evidence")
    json.array { json in for evidence in line.evidence { write(evidence, to: &json) } }
  }

  private static func write(target: TrackLine.Figure?, to json: inout JSONWriter) {
    guard let target else { return json.null() }
    json.object { json in
      writeAmount(of: target, to: &json)
      json.key("deadline")
      json.date(target.deadline)
      json.key("published")
      json.date(target.date)
      json.key("source")
      json.int(target.evidence)
      json.key("deadline_source")
      json.number(target.deadlineEvidence.map(Double.init))
    }
  }

  private static func write(actual: TrackLine.Figure?, to json: inout JSONWriter) {
    guard let actual else { return json.null() }
    json.object { json in
      writeAmount(of: actual, to: &json)
      json.key("of")
      json.number(actual.of)
      json.key("date")
      json.date(actual.date)
      json.key("source")
      json.int(actual.evidence)
    }
  }

  private static func writeAmount(of figure: TrackLine.Figure, to json: inout JSONWriter) {
    json.key("value")
    json.number(figure.value)
    json.key("percent")
    json.number(figure.percent)
    json.key("all")
    json.bool(figure.all)
    json.key("bound")
    json.string(orNull: figure.bound)
    json.key("whole")
    json.number(figure.whole)
    json.key("unit")
    json.string(orNull: figure.unit)
  }

  private static func write(_ evidence: TrackLine.Evidence, to json: inout JSONWriter) {
    json.object { writeMembers(of: evidence, to: &$0) }
  }

  /// What a sentence says, and where it stands.
  static func writeMembers(of evidence: TrackLine.Evidence, to json: inout JSONWriter) {
    json.key("article")
    json.string(evidence.article.id)
    json.key("path")
    json.string(evidence.article.path)
    json.key("url")
    json.string(orNull: evidence.article.url)
    json.key("site")
    json.string(orNull: evidence.article.site)
    json.key("title")
    json.string(evidence.article.title)
    json.key("published")
    json.date(evidence.article.published)
    json.key("kind")
    json.string(evidence.kind.rawValue)
    json.key("stage")
    json.string(orNull: evidence.stage)
    json.key("speaker")
    json.string(orNull: evidence.speaker)
    json.key("speaker_office")
    json.string(orNull: evidence.speakerOffice)
    json.key("quote")
    json.string(evidence.quote)
    json.key("start")
    json.int(evidence.codePoints.start)
    json.key("end")
    json.int(evidence.codePoints.end)
    json.key("figure")
    write(evidence.figure, of: evidence.kind, to: &json)
    json.key("fact")
    json.string(orNull: evidence.fact)
    json.key("voice")
    json.string(orNull: evidence.voice)
    json.key("echo")
    json.bool(evidence.isEcho)
    json.key("void")
    json.bool(evidence.isVoid)
  }

  private static func write(
    _ figure: TrackLine.Figure?, of kind: Statement.Kind, to json: inout JSONWriter
  ) {
    guard let figure else { return json.null() }
    json.object { json in
      writeAmount(of: figure, to: &json)
      json.key("of")
      json.number(figure.of)
      json.key("deadline")
      json.date(figure.deadline)
      json.key("date")
      json.date(figure.date)
      json.key("date_stated")
      json.bool(figure.isDated)
    }
  }
}
