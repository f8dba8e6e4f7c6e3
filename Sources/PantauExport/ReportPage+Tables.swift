internal import PantauRecords

extension ReportPage {
  /// The tracking table; each line leads to its sentences.
  func overview(_ html: inout HTMLWriter) {
    guard !lines.isEmpty else { return }
    html.element("section") { html in
      html.element("h2", text: "Promised and reported")
      html.element("div", .init("class", "wide")) { html in
        html.element("table") { html in
          let programmes = Set(lines.map(\.programme)).count
          head(
            [
              ("Region", false), ("Stage", false), ("Target", true), ("Deadline", false), ("Reported", true),
              ("As of", false), ("Progress", true), ("Status", false), ("Sources", true),
            ], &html)
          html.element("tbody") { html in
            for line in lines { row(line, hasProgramme: programmes > 1, &html) }
          }
        }
      }
    }
    html.newline()
  }

  private func head(_ titles: [(title: String, isNumber: Bool)], _ html: inout HTMLWriter) {
    html.element("thead") { html in
      html.element("tr") { html in
        for (title, isNumber) in titles {
          html.element("th", .init("scope", "col"), .init("class", isNumber ? "number" : nil), text: title)
        }
      }
    }
  }

  private func row(_ line: TrackLine, hasProgramme: Bool, _ html: inout HTMLWriter) {
    html.newline()
    html.element("tr") { html in
      html.element("th", .init("scope", "row")) { html in
        html.element("a", .init("href", "#\(line.id)")) { $0.element("bdi", text: line.region ?? "–") }
      }
      html.element("td", text: (hasProgramme ? line.programme + ", " : "") + line.stage)
      number(line.target.map { FigureText.amount($0) }, &html)
      html.element("td", .init("class", "day"), text: line.target?.deadline?.description ?? "–")
      number(line.actual.map { line.range ?? FigureText.amount($0, beside: line.target?.value) }, &html)
      html.element("td", .init("class", "day"), text: line.actual?.date?.description ?? "–")
      html.element("td", .init("class", "number")) { progress(line.progress, &$0) }
      html.element("td") { ReportPage.badge(line.status, &$0) }
      number(line.voices(short: true), &html)
    }
  }

  private func number(_ text: String?, _ html: inout HTMLWriter) {
    html.element("td", .init("class", "number"), text: text ?? "–")
  }

  /// The share in words, with a bar below it.
  private func progress(_ share: Double?, _ html: inout HTMLWriter) {
    guard let share else { return html.text("–") }
    html.text(IndonesianNumber.percent(ofShare: share))
    html.element(
      "svg", .init("class", "bar"), .init("viewBox", "0 0 100 4"), .init("preserveAspectRatio", "none"),
      .init("aria-hidden", "true")
    ) { html in
      html.element("rect", .init("class", "whole"), .init("width", "100"), .init("height", "4"))
      let width = (share * 1000).rounded() / 10
      html.element("rect", .init("class", "part"), .init("width", "\(width)"), .init("height", "4"))
    }
  }

  /// What parts add up to beside what the whole was reported to have.
  func rollUpTable(_ html: inout HTMLWriter) {
    guard !rollUps.isEmpty else { return }
    html.element("section") { html in
      html.element("h2", text: "What the parts add up to")
      html.element("div", .init("class", "wide")) { html in
        html.element("table") { html in
          head(
            [
              ("Region", false), ("Stage", false), ("Reported", true), ("As of", false),
              ("Sum of parts", true), ("Parts", true), ("Difference", true), ("Unit", false),
              ("Days of the parts", false),
            ], &html)
          html.element("tbody") { html in for rollUp in rollUps { row(rollUp, &html) } }
        }
      }
      html.element(
        "p", .init("class", "facts"),
        text: "Parts are the regions one level below that have a figure of their own; the others are missing "
          + "from the sum.")
    }
    html.newline()
  }

  private func row(_ rollUp: RollUp, _ html: inout HTMLWriter) {
    let cells = RollUpTable.cells(of: rollUp)
    html.newline()
    html.element("tr") { html in
      html.element("th", .init("scope", "row")) { $0.element("bdi", text: cells[0]) }
      for (column, cell) in zip(RollUpTable.columns, cells).dropFirst() where column.title != "Programme" {
        let style: String? = column.isNumber ? "number" : column.title == "As of" ? "day" : nil
        html.element("td", .init("class", style), text: cell)
      }
    }
  }
}
