internal import CCurl

/// Carries requests out through libcurl's multi interface, on the thread that calls it.
///
/// Follows no redirect, keeps no cookie, and asks ``AddressPolicy`` about each address at the moment a socket for it would
/// be opened, which is after every name has been looked up.
final class CurlTransport: HTTPTransport {
  struct Options: Sendable {
    var userAgent: String
    var policy = AddressPolicy()
    var resolved: [String] = []
    var proxies = ProxyEnvironment()
    /// A file of certificates to trust instead of the system's.
    var certificates: String?
  }

  /// `NAME:PORT:ADDRESS`, what libcurl is told about names instead of asking.
  var resolved: [String]
  private let options: Options
  private let multi: UnsafeMutableRawPointer
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
    if options.proxies.mustRefuse(request.address, options.policy) {
      let fact = "\(request.address.host), which a proxy would look up, is no public name"
      let fault = HTTPFault(code: .refusedAddress, message: AddressPolicy.advice(fact))
      return finished.append(HTTPReply(id: request.id, result: .failure(fault)))
    }
    guard let easy = idle.popLast() ?? curl_easy_init() else {
      finished.append(
        HTTPReply(
          id: request.id, result: .failure(HTTPFault(code: .broken, message: "libcurl has no memory left"))))
      return
    }
    let transfer = CurlTransfer(request, policy: options.policy, proxies: options.proxies)
    transfer.prepare(easy, options, resolved: resolved)
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
