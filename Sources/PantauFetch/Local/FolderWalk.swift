#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

internal import PantauRecords

/// Walks a folder's documents in the order of their whole paths' bytes, one folder's names in memory at a time.
///
/// Hidden names are left out; links to files are followed, links to folders are not, so that no walk is endless.
struct FolderWalk: Sendable {
  private struct Name: Sendable {
    var bytes: [UInt8]
    var isFolder: Bool
    /// What to sort by: a folder's name continues with `/`.
    var key: [UInt8] { isFolder ? bytes + [UInt8(ascii: "/")] : bytes }
  }

  /// A folder entered, and its names still to come, the next one last.
  private struct Level: Sendable {
    var path: [UInt8]
    var names: [Name]
  }

  private var levels: [Level] = []
  private var pending: Entry?

  init(_ folder: String) {
    var path = Array(folder.utf8)
    while path.count > 1, path.last == UInt8(ascii: "/") { path.removeLast() }
    enter(path)
  }

  mutating func next() -> Entry? {
    while true {
      if let entry = pending {
        pending = nil
        return entry
      }
      guard let name = levels.last?.names.last, let parent = levels.last?.path else {
        guard !levels.isEmpty else { return nil }
        levels.removeLast()
        continue
      }
      levels[levels.count - 1].names.removeLast()
      let path = (parent == [UInt8(ascii: "/")] ? [] : parent) + [UInt8(ascii: "/")] + name.bytes
      if name.isFolder {
        enter(path)
      } else {
        let text = String(decoding: path, as: UTF8.self)
        return Entry(path: text, content: .file(path.map { CChar(bitPattern: $0) } + [0]))
      }
    }
  }

  private mutating func enter(_ path: [UInt8]) {
    guard let folder = opendir(path.map { CChar(bitPattern: $0) } + [0]) else {
      let reason = String(cString: strerror(errno))
      let fault = ReadFault(.unreadable, "the folder cannot be read: \(reason)")
      pending = Entry(path: String(decoding: path, as: UTF8.self), content: .fault(fault))
      return
    }
    defer { closedir(folder) }
    var names: [Name] = []
    while let found = readdir(folder) {
      let bytes = FolderWalk.name(of: found)
      if bytes.first == UInt8(ascii: ".") { continue }
      let isFolder = FolderWalk.isFolder(found, path + [UInt8(ascii: "/")] + bytes)
      guard let isFolder, isFolder || FolderWalk.isWanted(String(decoding: bytes, as: UTF8.self)) else {
        continue
      }
      names.append(Name(bytes: bytes, isFolder: isFolder))
    }
    names.sort { $1.key.lexicographicallyPrecedes($0.key) }
    levels.append(Level(path: path, names: names))
  }

  private static func isWanted(_ name: String) -> Bool {
    PageName(name).kind != nil || PageName.isArchive(name)
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    withUnsafeBytes(of: &entry.pointee.d_name) { raw in Array(raw.prefix { $0 != 0 }) }
  }

  /// Nil for what is neither a folder nor a file, and for a link to a folder.
  private static func isFolder(_ entry: UnsafeMutablePointer<dirent>, _ path: [UInt8]) -> Bool? {
    switch Int(entry.pointee.d_type) {
    case Int(DT_REG): return false
    case Int(DT_DIR): return true
    case Int(DT_LNK), Int(DT_UNKNOWN): break
    default: return nil
    }
    let name = path.map { CChar(bitPattern: $0) } + [0]
    var status = stat()
    guard lstat(name, &status) == 0 else { return false }
    if status.st_mode & S_IFMT == S_IFDIR { return true }
    guard stat(name, &status) == 0 else { return false }
    return status.st_mode & S_IFMT == S_IFREG ? false : nil
  }
}
