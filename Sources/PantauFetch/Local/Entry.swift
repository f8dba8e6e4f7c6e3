public import PantauRecords

/// One document that a source has listed: named, not yet opened.
public struct Entry: Sendable {
  enum Content: Sendable {
    /// A file; the name's own bytes, ended by a zero, for a name need not be UTF-8.
    case file([CChar])
    /// A line of JSON Lines, without its line feed; numbered from 1.
    case line([UInt8], number: Int)
    /// A record of a web archive that may be a page.
    case record(WARCRecord)
    /// A page that was fetched: the archive, and where in it the page's records lie.
    case fetched(archive: String, offset: Int, length: Int)
    /// Listing itself failed here.
    case fault(ReadFault)
    /// Reading lines failed here.
    case failed(Failure)
  }

  /// The path as the user named it (below a named folder: that folder's path and the rest), `-` for standard input.
  public let path: String
  let content: Content

  init(path: String, content: Content) {
    self.path = path
    self.content = content
  }

  /// Opens the document, decompresses it and judges what it is.
  ///
  /// - Parameter maximumBytes: the size, after decompression, beyond which a document is refused.
  /// - Returns: a page, or the article that an earlier stage wrote.
  /// - Throws: a `Failure` of stage "fetch", or the one that an error line of an earlier stage's output holds.
  public func document(maximumBytes: Int = LocalSource.maximumBytes) throws(Failure) -> Document {
    do {
      switch content {
      case .file(let name):
        let bytes = try FileBytes.read(name, limit: maximumBytes)
        return .page(try page(of: bytes, limit: maximumBytes))
      case .line(let bytes, let number):
        return try JSONDocument.document(from: bytes, number: number, path: path)
      case .record(let record):
        return .page(try WARCPage.page(of: record, path: path, limit: maximumBytes))
      case .fetched(let archive, let offset, let length):
        return try WARCPage.document(in: archive, at: offset, count: length, path: path, limit: maximumBytes)
      case .fault(let fault): throw fault
      case .failed(let failure): throw failure
      }
    } catch let fault as ReadFault {
      throw failure(fault)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw failure(ReadFault(.unreadable, "\(error)"))
    }
  }

  private func page(of stored: [UInt8], limit: Int) throws(ReadFault) -> Page {
    var bytes = stored
    if Gunzip.isCompressed(stored) { bytes = try Gunzip.bytes(of: stored, limit: limit) }
    let sha256 = Digest.hexadecimal(of: bytes)
    var charset: String?
    if let decoded = WideText.utf8(of: bytes) {
      bytes = decoded
      charset = "utf-8"
    }
    try TextCheck.validate(bytes, sha256: sha256)
    let kind = PageName(path).kind(of: bytes)
    return Page(source: Source(path: path, sha256: sha256), kind: kind, charset: charset, bytes: bytes)
  }

  private func failure(_ fault: ReadFault) -> Failure {
    Failure(
      source: Source(path: path, sha256: fault.sha256), stage: "fetch", code: fault.code,
      message: fault.message)
  }
}

/// Why a document could not be read, before it is known whose failure that is.
struct ReadFault: Error {
  var code: Failure.Code
  var message: String
  /// The digest of what was read, empty where nothing was.
  var sha256: String

  init(_ code: Failure.Code, _ message: String, sha256: String = "") {
    self.code = code
    self.message = message
    self.sha256 = sha256
  }
}
