internal import CZlib
internal import PantauRecords

/// Decompresses gzip (RFC 1952), all members.
enum Gunzip {
  /// Whether `bytes` begin like a gzip file: its two magic bytes and the one compression method there is.
  static func isCompressed(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 3 && bytes[0] == 0x1F && bytes[1] == 0x8B && bytes[2] == 8
  }

  /// What the members of `bytes` hold, joined; bytes behind the last member are ignored, as gzip(1) does.
  ///
  /// - Throws: `tooLarge` as soon as the output passes `limit`, `badCompression` for a damaged or cut file.
  static func bytes(of compressed: [UInt8], limit: Int) throws(ReadFault) -> [UInt8] {
    var stream = z_stream()
    guard pantau_inflate_init(&stream, 16 + MAX_WBITS) == Z_OK else {
      throw ReadFault(.badCompression, "zlib cannot start; is there memory left?")
    }
    defer { inflateEnd(&stream) }
    var output: [UInt8] = []
    output.reserveCapacity(min(limit, compressed.count * 5))
    var offset = 0
    repeat {
      let status = inflateMember(compressed, from: &offset, &stream, into: &output, limit: limit)
      guard output.count <= limit else { throw FileBytes.tooLarge(limit) }
      guard status == Z_STREAM_END else { throw damaged(status, compressed) }
      inflateReset(&stream)
    } while isMember(compressed, at: offset)
    return output
  }

  private static func isMember(_ bytes: [UInt8], at offset: Int) -> Bool {
    offset + 2 < bytes.count && bytes[offset] == 0x1F && bytes[offset + 1] == 0x8B && bytes[offset + 2] == 8
  }

  /// Inflates one member; returns zlib's last status, or `Z_OK` where the limit stopped it.
  private static func inflateMember(
    _ input: [UInt8], from offset: inout Int, _ stream: inout z_stream, into output: inout [UInt8], limit: Int
  ) -> Int32 {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 << 16) { chunk in
      input.withUnsafeBufferPointer { source in
        while true {
          // `avail_in` counts in 32 bits, so that a long input is handed over in parts.
          let part = min(source.count - offset, 1 << 30)
          stream.next_in = source.baseAddress.map { UnsafeMutablePointer(mutating: $0 + offset) }
          stream.avail_in = uInt(part)
          stream.next_out = chunk.baseAddress
          stream.avail_out = uInt(chunk.count)
          let status = inflate(&stream, Z_NO_FLUSH)
          offset += part - Int(stream.avail_in)
          let made = chunk.count - Int(stream.avail_out)
          output.append(contentsOf: chunk[..<made])
          if output.count > limit { return Z_OK }
          if status != Z_OK { return status }
          if offset == source.count, made < chunk.count { return Z_BUF_ERROR }
        }
      }
    }
  }

  private static func damaged(_ status: Int32, _ compressed: [UInt8]) -> ReadFault {
    let sha256 = Digest.hexadecimal(of: compressed)
    if status == Z_BUF_ERROR || status == Z_OK {
      return ReadFault(.badCompression, "the gzip file is cut off; fetch it again", sha256: sha256)
    }
    return ReadFault(.badCompression, "the gzip file is damaged; fetch it again", sha256: sha256)
  }
}
