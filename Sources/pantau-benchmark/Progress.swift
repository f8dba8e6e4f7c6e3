#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Says on standard error what is being measured: standard output gets the figures, when all are there.
enum Progress {
  /// Names the work that begins.
  static func begin(_ what: String) { say("pantau-benchmark: \(what) …\n") }

  /// Writes to standard error.
  static func say(_ message: String) {
    var message = message
    message.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
