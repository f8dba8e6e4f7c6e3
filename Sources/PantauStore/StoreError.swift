internal import GRDB

/// Why a ledger cannot be opened, read or written.
public struct StoreError: Error, Sendable, Equatable {
  /// What kind of failure it is. A struct over a string, so that a new code breaks no caller.
  public struct Code: Sendable, Hashable, RawRepresentable {
    /// The code's stable name.
    public var rawValue: String
    /// A code by its name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The folder does not exist, or the path names a folder.
    public static let cannotOpen = Code(rawValue: "cannot-open")
    /// The file is no SQLite database.
    public static let notADatabase = Code(rawValue: "not-a-database")
    /// The file is an SQLite database of another program.
    public static let notALedger = Code(rawValue: "not-a-ledger")
    /// The file or its folder may not be written.
    public static let readOnly = Code(rawValue: "read-only")
    /// Another process is writing.
    public static let locked = Code(rawValue: "locked")
    /// No space is left; nothing of the step was written.
    public static let diskFull = Code(rawValue: "disk-full")
    /// The file's content is damaged.
    public static let damaged = Code(rawValue: "damaged")
    /// A newer version of the program made the file.
    public static let newerSchema = Code(rawValue: "newer-schema")
    /// The device failed.
    public static let deviceFailure = Code(rawValue: "device-failure")
    /// No name, article or decision has the identifier.
    public static let unknownParty = Code(rawValue: "unknown-party")
    /// A user's decision that contradicts others.
    public static let contradiction = Code(rawValue: "contradiction")
    /// Anything else that SQLite reports.
    public static let other = Code(rawValue: "other")
  }

  /// What kind of failure it is.
  public var code: Code
  /// The ledger's path as the caller gave it.
  public var path: String
  /// What failed, in one sentence without the path.
  public var problem: String
  /// What to do about it, in one sentence.
  public var remedy: String

  init(_ code: Code, path: String, problem: String, remedy: String) {
    self.code = code
    self.path = path
    self.problem = problem
    self.remedy = remedy
  }

  /// Puts SQLite's result code into words; other errors keep their own.
  init(_ error: any Error, path: String) {
    if let error = error as? StoreError {
      self = error
      return
    }
    guard let error = error as? DatabaseError else {
      self.init(.other, path: path, problem: "\(error)", remedy: "Report this as a fault of the program.")
      return
    }
    let text = StoreError.wording(of: error)
    self.init(text.code, path: path, problem: text.problem, remedy: text.remedy)
  }

  private static func wording(of error: DatabaseError) -> (code: Code, problem: String, remedy: String) {
    let detail = error.message ?? error.resultCode.description
    switch error.resultCode {
    case .SQLITE_NOTADB:
      return (
        .notADatabase, "the file is no SQLite database",
        "Name another file; a new one is made where none is."
      )
    case .SQLITE_CANTOPEN:
      return (
        .cannotOpen, "the file cannot be opened or made",
        "Check that its folder exists, that it may be written, and that the name is not a folder's."
      )
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
      return (
        .readOnly, "the file or its folder may not be written",
        "Change the rights of both (SQLite writes two files beside the ledger), or name another folder."
      )
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return (
        .locked, "another process is writing to the ledger", "Let it end, then run the same command again."
      )
    case .SQLITE_FULL:
      return (
        .diskFull, "the disk is full; nothing of this step was written",
        "Free space, then run the same command again."
      )
    case .SQLITE_CORRUPT:
      return (
        .damaged, "the file is damaged (\(detail))",
        "Restore a copy, or delete the file and run again on the articles."
      )
    case .SQLITE_IOERR:
      return (
        .deviceFailure, "the device failed to read or write (\(detail))",
        "Check disk and free space; the ledger holds what it held before this step."
      )
    default:
      return (.other, "SQLite reports: \(detail)", "Report this as a fault of the program.")
    }
  }
}

extension StoreError: CustomStringConvertible {
  /// `PATH: problem` and the remedy.
  public var description: String { "\(path): \(problem). \(remedy)" }
}
