public import PantauRecords

/// Whole files, for those who need no page.
public enum FileContent {
  /// What the file at `path` holds.
  ///
  /// - Throws: a `Failure` of stage "fetch" where it cannot be read or is larger than `maximumBytes`.
  public static func bytes(
    at path: String, maximumBytes: Int = LocalSource.maximumBytes
  ) throws(Failure) -> [UInt8] {
    do {
      return try FileBytes.read(Array(path.utf8CString), limit: maximumBytes)
    } catch {
      throw Failure(
        source: Source(path: path, sha256: ""), stage: "fetch", code: error.code, message: error.message)
    }
  }

  /// What the file at `path` holds, decompressed where it is gzip.
  ///
  /// - Throws: a `Failure` of stage "fetch" where it cannot be read or decompressed, or holds more than
  ///   `maximumBytes`.
  public static func decompressedBytes(
    at path: String, maximumBytes: Int = LocalSource.maximumBytes
  ) throws(Failure) -> [UInt8] {
    let stored = try bytes(at: path, maximumBytes: maximumBytes)
    guard Gunzip.isCompressed(stored) else { return stored }
    do {
      return try Gunzip.bytes(of: stored, limit: maximumBytes)
    } catch {
      throw Failure(
        source: Source(path: path, sha256: error.sha256), stage: "fetch", code: error.code,
        message: error.message)
    }
  }
}
