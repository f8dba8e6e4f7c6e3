import Foundation
import PantauTestSupport
import Testing

/// `fetch` as people use it, and as strangers would have it misused.
@Suite("fetch, in use")
struct FetchUseTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let allowed = "--allow-host 127.0.0.1 --delay 0"

  @Test("what --dry-run prints can be given to another fetch")
  func piped() throws {
    let server = try FetchTests.site()
    defer { server.close() }
    let feed = server.url("/feed")
    let result = try Command.shell(
      "$P fetch \(feed) --dry-run --match 'koperasi 1' \(Self.allowed) | $P fetch - --into hal \(Self.allowed)",
      in: folder.path)
    #expect(result.status == 0)
    let status = try Command.run(["fetch", "--status", "hal"], in: folder.path)
    #expect(status.text == "stored\t\t\(server.url("/1"))\t\n")
  }

  @Test("what strangers send neither colours the screen nor breaks a line, on standard error and in --status")
  func harmless() throws {
    let server = try LoopbackServer { request in
      request.target == "/robots.txt"
        ? .missing : .text("{\"a\": 1}", "application/x\u{1B}[31m\u{9B}32m-merah\tlain")
    }
    defer { server.close() }
    try folder.write(
      "\(server.url("/1"))\n\(server.url("/2"))\nftp://a.id/\u{1B}]0;judul\u{7}x\n", to: "daftar.txt")
    let result = try Command.shell("$P fetch daftar.txt --into hal \(Self.allowed)", in: folder.path)
    #expect(result.status == 1)
    #expect(result.messages.contains("which is no page"))
    let status = try Command.run(["fetch", "--status", "hal"], in: folder.path)
    #expect(status.lines.count == 3)
    #expect(
      status.lines.allSatisfy { $0.split(separator: "\t", omittingEmptySubsequences: false).count == 4 })
    for text in [result.messages, status.text] {
      #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{9B}" || $0 == "\u{7}" })
    }
  }

  @Test("run takes a sitemap that lies on this machine as fetch does")
  func localSitemap() throws {
    let server = try FetchTests.site()
    defer { server.close() }
    try folder.write(
      "<urlset>" + (0..<2).map { "<url><loc>\(server.url("/\($0)"))</loc></url>" }.joined() + "</urlset>",
      to: "peta.xml")
    let result = try Command.shell("$P run peta.xml --out out \(Self.allowed)", in: folder.path)
    #expect(result.status == 0)
    #expect(result.messages.contains("2 articles: 2 new"))
  }

  @Test("each source of a sources.yaml is looked at by its own cadence, with its own words; failures name it")
  func cadence() throws {
    let server = try FetchTests.site(4)
    defer { server.close() }
    try folder.write(
      """
      sources:
        - name: Sering
          url: \(server.url("/feed"))
          every: 1s
          match: ["koperasi 1", "koperasi 3"]
        - name: Sekali
          url: \(server.url("/feed?lain"))
          match: koperasi 2
      """, to: "s.yaml")
    let process = try Command.start(
      ["fetch", "s.yaml", "--into", "hal", "--allow-host", "127.0.0.1", "--delay", "0"], in: folder.path)
    while server.requests.filter({ $0.target == "/feed" }).count < 3 { Thread.sleep(forTimeInterval: 0.05) }
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    let asked = server.requests.map(\.target).filter { $0 != "/feed" && $0 != "/robots.txt" }
    #expect(asked.sorted() == ["/1", "/2", "/3", "/feed?lain"])
  }
}
