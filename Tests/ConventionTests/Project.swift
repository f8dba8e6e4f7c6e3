import Foundation

/// The project's files as they stand on disk.
enum Project {
  /// A Swift file: its path below the package, and its text.
  struct File: Sendable, CustomStringConvertible {
    var path: String
    var text: String
    var description: String { path }
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// All Swift files below `folder`, by path.
  static func swiftFiles(below folder: String) -> [File] {
    let paths = FileManager.default.enumerator(atPath: root.appending(path: folder).path)?
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted()
    return (paths ?? []).compactMap { path in
      text("\(folder)/\(path)").map { File(path: "\(folder)/\(path)", text: $0) }
    }
  }

  /// The text of a file below the package; nil where there is none.
  static func text(_ path: String) -> String? {
    try? String(contentsOf: root.appending(path: path), encoding: .utf8)
  }
}
