import Foundation
import PantauTestSupport
import Testing

/// HTTP/2 over TLS, against a server of others that speaks nothing else.
@Suite("fetch over HTTP/2")
struct SecureTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  static let hasServer =
    (try? Command.shell("PATH=$PATH:/usr/sbin; command -v nghttpd && command -v openssl").status) == 0
  private static let why: Comment =
    "nghttpd or openssl is not installed: apt-get install nghttp2-server openssl"

  @Test(
    "pages come over one connection of HTTP/2, the certificate vouched for by SSL_CERT_FILE, else refused",
    .enabled(if: hasServer, why))
  func secure() throws {
    let making = try Command.shell(
      "openssl req -x509 -newkey rsa:2048 -nodes -keyout k.pem -out c.pem -days 1 -subj /CN=localhost "
        + "-addext subjectAltName=DNS:localhost", in: folder.path)
    #expect(making.status == 0)
    for number in 1...3 {
      try folder.write(
        "<!DOCTYPE html><p>Halaman \(number) tentang koperasi.</p>", to: "situs/\(number).html")
    }
    let port = try freePort()
    let server = Process()
    server.executableURL = URL(filePath: "/bin/bash")
    server.arguments = [
      "-c", "PATH=$PATH:/usr/sbin; exec nghttpd -v -a 127.0.0.1 -d situs \(port) k.pem c.pem > log 2>&1",
    ]
    server.currentDirectoryURL = URL(filePath: folder.path)
    try server.run()
    defer { server.terminate() }
    try folder.write((1...3).map { "https://localhost:\(port)/\($0).html\n" }.joined(), to: "daftar.txt")
    let arguments = ["fetch", "daftar.txt", "--allow-host", "127.0.0.1", "--delay", "0", "--into"]
    var trusted = try Command.run(
      arguments + ["hal0"], in: folder.path, environment: ["SSL_CERT_FILE": "c.pem"])
    for attempt in 1..<50 where !trusted.messages.contains("3 stored") {
      // The server may not listen yet.
      Thread.sleep(forTimeInterval: 0.1)
      trusted = try Command.run(
        arguments + ["hal\(attempt)"], in: folder.path, environment: ["SSL_CERT_FILE": "c.pem"])
    }
    #expect(trusted.messages.contains("3 stored; 4 requests"))
    let log = String(decoding: try folder.bytes("log"), as: UTF8.self)
    let paths = log.split(separator: "\n").filter { $0.contains(":path: /") }
    #expect(paths.count == 4)
    // The log names each connection; HTTP/1.1 would have been turned away.
    #expect(Set(paths.compactMap { $0.firstMatch(of: /\[id=(\d+)\]/)?.1 }).count == 1)
    let untrusted = try Command.run(arguments + ["lain"], in: folder.path, environment: ["SSL_CERT_FILE": ""])
    #expect(!untrusted.messages.contains("stored"))
    #expect(untrusted.messages.contains("3 disallowed"))
  }

  /// A port that nobody listens on, as far as can be told.
  private func freePort() throws -> Int {
    let server = try LoopbackServer { _ in .silence }
    defer { server.close() }
    return server.port
  }
}
