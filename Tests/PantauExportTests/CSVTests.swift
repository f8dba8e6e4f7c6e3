import PantauExport
import PantauRecords
import Testing

@Suite("CSV")
struct CSVTests {
  private func row(_ cells: CSVWriter.Cell...) -> String {
    var csv = CSVWriter()
    csv.row(cells)
    return String(decoding: csv.take(), as: UTF8.self)
  }

  @Test(
    "quotes what RFC 4180 asks for",
    arguments: [
      ("Kota Melati", "Kota Melati"), ("Melati, Kota", "\"Melati, Kota\""), ("\"Ayo\"", "\"\"\"Ayo\"\"\""),
      ("satu\ndua", "\"satu\ndua\""), ("satu\rdua", "\"satu\rdua\""), ("", ""), ("a\r\nb", "\"a\r\nb\""),
    ])
  func quoting(_ text: String, _ expected: String) {
    #expect(row(.text(text)) == expected + "\n")
  }

  @Test(
    "makes cells harmless that a spreadsheet takes for formulas (fault 26)",
    arguments: [
      ("=1+1", "'=1+1"), ("+62811", "+62811"), ("+62 811", "'+62 811"), ("-", "'-"), ("- satu", "'- satu"),
      ("@nama", "'@nama"), ("\tx", "'\tx"), ("\rx", "\"'\rx\""), ("\nx", "\"'\nx\""), ("-12.5", "-12.5"),
      ("-1.2.3", "'-1.2.3"), ("-5+cmd|' /C calc'!A0", "'-5+cmd|' /C calc'!A0"), ("＝1", "'＝1"),
      ("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""), ("a=b", "a=b"),
    ])
  func injection(_ text: String, _ expected: String) {
    #expect(row(.text(text)) == expected + "\n")
  }

  @Test("writes numbers plainly, negatives too")
  func numbers() {
    #expect(
      row(.number(-5), .number(57.02), .number(8_563), .number(.nan), .integer(-3), .flag(true), .empty)
        == "-5,57.02,8563,,-3,true,\n")
  }

  @Test("a statement's row has every field, offsets in code points")
  func statements() {
    var record = ArticleRecord(
      article: Article(
        source: Source(
          path: "a.txt", url: "https://contoh.id/a", site: "Harian Contoh", sha256: "0123456789abcdef00"),
        title: "Judul — satu", published: CalendarDate(iso: "2025-05-26"), body: "Sebanyak 24 koperasi."))
    record.officials = [
      Official(id: "o1", name: "Surya Kencana", position: "Wali Kota", of: "Kota Melati", mentions: [])
    ]
    record.deadlines = [
      Deadline(id: "d1", text: "sebelum Juni 2025", relation: "before", span: Span(0, 1))
    ]
    record.regions = [
      RegionMention(
        id: "r1", region: "Kota Melati", name: "Melati", level: .city, code: "21.71",
        within: "Provinsi Mawar", mentions: [])
    ]
    var target = Statement(
      kind: .target, programme: "koperasi-merah-putih", quote: "24 koperasi", span: Span(25, 36), rule: "r/a")
    target.id = "t1"
    target.stage = "formed"
    target.value = 24
    target.unit = "cooperative"
    target.region = "Kota Melati"
    target.regionCode = "21.71"
    target.latest = CalendarDate(iso: "2025-05-31")
    target.deadline = "d1"
    target.speaker = "o1"
    target.confidence = 0.9
    record.targets = [target]
    let csv = String(
      decoding: StatementsCSV.bytes(of: record.statementsInContext(extractor: "v1")), as: UTF8.self)
    #expect(
      csv == """
        article,path,url,site,title,published,kind,id,programme,stage,value,percent,all,bound,of,unit,region,\
        region_code,within,earliest,latest,deadline,as_of,speaker,speaker_position,speaker_of,speaker_acting,\
        quote,start,end,rule,confidence,extractor
        0123456789abcdef,a.txt,https://contoh.id/a,Harian Contoh,Judul — satu,2025-05-26,target,t1,\
        koperasi-merah-putih,formed,24,,false,,,cooperative,Kota Melati,21.71,Provinsi Mawar,,2025-05-31,\
        sebelum Juni 2025,,Surya Kencana,Wali Kota,Kota Melati,false,24 koperasi,23,34,r/a,0.9,v1

        """)
    #expect(StatementsCSV.columns.count == StatementsCSV.cells(of: record.statementsInContext()[0]).count)
  }
}
