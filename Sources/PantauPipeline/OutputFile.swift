#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Output that could not be written.
public struct OutputError: Error, Sendable, CustomStringConvertible {
  /// The file's path, or what else to call the output.
  public var path: String
  /// The system's error number.
  public var code: Int32

  /// Whether the reader has gone away, which is no fault of the program's.
  public var isBrokenPipe: Bool { code == EPIPE }

  /// What failed, where, and what to do.
  public var description: String {
    let reason = String(cString: strerror(code))
    switch code {
    case ENOSPC, EDQUOT: return "\(path): cannot be written: \(reason); free some space and run again"
    case EACCES, EPERM, EROFS:
      return "\(path): cannot be written: \(reason); choose another place or change its permissions"
    default: return "\(path): cannot be written: \(reason)"
    }
  }
}

/// A file written from front to back, through a buffer of 64 KiB; larger pieces go straight to the file.
public final class OutputFile {
  private let path: String
  private let descriptor: Int32
  private let isOwned: Bool
  private var buffer: [UInt8] = []
  private static let capacity = 1 << 16

  /// The process's standard output.
  public static func standardOutput() -> OutputFile {
    OutputFile(path: "standard output", descriptor: STDOUT_FILENO, isOwned: false)
  }

  /// Creates the file at `path`, or empties it.
  public convenience init(creating path: String) throws(OutputError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw OutputError(path: path, code: errno) }
    self.init(path: path, descriptor: descriptor, isOwned: true)
  }

  private init(path: String, descriptor: Int32, isOwned: Bool) {
    self.path = path
    self.descriptor = descriptor
    self.isOwned = isOwned
    buffer.reserveCapacity(Self.capacity)
  }

  /// Writes `bytes` to the file at `path`, so that it is there whole or as it was before; to a device or pipe as it is.
  public static func replace(_ path: String, with bytes: [UInt8]) throws(OutputError) {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      let file = try OutputFile(creating: path)
      try file.write(bytes)
      return try file.flush()
    }
    let partial = path + ".partial"
    do throws(OutputError) {
      let file = try OutputFile(creating: partial)
      try file.write(bytes)
      try file.synchronize()
    } catch {
      unlink(partial)
      throw OutputError(path: path, code: error.code)
    }
    guard rename(partial, path) == 0 else {
      let code = errno
      unlink(partial)
      throw OutputError(path: path, code: code)
    }
  }

  deinit { if isOwned { close(descriptor) } }

  /// Appends `bytes`.
  public func write(_ bytes: [UInt8]) throws(OutputError) {
    if buffer.count + bytes.count > Self.capacity { try flush() }
    guard bytes.count < Self.capacity else { return try writeOut(bytes) }
    buffer.append(contentsOf: bytes)
  }

  /// Appends `text`.
  public func write(_ text: String) throws(OutputError) { try write(Array(text.utf8)) }

  /// Hands everything to the system.
  public func flush() throws(OutputError) {
    // What was handed on in part is not written again.
    defer { buffer.removeAll(keepingCapacity: true) }
    try writeOut(buffer)
  }

  /// Flushes, and waits until the disk has it.
  public func synchronize() throws(OutputError) {
    try flush()
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw OutputError(path: path, code: errno) }
  }

  private func writeOut(_ bytes: [UInt8]) throws(OutputError) {
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes { raw in
        #if canImport(Glibc)
          Glibc.write(descriptor, raw.baseAddress.map { $0 + start }, raw.count - start)
        #elseif canImport(Musl)
          Musl.write(descriptor, raw.baseAddress.map { $0 + start }, raw.count - start)
        #else
          Darwin.write(descriptor, raw.baseAddress.map { $0 + start }, raw.count - start)
        #endif
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw OutputError(path: path, code: errno)
      }
      start += count
    }
  }
}
