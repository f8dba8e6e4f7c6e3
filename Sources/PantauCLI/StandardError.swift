#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The process's standard error, unbuffered.
enum StandardError {
  /// Whether a person may be watching.
  static var isTerminal: Bool { isatty(STDERR_FILENO) != 0 }

  /// Writes `text` in one piece, so that lines of several processes do not mix.
  static func write(_ text: String) {
    var copy = text
    copy.withUTF8 { bytes in
      #if canImport(Glibc)
        _ = Glibc.write(STDERR_FILENO, bytes.baseAddress, bytes.count)
      #elseif canImport(Musl)
        _ = Musl.write(STDERR_FILENO, bytes.baseAddress, bytes.count)
      #else
        _ = Darwin.write(STDERR_FILENO, bytes.baseAddress, bytes.count)
      #endif
    }
  }
}
