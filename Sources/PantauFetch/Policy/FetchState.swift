internal import PantauRecords

/// How an address ended: exactly one of these, with a reason.
public enum FetchState: String, Sendable, Codable, CaseIterable {
  /// The page is in the archive.
  case stored
  /// It has not changed since it was stored.
  case unchanged
  /// It is a page that is there under another address.
  case duplicate
  /// It is a feed, a sitemap or a front page, and was read.
  case listed
  /// robots.txt forbids it, or could not be had.
  case disallowed
  /// It leads where no request may go.
  case refused
  /// It could not be had.
  case failed
  /// It is still to be asked.
  case pending
}

/// How one address ended.
struct Settlement: Sendable, Equatable {
  var asked: WebAddress
  var kind: Candidate.Kind
  var state: FetchState
  /// A word for programs: `http-404`, `time-out`, `robots`; empty where the state says all.
  var reason = ""
  /// A sentence for people.
  var message = ""
  var status: Int?
  /// Where redirects led, where that is elsewhere.
  var final: WebAddress?
  var validators = Validators()
  /// What the items of a listing were chosen by (``FetchLimits/choice(_:)``).
  var choice = ""
}

/// What a host gave along to ask with next time (RFC 9110, 8.8).
struct Validators: Sendable, Equatable {
  var etag: String?
  var lastModified: String?
  /// The address that gave them, where redirects led there; nil for the one that was asked.
  var source: WebAddress?

  init() {}

  init(_ response: HTTPResponse) {
    etag = response["etag"]
    lastModified = response["last-modified"]
  }

  init(etag: String?, lastModified: String?, source: WebAddress? = nil) {
    self.etag = etag
    self.lastModified = lastModified
    self.source = source
  }

  /// The header fields of a conditional request.
  var fields: [HeaderField] {
    var fields: [HeaderField] = []
    if let etag { fields.append(HeaderField(name: "If-None-Match", value: etag)) }
    if let lastModified { fields.append(HeaderField(name: "If-Modified-Since", value: lastModified)) }
    return fields
  }
}

/// An address that is to be asked.
struct Candidate: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    case page
    /// A feed or a sitemap, and how many indexes stand above it.
    case listing(depth: Int)
    /// What the user named: it may be any of these, and its content tells.
    case source(discover: Bool)
  }

  var address: WebAddress
  var kind = Kind.page
  var title: String?
  var published: Int?
  /// The day of publication, else of the last change, as the listing's zone has it.
  var day: CalendarDate?
  /// Set where the page is stored, and is to be asked whether it has changed.
  var validators: Validators?
  /// What the titles of a listing's pages must hold, where its source itself says so; handed on to nested listings.
  var match: TitleMatch?

  var isPage: Bool { kind == .page }
  /// Whether the user named it, and its content will tell what it is.
  var isSource: Bool { if case .source = kind { true } else { false } }
}

/// A page as it goes to the archive.
struct StoredPage: Sendable, Equatable {
  /// One answer, and the address that gave it.
  struct Capture: Sendable, Equatable {
    var address: WebAddress
    var response: HTTPResponse
    var date: Int
  }

  var settlement: Settlement
  /// One, or the parts of a split article in their order.
  var captures: [Capture]
  /// The address that the page itself calls its own, where that is another.
  var canonical: WebAddress?
  var title: String?
  var published: Int?
}
