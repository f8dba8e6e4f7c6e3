import Foundation
import PantauTestSupport
import Testing

/// Proxies that the environment names; the test's server stands for one.
@Suite("fetch through a proxy")
struct ProxyTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func fetch(_ addresses: [String], _ environment: [String: String], _ more: String...) throws
    -> Command.Result
  {
    try folder.write(addresses.joined(separator: "\n"), to: "daftar.txt")
    let none = ["http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"]
    let variables = Dictionary(uniqueKeysWithValues: none.map { ($0, "") }).merging(environment) { $1 }
    return try Command.run(
      ["fetch", "daftar.txt", "--into", "hal", "--delay", "0"] + more, in: folder.path, environment: variables
    )
  }

  @Test(
    "http goes through http_proxy, which is not public itself and looks the name up; no other port of its machine is"
  )
  func plain() throws {
    let inner = try LoopbackServer { _ in .page("rahasia") }
    defer { inner.close() }
    let proxy = try LoopbackServer { request in
      switch request.target {
      case "http://berita.example/1": .page("<!DOCTYPE html><p>Halaman satu lewat perantara.</p>")
      case "http://berita.example/2": .redirect("http://127.0.0.1:\(inner.port)/rahasia")
      case "http://berita.example/3": .redirect("http://localhost:\(inner.port)/rahasia")
      default: .missing
      }
    }
    defer { proxy.close() }
    let result = try fetch(
      (1...3).map { "http://berita.example/\($0)" }, ["http_proxy": "http://127.0.0.1:\(proxy.port)"])
    #expect(result.messages.contains("1 stored, 2 refused"))
    #expect(inner.requests.isEmpty)
    #expect(!proxy.requests.contains { $0.target.contains("rahasia") || $0.target.contains("localhost") })
    // Without the variable the proxy is a machine like any other.
    let direct = try fetch([proxy.url("/1")], [:])
    #expect(direct.messages.contains("1 refused"))
  }

  @Test("what no_proxy names is asked directly, and judged as always")
  func exceptions() throws {
    let server = try LoopbackServer { $0.target == "/robots.txt" ? .missing : .page("<p>langsung</p>") }
    defer { server.close() }
    let variables = ["http_proxy": "http://127.0.0.1:9", "no_proxy": "localhost"]
    #expect(try fetch([server.url("/1")], variables).messages.contains("1 refused"))
    let allowed = try fetch([server.url("/2")], variables, "--allow-host", "127.0.0.1")
    #expect(allowed.messages.contains("1 stored"))
    #expect(server.requests.map(\.target) == ["/robots.txt", "/2"])
  }

  @Test("https is tunnelled through https_proxy; a proxy that refuses the tunnel is told")
  func tunnel() throws {
    let proxy = try LoopbackServer { _ in .text("tidak boleh", status: 403) }
    defer { proxy.close() }
    let result = try fetch(
      ["https://berita.example/1"], ["https_proxy": "http://rina:rahasia@127.0.0.1:\(proxy.port)"])
    #expect(result.messages.contains("1 disallowed"))
    #expect(proxy.requests.allSatisfy { $0.target == "berita.example:443" })
    #expect(proxy.requests.contains { $0.fields["proxy-authorization"] != nil })
    let kept = String(decoding: try folder.bytes("hal/journal.jsonl"), as: UTF8.self)
    #expect(!kept.contains("rahasia"))
  }
}
