public import PantauExport
internal import PantauRecords
public import PantauStore

/// What a search found, for people and programs.
public enum SearchText {
  /// Each article with its best place, and the statements whose quote matches.
  ///
  /// - Parameters:
  ///   - result: what was found.
  ///   - width: columns of the terminal; nil for 100.
  ///   - style: whether the terminal shows colours.
  /// - Returns: text that ends with a line feed, empty where nothing was found.
  public static func text(_ result: SearchResult, width: Int? = nil, style: TextStyle = .plain) -> String {
    let width = min(max(width ?? 100, 40), 100)
    return result.hits.enumerated().map { number, hit in
      let article = hit.article
      let day = article.published?.description ?? "day unknown"
      let head = style.bold("\(number + 1). \(day)  \(TerminalText.safe(article.title))")
      var lines = [head]
      lines += indented(hit.snippet, width, style)
      for quote in hit.quotes {
        let place = LineID.short(
          region: quote.region, code: quote.regionCode, within: quote.within, stage: quote.stage ?? "–")
        let region = quote.region.map(TerminalText.safe) ?? "–"
        lines.append("   ▸ \(quote.kind.rawValue) · \(region) · \(place)")
      }
      let source = TerminalText.safe("\(article.url ?? article.path), article \(article.id)")
      lines.append("   " + style.dim(source))
      return lines.map { $0 + "\n" }.joined()
    }.joined(separator: "\n")
  }

  /// Lines of the snippet; matches are shown on a terminal with colours, else between asterisks.
  private static func indented(
    _ pieces: [SearchResult.Piece], _ width: Int, _ style: TextStyle
  ) -> [String] {
    var words: [(text: String, isMatch: Bool)] = []
    for piece in pieces {
      let text = TerminalText.safe(piece.text)
      let isGlued = !words.isEmpty && text.first != " "
      for (index, word) in text.split(separator: " ").enumerated() {
        let shown = piece.isMatch ? style.match(String(word)) : String(word)
        if index == 0, isGlued, let last = words.last, !last.text.hasSuffix(" ") {
          words[words.count - 1].text += shown
        } else {
          words.append((shown, piece.isMatch))
        }
      }
      if text.last == " ", !words.isEmpty { words[words.count - 1].text += " " }
    }
    return TerminalText.filled(words.map(\.text), to: width - 3).map { "   " + $0 }
  }

  /// A JSON array, one article on each row of the file; snippets and quotes are lists of `[text, matches]`.
  public static func json(_ result: SearchResult) -> [UInt8] {
    JSONRows.bytes(result.hits) { hit, json in write(hit, to: &json) }
  }

  private static func write(_ hit: SearchResult.Hit, to json: inout JSONWriter) {
    json.key("article")
    json.string(hit.article.id)
    json.key("published")
    json.date(hit.article.published)
    json.key("title")
    json.string(hit.article.title)
    json.key("path")
    json.string(hit.article.path)
    json.key("url")
    json.string(orNull: hit.article.url)
    json.key("site")
    json.string(orNull: hit.article.site)
    json.key("snippet")
    write(hit.snippet, to: &json)
    json.key("quotes")
    json.array { json in
      for quote in hit.quotes {
        json.object { json in
          json.key("kind")
          json.string(quote.kind.rawValue)
          json.key("stage")
          json.string(orNull: quote.stage)
          json.key("region")
          json.string(orNull: quote.region)
          json.key("region_code")
          json.string(orNull: quote.regionCode)
          json.key("text")
          write(quote.text, to: &json)
          json.key("start")
          json.int(quote.codePoints.start)
          json.key("end")
          json.int(quote.codePoints.end)
        }
      }
    }
  }

  private static func write(_ pieces: [SearchResult.Piece], to json: inout JSONWriter) {
    json.array { json in
      for piece in pieces {
        json.array { json in
          json.string(piece.text)
          json.bool(piece.isMatch)
        }
      }
    }
  }
}
