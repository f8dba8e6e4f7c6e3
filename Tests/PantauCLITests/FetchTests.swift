import Foundation
import PantauTestSupport
import Testing

@Suite("fetch")
struct FetchTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  static let article =
    "<!DOCTYPE html><html lang=id><head><title>64 koperasi terbentuk di Kota Batam</title></head><body><article><h1>64 koperasi terbentuk di Kota Batam</h1>"
    + "<p>BATAM - Wali Kota Batam Amran Siregar mengatakan 64 koperasi kelurahan merah putih sudah terbentuk di Kota Batam, Senin (26/5/2025).</p>"
    + "<p>Seluruh kelurahan ditargetkan memiliki koperasi sebelum Juni 2025.</p></article></body></html>"

  /// A site with a feed of `count` pages, each of them the article.
  static func site(_ count: Int = 3) throws -> LoopbackServer {
    try LoopbackServer { request in
      switch request.target {
      case "/feed", "/feed?lain":
        let items = (0..<count).map {
          "<item><title>Koperasi \($0)</title><link>http://\(request.host)/\($0)</link><pubDate>Mon, \(10 + $0 % 20) May 2025 08:00:00 GMT</pubDate></item>"
        }
        return .text("<rss><channel>\(items.joined())</channel></rss>", "application/rss+xml")
      case "/robots.txt": return .missing
      default:
        return .page(
          article.replacingOccurrences(of: "64", with: "\(64 + (Int(request.target.dropFirst()) ?? 0))"))
      }
    }
  }

  private func pantau(_ arguments: String...) throws -> Command.Result {
    try Command.run(arguments + ["--allow-host", "127.0.0.1", "--delay", "0"], in: folder.path)
  }

  @Test("pages of a feed are kept, told by --status, and a second run asks nothing of them")
  func feed() throws {
    let server = try Self.site()
    defer { server.close() }
    let first = try pantau("fetch", server.url("/feed"), "--into", "hal", "--contact", "redaksi@example.org")
    #expect(first.status == 0)
    #expect(first.messages.contains("3 stored, 1 listed; 5 requests"))
    #expect(server.requests.last?.fields["user-agent"]?.hasSuffix("(+redaksi@example.org)") == true)
    let status = try Command.run(["fetch", "--status", "hal"], in: folder.path)
    #expect(status.lines.map { $0.split(separator: "\t")[0] } == ["listed", "stored", "stored", "stored"])
    #expect(status.messages.contains("3 stored, 1 listed"))
    server.clear()
    let second = try pantau("fetch", server.url("/feed"), "--into", "hal")
    #expect(second.status == 0)
    #expect(server.requests.map(\.target) == ["/feed"])
  }

  @Test("--dry-run says what would be asked, with day and title, and keeps nothing")
  func dry() throws {
    let server = try Self.site()
    defer { server.close() }
    let result = try pantau(
      "fetch", server.url("/feed"), "--dry-run", "--into", "hal", "--since", "2025-05-11", "--match",
      "koperasi 2")
    #expect(result.status == 0)
    #expect(result.text == "\(server.url("/2", host: "localhost"))\t2025-05-12\tKoperasi 2\n")
    #expect(try folder.names() == [])
    #expect(result.messages.contains("2 left out"))
  }

  @Test("failures are listed with status 1, a run that is told to retry asks them again")
  func failures() throws {
    let server = try LoopbackServer { _ in .missing }
    defer { server.close() }
    try folder.write("\(server.url("/a"))\n\(server.url("/b"))\n", to: "daftar.txt")
    let first = try pantau("fetch", "daftar.txt", "--into", "hal")
    #expect(first.status == 1)
    #expect(first.messages.contains("/a: the host answers with status 404"))
    #expect(try pantau("fetch", "daftar.txt", "--into", "hal").status == 0)
    #expect(try pantau("fetch", "--into", "hal", "--retry-failed").status == 1)
    #expect(server.requests.filter { $0.target == "/a" }.count == 2)
  }

  @Test("a sources.yaml with names, words and cadence; its faults are told with their place")
  func sources() throws {
    let server = try Self.site()
    defer { server.close() }
    try folder.write(
      "sources:\n  - name: Berita\n    url: \(server.url("/feed"))\n    every: 30m\n    match: [\"koperasi 1\"]\n",
      to: "s.yaml")
    let result = try pantau("fetch", "s.yaml", "--dry-run")
    #expect(result.lines.count == 1)
    try folder.write(
      "sources:\n  - nama: x\n    url: a\n    evry: 3\n  - url: b\n    every: sering\n", to: "s.yaml")
    let faulty = try pantau("fetch", "s.yaml", "--dry-run")
    #expect(faulty.status == 2)
    #expect(faulty.messages.contains("s.yaml:4:5: unknown key 'evry'"))
    #expect(faulty.messages.contains("did you mean 'every'?"))
    #expect(faulty.messages.contains("this is no span of time"))
  }

  @Test("a watch looks again, and an interrupt ends it with 130")
  func watch() throws {
    let server = try Self.site()
    defer { server.close() }
    let process = try Command.start(
      [
        "fetch", server.url("/feed"), "--into", "hal", "--every", "1s", "--allow-host", "127.0.0.1",
        "--delay", "0",
      ],
      in: folder.path)
    while server.requests.filter({ $0.target == "/feed" }).count < 2 { Thread.sleep(forTimeInterval: 0.05) }
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect(server.requests.filter { $0.target == "/1" }.count == 1)
  }

  @Test("an interrupt finishes what is open, ends with 130, and the same command goes on")
  func interrupt() throws {
    let server = try Self.site(60)
    defer { server.close() }
    let arguments = [
      "fetch", server.url("/feed"), "--into", "hal", "--allow-host", "127.0.0.1", "--delay", "0.05",
    ]
    let process = try Command.start(arguments, in: folder.path)
    while server.requests.count < 10 { Thread.sleep(forTimeInterval: 0.01) }
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    let before = server.requests.count
    #expect(before < 60)
    #expect(try Command.run(arguments, in: folder.path).status == 0)
    let pages = server.requests.map(\.target).filter { $0 != "/feed" && $0 != "/robots.txt" }
    #expect(pages.count == 60)
    #expect(Set(pages).count == 60)
  }

  @Test("run takes addresses as fetch does, and reads what is kept; a second run does nothing")
  func run() throws {
    let server = try Self.site()
    defer { server.close() }
    let arguments = ["run", server.url("/feed"), "--out", "out"]
    let result = try Command.run(arguments + ["--allow-host", "127.0.0.1", "--delay", "0"], in: folder.path)
    #expect(result.status == 0)
    #expect(result.messages.contains("3 articles: 3 new, 0 done already"))
    #expect(result.text.contains("Kota Batam"))
    let records = try folder.bytes("out/articles.jsonl")
    #expect(String(decoding: records, as: UTF8.self).contains("\"url\":\"\(server.url("/0"))\""))
    let again = try Command.run(arguments + ["--allow-host", "127.0.0.1", "--delay", "0"], in: folder.path)
    #expect(again.messages.contains("nothing to do: 3 of 3 articles were done already"))
    #expect(try folder.bytes("out/articles.jsonl") == records)
  }

  @Test("a split article is one record with the paragraphs of all its parts")
  func parts() throws {
    let server = try LoopbackServer { request in
      let second = request.target == "/x?page=2"
      let text =
        second
        ? "<p>Bagian kedua menyebut 12 koperasi di Kota Batam sudah beroperasi penuh.</p>"
        : "<p>Bagian pertama menyebut 64 koperasi di Kota Batam sudah terbentuk.</p>"
      return request.target.hasPrefix("/x")
        ? .page(
          "<html><head><title>Koperasi</title></head><body><article><h1>Koperasi</h1>\(text)<p>Paragraf yang sama di kedua bagian berita ini.</p></article><a href='/x?page=2'>2</a></body></html>"
        )
        : .missing
    }
    defer { server.close() }
    _ = try pantau("fetch", server.url("/x"), "--into", "hal")
    let result = try Command.run(["clean", "hal"], in: folder.path)
    #expect(result.lines.count == 1)
    #expect(result.text.contains("Bagian pertama"))
    #expect(result.text.contains("Bagian kedua"))
    #expect(result.text.components(separatedBy: "Paragraf yang sama").count == 2)
  }

  @Test(
    "wrong usage is told",
    arguments: [
      ["fetch"], ["fetch", "https://a.id/"], ["fetch", "https://a.id/", "--into", "x", "--every", "sering"],
      ["fetch", "--into", "x", "--since", "kemarin"], ["fetch", "--into", "x", "--limit", "0"],
    ])
  func usage(arguments: [String]) throws {
    #expect(try Command.run(arguments, in: folder.path).status == 64)
  }

  @Test("a folder that cannot be used ends with 2", arguments: ["berkas", "/proc/tidak"])
  func unusable(into: String) throws {
    try folder.write("x", to: "berkas")
    #expect(try pantau("fetch", "https://a.localhost/", "--into", into).status == 2)
  }
}
