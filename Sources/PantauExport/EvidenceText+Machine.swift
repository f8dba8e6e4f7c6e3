internal import PantauRecords

extension EvidenceText {
  private static let columns = [
    "id", "cells", "kind", "value", "percent", "all", "bound", "of", "unit", "deadline", "day", "day_stated",
    "published", "paper", "title", "url", "path", "article", "speaker", "speaker_office", "quote", "start",
    "end", "fact", "voice", "echo", "void",
  ]

  /// CSV with a header, one row a sentence: plain figures, days as `YYYY-MM-DD`, offsets in code points.
  public static func csv(_ choices: [Choice]) -> [UInt8] {
    var csv = CSVWriter()
    csv.row(columns.map(CSVWriter.Cell.text))
    for (line, places) in choices { for place in places { csv.row(cells(line, place)) } }
    return csv.take()
  }

  private static func cells(_ line: TrackLine, _ place: Int) -> [CSVWriter.Cell] {
    let evidence = line.evidence[place]
    let (figure, article) = (evidence.figure, evidence.article)
    return [
      .text(line.id), .text(line.cells(showing: place).map(\.rawValue).joined(separator: " ")),
      .text(evidence.kind.rawValue), .init(figure?.value), .init(figure?.percent),
      figure.map { .flag($0.all) } ?? .empty, .init(figure?.bound), .init(figure?.of), .init(figure?.unit),
      .init(figure?.deadline?.description), .init(figure?.date?.description),
      figure.map { .flag($0.isDated) } ?? .empty, .init(article.published?.description),
      .text(paper(article)), .text(article.title), .init(article.url), .text(article.path),
      .text(article.id), .init(evidence.speaker), .init(evidence.speakerOffice), .text(evidence.quote),
      .integer(evidence.codePoints.start), .integer(evidence.codePoints.end), .init(evidence.fact),
      .init(evidence.voice), .flag(evidence.isEcho), .flag(evidence.isVoid),
    ]
  }

  /// A JSON array, one sentence on each row of the file, with the line's name and the cells that it is behind.
  public static func json(_ choices: [Choice]) -> [UInt8] {
    let sentences = choices.flatMap { choice in choice.places.map { (line: choice.line, place: $0) } }
    return JSONRows.bytes(sentences) { sentence, json in
      json.key("id")
      json.string(sentence.line.id)
      json.key("cells")
      let cells = sentence.line.cells(showing: sentence.place)
      json.array { json in for cell in cells { json.string(cell.rawValue) } }
      TrackTable.writeMembers(of: sentence.line.evidence[sentence.place], to: &json)
    }
  }

  /// A table in Markdown, one row a sentence.
  public static func markdown(_ choices: [Choice]) -> String {
    let rows = choices.flatMap { line, places in
      places.map { place in
        let evidence = line.evidence[place]
        let address = WebAddress.safe(evidence.article.url) ?? evidence.article.path
        return [
          line.id, evidence.article.published?.description ?? "–", paper(evidence.article), says(evidence),
          evidence.speaker ?? "–", evidence.quote, address,
          "\(evidence.codePoints.start)–\(evidence.codePoints.end)",
        ]
      }
    }
    let titles = ["ID", "Published", "Paper", "Says", "Speaker", "Quote", "Article", "Characters"]
    return MarkdownTable.text(titles.map { PlainTable.Column($0) }, rows: rows)
  }
}
