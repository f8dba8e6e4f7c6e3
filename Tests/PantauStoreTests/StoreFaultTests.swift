import Foundation
import PantauRecords
import Testing

@testable import PantauStore

@Suite("Faults of the store")
struct StoreFaultTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func errorOnOpening(_ path: String) -> StoreError? {
    do {
      _ = try LedgerStore(path: path)
      return nil
    } catch { return error }
  }

  @Test(
    "a file that is no database is left alone and named",
    arguments: ["bukan basis data\n", String(repeating: "x", count: 10_000)])
  func notADatabase(_ text: String) throws {
    let path = folder("catatan.txt")
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    let error = try #require(errorOnOpening(path))
    #expect(error.code == .notADatabase)
    #expect(
      error.description
        == "\(path): the file is no SQLite database. Name another file; a new one is made where none is.")
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(text.utf8))
  }

  @Test("another program's database is left alone")
  func notALedger() throws {
    let path = folder("lain.sqlite")
    try LedgerStore.makeForeignDatabase(at: path)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(errorOnOpening(path)?.code == .notALedger)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  @Test("a folder that is not there, and a path that is a folder")
  func cannotOpen() {
    #expect(errorOnOpening(folder("tiada/ledger.sqlite"))?.code == .cannotOpen)
    #expect(errorOnOpening(folder.path)?.code == .cannotOpen)
  }

  @Test("a ledger of a newer program is left alone")
  func newerSchema() throws {
    let path = folder("ledger.sqlite")
    let store = try LedgerStore(path: path)
    try store.execute("INSERT INTO grdb_migrations VALUES ('v999')")
    try store.close()
    let error = try #require(errorOnOpening(path))
    #expect(error.code == .newerSchema)
    #expect(error.remedy.contains("Update the program"))
  }

  @Test("a second writer gets a clear message, a reader reads on")
  func locked() throws {
    let path = folder("ledger.sqlite")
    let first = try LedgerStore(path: path)
    _ = try first.merge([record(1)], extractor: "v1")
    let second = try LedgerStore(path: path, patience: 0.05)
    var failure: StoreError?
    var read = 0
    try first.whileWriting {
      do throws(StoreError) {
        let late = try LedgerStore(path: path, patience: 0.05)
        read = try late.statements().count
        _ = try second.merge([record(2)], extractor: "v1")
      } catch { failure = error }
    }
    #expect(failure?.code == .locked)
    #expect(read == 3)
    #expect(try second.merge([record(2)], extractor: "v1").articlesAdded == 1)
  }

  @Test("a full disk: a clear error, nothing of the step written, the ledger sound")
  func diskFull() throws {
    let path = folder("ledger.sqlite")
    let store = try LedgerStore(path: path)
    _ = try store.merge([record(1)], extractor: "v1")
    try store.limitPages(beyondPresent: 3)
    var failure: StoreError?
    do throws(StoreError) {
      _ = try store.merge((2...150).map { record($0) }, extractor: "v1")
    } catch { failure = error }
    #expect(failure?.code == .diskFull)
    #expect(try store.articles().count == 1)
    #expect(try store.faults().isEmpty)
    try store.limitPages(beyondPresent: 1_000_000)
    #expect(try store.merge((2...150).map { record($0) }, extractor: "v1").articlesAdded == 149)
  }

  @Test(
    "each of SQLite's codes has its words",
    arguments: [
      (8, "read-only"), (1_032, "read-only"), (13, "disk-full"), (5, "locked"), (517, "locked"),
      (14, "cannot-open"),
      (11, "damaged"), (10, "device-failure"), (26, "not-a-database"), (1, "other"),
    ] as [(Int32, String)])
  func codes(_ code: Int32, _ expected: String) {
    let error = StoreError(sqliteCode: code, path: "x.sqlite")
    #expect(error.code.rawValue == expected)
    #expect(error.description.hasPrefix("x.sqlite: "))
    #expect(!error.remedy.isEmpty)
  }

  @Test("the files as a kill leaves them hold every finished step and nothing of the one under way")
  func killed() throws {
    let path = folder("ledger.sqlite")
    let store = try LedgerStore(path: path)
    for step in 0..<5 {
      _ = try store.merge((0..<20).map { record(step * 20 + $0) }, extractor: "v1")
      try store.whileInserting((1_000..<1_040).map { record($0) }, extractor: "v1") {
        try copyFiles(of: path, to: folder("salinan-\(step).sqlite"))
      }
    }
    for step in 0..<5 {
      let copy = try LedgerStore(path: folder("salinan-\(step).sqlite"))
      #expect(try copy.faults().isEmpty)
      #expect(try copy.articles().count == (step + 1) * 20)
      let rest = (0..<100).map { record($0) }
      _ = try copy.merge(rest, extractor: "v1")
      let whole = try LedgerStore(path: folder("utuh-\(step).sqlite"))
      _ = try whole.merge(rest, extractor: "v1")
      #expect(try copy.statements() == whole.statements())
    }
  }

  /// Copies the database and its log, but not the shared memory, which dies with the machine.
  private func copyFiles(of path: String, to copy: String) throws {
    for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: path + suffix) {
      try FileManager.default.copyItem(atPath: path + suffix, toPath: copy + suffix)
    }
  }
}
