public import PantauRecords

/// The sentences behind lines of the tracking table, for people.
public enum EvidenceText {
  /// A line and the places of those of its sentences that are to be shown.
  public typealias Choice = (line: TrackLine, places: [Int])

  /// Each line with its figures and status, and below it its sentences, oldest first.
  ///
  /// - Parameters:
  ///   - choices: lines and sentences.
  ///   - width: columns of the terminal; nil for 100.
  ///   - style: whether the terminal shows colours.
  /// - Returns: text that ends with a line feed.
  public static func text(_ choices: [Choice], width: Int? = nil, style: TextStyle = .plain) -> String {
    let width = min(max(width ?? 100, 40), 100)
    return choices.map { line, places in
      let sentences = places.enumerated().map { number, place in
        "\n" + sentence(line, place, number: number + 1, width, style)
      }
      return LineHead.text(line, style: style) + sentences.joined()
    }.joined(separator: "\n")
  }

  private static func sentence(
    _ line: TrackLine, _ index: Int, number: Int, _ width: Int, _ style: TextStyle
  ) -> String {
    let evidence = line.evidence[index]
    let cells = line.cells(showing: index).map(\.rawValue)
    let shown = cells.isEmpty ? "" : "  [\(cells.joined(separator: ", "))]"
    var lines = [
      style.show("\(number). \(evidence.article.published?.description ?? "day unknown")", .bold)
        + "  \(TerminalText.safe(paper(evidence.article))): \(says(evidence))" + style.show(shown, .dim)
    ]
    let quote = TerminalText.wrapped("“\(evidence.quote)”", to: width - 3)
    lines += quote.map { "   " + style.show($0, .match) }
    if let speaker = evidence.speaker {
      let office = evidence.speakerOffice.map { ", \($0)" } ?? ""
      lines += TerminalText.wrapped("said by \(speaker)\(office)", to: width - 3).map { "   " + $0 }
    }
    lines += TerminalText.wrapped(evidence.article.title, to: width - 3).map { "   " + style.show($0, .dim) }
    lines.append("   " + style.show(TerminalText.safe(place(evidence)), .dim))
    return lines.map { $0 + "\n" }.joined()
  }

  /// Where the sentence stands: address or path, article, offsets.
  private static func place(_ evidence: TrackLine.Evidence) -> String {
    let article = evidence.article
    return "\(article.url ?? article.path), article \(article.id), characters "
      + "\(evidence.codePoints.start)–\(evidence.codePoints.end)"
  }

  /// The paper's name, else its address's host, else the file's name.
  static func paper(_ article: ArticleContext) -> String {
    if let site = article.site, !site.isEmpty { return site }
    return WebAddress.host(article.url) ?? article.path.split(separator: "/").last.map(String.init)
      ?? article.path
  }

  /// `promised 64 urban village by 2025-05-31`.
  static func says(_ evidence: TrackLine.Evidence) -> String {
    let verb =
      switch evidence.kind {
      case .target: "promised"
      case .actual: "reported"
      case .total: "counted"
      }
    guard let figure = evidence.figure else { return verb }
    var words = [verb, FigureText.amount(figure)]
    if let unit = figure.unit { words.append(FigureText.words(unit)) }
    if let deadline = figure.deadline { words.append("by \(deadline)") }
    if evidence.kind == .actual, figure.isDated, let day = figure.date { words.append("for \(day)") }
    if evidence.isEcho { words.append("(echo)") }
    if evidence.isVoid { words.append("(corrected since)") }
    return words.joined(separator: " ")
  }
}

extension TrackLine {
  /// The cells that the sentence at `index` is behind.
  func cells(showing index: Int) -> [Cell] { Cell.allCases.filter { evidence(behind: $0).contains(index) } }
}
