import Foundation
import PantauGazetteer
import PantauRecords
import Testing

@Suite struct CodeTableTests {
  private func rows(_ text: String) throws(GazetteerError) -> [String] {
    try CodeTable.regions(in: Array(text.utf8), path: "codes").map { "\($0.code) \($0.level) \($0.name)" }
  }

  @Test(arguments: [
    ("('11','Aceh'),\n('11.01','Kabupaten Elok');", ["11 province Aceh", "11.01 regency Kabupaten Elok"]),
    (
      "INSERT INTO wilayah (kode, nama) VALUES ('21.71','Batam'), ('21.71.08','Galang');",
      ["21.71 city Batam", "21.71.08 district Galang"]
    ),
    (
      "('11.01.01.2001','Ma''rang'),('11.01.01.1002','Ma\\'rang Dua')",
      ["11.01.01.2001 village Ma'rang", "11.01.01.1002 urbanVillage Ma'rang Dua"]
    ),
    ("( '11' , 'Aceh, Raya' )", ["11 province Aceh, Raya"]),
    ("code,name\n11,Aceh\n11.01,Aceh Elok\n", ["11 province Aceh", "11.01 regency Aceh Elok"]),
    ("11;Aceh\r\n11.71;Banda Elok\r\n", ["11 province Aceh", "11.71 city Banda Elok"]),
    ("11\tAceh\n", ["11 province Aceh"]),
    ("\"11\",\"Aceh \"\"Raya\"\"\"\n", ["11 province Aceh \"Raya\""]),
    ("11,\"Aceh, Raya\"\n12,Lain", ["11 province Aceh, Raya", "12 province Lain"]),
    ("11,Aceh,ID-AC,290\n", ["11 province Aceh"]),
  ])
  func rowsAreReadFromSQLAndCSV(text: String, expected: [String]) throws {
    #expect(try rows(text) == expected)
  }

  @Test(arguments: [
    ("('11','Aceh'),('1','x'),('11.1','x'),('2025-05-25','x')"),
    ("11,Aceh\n111,x\n11.01.01.20,x\n,x\n11.01,\n"),
    ("/* kode '99 */ ('11','Aceh')"), ("-- 12 rows\n11,Aceh\nlalu 12,x\n"),
  ])
  func whatIsNoRowIsPassedOver(text: String) throws { #expect(try rows(text) == ["11 province Aceh"]) }

  @Test(arguments: ["", "SELECT 1;", "('11','Aceh", "nama saja\n", "\u{0}\u{1}"])
  func aFileWithoutARowIsAnError(text: String) {
    do {
      _ = try rows(text)
      Issue.record("no error")
    } catch {
      #expect(
        error.description
          == "codes: no region code found; expected an SQL dump with ('11.01','Name') or CSV lines 11.01,Name"
      )
    }
  }

  @Test func whatIsWrittenAsCSVIsReadBack() throws {
    let text = "('11','Aceh, \"Raya\"'),('11.01','Ma''rang'),('11.01.01.1001','A;B')"
    let regions = try CodeTable.regions(in: Array(text.utf8), path: "a.sql")
    let csv = CodeTable.csv(of: regions)
    #expect(csv == "code,name\n11,\"Aceh, \"\"Raya\"\"\"\n11.01,Ma'rang\n11.01.01.1001,A;B\n")
    #expect(try CodeTable.regions(in: Array(csv.utf8), path: "a.csv") == regions)
  }

  // MARK: - The official table

  /// The decree's code table, beside the project where it was downloaded.
  static let official = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/wilayah/wilayah.sql")
    .path

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: official),
      "needs the official code table, ../shared/wilayah/wilayah.sql"))
  func theOfficialTableHasTheCountsOfTheProjectsOwn() throws {
    let bytes = try #require(FileManager.default.contents(atPath: Self.official))
    let regions = try CodeTable.regions(in: Array(bytes), path: "wilayah.sql")
    let gazetteer = try GazetteerTests.own(imported: regions)
    let provinces = gazetteer.regions.prefix(gazetteer.ownCount).filter { $0.level == .province }
    func count(_ level: RegionLevel) -> Int { regions.filter { $0.level == level }.count }
    #expect(count(.province) == provinces.count)
    #expect(count(.regency) + count(.city) == gazetteer.ownCount - provinces.count)
    #expect(count(.regency) == 416)
    #expect(count(.district) == provinces.compactMap(\.districts).reduce(0, +))
    #expect(count(.urbanVillage) == provinces.compactMap(\.urbanVillages).reduce(0, +))
    #expect(count(.village) == provinces.compactMap(\.villages).reduce(0, +))
    #expect(Set(regions.map(\.code)).count == regions.count)
    #expect(gazetteer.regions.count == regions.count)
    let known = Set(gazetteer.regions.map(\.code))
    #expect(gazetteer.regions.allSatisfy { $0.parentCode.map(known.contains) ?? true })
    #expect(gazetteer.region(code: "21.71.01.1003") != nil)
  }
}
