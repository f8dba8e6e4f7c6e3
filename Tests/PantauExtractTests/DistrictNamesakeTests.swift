import PantauRecords
import Testing

@testable import PantauExtract

/// Districts that bear the name of a regency or city, their own or another one.
struct DistrictNamesakeTests {
  @Test(arguments: [
    // The city's own name, joined to another of its districts, with and without amounts
    (
      "Di Kota Mataram, Kecamatan Ampenan 10 koperasi, Selaparang dan Mataram masing-masing 9 koperasi.",
      ["Kota Mataram", "Kecamatan Ampenan", "Kecamatan Selaparang", "Kecamatan Mataram"]
    ),
    (
      "Bupati Tabanan menyebut Kecamatan Kediri dan Tabanan masing-masing lima koperasi.",
      ["Kabupaten Tabanan", "Kecamatan Kediri", "Kecamatan Tabanan"]
    ),
    // Another province's regency or city, in a list and in rows
    (
      "Di Lampung Timur berkas datang dari Way Jepara, Batanghari, dan Sekampung.",
      ["Kabupaten Lampung Timur", "Kecamatan Way Jepara", "Kecamatan Batanghari", "Kecamatan Sekampung"]
    ),
    (
      "Gerai yang buka di Kabupaten Kepulauan Meranti:\nTebing Tinggi: 9\nTebing Tinggi Barat: 8\nMerbau: 6",
      [
        "Kabupaten Kepulauan Meranti", "Kecamatan Tebing Tinggi", "Kecamatan Tebing Tinggi Barat",
        "Kecamatan Merbau",
      ]
    ),
    // A district and its regency, with a comma between; regencies among regencies
    (
      "Rapat berlangsung di Kecamatan Karangasem, Karangasem, Senin.",
      ["Kecamatan Karangasem", "Kabupaten Karangasem"]
    ),
    (
      "Di Jawa Timur yang selesai Kediri 40 koperasi, Tulungagung 30, dan Blitar 20.",
      ["Provinsi Jawa Timur", "Kabupaten Kediri", "Kabupaten Tulungagung", "Kabupaten Blitar"]
    ),
  ])
  func aNameBesideADistrictsIsADistricts(body: String, expected: [String]) throws {
    let record = try Fixture.record(body, title: "Kabar Koperasi Merah Putih")
    #expect(Set(record.regions.map(\.region)) == Set(expected))
  }
}
