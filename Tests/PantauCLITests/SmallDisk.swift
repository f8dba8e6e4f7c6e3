import Foundation

/// A file system of a few megabytes in memory, which goes with the value; needs the right to mount.
final class SmallDisk {
  private let path: String

  static let canMount: Bool = {
    let path = FileManager.default.temporaryDirectory.appending(path: "pantau-disk-\(UUID().uuidString)").path
    guard (try? SmallDisk(at: path, megabytes: 1)) != nil else { return false }
    try? FileManager.default.removeItem(atPath: path)
    return true
  }()

  init(at path: String, megabytes: Int) throws {
    self.path = path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try SmallDisk.mount("mount -t tmpfs -o size=\(megabytes)m tmpfs '\(path)'")
  }

  deinit { try? SmallDisk.mount("umount '\(path)'") }

  func resize(megabytes: Int) throws {
    try SmallDisk.mount("mount -o remount,size=\(megabytes)m '\(path)'")
  }

  func setReadOnly(_ isReadOnly: Bool) throws {
    try SmallDisk.mount("mount -o remount,\(isReadOnly ? "ro" : "rw") '\(path)'")
  }

  /// Bytes that are left.
  var free: Int {
    let attributes = try? FileManager.default.attributesOfFileSystem(forPath: path)
    return (attributes?[.systemFreeSize] as? NSNumber)?.intValue ?? 0
  }

  private struct Refused: Error {}

  private static func mount(_ line: String) throws {
    guard try Command.shell(line + " 2>/dev/null").status == 0 else { throw Refused() }
  }
}
