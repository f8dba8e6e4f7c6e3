#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

internal import PantauRecords

/// Reads whole files, up to a limit.
enum FileBytes {
  /// The bytes of the file, pipe or device called `name` (zero-terminated).
  static func read(_ name: [CChar], limit: Int) throws(ReadFault) -> [UInt8] {
    let descriptor = open(name, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw unreadable(errno) }
    let expected = Int(status.st_size)
    guard expected <= limit else { throw tooLarge(limit) }
    var bytes: [UInt8] = []
    var room = expected > 0 ? expected + 1 : 1 << 16
    while true {
      var result = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        result = readFully(descriptor, buffer)
        count = max(result, 0)
      }
      guard result >= 0 else { throw unreadable(errno) }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      guard bytes.count <= limit else { throw tooLarge(limit) }
      guard result == room else { return bytes }
      room = 1 << 20
    }
  }

  /// Hands the file's bytes to `body`, a MiB at a time.
  static func parts(of name: [CChar], _ body: (UnsafeRawBufferPointer) -> Void) throws(ReadFault) {
    let descriptor = open(name, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(errno) }
    defer { close(descriptor) }
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 20)
    defer { buffer.deallocate() }
    while true {
      let count = readFully(descriptor, buffer)
      guard count >= 0 else { throw unreadable(errno) }
      guard count > 0 else { return }
      body(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<count]))
    }
  }

  /// Fills `buffer` unless the file ends before; the number of bytes read, or -1 with `errno` set.
  private static func readFully(_ descriptor: Int32, _ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    guard let base = buffer.baseAddress else { return 0 }
    var count = 0
    while count < buffer.count {
      let got = readOnce(descriptor, base + count, buffer.count - count)
      if got < 0 { return -1 }
      if got == 0 { break }
      count += got
    }
    return count
  }

  /// `read(2)`, repeated where a signal interrupted it.
  static func readOnce(_ descriptor: Int32, _ target: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
    while true {
      #if canImport(Glibc)
        let got = Glibc.read(descriptor, target, count)
      #elseif canImport(Musl)
        let got = Musl.read(descriptor, target, count)
      #else
        let got = Darwin.read(descriptor, target, count)
      #endif
      if got >= 0 || errno != EINTR { return got }
    }
  }

  static func unreadable(_ code: Int32) -> ReadFault {
    ReadFault(.unreadable, "the file cannot be read: \(String(cString: strerror(code)))")
  }

  static func tooLarge(_ limit: Int) -> ReadFault {
    ReadFault(.tooLarge, "the document is larger than \(limit >> 20) MiB; split it or leave it out")
  }
}
