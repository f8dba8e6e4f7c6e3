import Foundation
import PantauRecords

/// A folder of its own, which goes with the value.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "/pantau-store-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func callAsFunction(_ name: String) -> String { path + "/" + name }
}

/// An invented article with one target, one actual and one total.
func record(
  _ number: Int, path: String? = nil, published: String? = "2025-05-26", region: String = "Kota Melati",
  code: String? = "21.71", stage: String = "formed", value: Double = 64
) -> ArticleRecord {
  let digits = String(number, radix: 16)
  let sha = String(repeating: "0", count: 16 - digits.count) + digits + String(repeating: "f", count: 48)
  var record = ArticleRecord(
    article: Article(
      source: Source(path: path ?? "artikel-\(number).txt", url: "https://contoh.id/\(number)", sha256: sha),
      title: "Judul — \(number)", published: published.flatMap { CalendarDate(iso: $0) },
      publishedBasis: published == nil ? nil : .meta, byline: ["Rini"],
      body: "Sebanyak \(number) koperasi terbentuk sebelum Juni 2025."))
  record.regions = [
    RegionMention(
      id: "r1", region: region, name: String(region.split(separator: " ").last ?? ""), level: .city,
      code: code,
      within: "Provinsi Mawar", mentions: [Span(0, 5), Span(10, 15)])
  ]
  record.officials = [
    Official(
      id: "o1", name: "Surya Kencana", position: "Wali Kota", of: region, acting: true, aliases: ["Surya"],
      mentions: [Span(3, 8)])
  ]
  record.deadlines = [
    Deadline(
      id: "d1", text: "sebelum Juni 2025", relation: "before", latest: CalendarDate(iso: "2025-05-31"),
      span: Span(40, 57))
  ]
  var target = Statement(
    kind: .target, programme: "koperasi-merah-putih", quote: "Sebanyak", span: Span(12, 20), rule: "r/a")
  target.id = "t1"
  target.stage = stage
  target.value = value
  target.bound = "min"
  target.unit = "urban_village"
  target.region = region
  target.regionCode = code
  target.latest = CalendarDate(iso: "2025-05-31")
  target.deadline = "d1"
  target.speaker = "o1"
  target.confidence = 0.9
  var actual = target
  actual.kind = .actual
  actual.id = "a1"
  actual.percent = 57.02
  actual.of = 100
  actual.latest = nil
  actual.deadline = nil
  actual.asOf = CalendarDate(iso: "2025-05-23")
  actual.span = Span(30, 38)
  var total = Statement(
    kind: .total, programme: "koperasi-merah-putih", quote: "koperasi", span: Span(5, 9), rule: "r/b")
  total.value = 64
  total.region = region
  record.targets = [target]
  record.actuals = [actual]
  record.totals = [total]
  record.checks = [
    Check(kind: "percent-mismatch", statement: "a1", stated: 96, computed: 99.85, message: "x")
  ]
  return record
}
