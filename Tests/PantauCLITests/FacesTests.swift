import Foundation
import PantauRecords
import PantauTestSupport
import Testing

/// What people see of a ledger: the outputs of track, evidence, search and doctor on an invented one, whole.
@Suite("Faces of the ledger")
struct FacesTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(InventedLedger.lines, to: "catatan.jsonl")
    let merge = ["merge", "catatan.jsonl", "--store", "buku.sqlite", "--quiet"]
    #expect(try Command.run(merge, in: folder.path).status == 0)
  }

  private func run(_ command: String, _ rest: String...) throws -> Command.Result {
    let asOf = ["track", "evidence", "report"].contains(command) ? ["--as-of", "2025-06-30"] : []
    return try Command.run([command] + rest + ["--store", "buku.sqlite"] + asOf, in: folder.path)
  }

  @Test("track: a table with the status of every line, and its ID")
  func track() throws {
    let result = try run("track")
    #expect(result.status == 0)
    #expect(
      result.text == """
        Region                  Stage      Target  Deadline    Reported  As of       Progress  Status        Unit         Sources  ID
        ──────────────────────  ──────  ─────────  ──────────  ────────  ──────────  ────────  ────────────  ───────────  ───────  ────────────
        Provinsi Jawa Tengah    formed      8.563  2025-06-30     4.882  2025-05-23   57,01 %  on track      village any        1  33/formed
        Kabupaten Cilacap       formed        284  2025-05-31   271–284  2025-06-02   95,42 %  contradicted  village any        2  33.01/formed
        Kabupaten Banyumas      formed  all (331)  2025-06-15       331  2025-06-20     100 %  met late      village any        2  33.02/formed
        Kabupaten Purbalingga   formed        239  2025-07-12        60  2025-06-09    25,1 %  behind        village any        2  33.03/formed
        Kabupaten Banjarnegara  formed          –  –                 15  2025-06-01         –  reported      village any        1  33.04/formed
        Kabupaten Wonosobo      formed        265  2025-07-31         –  –                  –  no report     village any        1  33.07/formed

        """)
  }

  @Test("track --history: figures, sparklines and what happened")
  func history() throws {
    #expect(
      try run("track", "--history", "--region", "33.03").text == """
        Kabupaten Purbalingga, Provinsi Jawa Tengah · formed  koperasi-merah-putih/33.03/formed
          target    239 village any by 2025-07-12
          reported  60 village any for 2025-06-09
          progress  25,1 % of the target
          status    behind: 60 for 2025-06-09, when the target line stood at 129,5; 12 days left
          sources   2 independent voices

          reported                                    ▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃  60
          target line  ▁▁▁▁▂▂▂▂▂▂▂▂▃▃▃▃▃▃▃▃▄▄▄▄▄▄▄▄▅▅▅▅▅▅▅▅▅▆▆▆▆▆▆▆▆▇▇▇  199,2
                       2025-05-01                            2025-06-30

          Day         What                                     Source
          ──────────  ────────  ─────────────────────────────  ────────────────────────
          2025-05-01  promised  239 village any by 2025-07-12  purbalingga.html
          2025-06-09  reported  60 village any for 2025-06-09  purbalingga-laporan.html

        """)
  }

  @Test("track --roll-up: what the parts add up to")
  func rollUp() throws {
    #expect(
      try run("track", "--roll-up").text == """
        Region                Stage   Reported  As of       Sum of parts    Parts  Difference  Unit         Days of the parts
        ────────────────────  ──────  ────────  ──────────  ────────────  ───────  ──────────  ───────────  ────────────────────────
        Provinsi Jawa Tengah  formed     4.882  2025-05-23           677  4 of 35      +4.205  village any  2025-06-01 to 2025-06-20

        """)
  }

  @Test("evidence: every sentence with paper, day, speaker and place")
  func evidence() throws {
    #expect(
      try run("evidence", "33.01/formed").text == """
        Kabupaten Cilacap, Provinsi Jawa Tengah · formed  koperasi-merah-putih/33.01/formed
          target    284 village any by 2025-05-31
          reported  271 village any for 2025-06-02
          progress  95,42 % of the target
          status    contradicted: 284 for 2025-05-29 in one article, 271 for 2025-06-02 in another
          rivals    271 says Warta Segara; 284 says Bayu Lelana in Suara Nusakambangan
          sources   2 independent voices

        1. 2025-04-20  Suara Nusakambangan: promised 284 village any by 2025-05-31  [target, deadline, progress]
           “284 koperasi terbentuk sebelum Juni 2025”
           said by Bayu Lelana, Bupati, Kabupaten Cilacap
           Cilacap janji tuntas Mei
           berita/cilacap-target.html, article b31b306ba6ac9da7, characters 56–96

        2. 2025-05-30  Suara Nusakambangan: reported 284 village any for 2025-05-29
           “284 koperasi sudah terbentuk per 29 Mei”
           said by Bayu Lelana, Bupati, Kabupaten Cilacap
           Cilacap rampung
           berita/cilacap-tuntas.html, article 95c6ad004b268284, characters 46–85

        3. 2025-06-03  Warta Segara: reported 271 village any for 2025-06-02  [reported, progress]
           “baru 271 koperasi terbentuk hingga 2 Juni”
           Dinas: Cilacap belum tuntas
           https://wartasegara.example/b, article 24b164a7940e6085, characters 50–91

        """)
  }

  @Test("search: articles with snippets and the lines that their quotes stand behind")
  func search() throws {
    let result = try run("search", "sudah terbentuk -laporan")
    #expect(result.messages.contains("1 article found"))
    #expect(
      result.text == """
        1. 2025-05-30  Cilacap rampung
           Bupati Bayu Lelana menyatakan 284 koperasi *sudah* *terbentuk* per 29 Mei.
           ▸ actual · Kabupaten Cilacap · 33.01/formed
           berita/cilacap-tuntas.html, article 95c6ad004b268284

        """)
    #expect(try run("search", "tidak-ada-kata-ini").messages.contains("0 articles found"))
  }

  @Test(
    "track: lines are filtered and sorted",
    arguments: [
      (["--status", "behind", "--status", "no-report"], ["33.03", "33.07"]),
      (["--deadline-before", "2025-06-30"], ["33.01", "33.02"]), (["--speaker", "bayu"], ["33.01"]),
      (["--speaker", "gubernur"], ["33"]), (["--region", "33.01"], ["33.01"]),
      (["--region", "Provinsi Jawa Tengah", "--status", "met-late"], ["33.02"]),
      (["--sort", "progress"], ["33.03", "33", "33.01", "33.02", "33.04", "33.07"]),
      (["--sort", "progress", "--descending"], ["33.02", "33.01", "33", "33.03", "33.04", "33.07"]),
      (["--sort", "status"], ["33.01", "33.03", "33.07", "33.02", "33", "33.04"]),
      (["--sort", "deadline"], ["33.01", "33.02", "33", "33.03", "33.07", "33.04"]),
      (["--stage", "launched"], []),
    ] as [([String], [String])])
  func selection(_ options: [String], _ expected: [String]) throws {
    let arguments = ["track", "--format", "csv", "--store", "buku.sqlite", "--as-of", "2025-06-30"] + options
    let rows = try Command.run(arguments, in: folder.path).lines.dropFirst()
    let ids = rows.compactMap { row in
      row.split(separator: ",").first { $0.hasPrefix("koperasi-merah-putih/") }
    }
    #expect(ids.map { String($0.split(separator: "/")[1]) } == expected)
  }

  @Test("track: any order and split of the input gives the same table, history, evidence and page")
  func order() throws {
    let lines = InventedLedger.lines.split(separator: UInt8(ascii: "\n")).map {
      Array($0) + [UInt8(ascii: "\n")]
    }
    try folder.write(lines.reversed().joined(), to: "balik.jsonl")
    let half = Array(lines[3...] + lines[..<5])
    try folder.write(half.joined(), to: "sebagian.jsonl")
    for file in ["balik.jsonl", "sebagian.jsonl"] {
      let merge = ["merge", file, "--store", "\(file).sqlite", "--quiet"]
      #expect(try Command.run(merge, in: folder.path).status == 0)
      for arguments in [
        ["track", "--format", "json"], ["track", "--history"], ["track", "--roll-up"],
        ["report", "--out", "-"],
        ["evidence", "33.02/formed", "--format", "csv"],
      ] {
        let rest = ["--as-of", "2025-06-30", "--store"]
        let one = try Command.run(arguments + rest + ["buku.sqlite"], in: folder.path)
        let other = try Command.run(arguments + rest + ["\(file).sqlite"], in: folder.path)
        #expect(!one.output.isEmpty)
        #expect(one.output == other.output, "\(arguments) of \(file)")
      }
    }
  }

  @Test("as of an earlier day, the ledger tells what was known then")
  func asOf() throws {
    let arguments = ["track", "--region", "33.01", "--as-of", "2025-06-01", "--store", "buku.sqlite"]
    let text = try Command.run(arguments, in: folder.path).text
    #expect(text.contains("284  2025-05-31       284  2025-05-29     100 %  met "))
  }

  @Test(
    "evidence: a cell, a whole name, an article; what is not there is told with status 1",
    arguments: [
      ("33.01/formed/deadline", 1, 0), ("koperasi-merah-putih/33.01/formed/reported", 1, 0),
      ("33.01/formed/progress", 2, 0), ("95c6ad004b268284", 1, 0), ("24b164a7", 1, 0), ("33.99/formed", 0, 1),
      ("ffffffffffffffff", 0, 1),
    ])
  func cells(_ id: String, _ sentences: Int, _ status: Int32) throws {
    let result = try run("evidence", id, "--format", "csv")
    #expect(result.lines.count == 1 + sentences)
    #expect(result.status == status)
    #expect(result.messages.isEmpty == (status == 0))
  }

  @Test("evidence: offsets are Unicode code points into headline, line feed, body")
  func offsets() throws {
    let result = try run("evidence", "33.04/formed", "--format", "json")
    let objects = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output)) as? [[String: Any]])
    let sentence = try #require(objects.first)
    let article = InventedLedger.hostile.record.article
    let text = Array((article.title + "\n" + article.body).unicodeScalars)
    let (start, end) = (try #require(sentence["start"] as? Int), try #require(sentence["end"] as? Int))
    #expect(String(String.UnicodeScalarView(text[start..<end])) == sentence["quote"] as? String)
    #expect(sentence["cells"] as? [String] == ["reported", "progress"])
  }

  @Test("no article colours the screen, moves the cursor or becomes a formula or markup")
  func hostile() throws {
    for arguments in [["track", "--history"], ["evidence", "33.04/formed"], ["track"]] {
      let text = try Command.run(
        arguments + ["--store", "buku.sqlite", "--as-of", "2025-06-30"], in: folder.path
      ).text
      #expect(!text.contains("\u{1B}"))
      #expect(!text.contains("\u{202E}"))
    }
    let csv = try run("evidence", "33.04/formed", "--format", "csv").text
    #expect(csv.contains("\"'=HYPERLINK("))
    let markdown = try run("evidence", "33.04/formed", "--format", "markdown").text
    #expect(!markdown.contains("<script"))
  }

  @Test("colours only where they are asked for, never where NO_COLOR or a pipe forbids them")
  func colours() throws {
    #expect(try run("track", "--color", "always").text.contains("\u{1B}[31mcontradicted\u{1B}[0m"))
    #expect(try !run("track").text.contains("\u{1B}"))
    #expect(try !run("track", "--color", "never").text.contains("\u{1B}"))
  }

  @Test("doctor: a sound ledger, then a damaged one")
  func doctor() throws {
    let sound = try run("doctor")
    #expect(sound.status == 0)
    for line in [
      "ok     integrity of the file: every page and index is sound", "ok     foreign keys:",
      "ok     append-only tables:", "ok     evidence: every quote stands in its article at its offsets",
      "11  articles", "5  targets", "7  reports", "published 2025-04-10 to 2025-06-21",
    ] {
      #expect(sound.text.contains(line), "\(line)")
    }
    #expect(try run("doctor", "--format", "json").text.hasPrefix("{\"path\":\"buku.sqlite\",\"sound\":"))
    var bytes = try folder.bytes("buku.sqlite")
    for place in 8_192..<16_384 { bytes[place] = 0x5A }
    try folder.write(bytes, to: "buku.sqlite")
    let damaged = try run("doctor")
    #expect(damaged.status == 2)
    #expect((damaged.text + damaged.messages).contains("Restore a copy"))
  }

  @Test("report: a file that is whole or as it was, or standard output")
  func report() throws {
    let result = try run("report", "--out", "halaman.html", "--region", "33.01")
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
    let page = String(decoding: try folder.bytes("halaman.html"), as: UTF8.self)
    #expect(page.contains("<h1>Promised and reported: Kabupaten Cilacap</h1>"))
    #expect(try run("report", "--out", "-", "--region", "33.01").text == page)
    let wrong = try run("report", "--out", "tidak/ada.html")
    #expect(wrong.status == 2)
    #expect(wrong.messages.contains("tidak/ada.html: cannot be written"))
    #expect(try folder.names().contains { $0.hasSuffix(".partial") } == false)
  }

  @Test(
    "without a ledger each command says so and makes none",
    arguments: ["evidence", "report", "search", "doctor"])
  func noLedger(command: String) throws {
    let rest = ["evidence": ["33/formed"], "report": ["--out", "x.html"], "search": ["kata"]][command] ?? []
    let result = try Command.run([command] + rest + ["--store", "tidak-ada.sqlite"], in: folder.path)
    #expect(result.status == 2)
    #expect(result.messages.contains("there is no ledger"))
    #expect(try !folder.names().contains("tidak-ada.sqlite"))
  }
}
