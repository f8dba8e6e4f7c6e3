/// One question to one host: a GET that follows no redirect by itself.
struct HTTPRequest: Sendable, Equatable {
  /// Names the request in its reply.
  var id: Int
  var address: WebAddress
  /// Header fields besides those that every request has.
  var fields: [HeaderField] = []
  var limits: HTTPLimits
}

/// One field of a header.
struct HeaderField: Sendable, Equatable {
  var name: String
  var value: String
}

/// How much of a response is taken, and how long it may last.
struct HTTPLimits: Sendable, Equatable {
  /// Bytes of the body after decompression.
  var body: Int
  /// Bytes of the body as they come.
  var encodedBody: Int
  /// Whether a body that is too large is taken as far as it may go.
  var takesPart = false
  /// Bytes of all header fields together.
  var header = 64 << 10
  /// Seconds until the connection stands.
  var connect = 15.0
  /// Seconds until the first byte of the answer.
  var firstByte = 30.0
  /// Seconds for everything.
  var whole = 120.0
  /// Bytes a second below which a transfer is given up, after ``slowSeconds``.
  var slowRate = 200
  var slowSeconds = 20
}

/// An answer, whole.
struct HTTPResponse: Sendable, Equatable {
  var status: Int
  /// As they came, the last response's where there were interim ones.
  var fields: [HeaderField]
  /// Decompressed.
  var body: [UInt8]
  /// The address that answered; the proxy's where there is one.
  var ip: String?

  /// The first value of a field, compared without case.
  subscript(name: String) -> String? {
    fields.first { $0.name.utf8.count == name.utf8.count && $0.name.lowercased() == name }?.value
  }
}

/// Why there is no whole answer.
struct HTTPFault: Error, Sendable, Equatable {
  enum Code: String, Sendable {
    case unresolved = "no-such-host"
    case unreachable = "unreachable"
    case refusedAddress = "refused-address"
    case timeOut = "time-out"
    case tooSlow = "too-slow"
    case broken = "broken-connection"
    case cut = "cut-off"
    case insecure = "tls-failed"
    case headerTooLarge = "header-too-large"
    case tooLarge = "too-large"
    case badCompression = "bad-compression"
    case protocolFault = "protocol-fault"
    case cancelled = "cancelled"
  }

  var code: Code
  var message: String

  /// Whether another attempt may end otherwise.
  var mayPass: Bool {
    switch code {
    case .unresolved, .unreachable, .timeOut, .tooSlow, .broken, .cut, .badCompression, .protocolFault,
      .cancelled:
      true
    case .refusedAddress, .insecure, .headerTooLarge, .tooLarge: false
    }
  }
}

/// What came of a request.
struct HTTPReply: Sendable, Equatable {
  var id: Int
  var result: Result<HTTPResponse, HTTPFault>
}

/// Carries requests out; the only thing that fetching needs of a network.
protocol HTTPTransport: AnyObject {
  /// Begins a request.
  func start(_ request: HTTPRequest)
  /// Waits until replies are there, at most `seconds`, and hands them over.
  func replies(within seconds: Double) -> [HTTPReply]
}
