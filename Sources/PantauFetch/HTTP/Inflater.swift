internal import CZlib

/// zlib's inflate, fed in parts.
final class Inflater: @unchecked Sendable {
  enum Form: Sendable {
    case gzip, zlib, raw
  }

  enum Progress: Sendable {
    /// All input is used up, and the stream goes on.
    case wantsMore
    /// The stream has ended; what is left of the input belongs to something else.
    case ended
    /// The sink wants no more.
    case stopped
    case damaged
  }

  // zlib keeps the stream's address, so that it may not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private let isReady: Bool

  init(_ form: Form) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let bits: Int32 =
      switch form {
      case .gzip: 16 + MAX_WBITS
      case .zlib: MAX_WBITS
      case .raw: -MAX_WBITS
      }
    isReady = pantau_inflate_init(stream, bits) == Z_OK
  }

  deinit {
    if isReady { inflateEnd(stream) }
    stream.deallocate()
  }

  /// Begins a new stream of the same form.
  func reset() { inflateReset(stream) }

  /// Takes from `input` what it can, handing the output to `sink` in parts.
  func inflate(
    _ input: inout UnsafeBufferPointer<UInt8>, sink: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Progress {
    guard isReady else { return .damaged }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 << 16) { part in
      while true {
        let given = min(input.count, 1 << 30)
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.pointee.avail_in = uInt(given)
        stream.pointee.next_out = part.baseAddress
        stream.pointee.avail_out = uInt(part.count)
        let status = CZlib.inflate(stream, Z_NO_FLUSH)
        input = UnsafeBufferPointer(rebasing: input[(given - Int(stream.pointee.avail_in))...])
        let made = part.count - Int(stream.pointee.avail_out)
        if made > 0, !sink(UnsafeBufferPointer(rebasing: part[..<made])) { return .stopped }
        if status == Z_STREAM_END { return .ended }
        if status != Z_OK, status != Z_BUF_ERROR { return .damaged }
        if input.isEmpty, made < part.count { return .wantsMore }
      }
    }
  }
}

/// Makes gzip members.
enum Deflater {
  /// `bytes` as one gzip member, without a time in its header.
  static func member(_ bytes: [UInt8], level: Int32 = 5) -> [UInt8] {
    var stream = z_stream()
    // Only the lack of memory can stop it; then nothing else goes on either.
    precondition(pantau_deflate_init_gzip(&stream, level) == Z_OK, "zlib cannot start: no memory")
    defer { deflateEnd(&stream) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count / 3 + 64)
    bytes.withUnsafeBufferPointer { input in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 << 16) { part in
        var offset = 0
        var status = Z_OK
        while status != Z_STREAM_END {
          let given = min(input.count - offset, 1 << 30)
          stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress.map { $0 + offset })
          stream.avail_in = uInt(given)
          stream.next_out = part.baseAddress
          stream.avail_out = uInt(part.count)
          status = deflate(&stream, offset + given == input.count ? Z_FINISH : Z_NO_FLUSH)
          offset += given - Int(stream.avail_in)
          output.append(contentsOf: part[..<(part.count - Int(stream.avail_out))])
        }
      }
    }
    return output
  }
}
