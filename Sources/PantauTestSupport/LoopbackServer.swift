import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A web server on 127.0.0.1 that answers as a test says, also as no server should.
///
/// A thread for each connection; whole requests only, without bodies.
public final class LoopbackServer: @unchecked Sendable {
  /// What was asked.
  public struct Request: Sendable {
    /// Path and query.
    public var target: String
    /// The header field `Host`.
    public var host: String
    /// All fields by their names in lower case.
    public var fields: [String: String]
    /// When it came, seconds since the server began.
    public var time: Double

    /// `host` without its port, and `target`.
    public var page: String { String(host.prefix { $0 != ":" }) + target }
  }

  /// What is answered.
  public enum Answer: Sendable {
    /// A whole response; its length is added.
    case response(Int, [String: String], [UInt8])
    /// These bytes, header and all, piece by piece with a pause before each; then the connection ends.
    case raw([(pause: Double, bytes: [UInt8])])
    /// The header of a response without a length, and then bytes without end.
    case endless([String: String])
    /// These bytes, then the connection is torn down.
    case reset([UInt8])
    /// Nothing, for as long as the client waits.
    case silence

    /// A page of HTML.
    public static func page(_ text: String) -> Answer {
      .response(200, ["Content-Type": "text/html"], Array(text.utf8))
    }
    /// A redirect.
    public static func redirect(_ location: String, _ status: Int = 302) -> Answer {
      .response(status, ["Location": location], [])
    }
    /// Any text.
    public static func text(_ text: String, _ type: String = "text/plain", status: Int = 200) -> Answer {
      .response(status, ["Content-Type": type], Array(text.utf8))
    }
    /// Nothing of that name.
    public static var missing: Answer { .text("not here", status: 404) }
  }

  /// The port that the system chose.
  public let port: Int
  private let listener: Int32
  private let lock = NSLock()
  private var log: [Request] = []
  private var connections: Set<Int32> = []
  private var isClosed = false
  private let begun = Date()
  private let answer: @Sendable (Request) -> Answer

  /// Starts a server that answers with `answer`, which may be called on many threads at once.
  public init(_ answer: @escaping @Sendable (Request) -> Answer) throws {
    self.answer = answer
    listener = LoopbackServer.tcpSocket()
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = self.listener
    let status = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
        guard bind(listener, raw, length) == 0, listen(listener, 512) == 0 else { return Int32(-1) }
        return getsockname(listener, raw, &length)
      }
    }
    guard status == 0 else { throw POSIXError(.EADDRNOTAVAIL) }
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread { [self] in accept() }
  }

  /// `http://NAME:PORT/PATH`; names that end with `.localhost` mean this machine everywhere.
  public func url(_ path: String, host: String = "localhost") -> String { "http://\(host):\(port)\(path)" }

  /// What has been asked so far, in order.
  public var requests: [Request] { lock.withLock { log } }

  /// Forgets what has been asked.
  public func clear() { lock.withLock { log = [] } }

  /// Ends all connections.
  public func close() {
    lock.withLock {
      guard !isClosed else { return }
      isClosed = true
      shutdown(listener, Int32(SHUT_RDWR))
      for connection in connections { shutdown(connection, Int32(SHUT_RDWR)) }
    }
  }

  private static func tcpSocket() -> Int32 {
    #if canImport(Darwin)
      return socket(AF_INET, SOCK_STREAM, 0)
    #else
      return socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    #endif
  }

  private func accept() {
    while true {
      #if canImport(Glibc)
        let connection = Glibc.accept(listener, nil, nil)
      #elseif canImport(Musl)
        let connection = Musl.accept(listener, nil, nil)
      #else
        let connection = Darwin.accept(listener, nil, nil)
      #endif
      guard connection >= 0 else {
        if errno == EINTR || errno == ECONNABORTED { continue }
        _ = finish(listener)
        return
      }
      var one: Int32 = 1
      setsockopt(connection, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
      _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
      let isTaken = lock.withLock { isClosed ? false : connections.insert(connection).inserted }
      guard isTaken else {
        _ = finish(connection)
        continue
      }
      Thread.detachNewThread { [self] in serve(connection) }
    }
  }

  private func finish(_ descriptor: Int32) -> Int32 {
    #if canImport(Glibc)
      Glibc.close(descriptor)
    #elseif canImport(Musl)
      Musl.close(descriptor)
    #else
      Darwin.close(descriptor)
    #endif
  }

  private func serve(_ connection: Int32) {
    defer {
      _ = lock.withLock { connections.remove(connection) }
      _ = finish(connection)
    }
    var buffer: [UInt8] = []
    while let request = readRequest(connection, &buffer) {
      lock.withLock { log.append(request) }
      guard send(answer(request), connection) else { return }
    }
  }

  private func readRequest(_ connection: Int32, _ buffer: inout [UInt8]) -> Request? {
    let end = Array("\r\n\r\n".utf8)
    var part = [UInt8](repeating: 0, count: 4096)
    while true {
      if let index = buffer.firstRange(of: end)?.upperBound {
        let text = String(decoding: buffer[..<index], as: UTF8.self)
        buffer.removeSubrange(..<index)
        return request(text)
      }
      let count = recv(connection, &part, part.count, 0)
      guard count > 0 else { return nil }
      buffer += part[..<count]
    }
  }

  private func request(_ text: String) -> Request? {
    let lines = text.split(separator: "\r\n")
    guard let words = lines.first?.split(separator: " "), words.count > 1 else { return nil }
    var fields: [String: String] = [:]
    for line in lines.dropFirst() {
      let halves = line.split(separator: ":", maxSplits: 1)
      if halves.count == 2 { fields[halves[0].lowercased()] = halves[1].trimmingCharacters(in: .whitespaces) }
    }
    return Request(
      target: String(words[1]), host: fields["host"] ?? "", fields: fields,
      time: Date().timeIntervalSince(begun))
  }

  /// Whether the connection goes on.
  private func send(_ answer: Answer, _ connection: Int32) -> Bool {
    switch answer {
    case .response(let status, let fields, let body):
      var head = "HTTP/1.1 \(status) X\r\n"
      for (name, value) in fields { head += "\(name): \(value)\r\n" }
      head += "Content-Length: \(body.count)\r\n\r\n"
      return write(Array(head.utf8) + body, connection)
    case .raw(let pieces):
      for piece in pieces {
        if piece.pause > 0 { Thread.sleep(forTimeInterval: piece.pause) }
        guard write(piece.bytes, connection) else { return false }
      }
      return false
    case .endless(let fields):
      let head = "HTTP/1.1 200 OK\r\n" + fields.map { "\($0): \($1)\r\n" }.joined() + "\r\n"
      guard write(Array(head.utf8), connection) else { return false }
      let part = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 16)
      while write(part, connection) {}
      return false
    case .reset(let bytes):
      _ = write(bytes, connection)
      var linger = linger(l_onoff: 1, l_linger: 0)
      setsockopt(connection, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
      return false
    case .silence:
      var byte: UInt8 = 0
      while recv(connection, &byte, 1, 0) > 0 {}
      return false
    }
  }

  private func write(_ bytes: [UInt8], _ connection: Int32) -> Bool {
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes { raw in
        #if canImport(Darwin)
          Darwin.send(connection, raw.baseAddress.map { $0 + start }, raw.count - start, 0)
        #elseif canImport(Musl)
          Musl.send(connection, raw.baseAddress.map { $0 + start }, raw.count - start, Int32(MSG_NOSIGNAL))
        #else
          Glibc.send(connection, raw.baseAddress.map { $0 + start }, raw.count - start, Int32(MSG_NOSIGNAL))
        #endif
      }
      guard count > 0 else { return false }
      start += count
    }
    return true
  }
}
