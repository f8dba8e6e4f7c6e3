/// One document as it came from its source, not yet cleaned: the value between fetch and clean.
public struct Page: Sendable, Equatable {
  /// What the bytes are, judged by content before name.
  public enum Kind: String, Sendable, Codable {
    case html, text, markdown
  }

  /// Where the page came from; becomes the record's `source`.
  public var source: Source
  /// What the bytes are.
  public var kind: Kind
  /// The character set that the transport named (an HTTP header), or nil.
  public var charset: String?
  /// The document's bytes, decompressed, in whatever character set they came.
  public var bytes: [UInt8]

  /// A page as fetched.
  public init(source: Source, kind: Kind, charset: String? = nil, bytes: [UInt8]) {
    self.source = source
    self.kind = kind
    self.charset = charset
    self.bytes = bytes
  }
}

/// Where a document came from.
public struct Source: Sendable, Equatable, Codable {
  /// The path as the user named it (below a named folder: that folder's path and the rest), `-` for standard input.
  public var path: String
  /// The address, where the page or its transport gives one.
  public var url: String?
  /// The site's name as the page gives it, else the host of `url`.
  public var site: String?
  /// When the page was fetched, ISO 8601; nil for local files.
  public var retrievedAt: String?
  /// SHA-256 of the document's bytes after decompression, 64 lower-case hexadecimal digits.
  public var sha256: String

  /// A source; what it does not say is nil.
  public init(
    path: String, url: String? = nil, site: String? = nil, retrievedAt: String? = nil, sha256: String
  ) {
    self.path = path
    self.url = url
    self.site = site
    self.retrievedAt = retrievedAt
    self.sha256 = sha256
  }

  enum CodingKeys: String, CodingKey {
    case path, url, site
    case retrievedAt = "retrieved_at"
    case sha256
  }
}
