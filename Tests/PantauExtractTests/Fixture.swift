import PantauGazetteer
import PantauRecords
import PantauRules
import Testing

@testable import PantauExtract

/// The built-in rules and the project's own gazetteer, compiled once.
enum Fixture {
  static let extractor = Result {
    let table = try #require(RuleFolder.builtIn.file(at: "gazetteer/regions.tsv"))
    var gazetteer = try Gazetteer(table: table.text, path: table.displayPath)
    let districts = try #require(RuleFolder.builtIn.file(at: "gazetteer/districts.tsv"))
    try gazetteer.readDistricts(table: districts.text, path: districts.displayPath)
    let villages = try #require(RuleFolder.builtIn.file(at: "gazetteer/villages.tsv"))
    try gazetteer.readVillages(table: villages.text, path: villages.displayPath)
    return try Extractor(rules: .builtIn, gazetteer: gazetteer)
  }

  static func article(
    _ body: String, title: String = "Koperasi Merah Putih", published: String? = "2025-05-26"
  )
    -> Article
  {
    Article(
      source: Source(path: "berita.txt", sha256: String(repeating: "0", count: 64)), title: title,
      published: published.flatMap { CalendarDate(iso: $0) }, publishedBasis: published == nil ? nil : .meta,
      body: body)
  }

  static func record(
    _ body: String, title: String = "Koperasi Merah Putih", published: String? = "2025-05-26"
  ) throws
    -> ArticleRecord
  {
    try extractor.get().record(of: article(body, title: title, published: published))
  }
}
