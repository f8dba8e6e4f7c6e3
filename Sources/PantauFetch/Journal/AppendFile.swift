#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

internal import PantauRecords

/// A file that is written at its end, and read anywhere. Nothing is held back: what `append` was given is the system's.
final class AppendFile {
  let path: String
  private let descriptor: Int32
  /// Bytes in the file.
  private(set) var size: Int

  /// Opens the file at `path`, or makes an empty one.
  init(path: String) throws(FetchError) {
    self.path = path
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FetchError(path: path, code: errno) }
    var status = stat()
    fstat(descriptor, &status)
    size = Int(status.st_size)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Writes `bytes` behind what is there; where that fails, the file is as it was.
  func append(_ bytes: [UInt8]) throws(FetchError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { raw in
        pwrite(descriptor, raw.baseAddress.map { $0 + written }, raw.count - written, off_t(size + written))
      }
      if count < 0 {
        if errno == EINTR { continue }
        let code = errno
        ftruncate(descriptor, off_t(size))
        throw FetchError(path: path, code: code)
      }
      written += count
    }
    size += bytes.count
  }

  /// Takes away what stands behind the first `count` bytes.
  func cut(to count: Int) throws(FetchError) {
    guard count < size else { return }
    guard ftruncate(descriptor, off_t(count)) == 0 else { throw FetchError(path: path, code: errno) }
    size = count
  }

  /// Waits until the disk has everything.
  func synchronize() throws(FetchError) {
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw FetchError(path: path, code: errno) }
  }

  /// `count` bytes from `offset`; nil where the file has fewer.
  func bytes(at offset: Int, count: Int) -> [UInt8]? {
    AppendFile.bytes(of: descriptor, at: offset, count: count)
  }

  /// `count` bytes from `offset` of the file at `path`.
  static func bytes(ofFile path: String, at offset: Int, count: Int) throws(ReadFault) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileBytes.unreadable(errno) }
    defer { close(descriptor) }
    guard let bytes = bytes(of: descriptor, at: offset, count: count) else {
      throw ReadFault(.unreadable, "the archive is shorter than its journal says; was it cut off?")
    }
    return bytes
  }

  private static func bytes(of descriptor: Int32, at offset: Int, count: Int) -> [UInt8]? {
    guard count >= 0 else { return nil }
    var total = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      while total < count, let base = buffer.baseAddress {
        let got = pread(descriptor, base + total, count - total, off_t(offset + total))
        if got < 0, errno == EINTR { continue }
        if got <= 0 { break }
        total += got
      }
      initialized = total
    }
    return total == count ? bytes : nil
  }
}
