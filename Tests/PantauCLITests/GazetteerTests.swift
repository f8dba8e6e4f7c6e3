import Foundation
import PantauRecords
import PantauTestSupport
import Testing

@Suite("gazetteer")
struct GazetteerTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  static let sql = """
    /* tabel kode wilayah */
    INSERT INTO wilayah (kode, nama) VALUES
    ('21','Kepulauan Riau'),
    ('21.71','Kota Batam'),
    ('21.71.06','Sekupang'),
    ('21.71.06.1001','Tanjung Riau'),
    ('21.71.06.1002','Patam Lestari'),
    ('21.02.03.2001','Pa\\'u Lama');

    """

  static let csv = """
    code,name
    21,Kepulauan Riau
    21.71,Kota Batam
    21.71.06,Sekupang
    21.71.06.1001,Tanjung Riau
    21.71.06.1002,"Patam Lestari"
    21.02.03.2001,Pa'u Lama

    """

  private func run(_ arguments: [String]) throws -> Command.Result {
    try Command.run(["gazetteer"] + arguments, environment: ["XDG_DATA_HOME": folder.path("data")])
  }

  @Test(
    "a table is imported to the user's data folder, and each level is counted",
    arguments: [
      ("wilayah.sql", sql), ("wilayah.csv", csv),
      ("titik-koma.csv", csv.replacingOccurrences(of: ",", with: ";")),
    ])
  func imports(name: String, content: String) throws {
    let source = try folder.write(content, to: name)
    let result = try run(["import", source])
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
    for line in ["1 province", "1 city", "1 district", "1 village", "2 urban villages"] {
      #expect(result.messages.contains("pantau: \(line)\n"), "\(line)")
    }
    #expect(result.messages.contains(folder.path("data/pantau/gazetteer.csv")))
    #expect(try run(["lookup", "patam lestari"]).text.contains("21.71.06.1002"))
  }

  @Test("a compressed table is read, and --gazetteer names the file that is written")
  func compressed() throws {
    let source = try folder.write(Self.sql, to: "wilayah.sql")
    let zipped = try Command.shell("gzip -c \(source) > \(source).gz")
    #expect(zipped.status == 0)
    let target = folder.path("baru/kode.csv")
    #expect(try run(["import", source + ".gz", "--gazetteer", target]).status == 0)
    #expect(!FileManager.default.fileExists(atPath: folder.path("data/pantau/gazetteer.csv")))
    let found = try run(["lookup", "Sekupang", "--gazetteer", target])
    #expect(found.status == 0)
    #expect(found.text.contains("Kecamatan Sekupang"))
    let written = try FileManager.default.contentsOfDirectory(atPath: folder.path("baru"))
    #expect(written.sorted() == ["kode.csv", "kode.csv.index"])
  }

  @Test(
    "a file without codes, a missing one and a place that cannot be written end with 2 and change nothing")
  func failures() throws {
    let source = try folder.write(Self.sql, to: "wilayah.sql")
    #expect(try run(["import", source]).status == 0)
    let before = try folder.bytes("data/pantau/gazetteer.csv")
    let none = try folder.write("Tidak ada kode di sini.\n", to: "kosong.csv")
    for (path, word) in [(none, "no region code"), (folder.path("hilang.sql"), "cannot be read")] {
      let result = try run(["import", path])
      #expect(result.status == 2)
      #expect(result.messages.contains(path) && result.messages.contains(word))
    }
    #expect(try folder.bytes("data/pantau/gazetteer.csv") == before)
    let unwritable = try run(["import", source, "--gazetteer", "/proc/tidak/kode.csv"])
    #expect(unwritable.status == 2)
    #expect(unwritable.messages.contains("/proc/tidak"))
  }

  @Test("lookup prints every region of a name with code and parents", arguments: ["malang", "MALANG"])
  func lookup(name: String) throws {
    let result = try run(["lookup", name])
    #expect(result.status == 0)
    #expect(result.lines.count == 4)
    #expect(result.lines.contains { $0.contains("Kabupaten Malang") && $0.contains("35.07") })
    #expect(result.lines.contains { $0.contains("Kota Malang") && $0.contains("Provinsi Jawa Timur") })
  }

  @Test(
    "lookup takes short forms, labels and codes",
    arguments: [("Kepri", "21"), ("Kota Batam", "21.71"), ("21.71", "21.71")])
  func forms(name: String, code: String) throws {
    struct Found: Decodable {
      var code: String
      var within: [String]
    }
    let result = try run(["lookup", name, "--format", "json"])
    let found = try JSONDecoder().decode([Found].self, from: Data(result.output))
    #expect(found.map(\.code) == [code])
  }

  @Test("a name that no region bears ends with 1, and with an empty list in JSON")
  func unknown() throws {
    let result = try run(["lookup", "Antah Berantah"])
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
    #expect(result.messages.contains("Antah Berantah") && result.messages.contains("gazetteer import"))
    #expect(try run(["lookup", "Antah Berantah", "--format", "json"]).text == "[]\n")
  }

  @Test("with an imported table extract gives districts and villages their codes")
  func extract() throws {
    let source = try folder.write(Self.sql, to: "wilayah.sql")
    #expect(try run(["import", source]).status == 0)
    let page = try folder.write(
      """
      Koperasi Merah Putih Kota Batam Bertambah

      BATAM - Camat Sekupang Tarno Wijaya mengatakan Koperasi Kelurahan Merah Putih di Kelurahan Tanjung Riau, \
      Kecamatan Sekupang, Kota Batam, telah terbentuk pada Senin (26/5/2025). Menurut Tarno, warga menyambut baik \
      koperasi itu dan berharap usahanya segera berjalan di tiap kelurahan.

      """, to: "berita.txt")
    let with = try Command.run(["extract", page], environment: ["XDG_DATA_HOME": folder.path("data")])
    #expect(with.text.contains(#""code":"21.71.06.1001""#))
    #expect(with.text.contains(#""code":"21.71.06""#))
    let without = try Command.run(["extract", page], environment: ["XDG_DATA_HOME": folder.path("lain")])
    #expect(without.status == 0)
    #expect(!without.text.contains("21.71.06"))
  }
}
