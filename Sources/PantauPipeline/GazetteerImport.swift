internal import FoundationEssentials
internal import PantauFetch
internal import PantauGazetteer
internal import PantauRecords

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Turns the official code table into the file that the program reads its districts and villages from.
public enum GazetteerImport {
  /// What an import read.
  public struct Summary: Sendable {
    /// Regions of each level that the table has, largest level first: "province", 38.
    public var counts: [(level: String, count: Int)] = []
  }

  /// Reads the table at `source` (SQL dump or CSV, also gzip-compressed) and writes `target`, whole or not at all,
  /// and its index beside it; folders above `target` are made.
  ///
  /// - Returns: how many regions there are of each level.
  /// - Throws: `GazetteerError` where the table holds no region code, a `Failure` where it cannot be read, and
  ///   ``OutputError`` where `target` cannot be written.
  public static func run(from source: String, to target: String) throws -> Summary {
    let bytes = try FileContent.decompressedBytes(at: source)
    let regions = try CodeTable.regions(in: bytes, path: source)
    try write(Array(CodeTable.csv(of: regions).utf8), to: target)
    try write(GazetteerFile.index(of: target).bytes, to: target + ".index")
    var summary = Summary()
    for level in RegionLevel.allCases {
      let count = regions.count { $0.level == level }
      if count > 0 { summary.counts.append((level.rawValue, count)) }
    }
    return summary
  }

  private static func write(_ bytes: [UInt8], to target: String) throws {
    if let slash = target.lastIndex(of: "/"), slash > target.startIndex {
      let folder = String(target[..<slash])
      do {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      } catch {
        throw OutputError(path: folder, code: errno == 0 ? EACCES : errno)
      }
    }
    let partial = "\(target).\(getpid()).partial"
    do {
      let file = try OutputFile(creating: partial)
      try file.write(bytes)
      try file.synchronize()
      guard rename(partial, target) == 0 else { throw OutputError(path: target, code: errno) }
    } catch let error as OutputError {
      unlink(partial)
      throw OutputError(path: target, code: error.code)
    }
  }
}
