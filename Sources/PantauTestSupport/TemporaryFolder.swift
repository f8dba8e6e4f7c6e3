import Foundation

/// A folder that goes when the value does.
public final class TemporaryFolder: Sendable {
  /// The folder's path, without a slash at the end.
  public let path: String

  /// Makes a new folder, empty.
  public init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "pantau-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of `name` below the folder.
  public func path(_ name: String) -> String { path + "/" + name }

  /// Writes `bytes` to `name`, making the folders above it, and returns the path.
  @discardableResult
  public func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
    let url = URL(filePath: path(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return url.path
  }

  /// Writes `text` to `name`, and returns the path.
  @discardableResult
  public func write(_ text: String, to name: String) throws -> String { try write(text.utf8, to: name) }

  /// What `name` holds.
  public func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path(name))))
  }

  /// The names in the folder itself, sorted.
  public func names() throws -> [String] { try TemporaryFolder.names(at: path) }

  /// The names in the folder at `path`, sorted.
  public static func names(at path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }
}
