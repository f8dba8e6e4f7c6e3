#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

internal import PantauRecords

/// A file of records, read at any place by any thread.
final class RecordFile: Sendable {
  private let descriptor: Int32

  /// Nil where the file cannot be opened.
  init?(_ path: String) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { return nil }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// `count` bytes from `offset`; nil where the file has fewer.
  func bytes(at offset: Int, count: Int) -> [UInt8]? {
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

  /// The failure that `line` is, nil where it is a record.
  static func failure(in line: [UInt8]) -> Failure? {
    guard let head = SourceHead(line), head.isFailure,
      case .failure(let failure)? = try? RecordJSON.outcome(from: line)
    else { return nil }
    return failure
  }
}
