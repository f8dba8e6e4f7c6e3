import Foundation
import PantauTestSupport
import Testing

/// Rates and memory, measured where `PANTAU_RATE` asks for it: no timed test belongs to every run.
@Suite(
  "fetch, measured", .serialized, .enabled(if: ProcessInfo.processInfo.environment["PANTAU_RATE"] != nil))
struct RateTests {
  let folder: TemporaryFolder
  let server: LoopbackServer

  /// About the size of a news page after compression.
  static let body: [UInt8] = {
    let paragraph =
      "<p>Wali Kota mengatakan 64 koperasi kelurahan merah putih sudah terbentuk di seluruh kecamatan.</p>\n"
    return Array(
      ("<!DOCTYPE html><html><body>" + String(repeating: paragraph, count: 200) + "</body></html>").utf8)
  }()

  init() throws {
    folder = try TemporaryFolder()
    let body = Self.body
    server = try LoopbackServer { request in
      request.target == "/robots.txt" ? .missing : .response(200, ["Content-Type": "text/html"], body)
    }
  }

  private func addresses(_ count: Int) -> [String] {
    (0..<count).map { server.url("/halaman/\($0)", host: "s\($0 % 64).localhost") }
  }

  @Test("2,000 pages over 64 hosts come in at half the rate of curl --parallel at least")
  func rate() throws {
    defer { server.close() }
    let addresses = addresses(2000)
    try folder.write(addresses.joined(separator: "\n"), to: "daftar.txt")
    try folder.write(
      addresses.enumerated().map { "url = \"\($1)\"\noutput = \"curl/\($0)\"\n" }.joined(), to: "curl.txt")
    try FileManager.default.createDirectory(atPath: folder.path("curl"), withIntermediateDirectories: true)
    var ratios: [Double] = []
    var (best, bestOwn) = (Double.infinity, Double.infinity)
    for round in 0..<7 {
      let curl = try seconds(
        "/usr/bin/env",
        ["curl", "--noproxy", "*", "-s", "--parallel", "--parallel-max", "64", "-K", "curl.txt"])
      let own = try seconds(
        Command.program,
        [
          "fetch", "daftar.txt", "--into", "hal\(round)", "--allow-host", "*.localhost", "--delay", "0",
          "--connections", "64",
        ])
      print("rate: curl \(2000 / curl) pages/s, pantau \(2000 / own) pages/s, ratio \(curl / own)")
      ratios.append(curl / own)
      (best, bestOwn) = (min(best, curl), min(bestOwn, own))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("curl")).count == 2000)
    // The median of the pairs: a round of curl's is now twice, now half as fast as its others, even on an idle machine.
    let median = ratios.sorted()[ratios.count / 2]
    print("rate: median of 7 pairs, ratio \(median); best against best \(best / bestOwn)")
    #expect(median >= 0.5)
  }

  @Test("memory does not grow with the number of pages")
  func memory() throws {
    defer { server.close() }
    var peaks: [Int] = []
    for count in [1000, 20_000] {
      try folder.write(addresses(count).joined(separator: "\n"), to: "daftar.txt")
      let result = try Command.shell(
        "/usr/bin/env time -f %M $P fetch daftar.txt --into hal\(count) --allow-host '*.localhost' --delay 0 --connections 64",
        in: folder.path)
      peaks.append(Int(result.messages.split(separator: "\n").last ?? "") ?? 0)
    }
    print("memory: \(peaks) KiB")
    // A key and a place in the journal for each address, 20,000 lines read; no page is held.
    #expect(peaks[1] - peaks[0] < 24 << 10)
  }

  private func seconds(_ program: String, _ arguments: [String]) throws -> Double {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let begun = Date()
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return Date().timeIntervalSince(begun)
  }
}
