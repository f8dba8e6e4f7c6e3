import Foundation
import PantauRecords
import PantauTestSupport
import Testing

@Suite("clean and extract")
struct StreamTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  static let article = """
    Wali Kota Laut Biru Targetkan Koperasi Kelurahan Rampung

    LAUT BIRU - Wali Kota Laut Biru Tarno Wijaya menargetkan pembentukan koperasi di seluruh kelurahan rampung \
    sebelum Juni 2025. Hal itu disampaikan dalam rapat di kantor wali kota pada Senin (26/5/2025).

    Menurut Tarno, hingga kini sudah 12 kelurahan yang membentuk koperasi melalui musyawarah khusus. Ia meminta \
    para camat dan lurah mempercepat proses tersebut agar warga segera merasakan manfaatnya.

    """

  @Test("data goes to standard output, and nothing else does", arguments: ["clean", "extract"])
  func channels(command: String) throws {
    let page = try folder.write(Self.article, to: "berita.txt")
    let result = try Command.run([command, page])
    #expect(result.status == 0)
    #expect(result.messages.isEmpty)
    #expect(result.lines.count == 1)
    #expect(result.output.last == UInt8(ascii: "\n"))
    let outcome = try RecordJSON.outcome(from: Array(result.output))
    guard case .record(let record) = outcome else {
      Issue.record("not a record: \(result.text)")
      return
    }
    #expect(record.article.source.path == page)
    #expect(record.article.body.contains("hingga kini sudah 12 kelurahan"))
  }

  @Test("a programme is followed where it is asked for")
  func programmes() throws {
    let text =
      "Dapur MBG di Kota Batam\n\nSudah 24 SPPG beroperasi di Kota Batam untuk program makan bergizi gratis.\n"
    let page = try folder.write(text, to: "dapur.txt")
    let asked = try Command.run(["extract", "--programme", "makan-bergizi-gratis", page])
    #expect(
      asked.text.contains("\"programme\":\"makan-bergizi-gratis\",\"stage\":\"operating\",\"value\":24"))
    #expect(try !Command.run(["extract", page]).text.contains("\"programme\""))
    let unknown = try Command.run(["extract", "--programme", "dapur", page])
    #expect(unknown.status == 2)
    #expect(unknown.messages.contains("there is no programme 'dapur'"))
  }

  static let bad: [(name: String, content: [UInt8]?)] = [
    ("kosong.html", []),
    ("kosong.txt", []),
    ("acak.html", noise(5000)),
    ("acak.txt", noise(5000)),
    ("hilang.html", nil),
    ("tanpa-artikel.html", Array("<html><body><nav><a href='/'>Beranda</a></nav></body></html>".utf8)),
    ("potong.html.gz", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x4B]),
  ]

  @Test("a bad input among good ones is listed, and the run goes on", arguments: bad)
  func badInput(name: String, content: [UInt8]?) throws {
    let first = try folder.write(Self.article, to: "a.txt")
    let path = folder.path(name)
    if let content { try folder.write(content, to: name) }
    let last = try folder.write(Self.article + "Akhir.\n", to: "z.txt")
    let result = try Command.run(["extract", first, path, last])
    #expect(result.lines.count == 3)
    #expect(result.lines.first?.contains("a.txt") == true)
    #expect(result.lines.last?.contains("z.txt") == true)
    // A page without an article may also be an empty result.
    let isError = result.lines[1].hasPrefix(#"{"schema":"pantau/error/1""#)
    #expect(isError || name.hasPrefix("tanpa"))
    #expect(result.status == (isError ? 1 : 0))
    #expect(result.messages.contains(path) == isError)
  }

  @Test(
    "text that is no UTF-8 gives a result or an error, and output that is UTF-8",
    arguments: [
      "berita.txt", "berita.html",
    ])
  func brokenUTF8(name: String) throws {
    let bytes = Array("<p>Koperasi caf".utf8) + [0xE9, 0xFF, 0xC3] + Array(" terbentuk</p>\n".utf8)
    let path = try folder.write(bytes + Array(Self.article.utf8) + [0xC3], to: name)
    let result = try Command.run(["extract", path])
    #expect([0, 1].contains(result.status))
    #expect(result.lines.count == 1)
    #expect(String(validating: result.output, as: UTF8.self) != nil)
  }

  @Test("standard input is JSON lines")
  func standardInput() throws {
    let lines = [
      #"{"path":"satu.html","html":"<p>Isi berita</p>"}"#, "", "bukan json",
      #"{"text":"Isi berita tentang koperasi"}"#,
    ]
    let result = try Command.run(["clean", "-"], input: lines.joined(separator: "\n"))
    #expect(result.lines.count == 3)
    #expect(result.lines[0].contains(#""path":"satu.html""#))
    #expect(result.lines[1].contains(#""code":"bad-record""#))
    #expect(result.lines[1].contains("line 3"))
    #expect(result.lines[2].contains(#""path":"-""#))
    #expect(result.status == 1)
  }

  @Test("extract reads what clean writes")
  func pipeline() throws {
    try folder.write(Self.article, to: "halaman/a.txt")
    try folder.write("", to: "halaman/b.txt")
    let direct = try Command.run(["extract", "halaman"], in: folder.path)
    let piped = try Command.shell("$P clean halaman | $P extract -", in: folder.path)
    #expect(piped.output == direct.output)
    #expect(piped.status == 1)
  }

  @Test("the bytes do not depend on the number of jobs")
  func jobs() throws {
    for number in 0..<40 {
      try folder.write(Self.article + "Nomor \(number).\n", to: "halaman/\(number).txt")
    }
    let one = try Command.run(["extract", folder.path("halaman"), "--jobs", "1"])
    let two = try Command.run(["extract", folder.path("halaman"), "--jobs", "2"])
    #expect(one.output == two.output)
    #expect(one.lines.count == 40)
  }

  @Test("a reader that goes away ends the program quietly", arguments: ["1", "2"])
  func brokenPipe(jobs: String) throws {
    for number in 0..<300 {
      try folder.write(Self.article + "Nomor \(number).\n", to: "halaman/\(number).txt")
    }
    let result = try Command.shell(
      "$P clean halaman --jobs \(jobs) | head -1 | cut -c1-30; echo \"${PIPESTATUS[0]}\"", in: folder.path)
    #expect(result.text == "{\"schema\":\"pantau/article/1\",\"\n0\n")
    #expect(result.messages.isEmpty)
  }

  @Test("output that cannot be written is an error with status 2")
  func fullDevice() throws {
    let page = try folder.write(Self.article, to: "a.txt")
    let result = try Command.shell("$P clean \(page) > /dev/full")
    #expect(result.status == 2)
    #expect(result.messages.contains("standard output"))
  }

  @Test("messages are JSON where they are asked to be")
  func jsonMessages() throws {
    let result = try Command.run(["clean", folder.path("hilang.html"), "--log-format", "json"])
    struct Message: Decodable { var level, message, path, stage, code: String }
    let message = try JSONDecoder().decode(Message.self, from: Data(result.messages.utf8))
    #expect(message.path == folder.path("hilang.html"))
    #expect(message.code == "unreadable")
  }

  @Test("one line of many megabytes gives an error or a result, and the run goes on", arguments: [4, 200])
  func hugeLine(megabytes: Int) throws {
    let chunk = Data(String(repeating: "koperasi desa terbentuk ", count: 43_700).utf8)
    let path = folder.path("a.txt")
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    let file = try #require(FileHandle(forWritingAtPath: path))
    for _ in 0..<megabytes { try file.write(contentsOf: chunk) }
    try file.close()
    let last = try folder.write(Self.article, to: "z.txt")
    let result = try Command.run(["extract", path, last])
    let lines = result.output.split(separator: UInt8(ascii: "\n"))
    #expect(lines.count == 2)
    #expect(lines.last?.starts(with: Array(#"{"schema":"pantau/article/1""#.utf8)) == true)
    let isError = lines.first?.starts(with: Array(#"{"schema":"pantau/error/1""#.utf8)) == true
    #expect(result.status == (isError ? 1 : 0))
    #expect(isError || megabytes < 64)
  }

  static func noise(_ count: Int) -> [UInt8] {
    var state: UInt64 = 20_250_712
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 33)
    }
  }
}
