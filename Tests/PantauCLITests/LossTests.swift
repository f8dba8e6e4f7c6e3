import Foundation
import PantauTestSupport
import Testing

/// Kills, full disks and read-only folders: nothing that was written is lost, and the next run finishes the work.
@Suite("Nothing is lost")
struct LossTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// `PANTAU_KILLS=200 PANTAU_KILL_ARTICLES=3000` runs the full version: each kill is followed by a rerun.
  private static let kills = number("PANTAU_KILLS") ?? 20
  private static let articles = number("PANTAU_KILL_ARTICLES") ?? 400
  private static let isFull = number("PANTAU_KILLS") != nil

  private static func number(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }

  private func writeArticles(_ count: Int) throws {
    let towns = ["Laut Biru", "Batam", "Salatiga", "Malang", "Bogor", "Sorong", "Madiun"]
    for number in 0..<count {
      let town = towns[number % towns.count]
      let text = StreamTests.article.replacingOccurrences(of: "Laut Biru", with: town)
        .replacingOccurrences(of: "Targetkan Koperasi", with: "Targetkan Koperasi Merah Putih")
        .replacingOccurrences(of: "12 kelurahan", with: "\(3 + number % 40) kelurahan")
      try folder.write(
        String(repeating: text, count: 1 + number % 5) + "Nomor \(number).\n", to: "halaman/a\(number).txt")
    }
  }

  private func run(_ out: String) throws -> Command.Result {
    try Command.run(["run", "halaman", "--out", out], in: folder.path)
  }

  private func export(_ store: String) throws -> [UInt8] {
    let result = try Command.run(["export", "--store", store], in: folder.path)
    #expect(result.status == 0, "\(result.messages)")
    return result.output
  }

  @Test("a run killed at any moment is finished by the next one with the same bytes and the same ledger")
  func killed() throws {
    try writeArticles(Self.articles)
    let begin = Date()
    #expect(try run("utuh").status == 0)
    let duration = Date().timeIntervalSince(begin)
    let whole = try export("utuh/ledger.sqlite")
    #expect(whole.count > 10_000)
    let folders = Self.isFull ? Self.kills : Self.kills / 2
    for round in 0..<Self.kills {
      let out = "hasil-\(round % folders)"
      let process = try Command.start(["run", "halaman", "--out", out], in: folder.path)
      // Spread over the whole run; what happens at each moment is the machine's choice.
      Thread.sleep(forTimeInterval: duration * Double(round) / Double(Self.kills))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if Self.isFull { try finish(out, whole) }
    }
    if !Self.isFull { for round in 0..<folders { try finish("hasil-\(round)", whole) } }
  }

  /// Runs again, and compares everything with the run that nobody killed.
  private func finish(_ out: String, _ ledger: [UInt8]) throws {
    #expect(try run(out).status == 0)
    for file in ["articles.jsonl", "statements.csv", "run.json"] {
      #expect(try folder.bytes("\(out)/\(file)") == folder.bytes("utuh/\(file)"), "\(out)/\(file)")
    }
    #expect(try export("\(out)/ledger.sqlite") == ledger, "\(out)")
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path(out)).sorted()
    #expect(left == ["articles.jsonl", "ledger.sqlite", "run.json", "statements.csv"])
    try FileManager.default.removeItem(atPath: folder.path(out))
  }

  @Test(
    "a full disk ends a merge with 2 and a clear message, and the ledger is intact",
    .enabled(if: SmallDisk.canMount, "needs the right to mount a small disk"))
  func fullDisk() throws {
    try writeArticles(300)
    #expect(try Command.shell("$P extract halaman > catatan.jsonl", in: folder.path).status == 0)
    let disk = try SmallDisk(at: folder.path("cakram"), megabytes: 2)
    let merge = "$P merge catatan.jsonl --store cakram/buku.sqlite"
    let start = try Command.shell(
      "head -20 catatan.jsonl | $P merge - --store cakram/buku.sqlite", in: folder.path)
    #expect(start.status == 0, "\(start.messages)")
    let before = try export("cakram/buku.sqlite")
    try folder.write([UInt8](repeating: 0, count: disk.free - 300_000), to: "cakram/isi")
    let full = try Command.shell(merge, in: folder.path)
    #expect(full.status == 2)
    #expect(
      full.messages.contains(
        "cakram/buku.sqlite: the disk is full; nothing of this step was written. Free space"))
    #expect(try export("cakram/buku.sqlite") == before)
    try FileManager.default.removeItem(atPath: folder.path("cakram/isi"))
    try disk.resize(megabytes: 60)
    #expect(try Command.shell(merge, in: folder.path).status == 0)
    #expect(try Command.shell("$P merge catatan.jsonl --store utuh.sqlite", in: folder.path).status == 0)
    #expect(try export("cakram/buku.sqlite") == export("utuh.sqlite"))
  }

  @Test(
    "a read-only folder ends a merge with 2 and a clear message, and the ledger is intact",
    .enabled(if: SmallDisk.canMount, "needs the right to mount a small disk"))
  func readOnly() throws {
    try writeArticles(10)
    #expect(try Command.shell("$P extract halaman > catatan.jsonl", in: folder.path).status == 0)
    let disk = try SmallDisk(at: folder.path("cakram"), megabytes: 20)
    let merge = "$P merge catatan.jsonl --store cakram/buku.sqlite"
    #expect(
      try Command.shell("head -5 catatan.jsonl | $P merge - --store cakram/buku.sqlite", in: folder.path)
        .status == 0)
    let before = try export("cakram/buku.sqlite")
    try disk.setReadOnly(true)
    let refused = try Command.shell(merge, in: folder.path)
    #expect(refused.status == 2)
    #expect(refused.messages.contains("cakram/buku.sqlite: "))
    let run = try Command.run(["run", "halaman", "--out", "cakram/hasil"], in: folder.path)
    #expect(run.status == 2)
    #expect(run.messages.contains("cakram/hasil"))
    try disk.setReadOnly(false)
    #expect(try export("cakram/buku.sqlite") == before)
    #expect(try Command.shell(merge, in: folder.path).status == 0)
  }
}
