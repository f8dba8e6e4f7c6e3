public import PantauRecords

/// One HTML page about a region or about everything: tables, charts, and every sentence behind them.
///
/// The page stands alone: no script, no font, no image, nothing fetched. It says so itself in a content security
/// policy, so that even markup that slipped through from an article would stay inert.
public struct ReportPage: Sendable {
  /// What the page is about: the headline.
  public var title: String
  /// The day from which deadlines are judged.
  public var asOf: CalendarDate
  /// The tracking table, in the order in which it is shown.
  public var lines: [TrackLine]
  /// What parts add up to.
  public var rollUps: [RollUp]
  /// ``Article/text`` of the articles behind the lines, by ``Article/id``; a quote without it stands alone.
  public var texts: [String: String]

  /// A page about `lines`.
  public init(
    title: String, asOf: CalendarDate, lines: [TrackLine], rollUps: [RollUp] = [],
    texts: [String: String] = [:]
  ) {
    self.title = title
    self.asOf = asOf
    self.lines = lines
    self.rollUps = rollUps
    self.texts = texts
  }

  /// The page's bytes, UTF-8. Linear in what is shown; the same values give the same bytes.
  public func html() -> [UInt8] {
    var html = HTMLWriter()
    html.literal("<!DOCTYPE html>\n")
    html.element("html", .init("lang", "en")) { html in
      html.element("head") { head(&$0) }
      html.newline()
      html.element("body") { html in
        header(&html)
        html.element("main") { html in
          if lines.isEmpty { html.element("p", text: "The ledger holds no such statement.") }
          overview(&html)
          rollUpTable(&html)
          details(&html)
          rubric(&html)
        }
        html.newline()
      }
    }
    html.newline()
    return html.take()
  }

  private func head(_ html: inout HTMLWriter) {
    html.void("meta", .init("charset", "utf-8"))
    html.void(
      "meta", .init("http-equiv", "Content-Security-Policy"),
      .init("content", "default-src 'none'; style-src 'unsafe-inline'"))
    html.void("meta", .init("name", "viewport"), .init("content", "width=device-width, initial-scale=1"))
    html.void("meta", .init("name", "color-scheme"), .init("content", "light dark"))
    html.void("meta", .init("name", "generator"), .init("content", "pantau"))
    html.element("title", text: "\(title) – \(asOf)")
    html.element("style") { $0.literal(ReportStyle.sheet) }
  }

  private func header(_ html: inout HTMLWriter) {
    let articles = Set(lines.flatMap { $0.evidence.map(\.article.id) }).count
    html.element("header") { html in
      html.element("h1", text: title)
      html.element("p", .init("class", "facts")) { html in
        html.text("As of ")
        html.element("time", .init("datetime", asOf.description), text: asOf.description)
        html.text(" · \(ReportPage.count(lines.count, "line")) · \(ReportPage.count(articles, "article"))")
      }
      html.element("ul", .init("class", "counts")) { html in
        for status in TrackLine.Status.allCases {
          let count = lines.count { $0.status == status }
          guard count > 0 else { continue }
          html.element("li") { html in
            ReportPage.badge(status, &html)
            html.text(" " + IndonesianNumber.string(Double(count)))
          }
        }
      }
    }
    html.newline()
  }

  /// "1 line", "1.234 lines".
  static func count(_ number: Int, _ noun: String) -> String {
    "\(IndonesianNumber.string(Double(number))) \(noun)\(number == 1 ? "" : "s")"
  }

  static func badge(_ status: TrackLine.Status, _ html: inout HTMLWriter) {
    html.element("span", .init("class", "badge \(status.word)"), text: status.rawValue)
  }
}
