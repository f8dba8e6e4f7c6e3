import PantauClean
import PantauRecords
import PantauRules

/// A cleaner with the built-in rules.
let cleaner: Cleaner = {
  do { return try Cleaner(rules: .builtIn) } catch {
    fatalError("the built-in clean rules are faulty: \(error)")
  }
}()

func page(_ text: String, _ kind: Page.Kind = .html, charset: String? = nil) -> Page {
  page(bytes: Array(text.utf8), kind, charset: charset)
}

func page(bytes: [UInt8], _ kind: Page.Kind = .html, charset: String? = nil) -> Page {
  Page(
    source: Source(path: "berita.html", sha256: String(repeating: "a", count: 64)), kind: kind,
    charset: charset,
    bytes: bytes)
}

/// The code of the failure that cleaning the page ends in.
func failureCode(_ page: Page) -> Failure.Code? {
  do {
    _ = try cleaner.article(from: page)
    return nil
  } catch {
    return error.code
  }
}

/// Paragraphs of an invented report.
let paragraphs = [
  "Pemerintah Kabupaten Sukamaju mencatat 45 koperasi desa sudah berbadan hukum hingga pekan ini, kata Bupati Darma Wirata.",
  "Ia meminta para camat mendampingi 12 desa yang belum menggelar musyawarah, karena tenggatnya tinggal dua pekan lagi.",
  "“Semua desa harus punya koperasi yang hidup, bukan papan nama,” ujar Darma di kantornya, sambil menunjukkan daftar desa.",
]
