internal import FoundationEssentials

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The folder that a run writes to, held by one run at a time.
final class OutputFolder {
  let path: String
  let articles: String
  let statements: String
  let ledger: String
  private let descriptor: Int32

  var stamp: String { path + "/run.json" }

  /// Makes the folder where it is missing, and locks it until the process ends or the value goes.
  ///
  /// - Throws: ``RunError`` where it cannot be made or another run holds it.
  init(_ folder: RunFolder) throws(RunError) {
    path = folder.path
    (articles, statements, ledger) = (folder.articles, folder.statements, folder.ledger)
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw RunError(
        .unusableFolder, path: path, reason: "the output folder cannot be made; choose another place")
    }
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0, access(path, W_OK | X_OK) == 0 else {
      let reason = String(cString: strerror(errno))
      throw RunError(
        .unusableFolder, path: path,
        reason: "the output folder cannot be written: \(reason); change its permissions or choose another")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw RunError(
        .busy, path: path, reason: "another run is writing to this folder; wait for it or choose another")
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Files of the folder whose name begins with `prefix` and ends with `.partial`, sorted.
  func partials(of prefix: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasPrefix(prefix) && $0.hasSuffix(".partial") }.sorted().map { "\(path)/\($0)" }
  }

  func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Bytes of the file at `path`, 0 where there is none.
  func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  func remove(_ path: String) { unlink(path) }

  /// Puts `from` in the place of `to`, at once.
  func replace(_ to: String, with from: String) throws(OutputError) {
    guard rename(from, to) == 0 else { throw OutputError(path: to, code: errno) }
  }

  /// Writes a small file so that it is there whole or not at all.
  func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
    let partial = path + ".partial"
    let file = try OutputFile(creating: partial)
    try file.write(bytes)
    try file.synchronize()
    try replace(path, with: partial)
  }
}

/// Why a run could not start or go on.
public struct RunError: Error, Sendable, CustomStringConvertible {
  /// What kind of failure it is.
  public enum Code: Sendable {
    /// The output folder cannot be made or written.
    case unusableFolder
    /// Another run holds the output folder.
    case busy
  }

  /// What kind of failure it is.
  public var code: Code
  /// The folder, as the user named it.
  public var path: String
  /// What failed and what to do.
  public var reason: String

  init(_ code: Code, path: String, reason: String) {
    self.code = code
    self.path = path
    self.reason = reason
  }

  /// `PATH: reason`.
  public var description: String { "\(path): \(reason)" }
}
