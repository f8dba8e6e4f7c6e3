import PantauRecords
import Testing

/// What an amount counts where no noun of its own tells it.
@Suite("Counted units")
struct CountedUnitTests {
  @Test(
    "are what may be at the stage told",
    arguments: [
      (
        "Pembangunan Koperasi Merah Putih di Kabupaten Jember berlanjut. Sebanyak 38 unit sudah rampung dibangun.",
        ["38 site"]
      ),
      (
        "Koperasi Merah Putih sudah terbentuk di 28 kelurahan di Kota Bogor. Yang beroperasi baru lima.",
        ["28 urban_village", "5 cooperative"]
      ),
      (
        "Sebanyak 38 gerai Koperasi Merah Putih di Kabupaten Jember sudah rampung dibangun.", ["38 site"]
      ),
    ])
  func units(body: String, expected: [String]) throws {
    let record = try Fixture.record(body)
    #expect(record.actuals.map { "\(Int($0.value ?? 0)) \($0.unit ?? "-")" } == expected)
  }
}
