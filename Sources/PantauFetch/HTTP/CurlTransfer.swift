internal import CCurl

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// One request under way: what libcurl's callbacks write into.
final class CurlTransfer {
  let request: HTTPRequest
  /// Why the transfer was ended from here, nil where libcurl ended it.
  var fault: HTTPFault?

  private let policy: AddressPolicy
  private let proxies: ProxyEnvironment
  private let begun = ContinuousClock.now
  private var header = HeaderBlock()
  private var headerBytes = 0
  private var decoder: ContentDecoder?
  private var encodedBytes = 0
  private var refused: NetworkAddress?
  private var fieldList: UnsafeMutablePointer<curl_slist>?
  private var resolveList: UnsafeMutablePointer<curl_slist>?

  init(_ request: HTTPRequest, policy: AddressPolicy, proxies: ProxyEnvironment) {
    self.request = request
    self.policy = policy
    self.proxies = proxies
  }

  /// Frees what libcurl was lent, after it has let go of the handle.
  func free() {
    curl_slist_free_all(fieldList)
    curl_slist_free_all(resolveList)
    (fieldList, resolveList) = (nil, nil)
  }

  func isSilent(at now: ContinuousClock.Instant) -> Bool {
    headerBytes == 0 && now - begun > .seconds(request.limits.connect + request.limits.firstByte)
  }

  // MARK: - Setting up

  func prepare(_ easy: UnsafeMutableRawPointer, _ options: CurlTransport.Options, resolved: [String]) {
    func set(_ option: CURLoption, _ value: Int) { _ = pantau_curl_set_long(easy, option, value) }
    let limits = request.limits
    _ = pantau_curl_set_text(easy, CURLOPT_URL, request.address.description)
    _ = pantau_curl_set_text(easy, CURLOPT_USERAGENT, options.userAgent)
    pantau_curl_only_web(easy)
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_PATH_AS_IS, 1)
    set(CURLOPT_FOLLOWLOCATION, 0)
    // What a proxy says about its tunnel is no header of the answer.
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    if let file = options.certificates { _ = pantau_curl_set_text(easy, CURLOPT_CAINFO, file) }
    set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
    set(CURLOPT_CONNECTTIMEOUT_MS, Int(limits.connect * 1000))
    set(CURLOPT_TIMEOUT_MS, Int(limits.whole * 1000))
    set(CURLOPT_LOW_SPEED_LIMIT, limits.slowRate)
    set(CURLOPT_LOW_SPEED_TIME, limits.slowSeconds)
    if let credentials = request.address.credentials {
      _ = pantau_curl_set_text(easy, CURLOPT_USERPWD, credentials)
    }
    for field in request.fields + [HeaderField(name: "Accept-Encoding", value: ContentDecoder.accepted)] {
      fieldList = curl_slist_append(fieldList, "\(field.name): \(field.value)")
    }
    _ = pantau_curl_set_pointer(easy, CURLOPT_HTTPHEADER, fieldList)
    for entry in resolved { resolveList = curl_slist_append(resolveList, entry) }
    if resolveList != nil { _ = pantau_curl_set_pointer(easy, CURLOPT_RESOLVE, resolveList) }
    setCallbacks(easy)
  }

  private func setCallbacks(_ easy: UnsafeMutableRawPointer) {
    let owner = Unmanaged.passUnretained(self).toOpaque()
    _ = pantau_curl_set_pointer(easy, CURLOPT_HEADERDATA, owner)
    _ = pantau_curl_set_sink(easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, owner in
      CurlTransfer.at(owner).takeHeader(bytes, size * count)
    }
    _ = pantau_curl_set_pointer(easy, CURLOPT_WRITEDATA, owner)
    _ = pantau_curl_set_sink(easy, CURLOPT_WRITEFUNCTION) { bytes, size, count, owner in
      CurlTransfer.at(owner).takeBody(bytes, size * count)
    }
    _ = pantau_curl_set_pointer(easy, CURLOPT_OPENSOCKETDATA, owner)
    _ = pantau_curl_set_open(easy) { owner, _, address in
      guard let address else { return pantau_curl_no_socket() }
      return CurlTransfer.at(owner).open(address)
    }
  }

  private static func at(_ owner: UnsafeMutableRawPointer?) -> CurlTransfer {
    guard let owner else { preconditionFailure("libcurl lost its owner") }
    return Unmanaged<CurlTransfer>.fromOpaque(owner).takeUnretainedValue()
  }

  // MARK: - What libcurl calls

  /// A socket for `address`, unless the policy refuses it.
  private func open(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
    let endpoint = withUnsafePointer(to: &address.pointee.addr) { NetworkEndpoint($0) }
    guard let endpoint,
      policy.allows(endpoint.address, forHost: request.address.host)
        || proxies.isProxy(endpoint, for: request.address)
    else {
      refused = endpoint?.address
      return pantau_curl_no_socket()
    }
    #if canImport(Darwin)
      return socket(address.pointee.family, address.pointee.socktype, address.pointee.protocol)
    #else
      let type = address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
      return socket(address.pointee.family, type, address.pointee.protocol)
    #endif
  }

  /// Fewer bytes than given end the transfer.
  private func takeHeader(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
    headerBytes += count
    guard headerBytes <= request.limits.header else {
      fault = HTTPFault(
        code: .headerTooLarge, message: "the header is larger than \(request.limits.header >> 10) KiB")
      return 0
    }
    let raw = UnsafeRawBufferPointer(start: bytes, count: count)
    header.add(line: Array(raw)[...])
    return count
  }

  private func takeBody(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
    encodedBytes += count
    guard encodedBytes <= request.limits.encodedBody else { return stop(.tooLarge) }
    do throws(ContentDecoder.Fault) {
      let decoder = try bodyDecoder()
      try decoder.feed(UnsafeRawBufferPointer(start: bytes, count: count).assumingMemoryBound(to: UInt8.self))
      return count
    } catch {
      return stop(error)
    }
  }

  private func bodyDecoder() throws(ContentDecoder.Fault) -> ContentDecoder {
    if let decoder { return decoder }
    let new = try ContentDecoder(codings: header["content-encoding"], limit: request.limits.body)
    decoder = new
    return new
  }

  private func stop(_ reason: ContentDecoder.Fault) -> Int {
    fault = CurlTransfer.fault(reason, limit: request.limits)
    return 0
  }

  // MARK: - The end

  func result(_ easy: UnsafeMutableRawPointer, _ code: CURLcode) -> Result<HTTPResponse, HTTPFault> {
    if let fault {
      guard fault.code == .tooLarge, request.limits.takesPart else { return .failure(fault) }
      return .success(response(easy))
    }
    guard code == CURLE_OK else { return .failure(fault(code)) }
    do throws(ContentDecoder.Fault) {
      try decoder?.finish()
    } catch {
      return .failure(CurlTransfer.fault(error, limit: request.limits))
    }
    return .success(response(easy))
  }

  private func response(_ easy: UnsafeMutableRawPointer) -> HTTPResponse {
    var text: UnsafeMutablePointer<CChar>?
    _ = pantau_curl_get_text(easy, CURLINFO_PRIMARY_IP, &text)
    return HTTPResponse(
      status: header.status, fields: header.fields, body: decoder?.output ?? [],
      ip: text.map { String(cString: $0) })
  }

  private static func fault(_ reason: ContentDecoder.Fault, limit: HTTPLimits) -> HTTPFault {
    switch reason {
    case .tooLarge:
      HTTPFault(
        code: .tooLarge, message: "the body is larger than \(max(1, limit.body >> 20)) MiB when decompressed")
    case .cut: HTTPFault(code: .badCompression, message: "the compressed body breaks off")
    case .damaged: HTTPFault(code: .badCompression, message: "the compressed body is damaged")
    case .unknownCoding(let name):
      HTTPFault(
        code: .badCompression,
        message: "the body is compressed as '\(name.prefix(40))', which was not asked for")
    }
  }

  private func fault(_ code: CURLcode) -> HTTPFault {
    if let refused, code == CURLE_COULDNT_CONNECT {
      return HTTPFault(
        code: .refusedAddress,
        message: AddressPolicy.advice("\(request.address.host) is at \(refused), which is not public"))
    }
    let text = String(cString: curl_easy_strerror(code))
    let kind: HTTPFault.Code =
      switch code {
      case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .unresolved
      case CURLE_COULDNT_CONNECT: .unreachable
      // libcurl's own limit on a line of a header, about 100 KB.
      case CURLE_OUT_OF_MEMORY where decoder == nil: .headerTooLarge
      case CURLE_OPERATION_TIMEDOUT: headerBytes > 0 ? .tooSlow : .timeOut
      case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING: .cut
      case CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_HTTP2_STREAM: .broken
      case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER,
        CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR:
        .insecure
      default: .protocolFault
      }
    return HTTPFault(code: kind, message: text.prefix(1).lowercased() + text.dropFirst())
  }
}
