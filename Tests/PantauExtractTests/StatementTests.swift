import PantauRecords
import Testing

@testable import PantauExtract

/// What single sentences state, one mechanism of assembly a case.
@Suite struct StatementTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var statements: [String]
    var testDescription: String { text }
  }

  static let cases = [
    Case(
      text: "62 kalurahan di Kabupaten Gunungkidul telah menyodorkan calon lahan untuk Koperasi Merah Putih.",
      statements: ["actual other 62 Kabupaten Gunungkidul"]),
    Case(
      text: "Pembangunan gerai Koperasi Merah Putih di Kabupaten Blora berjalan di 22 titik.",
      statements: ["actual building 22 Kabupaten Blora"]),
    Case(
      text:
        "Musyawarah pembentukan Koperasi Merah Putih di Kabupaten Way Kanan telah digelar di 158 dari 227 kampung.",
      statements: ["actual deliberated 158/227 Kabupaten Way Kanan"]),
    Case(
      text:
        "Di Kabupaten Tabanan yang selesai musyawarah Koperasi Merah Putih baru 42 atau 31,1 persen dari 135 desa.",
      statements: ["actual deliberated 42/135 31.1% Kabupaten Tabanan"]),
    Case(
      text: "Bupati Kolaka menargetkan 57 Koperasi Merah Putih.",
      statements: ["target formed 57 Kabupaten Kolaka"]),
    Case(
      text: """
        Sampai 9 Mei 2025 musdesus Koperasi Merah Putih di Kabupaten Kudus baru 22 desa, terbanyak di Undaan (9), \
        Jekulo (7), dan Mejobo (6).
        """,
      statements: [
        "actual deliberated 22 Kabupaten Kudus", "actual deliberated 9 Kecamatan Undaan",
        "actual deliberated 7 Kecamatan Jekulo", "actual deliberated 6 Kecamatan Mejobo",
      ]),
    Case(
      text: """
        Gerai Koperasi Merah Putih di Kota Balikpapan berdiri di 5 titik di Balikpapan Utara dan 4 titik di Balikpapan \
        Timur.
        """,
      statements: ["actual built 5 Kecamatan Balikpapan Utara", "actual built 4 Kecamatan Balikpapan Timur"]),
    Case(
      text: "Dari 156 Koperasi Merah Putih di Kabupaten Landak yang sudah menjalankan usaha tujuh.",
      statements: ["actual operating 7/156 Kabupaten Landak"]),
    Case(
      text: "Kota Tegal dan Kota Magelang masing-masing baru tiga Koperasi Merah Putih yang beroperasi.",
      statements: ["actual operating 3 Kota Tegal", "actual operating 3 Kota Magelang"]),
    Case(
      text:
        "Di Kabupaten Takalar semua Koperasi Merah Putih harus sudah memiliki akun paling lambat 15 Juni 2025.",
      statements: ["target other all Kabupaten Takalar 2025-06-15"]),
    Case(
      text: """
        Koperasi Merah Putih di Kabupaten Bima yang sudah berbadan hukum 166 unit, dan dari situ pemerintah menargetkan \
        37 gerai rampung paling lambat 31 Juli 2025.
        """,
      statements: ["target built 37 Kabupaten Bima 2025-07-31", "actual incorporated 166 Kabupaten Bima"]),
    Case(
      text: """
        Bupati Kaimana meminta 84 kampung membentuk Koperasi Merah Putih sebelum peluncuran nasional pada 12 Juli 2025.
        """,
      statements: ["target formed 84 Kabupaten Kaimana 2025-07-11"]),
    Case(
      text: "Rata-rata satu Koperasi Merah Putih di Kabupaten Landak beranggota 15–20 orang.", statements: []),
    Case(
      text: "Bunga pinjaman Koperasi Merah Putih di Kabupaten Landak sudah mencapai 6 persen.", statements: []
    ),
  ]

  @Test(arguments: cases)
  func aSentenceStatesWhatAReaderTakesFromIt(_ sample: Case) throws {
    let record = try Fixture.record(sample.text)
    let found = (record.targets + record.actuals).map(Self.brief)
    #expect(found == sample.statements)
  }

  /// Kind, stage, amount, region and last day in one line.
  private static func brief(_ statement: Statement) -> String {
    func number(_ value: Double) -> String { value == value.rounded() ? "\(Int(value))" : "\(value)" }
    var words = [statement.kind.rawValue, statement.stage ?? "–"]
    if let value = statement.value {
      words.append(number(value) + (statement.of.map { "/" + number($0) } ?? ""))
    }
    if let percent = statement.percent { words.append(number(percent) + "%") }
    if statement.all { words.append("all") }
    words.append(statement.region ?? "–")
    if let latest = statement.latest { words.append("\(latest)") }
    return words.joined(separator: " ")
  }
}
