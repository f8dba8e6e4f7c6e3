import Foundation
import PantauTestSupport
import Testing

/// `pantau judge` and `pantau export`.
@Suite("Judging and exporting a ledger")
struct LedgerTests {
  private let folder: TemporaryFolder

  /// Of a city that the gazetteer knows.
  private static let article = StreamTests.article.replacingOccurrences(of: "Laut Biru", with: "Batam")
    .replacingOccurrences(of: "LAUT BIRU", with: "BATAM")
    .replacingOccurrences(of: "Targetkan Koperasi", with: "Targetkan Koperasi Merah Putih")

  init() throws {
    folder = try TemporaryFolder()
    let spelled = Self.article.replacingOccurrences(of: "Tarno Wijaya", with: "T. Wijaya")
      .replacingOccurrences(of: "Menurut Tarno", with: "Menurut dia")
    try folder.write(Self.article, to: "halaman/a.txt")
    try folder.write(spelled + "Ditulis ulang.\n", to: "halaman/b.txt")
    #expect(try Command.run(["run", "halaman", "--out", "hasil"], in: folder.path).status == 0)
  }

  private func run(_ arguments: String...) throws -> Command.Result {
    try Command.run(arguments + ["--store", "hasil/ledger.sqlite"], in: folder.path)
  }

  private func persons() throws -> Int {
    try run("export").lines.count { $0.contains(#""kind":"person""#) }
  }

  @Test("export prints reports, persons, decisions and lines as JSON, twice the same")
  func export() throws {
    let result = try run("export")
    #expect(result.status == 0 && result.messages.isEmpty)
    var kinds: [String: Int] = [:]
    for line in result.lines {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(object["schema"] as? String == "pantau/ledger/1")
      kinds[object["kind"] as? String ?? "", default: 0] += 1
    }
    #expect(kinds["report"] == 1 && kinds["person"] == 1 && kinds["decision"] == 1)
    #expect(try #require(kinds["line"]) >= 1)
    #expect(try run("export").output == result.output)
    #expect(try run("export", "--as-of", "2025-01-01").lines.count { $0.contains(#""kind":"line""#) } == 0)
    #expect(try run("export", "--as-of", "kemarin").status == 64)
  }

  @Test("a decision is listed, undone, forced, and respected by the next run")
  func judge() throws {
    #expect(try persons() == 1)
    let cells = try #require(try run("judge", "list").lines.first { $0.contains("Wali Kota, ") })
      .split(separator: "\t").map(String.init)
    #expect(cells[1] == "rule" && cells[2] == "same" && cells[4].contains("initials"))
    let undone = try run("judge", "undo", String(cells[0].prefix(10)))
    #expect(undone.status == 0)
    #expect(undone.messages.contains("undone: same: "))
    #expect(try persons() == 2)
    try folder.write(Self.article + "Satu lagi.\n", to: "halaman/c.txt")
    #expect(try Command.run(["run", "halaman", "--out", "hasil"], in: folder.path).status == 0)
    #expect(try persons() == 2)
    let ids = cells[5...6].map { String($0.split(separator: " ")[0]) }
    let forced = try run("judge", "same", ids[0], ids[1])
    #expect(forced.messages.contains("undo it with 'pantau judge undo d"))
    #expect(try persons() == 1)
    #expect(try run("judge", "different", ids[0], ids[1]).status == 0)
    #expect(try persons() == 2)
    #expect(try run("judge", "list", "--withdrawn").text.contains("same (withdrawn)"))
  }

  @Test("articles are judged like names; the rules' links are listed and undone too")
  func articles() throws {
    func reports() throws -> Int { try run("export").lines.count { $0.contains(#""kind":"report""#) } }
    let link = try #require(try run("judge", "list").lines.first { $0.contains("Targetkan") })
    #expect(try run("judge", "undo", String(link.split(separator: "\t")[0])).status == 0)
    #expect(try reports() == 2)
    let judged = try #require(try run("judge", "list").lines.first { $0.contains("Targetkan") })
    #expect(judged.contains("\tuser\tdifferent\t"))
    #expect(try run("judge", "undo", String(judged.split(separator: "\t")[0])).status == 0)
    #expect(try reports() == 1)
  }

  @Test(
    "what cannot be judged is refused with a remedy",
    arguments: [
      (["judge", "same", "p0", "p1"], "no name and no article has the identifier"),
      (["judge", "undo", "d0"], "no decision in force has the identifier 'd0'"),
    ])
  func refused(_ arguments: [String], _ message: String) throws {
    let result = try Command.run(arguments + ["--store", "hasil/ledger.sqlite"], in: folder.path)
    #expect(result.status == 2)
    #expect(result.messages.contains(message) && result.messages.contains("'pantau judge list'"))
  }

  @Test("no ledger is made where there is none", arguments: [["judge", "list"], ["export"]])
  func noLedger(_ arguments: [String]) throws {
    let result = try Command.run(arguments + ["--store", folder.path("tidak-ada.sqlite")])
    #expect(result.status == 2)
    #expect(result.messages.contains("there is no ledger"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("tidak-ada.sqlite")))
  }
}
