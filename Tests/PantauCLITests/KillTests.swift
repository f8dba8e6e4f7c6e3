import Foundation
import PantauTestSupport
import Testing

/// The fetch is killed at random moments; what is left must be what an undisturbed one leaves.
@Suite("fetch, killed")
struct KillTests {
  /// `PANTAU_KILLS`, else a few.
  static let kills = ProcessInfo.processInfo.environment["PANTAU_KILLS"].flatMap(Int.init) ?? 8
  static let pages = 500

  @Test(
    "SIGKILL at random moments: each page is stored once, none is asked after it was stored, the archive is whole"
  )
  func kill() throws {
    let folder = try TemporaryFolder()
    let server = try LoopbackServer { request in
      if request.target == "/robots.txt" { return .missing }
      return .page(
        "<!DOCTYPE html><html><body><p>Halaman \(request.target) tentang koperasi.</p></body></html>")
    }
    defer { server.close() }
    let list = (0..<Self.pages).map { server.url("/\($0)", host: "s\($0 % 8).localhost") + "\n" }.joined()
    try folder.write(list, to: "daftar.txt")
    let arguments = [
      "fetch", "daftar.txt", "--into", "hal", "--allow-host", "*.localhost", "--delay", "0.005",
    ]
    var stored: Set<String> = []
    for number in 0..<Self.kills {
      server.clear()
      let process = try Command.start(arguments, in: folder.path)
      // From the first milliseconds, when the folder is being made, to well into the pages.
      Thread.sleep(forTimeInterval: Double.random(in: 0...(number % 4 == 0 ? 0.1 : 0.6)))
      Foundation.kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      #expect(asked(server).isDisjoint(with: stored))
      stored = try storedPages(folder)
      if stored.count == Self.pages {
        // All is stored: begin anew, so that every kill meets work.
        #expect(try archivedPages(folder) == stored)
        try FileManager.default.removeItem(atPath: folder.path("hal"))
        stored = []
      }
    }
    server.clear()
    #expect(try Command.run(arguments, in: folder.path).status == 0)
    #expect(asked(server).isDisjoint(with: stored))
    #expect(try storedPages(folder).count == Self.pages)
    #expect(try archivedPages(folder) == storedPages(folder))
  }

  /// The addresses that were asked for.
  private func asked(_ server: LoopbackServer) -> Set<String> {
    Set(server.requests.map { "http://\($0.host)\($0.target)" })
  }

  /// The addresses that the journal calls stored.
  private func storedPages(_ folder: TemporaryFolder) throws -> Set<String> {
    guard let journal = try? folder.bytes("hal/journal.jsonl") else { return [] }
    var pages: Set<String> = []
    for line in String(decoding: journal, as: UTF8.self).split(separator: "\n")
    where line.contains("\"state\":\"stored\"") && line.hasSuffix("}") {
      let rest = line.split(separator: "\"url\":\"", maxSplits: 1).last ?? ""
      let page = String(rest.prefix { $0 != "\"" })
      if !pages.insert(page).inserted { Issue.record("\(page) was stored twice") }
    }
    return pages
  }

  /// The addresses in the archive, each of them once; zcat says whether it is whole.
  private func archivedPages(_ folder: TemporaryFolder) throws -> Set<String> {
    let result = try Command.shell(
      "set -o pipefail; zcat hal/pages-*.warc.gz | grep -a '^WARC-Target-URI: ' | tr -d '\\r' | cut -d' ' -f2",
      in: folder.path)
    #expect(result.status == 0)
    let targets = result.lines.map(String.init)
    #expect(Set(targets).count == targets.count)
    return Set(targets)
  }
}
