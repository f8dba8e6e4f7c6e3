internal import Crypto

/// SHA-256, the identity of a document.
public struct Digest: Sendable {
  private var hash = SHA256()

  /// The digest of nothing.
  public init() {}

  /// Adds `bytes` to what is digested.
  public mutating func update(_ bytes: [UInt8]) { hash.update(data: bytes) }

  /// 64 lower-case hexadecimal digits for everything added so far.
  public func hexadecimal() -> String { Digest.text(hash.finalize()) }

  /// 64 lower-case hexadecimal digits for `bytes`.
  public static func hexadecimal(of bytes: [UInt8]) -> String { text(SHA256.hash(data: bytes)) }

  /// 64 lower-case hexadecimal digits for what the file at `path` holds; nil where it cannot be read. Reads it in parts.
  public static func hexadecimal(ofFile path: String) -> String? {
    var digest = Digest()
    do {
      try FileBytes.parts(of: Array(path.utf8CString)) { digest.hash.update(bufferPointer: $0) }
    } catch {
      return nil
    }
    return digest.hexadecimal()
  }

  private static func text(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(unsafeUninitializedCapacity: SHA256.byteCount * 2) { buffer in
      var index = 0
      for byte in digest {
        buffer[index] = digits[Int(byte >> 4)]
        buffer[index + 1] = digits[Int(byte & 15)]
        index += 2
      }
      return index
    }
  }
}
