import Foundation
import PantauEvaluation
import PantauRecords
import PantauTestSupport
import Testing

@testable import PantauPipeline

@Suite("Records against gold facts")
struct GoldTests {
  /// Lowest figures that the corpus may fall to; raised when the line gets better.
  struct Floors: Decodable {
    var overall: Double
    var body: Double
    var published: Double
    var f1: [String: Double]
  }

  /// The batches of one subject, by how their names begin, with what is followed there and how low they may fall.
  struct Batches: CustomTestStringConvertible {
    var start: String
    var programmes: [String]
    var floors: String
    var atLeast: Int

    var testDescription: String { start }
  }

  static let batches = [
    Batches(start: "b", programmes: [], floors: "floors.json", atLeast: 39),
    Batches(
      start: "m", programmes: ["makan-bergizi-gratis", "koperasi-merah-putih"], floors: "floors-m.json",
      atLeast: 8),
  ]

  @Test("the corpus does not fall below its floors", arguments: batches)
  func corpus(batches: Batches) throws {
    let corpus = Gold.project.appending(path: "corpus")
    let floors = try JSONDecoder().decode(
      Floors.self, from: Data(contentsOf: corpus.appending(path: batches.floors)))
    let scores = try Gold(
      pages: corpus.appending(path: "pages"), gold: corpus.appending(path: "gold"), batches: batches.start,
      programmes: batches.programmes
    ).scores
    #expect(scores.articles >= batches.atLeast)
    #expect(scores.absent == 0)
    #expect(scores.overall >= floors.overall, "\(scores.table)")
    #expect(scores.body >= floors.body, "\(scores.table)")
    #expect(scores.published >= floors.published, "\(scores.table)")
    #expect(Set(floors.f1.keys) == Set(Scores.Kind.allCases.map(\.rawValue)))
    for kind in Scores.Kind.allCases {
      #expect(scores[kind].f1 >= floors.f1[kind.rawValue] ?? 0, "\(kind.rawValue)\n\(scores.table)")
    }
  }

  @Test("who does not follow a programme reads nothing of it")
  func unfollowed() throws {
    let corpus = Gold.project.appending(path: "corpus")
    let gold = try Gold(
      pages: corpus.appending(path: "pages"), gold: corpus.appending(path: "gold"), batches: "m")
    let statements = gold.records.values.flatMap { $0.targets + $0.actuals + $0.totals }
    #expect(Set(statements.map(\.programme)) == ["koperasi-merah-putih"])
    #expect(statements.count <= 16)
  }

  @Test("the corpus gives the same bytes twice and with one job or two")
  func determinism() throws {
    let pages = Gold.project.appending(path: "corpus/pages").path
    func bytes(jobs: Int) throws -> [UInt8] {
      var bytes: [UInt8] = []
      try LineRun(try Pages.setup(), goal: .record, jobs: jobs).run(inputs: [pages]) { bytes += $0.line }
      return bytes
    }
    let once = try bytes(jobs: 1)
    #expect(once.count > 100_000)
    #expect(try bytes(jobs: 1) == once)
    #expect(try bytes(jobs: 2) == once)
  }

  @Test("control articles on other topics state nothing")
  func controls() throws {
    let corpus = Gold.project.appending(path: "corpus")
    let gold = try Gold(pages: corpus.appending(path: "pages"), gold: corpus.appending(path: "gold"))
    let controls = gold.records.filter { $0.key.contains("kontrol") }
    #expect(controls.count >= 6)
    for (name, record) in controls {
      let statements = record.targets + record.actuals + record.totals
      #expect(statements.map(\.quote) == [], "\(name)")
    }
  }

  @Test(
    "the marked sources of the development set reach the figure asked for",
    .enabled(if: Gold.exists(Gold.shared.appending(path: "dev")), "needs ../shared/gold/dev"))
  func development() throws {
    let source = Gold.shared.appending(path: "dev")
    let folder = try TemporaryFolder()
    for name in try FileManager.default.contentsOfDirectory(atPath: source.path).sorted() {
      let text = try String(contentsOf: source.appending(path: name), encoding: .utf8)
      guard name.hasSuffix(".src.txt") else {
        try folder.write(text, to: "gold/\(name)")
        continue
      }
      let stem = String(name.dropLast(8))
      let (page, body) = Self.page(ofSource: text)
      try folder.write(page, to: "pages/\(stem).txt")
      try folder.write(body, to: "gold/\(stem).body.txt")
    }
    let scores = try Gold(
      pages: URL(filePath: folder.path("pages")), gold: URL(filePath: folder.path("gold"))
    ).scores
    #expect(scores.articles >= 30)
    #expect(scores.overall >= 0.55, "\(scores.table)")
  }

  /// The page and the article of a marked source, whose residue stands in lines that begin with `~`.
  static func page(ofSource text: String) -> (page: String, body: String) {
    var page: [Substring] = []
    var body: [Substring] = []
    for line in text.split(separator: "\n") where line.contains(where: { $0 != " " && $0 != "\r" }) {
      guard line.hasPrefix("~") else {
        page.append(line)
        body.append(line)
        continue
      }
      let residue = line.dropFirst().drop { $0 == " " }
      if !residue.isEmpty { page.append(residue) }
    }
    return (page.joined(separator: "\n") + "\n", body.joined(separator: "\n") + "\n")
  }

  @Test("a marked source gives the page without marks and the article without residue")
  func markedSource() {
    let (page, body) = Self.page(ofSource: "~ Menu\n~\nJudul\n\n~ Baca juga: lain\nIsi satu.\n~ Komentar\n")
    #expect(page == "Menu\nJudul\nBaca juga: lain\nIsi satu.\nKomentar\n")
    #expect(body == "Judul\nIsi satu.\n")
  }
}

/// The five real articles that the first release must read right.
@Suite("Seeds", .enabled(if: Gold.exists(Gold.shared.appending(path: "seeds")), "needs ../shared/gold/seeds"))
struct SeedTests {
  private static let gold = Result {
    let seeds = Gold.shared.appending(path: "seeds")
    return try Gold(pages: seeds, gold: seeds)
  }

  private func record(_ name: String) throws -> ArticleRecord {
    try #require(try Self.gold.get().records[name])
  }

  @Test("overall at least 0.85")
  func overall() throws {
    let scores = try Self.gold.get().scores
    #expect(scores.articles == 5)
    #expect(scores.overall >= 0.85, "\(scores.table)\n\(scores.differences.map(\.description))")
  }

  @Test("Batam: 64 kelurahan to be formed before June 2025")
  func batam() throws {
    let record = try record("seed-00")
    let target = try #require(record.targets.first { $0.value == 64 })
    #expect(target.stage == "formed")
    #expect(target.unit == "urban_village")
    #expect(target.region == "Kota Batam")
    #expect(target.regionCode == "21.71")
    #expect(target.latest?.description == "2025-05-31")
    #expect(record.actuals.isEmpty)
  }

  @Test("Batu: 24 launched in one paper, formed with 100 percent in the other")
  func batu() throws {
    let launched = try #require(record("seed-01").actuals.first)
    #expect(launched.stage == "launched")
    #expect(launched.value == 24)
    #expect(launched.region == "Kota Batu")
    let formed = try #require(record("seed-04").actuals.first)
    #expect(formed.stage == "formed")
    #expect(formed.value == 24)
    #expect(formed.percent == 100)
    #expect(formed.region == "Kota Batu")
    #expect(try record("seed-04").article.published?.description == "2025-07-24")
  }

  @Test("Bengkalis: before 15 May, told in a report of Kecamatan Bathin Solapan")
  func bengkalis() throws {
    let record = try record("seed-03")
    let target = try #require(record.targets.first)
    #expect(target.region == "Kabupaten Bengkalis")
    #expect(target.stage == "formed")
    #expect(target.latest?.description == "2025-05-14")
    #expect(record.targets.count == 1)
    #expect(record.regions.contains { $0.region == "Kecamatan Bathin Solapan" })
  }

  @Test(
    "the officials that the issue names are found with their offices",
    arguments: [
      ("seed-00", "Amsakar Achmad", "Wali Kota"), ("seed-01", "Nurrochman", "Wali Kota"),
      ("seed-01", "Heli Suyanto", "Wakil Wali Kota"), ("seed-02", "Norhani", "Kepala Dinas Koperasi dan UKM"),
      ("seed-03", "Muhammad Rusydy", "Camat"), ("seed-04", "Nurochman", "Wali Kota"),
      ("seed-04", "Heli Suyanto", "Wakil Wali Kota"),
    ])
  func officials(name: String, person: String, position: String) throws {
    let found = try record(name).officials.filter { $0.name == person }
    #expect(found.map(\.position) == [position])
  }

  @Test("both spellings of the camat's name are one person")
  func aliases() throws {
    let camat = try record("seed-03").officials.filter { $0.position == "Camat" }
    #expect(camat.count == 1)
    #expect(camat.first?.mentions.count ?? 0 >= 3)
  }

  @Test("page residue gives no region and no statement")
  func residue() throws {
    for (name, own) in [
      ("seed-00", ["Kota Batam", "Kecamatan Galang", "Kelurahan Sembulang"]), ("seed-01", ["Kota Batu"]),
      ("seed-02", ["Provinsi Kalimantan Tengah"]), ("seed-04", ["Kota Batu"]),
    ] {
      let record = try record(name)
      #expect(Set(record.regions.map(\.region)).subtracting(own) == [], "\(name)")
      let values = (record.targets + record.actuals + record.totals).compactMap(\.value)
      #expect(Set(values).isSubset(of: [64, 24, 80_000]), "\(name)")
    }
  }
}
