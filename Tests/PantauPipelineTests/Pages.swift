import Foundation
import PantauRules
import PantauTestSupport

@testable import PantauPipeline

/// Pages with invented persons and places, of very different sizes, so that threads overtake each other.
enum Pages {
  static func text(_ number: Int) -> String {
    let paragraph = """
      Bupati Laut Biru Tarno Wijaya menargetkan \(number + 3) koperasi desa terbentuk sebelum Juni 2025. Hingga kini \
      \(number) koperasi sudah berbadan hukum.


      """
    return "Koperasi desa nomor \(number) diresmikan\n\n"
      + String(repeating: paragraph, count: number % 7 == 0 ? 60 : 1 + number % 3)
  }

  /// Writes `count` pages to the folder's `pages`, and two that fail, and returns that path.
  static func write(_ count: Int, to folder: TemporaryFolder) throws -> String {
    for number in 0..<count {
      let name = String(repeating: "0", count: 4 - String(number).count) + String(number)
      try folder.write(text(number), to: "pages/\(name).txt")
    }
    try folder.write("", to: "pages/0003-kosong.txt")
    try folder.write([0, 1, 2, 3], to: "pages/0005-rusak.html")
    return folder.path("pages")
  }

  static func setup() throws -> Setup { try Setup(rules: .builtIn) }
}
