import PantauRecords
import Testing

@testable import PantauExtract

/// Names of places in any order, glued by nothing but spaces and small words, as in lists that lost their marks.
@Suite struct PlaceSequenceTests {
  private static let parts = [
    "Kecamatan", "Desa", "Kelurahan", "Kabupaten", "Kota", "di", "dan", "Dawe", "Puyoh", "Kudus", "Samirejo",
    "Jawa",
    "Tengah", "Barat", "Kota Kudus", "Kecamatan Dawe", "Desa Dawe", "Kecamatan Kota Kudus", "Kabupaten Kudus",
    "Bandar Lampung", "Lampung Barat", "Batu Brak", "Kecamatan Batu Brak", "Pekon Balak", ",", "12",
    "Merah Putih",
  ]

  /// A linear congruential generator (Donald Knuth's MMIX).
  private static func texts(_ count: Int, of length: Int) -> [String] {
    var state: UInt64 = 7
    func next() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33)
    }
    return (0..<count).map { _ in
      (0..<length).map { _ in parts[next() % parts.count] }.joined(separator: " ")
    }
  }

  @Test func anyOrderGivesARecordWhosePlacesStandInTheText() throws {
    for text in Self.texts(100, of: 40) + Self.texts(4000, of: 6) {
      let record = try Fixture.record(text)
      let length = "Koperasi Merah Putih\n\(text)".unicodeScalars.count
      for region in record.regions {
        #expect(region.within != region.region, "\(text)")
        #expect(region.mentions.allSatisfy { $0.start < $0.end && $0.end <= length }, "\(text)")
      }
    }
  }
}
