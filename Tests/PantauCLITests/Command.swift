import Foundation
import PantauTestSupport
import Testing

/// The built program, run as a process.
struct Command {
  struct Result {
    var status: Int32
    var output: [UInt8]
    var messages: String

    var text: String { String(decoding: output, as: UTF8.self) }
    var lines: [Substring] { text.split(separator: "\n") }
  }

  /// The program beside the test's own executable, or the one that `PANTAU_PROGRAM` names.
  static let program: String = {
    if let named = ProcessInfo.processInfo.environment["PANTAU_PROGRAM"] { return named }
    let own =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
    return URL(filePath: own).deletingLastPathComponent().appending(path: "pantau").path
  }()

  /// Where the tests' program keeps compiled rules: beside itself.
  private static let cache = URL(filePath: program).deletingLastPathComponent()
    .appending(path: "pantau-tests-cache").path

  /// Runs `pantau` with `arguments`, and waits for its end.
  static func run(
    _ arguments: [String], input: String = "", in folder: String? = nil, environment: [String: String] = [:]
  ) throws -> Result {
    try execute(program, arguments, input: input, in: folder, environment: environment)
  }

  /// Runs a line of bash in which `$P` is the program.
  static func shell(_ line: String, in folder: String? = nil) throws -> Result {
    try execute("/bin/bash", ["-c", line], in: folder, environment: ["P": program])
  }

  /// Starts `pantau` and leaves it running, without output.
  static func start(_ arguments: [String], in folder: String, input: Pipe? = nil) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(["PANTAU_CACHE": cache]) { $1 }
    process.currentDirectoryURL = URL(filePath: folder)
    process.standardInput = input ?? FileHandle.nullDevice as Any
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  private static func execute(
    _ executable: String, _ arguments: [String], input: String = "", in folder: String? = nil,
    environment: [String: String] = [:]
  ) throws -> Result {
    // Files, not pipes: a pipe that nobody reads would stop the program.
    let files = try TemporaryFolder()
    try files.write(input, to: "in")
    try files.write("", to: "out")
    try files.write("", to: "err")
    let process = Process()
    process.executableURL = URL(filePath: executable)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(["PANTAU_CACHE": cache]) { $1 }
      .merging(environment) { $1 }
    if let folder { process.currentDirectoryURL = URL(filePath: folder) }
    process.standardInput = FileHandle(forReadingAtPath: files.path("in"))
    process.standardOutput = FileHandle(forWritingAtPath: files.path("out"))
    process.standardError = FileHandle(forWritingAtPath: files.path("err"))
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: try files.bytes("out"),
      messages: String(decoding: try files.bytes("err"), as: UTF8.self))
  }
}
