internal import PantauRecords

extension ReportPage {
  /// A section for each region, with its lines.
  func details(_ html: inout HTMLWriter) {
    let scalars = texts.mapValues { Array($0.unicodeScalars) }
    var rest = lines[...]
    while let first = rest.first {
      let same = rest.prefix { line in
        line.region == first.region && line.regionCode == first.regionCode && line.within == first.within
      }
      rest = rest.dropFirst(same.count)
      html.element("section", .init("class", "region")) { html in
        html.element("h2") { html in
          html.element("bdi", text: first.region ?? "No region named")
          if let within = first.within {
            html.element("span", .init("class", "within")) { $0.element("bdi", text: within) }
          }
        }
        for line in same { detail(line, scalars, &html) }
      }
      html.newline()
    }
  }

  private func detail(_ line: TrackLine, _ texts: [String: [Unicode.Scalar]], _ html: inout HTMLWriter) {
    html.newline()
    html.element("article", .init("id", line.id)) { html in
      html.element("h3") { html in
        html.text(line.stage + " ")
        ReportPage.badge(line.status, &html)
      }
      html.element("p", .init("class", "reason"), text: ReportPage.sentence(StatusReason.text(line)))
      html.element("p", .init("class", "facts id"), text: line.id)
      if let chart = BurnUpChart(line, asOf: asOf) {
        html.element("figure") { html in
          chart.write(to: &html)
          legend(&html)
        }
      }
      events(of: line, &html)
      html.element("ol", .init("class", "sentences")) { html in
        for (index, evidence) in line.evidence.enumerated() {
          sentence(evidence, isShown: line.shows(index), texts[evidence.article.id], &html)
        }
      }
    }
  }

  /// Corrections, moved targets, slipped deadlines, changed denominators and rival figures, oldest first.
  private func events(of line: TrackLine, _ html: inout HTMLWriter) {
    let events = TimeLine(line).events
    guard !events.isEmpty else { return }
    html.element("ul", .init("class", "events")) { html in
      for event in events {
        html.element("li") { html in
          if let day = event.day {
            html.element("time", .init("datetime", day.description), text: day.description)
            html.text(" ")
          }
          html.element("bdi", text: event.text)
        }
      }
    }
  }

  private func legend(_ html: inout HTMLWriter) {
    html.element("figcaption") { html in
      html.element("span", .init("class", "key reports"), text: "reported")
      html.element("span", .init("class", "key target"), text: "target line")
    }
  }

  /// One sentence: what it says, its words in context, and where it stands.
  private func sentence(
    _ evidence: TrackLine.Evidence, isShown: Bool, _ text: [Unicode.Scalar]?, _ html: inout HTMLWriter
  ) {
    html.newline()
    html.element("li", .init("class", isShown ? "shown" : nil)) { html in
      html.element("p", .init("class", "says")) { html in
        html.element("strong", text: EvidenceText.says(evidence))
        if let speaker = evidence.speaker {
          html.text(" · ")
          html.element("bdi", text: speaker)
          if let office = evidence.speakerOffice { html.element("bdi", text: " (\(office))") }
        }
      }
      html.element("blockquote", .init("lang", "id")) { quote(evidence, text, &$0) }
      html.element("p", .init("class", "facts")) { source(evidence, &$0) }
    }
  }

  private func quote(
    _ evidence: TrackLine.Evidence, _ text: [Unicode.Scalar]?, _ html: inout HTMLWriter
  ) {
    let context = QuoteInContext(evidence, text: text)
    let figures = [evidence.figure?.value, evidence.figure?.percent, evidence.figure?.of].compactMap(\.self)
    html.element("bdi") { html in
      html.text(context.before)
      html.element("mark") { html in
        for piece in QuoteInContext.pieces(of: context.quote, figures: figures) {
          if piece.isFigure { html.element("b", text: piece.text) } else { html.text(piece.text) }
        }
      }
      html.text(context.after)
    }
  }

  private func source(_ evidence: TrackLine.Evidence, _ html: inout HTMLWriter) {
    let article = evidence.article
    html.text("\(EvidenceText.paper(article)), ")
    if let day = article.published {
      html.element("time", .init("datetime", day.description), text: day.description)
    } else {
      html.text("day unknown")
    }
    html.text(": ")
    if let address = WebAddress.safe(article.url) {
      html.element("a", .init("href", address), .init("rel", "noreferrer")) { html in
        html.element("bdi", text: article.title)
      }
    } else {
      html.element("bdi", text: article.title)
    }
    html.text(" · article \(article.id), characters \(evidence.codePoints.start)–\(evidence.codePoints.end)")
  }

  /// `text` with a capital and a full stop.
  static func sentence(_ text: String) -> String {
    guard let first = text.first else { return "" }
    return first.uppercased() + text.dropFirst() + "."
  }

  /// The rubric, so that the page explains itself.
  func rubric(_ html: inout HTMLWriter) {
    html.element("section", .init("class", "rubric")) { html in
      html.element("h2", text: "How a status is found")
      html.element("dl") { html in
        for rule in StatusRules.all {
          html.element("dt") { ReportPage.badge(rule.status, &$0) }
          html.element("dd", text: rule.text)
        }
      }
      html.element("p", text: StatusRules.line)
    }
  }
}

extension TrackLine {
  /// Whether the sentence at `index` is behind a figure that the table shows.
  func shows(_ index: Int) -> Bool {
    [target?.evidence, target?.deadlineEvidence, actual?.evidence].contains(index)
      || evidence[index].kind == .total
  }
}
