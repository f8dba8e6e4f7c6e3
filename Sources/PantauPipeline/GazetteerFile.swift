internal import PantauFetch
internal import PantauGazetteer
internal import PantauRecords

/// An imported code table on disk, and beside it, under the same name with `.index`, what makes it ready for looking up.
///
/// The index is only a copy: where it is missing, or the table has changed since, it is made again in memory.
enum GazetteerFile {
  /// The index of the table at `path`.
  ///
  /// - Throws: `GazetteerError` where the table holds no region code, a `Failure` where it cannot be read.
  static func index(of path: String) throws -> RegionIndex {
    let state = FileStamp(of: path)
    if let state, let bytes = try? FileContent.bytes(at: path + ".index", maximumBytes: .max),
      let index = RegionIndex(bytes), index.stamp.size == state.size, index.stamp.modified == state.modified
    {
      return index
    }
    let table = try FileContent.bytes(at: path, maximumBytes: .max)
    return try RegionIndex(
      of: table, path: path,
      stamp: .init(
        size: table.count, modified: state?.modified ?? 0, sha256: Digest.hexadecimal(of: table)))
  }
}
