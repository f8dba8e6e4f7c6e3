import PantauExport
import PantauRecords
import Testing

@Suite("Track table")
struct TrackTableTests {
  private func evidence(_ path: String, _ kind: Statement.Kind) -> TrackLine.Evidence {
    TrackLine.Evidence(
      article: ArticleContext(
        id: "id-\(path)", title: "Judul \"\(path)\"", published: CalendarDate(iso: "2025-05-26"), path: path),
      kind: kind, stage: "formed", quote: "kutipan", codePoints: Span(3, 10), speaker: "Surya Kencana",
      speakerOffice: "Wali Kota, Kota Melati")
  }

  private var lines: [TrackLine] {
    [
      TrackLine(
        programme: "kmp", region: "Kabupaten Dahlia Selatan", regionCode: "33.02", stage: "formed",
        target: TrackLine.Figure(
          value: 8_563, unit: "village_any", deadline: CalendarDate(iso: "2025-06-30"), evidence: 0,
          deadlineEvidence: 0),
        actual: TrackLine.Figure(
          value: 4_882, bound: "min", of: 8_563, unit: "village_any", date: CalendarDate(iso: "2025-05-23"),
          evidence: 1), progress: 4_882.0 / 8_563, progressBasis: .target, denominator: 8_563,
        status: .underWay, evidence: [evidence("a.txt", .target), evidence("b.txt", .actual)]),
      TrackLine(
        programme: "kmp", region: "Kota Melati", stage: "launched",
        target: TrackLine.Figure(all: true, evidence: 0), status: .noReport,
        evidence: [evidence("c,1.txt", .target)]),
    ]
  }

  @Test("is aligned, with numbers to the right")
  func text() {
    #expect(
      TrackTable.text(lines) == """
        Region                    Stage     Target  Deadline    Reported  As of       Progress  Status     Unit         Sources  ID
        ────────────────────────  ────────  ──────  ──────────  ────────  ──────────  ────────  ─────────  ───────────  ───────  ─────────────────────────────
        Kabupaten Dahlia Selatan  formed     8.563  2025-06-30   ≥ 4.882  2025-05-23   57,01 %  under way  village any        2  33.02/formed
        Kota Melati               launched     all  –                  –  –                  –  no report  –                  1  kota-melati~bb4f7ebc/launched

        """)
  }

  @Test(
    "fits the terminal: lesser columns go, then text is cut, never a number", arguments: [100, 90, 80, 72])
  func width(_ width: Int) {
    let text = TrackTable.text(lines, width: width)
    for line in text.split(separator: "\n") { #expect(DisplayWidth.of(line) <= width) }
    #expect(text.contains("8.563") && text.contains("57,01 %") && text.contains("no report"))
    #expect(!text.contains("Unit"))
    #expect(text.contains("Kabupaten Dahlia Selatan") == (width >= 90))
  }

  @Test("a line of Markdown for each row, and colours only where they are asked for")
  func styles() {
    let rows = TrackTable.markdown(lines).split(separator: "\n")
    #expect(
      rows[1]
        == "| --- | --- | ---: | --- | ---: | --- | ---: | --- | --- | ---: | --- |")
    #expect(rows[2].hasPrefix("| Kabupaten Dahlia Selatan | formed | 8.563 | 2025-06-30 | ≥ 4.882 |"))
    #expect(!TrackTable.text(lines).contains("\u{1B}"))
    #expect(TrackTable.text(lines, style: .ansi).contains("\u{1B}[2mno report\u{1B}[0m"))
  }

  @Test("names the programme where there is more than one")
  func programmes() {
    var lines = lines
    #expect(!TrackTable.text(lines).contains("Programme"))
    lines[1].programme = "sekolah-rakyat"
    #expect(TrackTable.text(lines).contains("sekolah-rakyat"))
  }

  @Test("an empty table has its header")
  func empty() {
    #expect(TrackTable.text([]).hasPrefix("Region"))
    #expect(String(decoding: TrackTable.json([]), as: UTF8.self) == "[]\n")
    #expect(TrackTable.csv([]).count(where: { $0 == UInt8(ascii: "\n") }) == 1)
  }

  @Test("CSV keeps plain figures and names the sources")
  func csv() {
    let rows = String(decoding: TrackTable.csv(lines), as: UTF8.self).split(separator: "\n")
    #expect(
      rows[1] == """
        kmp,Kabupaten Dahlia Selatan,33.02,,formed,8563,,false,,village_any,,a.txt,2025-06-30,a.txt,4882,,\
        false,min,8563,village_any,2025-05-23,b.txt,0.570127,target,8563,under way,2,\
        kmp/33.02/formed,,,,,,,,,,,,,2,0,,,0
        """)
    #expect(
      rows[2] == """
        kmp,Kota Melati,,,launched,,,true,,,,"c,1.txt",,,,,,,,,,,,,,no report,1,\
        kmp/kota-melati~bb4f7ebc/launched,,,,,,,,,,,,,1,0,,,0
        """)
  }

  @Test("JSON has a fixed order of keys and every sentence")
  func json() {
    let rows = String(decoding: TrackTable.json(lines), as: UTF8.self).split(separator: "\n")
    #expect(rows.count == 4)
    #expect(
      rows[2] == """
        {"id":"kmp/kota-melati~bb4f7ebc/launched","programme":"kmp","region":"Kota Melati","region_code":null,"within":null,"stage":"launched",\
        "target":{"value":null,"percent":null,"all":true,"bound":null,"whole":null,"unit":null,"deadline":null,\
        "published":null,"source":0,"deadline_source":null},"actual":null,"progress":null,\
        "progress_basis":null,"denominator":null,"status":"no report","reason":"","assessment":null,"sources":1,"voices":1,"echoes":0,"rivals":null,"events":[],\
        "evidence":[{"article":"id-c,1.txt","path":"c,1.txt","url":null,"site":null,\
        "title":"Judul \\"c,1.txt\\"","published":"2025-05-26","kind":"target","stage":"formed",\
        "speaker":"Surya Kencana","speaker_office":"Wali Kota, Kota Melati","quote":"kutipan","start":3,\
        "end":10,"figure":null,"fact":null,"voice":null,"echo":false,\
        "void":false}]}
        """)
  }
}
