#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Why fetching could not start or go on.
public struct FetchError: Error, Sendable, CustomStringConvertible {
  /// What kind of failure it is.
  public enum Code: Sendable {
    /// The folder or a file of it cannot be used.
    case unusableFolder
    /// Another run holds the folder.
    case busy
    /// What the user named is no source, or an option has no meaning.
    case badSource
  }

  /// What kind of failure it is.
  public var code: Code
  /// The file or the source.
  public var path: String
  /// What failed and what to do.
  public var reason: String

  init(_ code: Code, path: String, reason: String) {
    self.code = code
    self.path = path
    self.reason = reason
  }

  /// A system call on the file at `path` failed.
  init(path: String, code: Int32) {
    let remedy =
      switch code {
      case ENOSPC, EDQUOT: "; free some space and run the same command again"
      case EACCES, EPERM, EROFS: "; choose another place or change its permissions"
      default: ""
      }
    self.init(
      .unusableFolder, path: path, reason: "cannot be written: \(String(cString: strerror(code)))\(remedy)")
  }

  /// `PATH: reason`.
  public var description: String { "\(path): \(reason)" }
}
