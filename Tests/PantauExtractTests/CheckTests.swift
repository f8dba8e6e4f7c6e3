import PantauRecords
import Testing

@testable import PantauExtract

/// A report and the kinds of contradiction that it holds.
struct CheckCase: Sendable, CustomTestStringConvertible {
  var body: String
  var kinds: [String]
  var testDescription: String { body }

  init(_ body: String, _ kinds: [String]) {
    self.body = body
    self.kinds = kinds
  }
}

@Suite struct CheckTests {
  static let cases = [
    CheckCase(
      "Di Kota Batam, 40 dari 64 kelurahan (62,5 persen) sudah membentuk Koperasi Merah Putih.", []),
    CheckCase(
      "Di Kota Batam, 40 dari 64 kelurahan (62 persen) sudah membentuk Koperasi Merah Putih.", []),
    CheckCase(
      "Di Kota Batam, 40 dari 64 kelurahan (82,5 persen) sudah membentuk Koperasi Merah Putih.",
      ["percent-mismatch"]),
    CheckCase(
      "Sebanyak 64 Koperasi Merah Putih di Kota Batam terbentuk, Jumat (16/5/2025).", []),
    CheckCase(
      "Sebanyak 64 Koperasi Merah Putih di Kota Batam terbentuk, Senin (16/5/2025).", ["weekday-mismatch"]),
    CheckCase(
      "Sebanyak 64 Koperasi Merah Putih di Kota Batam harus berbadan hukum paling lambat 31 Juni 2025.",
      ["impossible-date"]),
    CheckCase(
      "Di Kota Batu, koperasi merah putih sudah terbentuk: 25 koperasi di Kota Batu berbadan hukum.",
      ["above-universe"]),
  ]

  @Test(arguments: cases) func contradictionsAreFound(example: CheckCase) throws {
    let record = try Fixture.record(example.body)
    #expect(record.checks.map(\.kind) == example.kinds, "\(record.checks) \(record.actuals)")
  }

  @Test("a mismatch names its statement, what is stated and what the numbers give")
  func fields() throws {
    let record = try Fixture.record(Self.cases[2].body)
    let check = try #require(record.checks.first)
    #expect(check.statement == record.actuals.first?.id)
    #expect(check.stated == 82.5)
    #expect(check.computed == 62.5)
  }

  @Test("parts that are all there must add up to their whole", arguments: [(41, []), (40, ["sum-mismatch"])])
  func sums(whole: Int, kinds: [String]) throws {
    let record = try Fixture.record(
      """
      Sebanyak \(whole) Koperasi Merah Putih di Provinsi Papua Selatan sudah berbadan hukum.
      Rinciannya sebagai berikut:
      Merauke: 20 koperasi
      Boven Digoel: 10 koperasi
      Mappi: 6 koperasi
      Asmat: 5 koperasi
      """)
    #expect(record.actuals.count == 5)
    #expect(record.checks.map(\.kind) == kinds, "\(record.checks)")
  }
}
