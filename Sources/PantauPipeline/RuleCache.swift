internal import FoundationEssentials

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A folder of compiled rules.
///
/// A file is only a copy: where it is missing or damaged there is none, and what cannot be written is left, of which nobody is
/// told.
struct RuleCache {
  let folder: String

  /// How many files are kept; of more, those go that were not used for longest.
  private static let most = 4
  private static let suffix = ".rules"
  /// Hexadecimal digits of a name.
  private static let digestLength = 64

  /// What `body` makes of that which was kept under a name, nil where it is damaged; nil where it is missing. Marks it as used.
  func read<Result>(_ name: String, _ body: (UnsafeRawBufferPointer) throws -> Result?) rethrows -> Result? {
    let path = path(of: name)
    guard let file = MappedFile(path), let result = try withExtendedLifetime(file, { try body(file.bytes) })
    else { return nil }
    utimes(path, nil)
    return result
  }

  /// Keeps `bytes` under a name, which is a digest. They are written beside their place and moved there, so that who reads at the same time finds
  /// them whole or not at all.
  func keep(_ bytes: [UInt8], named name: String) {
    let path = path(of: name)
    let partial = "\(path).\(getpid())"
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let file = try OutputFile(creating: partial)
      try file.write(bytes)
      try file.flush()
    } catch {
      unlink(partial)
      return
    }
    if rename(partial, path) != 0 { unlink(partial) }
    removeOld()
  }

  private func path(of name: String) -> String { "\(folder)/\(name)\(Self.suffix)" }

  /// What a killed program left half written grows old with the others; files of other names are nobody's here.
  private func removeOld() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let paths = names.filter(Self.isOwn).map { "\(folder)/\($0)" }
    let files = paths.compactMap { path in FileStamp(of: path).map { (path: path, used: $0.modified) } }
    for file in files.sorted(by: { $0.used > $1.used }).dropFirst(Self.most) { unlink(file.path) }
  }

  /// Whether a file has a digest for its name, so that it was written here.
  private static func isOwn(_ name: String) -> Bool {
    let digits = name.prefix { $0.isASCII && $0.isHexDigit }
    return digits.count == digestLength && name.dropFirst(digestLength).hasPrefix(suffix)
  }
}

/// A file in memory as it lies on disk, read where it is looked at.
private final class MappedFile {
  let bytes: UnsafeRawBufferPointer

  /// Nil where the file cannot be read or is empty.
  init?(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size > 0 else { return nil }
    let address = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let address, address != MAP_FAILED else { return nil }
    bytes = UnsafeRawBufferPointer(start: address, count: Int(status.st_size))
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
}
