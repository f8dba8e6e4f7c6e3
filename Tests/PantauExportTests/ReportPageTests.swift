import PantauRecords
import Testing

@testable import PantauExport

@Suite("Report page")
struct ReportPageTests {
  private func day(_ iso: String) -> CalendarDate { CalendarDate(iso: iso) ?? CalendarDate(dayNumber: 0) }

  private var line: TrackLine {
    let article = ArticleContext(
      id: "0123456789abcdef", title: "Judul", published: day("2025-05-26"), path: "a.html",
      url: "https://kabar.example/a", site: "Kabar")
    var figure = TrackLine.Figure(value: 15, unit: "village", date: day("2025-05-26"), evidence: 0)
    figure.isDated = true
    var line = TrackLine(
      programme: "kmp", region: "Kabupaten Dahlia", regionCode: "33.99", within: "Provinsi Mawar",
      stage: "formed", target: TrackLine.Figure(value: 64, deadline: day("2025-06-30"), evidence: 0),
      actual: figure, progress: 15.0 / 64, status: .behind,
      evidence: [
        TrackLine.Evidence(
          article: article, kind: .actual, stage: "formed", quote: "15 desa", codePoints: Span(15, 22),
          speaker: "Surya", speakerOffice: "Bupati", figure: figure)
      ])
    var found = TrackLine.Assessment()
    found.promised = 64
    found.line = [
      .init(day: day("2025-05-01"), level: 0), .init(day: day("2025-06-30"), level: 64),
    ]
    found.reports = [.init(day: day("2025-05-26"), level: 15, evidence: 0)]
    found.reached = found.reports.first
    found.expected = 26.7
    found.daysLeft = 30
    line.assessment = found
    return line
  }

  private func page(_ lines: [TrackLine], texts: [String: String] = [:]) -> String {
    String(
      decoding: ReportPage(title: "Dahlia", asOf: day("2025-05-31"), lines: lines, texts: texts).html(),
      as: UTF8.self)
  }

  @Test("shows figures, status with its reason, chart, quote in its sentence, and source")
  func content() {
    let html = page([line], texts: ["0123456789abcdef": "Judul\nSebanyak 15 desa sudah."])
    for part in [
      "<a href=\"#kmp/33.99/formed\"><bdi>Kabupaten Dahlia</bdi></a>",
      "<article id=\"kmp/33.99/formed\">", "<span class=\"badge behind\">behind</span>",
      "15 for 2025-05-26, when the target line stood at 26,7; 30 days left.", "<svg class=\"chart\"",
      "Sebanyak <mark><b>15</b> desa</mark> sudah.", "<strong>reported 15 village for 2025-05-26</strong>",
      "<a href=\"https://kabar.example/a\" rel=\"noreferrer\"><bdi>Judul</bdi></a>",
      "article 0123456789abcdef, characters 15–22", "<bdi>Surya</bdi><bdi> (Bupati)</bdi>",
    ] {
      #expect(html.contains(part), "\(part)")
    }
  }

  @Test("stands alone: no script, nothing fetched")
  func alone() {
    let html = page([line])
    #expect(html.contains("content=\"default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;\""))
    for word in ["<script", "src=", "@import", "url(", "<link"] { #expect(!html.contains(word), "\(word)") }
  }

  @Test("elements are closed in the order in which they were opened")
  func balanced() {
    var open: [Substring] = []
    var faults = 0
    for tag in page([line]).split(separator: "<").dropFirst() {
      let name = tag.prefix { $0.isLetter || $0.isNumber || $0 == "/" || $0 == "!" }
      if name.hasPrefix("/") {
        if open.popLast() != name.dropFirst() { faults += 1 }
      } else if name != "meta", !name.hasPrefix("!") {
        open.append(name)
      }
    }
    #expect(faults == 0)
    #expect(open.isEmpty)
  }

  @Test("says so where there is nothing")
  func empty() { #expect(page([]).contains("The ledger holds no such statement.")) }

  @Test("the same values give the same bytes")
  func same() { #expect(page([line, line]) == page([line, line])) }
}
