internal import CCurl

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Carries requests out through libcurl's multi interface, on the thread that calls it.
///
/// Follows no redirect, keeps no cookie, and asks ``AddressPolicy`` about each address at the moment a socket for it would
/// be opened, which is after every name has been looked up.
final class CurlTransport: HTTPTransport {
  struct Options: Sendable {
    var userAgent: String
    var policy = AddressPolicy()
    var resolved: [String] = []
  }

  /// `NAME:PORT:ADDRESS`, what libcurl is told about names instead of asking.
  var resolved: [String]
  private let options: Options
  private let multi: UnsafeMutableRawPointer
  private let proxies: Set<NetworkAddress>
  private var active: [UnsafeMutableRawPointer: CurlTransfer] = [:]
  private var idle: [UnsafeMutableRawPointer] = []
  private var finished: [HTTPReply] = []

  private static let isStarted: Bool = curl_global_init(pantau_curl_global()) == CURLE_OK
  private static let maximumIdle = 64

  init(_ options: Options) {
    precondition(CurlTransport.isStarted, "libcurl cannot start")
    guard let multi = curl_multi_init() else { preconditionFailure("libcurl cannot start: no memory") }
    self.options = options
    resolved = options.resolved
    self.multi = multi
    proxies = ProxyEnvironment.addresses()
    _ = pantau_curl_set_multi(multi, CURLMOPT_MAXCONNECTS, 256)
  }

  deinit {
    for (easy, transfer) in active {
      curl_multi_remove_handle(multi, easy)
      curl_easy_cleanup(easy)
      transfer.free()
    }
    for easy in idle { curl_easy_cleanup(easy) }
    curl_multi_cleanup(multi)
  }

  func start(_ request: HTTPRequest) {
    guard let easy = idle.popLast() ?? curl_easy_init() else {
      finished.append(
        HTTPReply(
          id: request.id, result: .failure(HTTPFault(code: .broken, message: "libcurl has no memory left"))))
      return
    }
    let transfer = CurlTransfer(request, policy: options.policy, proxies: proxies)
    transfer.prepare(easy, userAgent: options.userAgent, resolved: resolved)
    active[easy] = transfer
    let status = curl_multi_add_handle(multi, easy)
    precondition(status == CURLM_OK, "libcurl refuses a request of its own making")
  }

  func replies(within seconds: Double) -> [HTTPReply] {
    var running: Int32 = 0
    curl_multi_perform(multi, &running)
    collect()
    if finished.isEmpty, seconds > 0 {
      curl_multi_poll(multi, nil, 0, Int32(min(seconds, 60) * 1000), nil)
      curl_multi_perform(multi, &running)
      collect()
    }
    stopSilent()
    defer { finished = [] }
    return finished
  }

  private func collect() {
    var left: Int32 = 0
    while let message = curl_multi_info_read(multi, &left) {
      guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle else { continue }
      end(easy, pantau_curl_outcome(message))
    }
  }

  /// Ends the requests whose first byte is overdue; libcurl itself has no such limit.
  private func stopSilent() {
    let now = ContinuousClock.now
    for (easy, transfer) in active where transfer.isSilent(at: now) {
      transfer.fault = HTTPFault(
        code: .timeOut, message: "no answer within \(Int(transfer.request.limits.firstByte)) s")
      end(easy, CURLE_OPERATION_TIMEDOUT)
    }
  }

  private func end(_ easy: UnsafeMutableRawPointer, _ code: CURLcode) {
    guard let transfer = active.removeValue(forKey: easy) else { return }
    let result = transfer.result(easy, code)
    curl_multi_remove_handle(multi, easy)
    transfer.free()
    if idle.count < CurlTransport.maximumIdle {
      curl_easy_reset(easy)
      idle.append(easy)
    } else {
      curl_easy_cleanup(easy)
    }
    finished.append(HTTPReply(id: transfer.request.id, result: result))
  }
}

/// Addresses of the proxies that the environment names; a connection to one of them is no connection to a private page.
private enum ProxyEnvironment {
  static func addresses() -> Set<NetworkAddress> {
    var found: Set<NetworkAddress> = []
    for name in ["http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"] {
      guard let value = getenv(name), value.pointee != 0 else { continue }
      let text = String(cString: value)
      let plain = text.split(separator: "://", maxSplits: 1).last.map(String.init) ?? text
      guard let address = try? WebAddress("http://" + plain) else { continue }
      found.formUnion(lookUp(address.host.filter { $0 != "[" && $0 != "]" }))
    }
    return found
  }

  private static func lookUp(_ host: String) -> Set<NetworkAddress> {
    var list: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, nil, nil, &list) == 0 else { return [] }
    defer { freeaddrinfo(list) }
    var found: Set<NetworkAddress> = []
    var next = list
    while let entry = next {
      if let raw = entry.pointee.ai_addr, let address = NetworkAddress(raw) { found.insert(address) }
      next = entry.pointee.ai_next
    }
    return found
  }
}
