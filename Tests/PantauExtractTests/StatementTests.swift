import PantauRecords
import Testing

@testable import PantauExtract

/// What single sentences state, one mechanism of assembly a case.
@Suite struct StatementTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var title: String?
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
      text: """
        Di Kabupaten Sikka 24 desa telah mengajukan akta Koperasi Merah Putih dan 90 desa sudah berbadan hukum.
        """,
      statements: ["actual other 24 Kabupaten Sikka", "actual incorporated 90 Kabupaten Sikka"]),
    Case(
      text: """
        Sebanyak 31 Koperasi Merah Putih di Kabupaten Sikka masih dalam proses penerbitan akta notaris.
        """,
      statements: []),
    Case(
      text: """
        Tujuh desa di Kabupaten Dompu telah memulai pembangunan gerai Koperasi Merah Putih.
        """,
      statements: ["actual building 7 Kabupaten Dompu"]),
    Case(
      text: """
        Di Kabupaten Dompu 11 desa sudah menuntaskan pembangunan gerai Koperasi Merah Putih.
        """,
      statements: ["actual built 11 Kabupaten Dompu"]),
    Case(
      text: """
        Satu gerai Koperasi Merah Putih di Kabupaten Dompu dinyatakan siap diresmikan.
        """,
      statements: ["actual other 1 Kabupaten Dompu"]),
    Case(
      text: """
        Kabupaten Sabu Raijua memiliki 63 desa. Semuanya sudah punya Koperasi Merah Putih.
        """,
      statements: ["actual formed 63 all Kabupaten Sabu Raijua"]),
    Case(
      text: """
        Koperasi Merah Putih di Kabupaten Buton Selatan berdiri di 60 desa dan 10 kelurahan, dan ke-70 koperasi itu sudah berbadan hukum.
        """,
      statements: [
        "actual formed 60 Kabupaten Buton Selatan", "actual formed 10 Kabupaten Buton Selatan",
        "actual incorporated 70 Kabupaten Buton Selatan",
      ]),
    Case(
      text: """
        Sebanyak 40 Koperasi Merah Putih di Kabupaten Belu yang sudah terbentuk akan beroperasi bulan depan.
        """,
      statements: [
        "target operating 40 Kabupaten Belu 2025-06-30", "actual formed 40 Kabupaten Belu",
      ]),
    Case(
      text: """
        Di Kabupaten Belu sudah 45 persen desa membentuk Koperasi Merah Putih, dan diharapkan tuntas akhir Juli 2025.
        """,
      statements: ["target formed Kabupaten Belu 2025-07-31", "actual formed 45% Kabupaten Belu"]),
    Case(
      text: """
        Pada September 2025 sebanyak 30 Koperasi Merah Putih di Kabupaten Belu sudah beroperasi.
        """,
      statements: ["target operating 30 Kabupaten Belu 2025-09-30"]),
    Case(
      text: """
        Gerai Koperasi Merah Putih di Kabupaten Garut ditargetkan mencapai 40 hingga 50 unit akhir Desember 2025.
        """,
      statements: ["target built 40 Kabupaten Garut 2025-12-31"]),
    Case(
      text: """
        Dari total 214 desa dan 6 kelurahan di Kabupaten Garut, sebanyak 190 desa sudah membentuk Koperasi Merah Putih.
        """,
      statements: ["actual formed 190/220 Kabupaten Garut"]),
    Case(
      text: """
        Tidak semua Koperasi Merah Putih di Kabupaten Garut beroperasi.
        """,
      statements: []),
    Case(
      text: """
        Musyawarah Koperasi Merah Putih di Kabupaten Biak Numfor paling lambat 20 Juni 2025, dan akta koperasi harus terbit paling lambat 30 Juni 2025.
        """,
      statements: [
        "target deliberated Kabupaten Biak Numfor 2025-06-20",
        "target incorporated Kabupaten Biak Numfor 2025-06-30",
      ]),
    Case(
      text: """
        Daerah yang telah 100 persen membentuk Koperasi Merah Putih adalah Kabupaten Ogan Komering Ilir (OKI), Musi Rawas, dan Kota Palembang.
        """,
      statements: [
        "actual formed 100% Kabupaten Ogan Komering Ilir", "actual formed 100% Kabupaten Musi Rawas",
        "actual formed 100% Kota Palembang",
      ]),
    Case(
      text: """
        Di Kabupaten Blora 30 titik gerai Koperasi Merah Putih sedang dibangun dan ditargetkan selesai pada akhir Juli 2025.
        """,
      statements: ["target built 30 Kabupaten Blora 2025-07-31", "actual building 30 Kabupaten Blora"]),
    Case(
      text: """
        Seluruh pekon di Kabupaten Tanggamus kini punya Koperasi Merah Putih. Jumlahnya 302, terdiri atas 299 pekon dan 3 kelurahan.
        """,
      statements: [
        "actual formed 302 Kabupaten Tanggamus", "actual formed 299 Kabupaten Tanggamus",
        "actual formed 3 Kabupaten Tanggamus",
      ]),
    Case(
      text: "Rata-rata satu Koperasi Merah Putih di Kabupaten Landak beranggota 15–20 orang.", statements: []),
    Case(
      text: "Bunga pinjaman Koperasi Merah Putih di Kabupaten Landak sudah mencapai 6 persen.", statements: []
    ),
  ]

  @Test(
    arguments: cases + RowCases.cases + ReaderCases.cases + PromiseCases.cases + ActualCases.cases
      + DayCases.cases + RestCases.cases + BoundaryCases.cases + GoalCases.cases + EachCases.cases
      + LimitCases.cases + AmountCases.cases + LackingCases.cases + PlaceCases.cases + ClauseCases.cases
      + TableCases.cases + AnaphorCases.cases + ListCases.cases + PaperCases.cases
      + SpellingCases.cases + WholeCases.cases)
  func aSentenceStatesWhatAReaderTakesFromIt(_ sample: Case) throws {
    let record = try Fixture.record(sample.text, title: sample.title ?? "Koperasi Merah Putih")
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
