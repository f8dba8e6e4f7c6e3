import Foundation
import PantauTestSupport
import Testing

@testable import PantauFetch

@Suite("Certificates")
struct CertificateTests {
  private static func shell(_ line: String, in folder: TemporaryFolder, output: Pipe? = nil) throws -> Process
  {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.standardOutput = output ?? FileHandle.nullDevice as Any
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return process
  }

  private static let hasOpenSSL: Bool = {
    guard let process = try? shell("command -v openssl", in: TemporaryFolder()) else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  @Test(
    "a host whose certificate nobody vouches for is not asked",
    .enabled(if: hasOpenSSL, "there is no openssl"))
  func selfSigned() throws {
    let folder = try TemporaryFolder()
    let making = try Self.shell(
      "openssl req -x509 -newkey rsa:2048 -nodes -keyout k.pem -out c.pem -days 1 -subj /CN=localhost",
      in: folder)
    making.waitUntilExit()
    let output = Pipe()
    let server = try Self.shell(
      "exec openssl s_server -accept 127.0.0.1:0 -cert c.pem -key k.pem -www", in: folder, output: output)
    defer { server.terminate() }
    var text = ""
    while !text.contains("\n") || !text.contains("ACCEPT 127.0.0.1:") {
      let part = output.fileHandleForReading.availableData
      guard !part.isEmpty else { break }
      text += String(decoding: part, as: UTF8.self)
    }
    let port = text.split(separator: "ACCEPT 127.0.0.1:").last?.prefix { $0.isNumber } ?? ""
    let policy = try #require(AddressPolicy(allowing: ["127.0.0.1"]))
    let transport = CurlTransport(CurlTransport.Options(userAgent: "uji", policy: policy))
    transport.start(
      HTTPRequest(
        id: 1, address: try WebAddress("https://localhost:\(port)/"),
        limits: HTTPLimits(body: 9999, encodedBody: 9999)))
    var replies: [HTTPReply] = []
    while replies.isEmpty { replies = transport.replies(within: 1) }
    guard case .failure(let fault) = replies[0].result else { throw Unexpected() }
    #expect(fault.code == .insecure)
  }
}
