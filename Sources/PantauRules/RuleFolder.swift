import Foundation

/// The files of a `rules/` folder, held in memory: read from disk, or the copy built into the program.
///
/// Everything that is words rather than mechanism comes from here: lexicons, patterns, programmes, clean rules and
/// the gazetteer's table.
public struct RuleFolder: Sendable {
  /// One file of the folder.
  public struct File: Sendable {
    /// Path below the folder, with `/`: `clean/residue.txt`.
    public var path: String
    /// What to call the file in messages: the path as the user can open it, or `built-in:PATH`.
    public var displayPath: String
    /// What the file holds.
    public var text: String

    /// The lines without their ends, LF or CRLF. Bytes are split, since a `Character` takes CR and LF for one.
    var lines: [Substring] {
      text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
        Substring(line.last == 0x0D ? line.dropLast() : line)
      }
    }

    /// A file held in memory.
    public init(path: String, displayPath: String, text: String) {
      self.path = path
      self.displayPath = displayPath
      self.text = text
    }
  }

  /// All files, sorted by path.
  public let files: [File]
  /// Where they came from: the folder's path, or `built-in`.
  public let origin: String
  /// Whether rules stand in it with their examples.
  let hasExamples: Bool

  /// The folder that holds `files`, which it sorts.
  public init(files: [File], origin: String) {
    self.init(files: files.sorted { $0.path < $1.path }, origin: origin, hasExamples: true)
  }

  /// The folder that holds `files`, which are sorted.
  init(files: [File], origin: String, hasExamples: Bool) {
    self.files = files
    self.origin = origin
    self.hasExamples = hasExamples
  }

  /// The copy of `rules/` that was built into the program.
  public static let builtIn = RuleFolder(
    files: embeddedRules.map { entry in
      File(path: "\(entry.path)", displayPath: "built-in:\(entry.path)", text: "\(entry.text)")
    }, origin: "built-in")

  /// Reads every regular file below `folder`; names that begin with a point are left out.
  ///
  /// - Throws: ``RuleError`` where the folder or a file cannot be read or is not UTF-8.
  public init(readingFrom folder: String) throws(RuleError) {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isDirectory), isDirectory.boolValue,
      let enumerator = FileManager.default.enumerator(atPath: folder)
    else {
      throw RuleError(
        path: folder, message: "the rules folder cannot be read; name another with --rules or PANTAU_RULES")
    }
    var files: [File] = []
    while let path = enumerator.nextObject() as? String {
      let full = folder.hasSuffix("/") ? folder + path : folder + "/" + path
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), !isFolder.boolValue,
        !path.split(separator: "/").contains(where: { $0.hasPrefix(".") })
      else { continue }
      guard let data = FileManager.default.contents(atPath: full) else {
        throw RuleError(path: full, message: "the file cannot be read")
      }
      guard let text = String(validating: data, as: UTF8.self) else {
        throw RuleError(path: full, message: "the file is not UTF-8; save it as UTF-8")
      }
      files.append(File(path: path, displayPath: full, text: text))
    }
    self.init(files: files, origin: folder)
  }

  /// The file at `path` below the folder.
  public func file(at path: String) -> File? { files.first { $0.path == path } }

  /// All files below `directory` (no trailing slash) whose name ends in `suffix`.
  public func files(below directory: String, suffix: String = "") -> [File] {
    files.filter { $0.path.hasPrefix(directory + "/") && $0.path.hasSuffix(suffix) }
  }

  /// The lines of a plain list, trimmed, without empty lines and `#` comments; empty where there is no such file.
  public func lines(at path: String) -> [String] {
    guard let file = file(at: path) else { return [] }
    func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 13 }
    return Array(file.text.utf8).split(separator: 10).compactMap { line in
      var line = line.drop(while: isSpace)
      while let last = line.last, isSpace(last) { line.removeLast() }
      return line.isEmpty || line.first == UInt8(ascii: "#") ? nil : String(decoding: line, as: UTF8.self)
    }
  }
}
