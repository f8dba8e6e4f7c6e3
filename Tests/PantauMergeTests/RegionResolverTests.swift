@testable import PantauGazetteer
import PantauRecords
import Testing

@testable import PantauMerge

@Suite("Regions by code, name and day")
struct RegionResolverTests {
  private static let table = """
    code\tlevel\tname\tiso\tcapital\tshort\tdistricts\turban_villages\tvillages
    91\tprovince\tPapua\tID-PA\tJayapura\t\t\t\t
    93\tprovince\tPapua Selatan\tID-PS\tMerauke\t\t\t\t
    93.01\tregency\tMerauke\t\tMerauke\t\t22\t11\t179
    76.01\tregency\tPasangkayu\t\tPasangkayu\t\t12\t4\t59
    """
  private static let history = """
    change\tlast_day\tcode\tlabel\tnew_code\tnew_label\tlaw
    recoded\t2022-07-24\t91.01\tKabupaten Merauke\t93.01\tKabupaten Merauke\tUU 14/2022
    renamed\t2017-12-27\t76.01\tKabupaten Mamuju Utara\t76.01\tKabupaten Pasangkayu\tPP 61/2017
    split\t2022-07-24\t91\tProvinsi Papua\t91\tProvinsi Papua lama\tUU 14/2022
    """
  private let merger: Merger

  init() throws {
    let district = Region(
      code: "93.01.05", level: .district, name: "Semangga", iso: nil, capital: nil, short: [], districts: nil,
      urbanVillages: nil, villages: nil)
    merger = Merger(
      regions: RegionResolver(
        gazetteer: try Gazetteer(table: Self.table, path: "regions.tsv", imported: [district]),
        history: try RegionHistory(table: Self.history, path: "history.tsv")))
  }

  private func lines(_ statements: [StatementInContext], asOf: String = "2026-01-01") -> [String] {
    merger.histories(from: statements, asOf: day(asOf)).map {
      "\($0.region ?? "") \($0.regionCode ?? "–") \($0.actuals.count)"
    }
  }

  @Test("an old code, today's code and the bare name are one region")
  func recoded() {
    #expect(
      lines([
        statement(.actual, article: "a", region: "Kabupaten Merauke", code: "91.01", value: 1),
        statement(.actual, article: "b", region: "Kabupaten Merauke", code: "93.01", value: 2),
        statement(.actual, article: "c", region: "Kabupaten Merauke", code: nil, value: 3),
      ]) == ["Kabupaten Merauke 93.01 3"])
  }

  @Test("districts of a recoded regency move with it")
  func districts() {
    #expect(
      lines([
        statement(.actual, article: "a", region: "Kecamatan Semangga", code: "91.01.05", value: 1),
        statement(.actual, article: "b", region: "Kecamatan Semangga", code: "93.01.05", value: 2),
        statement(
          .actual, article: "c", region: "Kecamatan Semangga", code: nil, within: "Kabupaten Merauke",
          value: 3),
      ]) == ["Kecamatan Semangga 93.01.05 3"])
  }

  @Test("a former name means the same region, whose line is called as on the day asked for")
  func renamed() {
    let statements = [
      statement(
        .actual, article: "a", published: "2016-05-20", region: "Kabupaten Mamuju Utara", code: nil, value: 1),
      statement(
        .actual, article: "b", published: "2017-05-20", region: "Kabupaten Pasangkayu", code: "76.01",
        value: 2),
    ]
    #expect(lines(statements) == ["Kabupaten Pasangkayu 76.01 2"])
    #expect(lines(statements, asOf: "2017-12-27") == ["Kabupaten Mamuju Utara 76.01 2"])
  }

  @Test("what was said of a province before it was split stands in a line of its own")
  func split() {
    #expect(
      lines([
        statement(
          .actual, article: "a", published: "2022-07-24", region: "Provinsi Papua", code: "91", value: 5),
        statement(
          .actual, article: "b", published: "2022-07-25", region: "Provinsi Papua", code: "91", value: 2),
        statement(
          .actual, article: "c", published: "2022-07-24", region: "Provinsi Papua", code: nil, value: 6),
      ]) == ["Provinsi Papua 91 1", "Provinsi Papua lama – 2"])
  }

  @Test(
    "a faulty history is refused with its line",
    arguments: [
      ("renamed\tgestern\t1\ta\t1\tb\tUU", 2, "is no day"),
      ("moved\t2022-07-24\t1\ta\t1\tb\tUU", 2, "no change"),
      ("renamed\t2022-07-24\t1", 2, "expected 7 cells"),
    ])
  func faults(_ row: String, _ line: Int, _ message: String) throws {
    let header = RegionHistory.columns.joined(separator: "\t")
    let error = #expect(throws: GazetteerError.self) {
      try RegionHistory(table: header + "\n" + row, path: "history.tsv")
    }
    #expect(error?.line == line)
    #expect(error?.message.contains(message) == true)
  }
}
