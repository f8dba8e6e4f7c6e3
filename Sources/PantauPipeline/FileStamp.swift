#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// By what a file is known not to have changed.
struct FileStamp: Equatable {
  /// Bytes.
  let size: Int
  /// The time of its last change, nanoseconds since 1970.
  let modified: Int

  /// The stamp of the program's own file; nil where it is not known, or was replaced since the program began.
  ///
  /// By its path, not by what the system runs: under an emulator that is the emulator.
  static var program: FileStamp? {
    guard let path = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(path) }
    return FileStamp(of: String(cString: path))
  }

  /// The stamp of the file at `path`, of that to which a link leads; nil where there is none.
  init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    size = Int(status.st_size)
    modified = Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
  }
}
