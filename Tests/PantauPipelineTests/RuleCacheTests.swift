import Foundation
import PantauRecords
import PantauRules
import PantauTestSupport
import Testing

@testable import PantauPipeline

/// Compiled rules that are kept from start to start.
struct RuleCacheTests {
  let folder: TemporaryFolder
  let pages: String

  init() throws {
    folder = try TemporaryFolder()
    pages = try Pages.write(6, to: folder)
  }

  private var cache: String { folder.path("cache/pantau") }

  private func kept() -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: cache)) ?? []).sorted()
  }

  /// What a start with kept rules makes of the pages.
  private func lines(_ rules: RuleFolder = .builtIn, cache: String?) throws -> [[UInt8]] {
    var lines: [[UInt8]] = []
    let run = try LineRun(Setup(rules: rules, cache: cache), goal: .record, jobs: 1)
    try run.run(inputs: [pages]) { lines.append($0.line) }
    return lines
  }

  @Test("make the same records as those that are compiled, and are written once")
  func same() throws {
    let compiled = try lines(cache: nil)
    #expect(try lines(cache: cache) == compiled)
    let first = kept()
    #expect(first.count == 1)
    #expect(try lines(cache: cache) == compiled)
    #expect(kept() == first)
  }

  @Test(
    "are compiled and written again where the file is damaged",
    arguments: ["empty", "cut", "changed", "longer", "folder"])
  func damaged(how: String) throws {
    let compiled = try lines(cache: cache)
    let name = try #require(kept().first)
    let whole = try folder.bytes("cache/pantau/\(name)")
    var bytes = whole
    switch how {
    case "empty": bytes = []
    case "cut": bytes.removeLast(bytes.count / 3)
    case "changed": bytes[bytes.count / 2] ^= 1
    case "longer": bytes.append(0)
    default: break
    }
    try FileManager.default.removeItem(atPath: "\(cache)/\(name)")
    if how == "folder" {
      try FileManager.default.createDirectory(atPath: "\(cache)/\(name)", withIntermediateDirectories: true)
      #expect(try lines(cache: cache) == compiled)
      return
    }
    try folder.write(bytes, to: "cache/pantau/\(name)")
    #expect(try lines(cache: cache) == compiled)
    #expect(try folder.bytes("cache/pantau/\(name)").count == whole.count)
    #expect(kept() == [name])
  }

  @Test("are others for other rules; those used last stay")
  func others() throws {
    var names: Set<String> = []
    for number in 1...6 {
      var files = RuleFolder.builtIn.files
      let place = try #require(files.firstIndex { $0.path == "extract/weights.tsv" })
      files[place].text += String(repeating: "\n", count: number)
      _ = try Setup(rules: RuleFolder(files: files, origin: "test"), cache: cache).makeExtractor()
      let new = kept().filter { !names.contains($0) }
      #expect(new.count == 1)
      names.formUnion(new)
      #expect(kept().count == min(number, 4))
    }
  }

  @Test("leave what others keep in their folder")
  func foreign() throws {
    let names = (1...6).map { "tetap-\($0).rules" }
    for name in names { try folder.write("milik orang lain", to: "cache/pantau/\(name)") }
    _ = try Setup(rules: .builtIn, cache: cache).makeExtractor()
    #expect(kept().count == 7)
    #expect(kept().filter { names.contains($0) } == names)
  }

  @Test("of rules in another folder name that folder")
  func origin() throws {
    for origin in ["a", "b"] {
      let rules = RuleFolder(files: RuleFolder.builtIn.files, origin: origin)
      _ = try Setup(rules: rules, cache: cache).makeExtractor()
    }
    #expect(kept().count == 2)
  }

  @Test("are done without where nothing can be written")
  func unwritable() throws {
    try folder.write("", to: "file")
    #expect(try lines(cache: folder.path("file/pantau")) == lines(cache: nil))
  }

  @Test("do not hide the fault of a programme that there is not")
  func unknownProgramme() throws {
    _ = try Setup(rules: .builtIn, cache: cache).makeExtractor()
    #expect(throws: RuleErrors.self) {
      try Setup(rules: .builtIn, programmes: ["koperasi-merah"], cache: cache).makeExtractor()
    }
    #expect(kept().count == 1)
  }

  @Test("serve every programme")
  func programmes() throws {
    for names in [[], ["makan-bergizi-gratis"], ["makan-bergizi-gratis", "koperasi-merah-putih"]] {
      _ = try Setup(rules: .builtIn, programmes: names, cache: cache).makeExtractor()
    }
    #expect(kept().count == 1)
  }
}
