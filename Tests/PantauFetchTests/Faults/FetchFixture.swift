import PantauRecords
import PantauTestSupport
import Testing

@testable import PantauFetch

/// A server on this machine, and a folder that a fetcher fills from it.
final class FetchFixture {
  let server: LoopbackServer
  let folder: TemporaryFolder
  var options = FetchOptions(product: "pantau/uji")
  /// Changes to what the fetcher goes by.
  var adjust: (inout FetchLimits) -> Void = { _ in }
  /// Hours by which the fetcher's clock is ahead.
  var hours = 0.0
  private(set) var failures: [Failure] = []
  /// What a dry run told: address, day and title.
  private(set) var told: [String] = []

  /// robots.txt is missing unless `answer` has one.
  init(_ answer: @escaping @Sendable (LoopbackServer.Request) -> LoopbackServer.Answer) throws {
    server = try LoopbackServer(answer)
    folder = try TemporaryFolder()
    options.allowedHosts = ["127.0.0.1"]
    options.delay = 0
  }

  deinit { server.close() }

  var path: String { folder.path("halaman") }

  /// Fetches the pages at `targets`, named by a list.
  @discardableResult
  func fetch(pages targets: [String]) throws -> FetchSummary {
    let list = try folder.write(
      targets.map { $0.hasPrefix("/") ? server.url($0) : $0 }.joined(separator: "\n"), to: "alamat.txt")
    return try fetch([list])
  }

  /// Fetches `sources`: paths of the server, whole addresses, or paths below the folder.
  @discardableResult
  func fetch(_ sources: String...) throws -> FetchSummary { try fetch(sources) }

  @discardableResult
  func fetch(_ sources: [String]) throws -> FetchSummary {
    try fetch(from: sources.map { source($0) })
  }

  @discardableResult
  func fetch(from sources: [FetchSource]) throws -> FetchSummary {
    let policy = try #require(AddressPolicy(allowing: options.allowedHosts))
    let transport = CurlTransport.Options(
      userAgent: options.userAgent, policy: policy, resolved: options.resolved)
    let clock = FetchClock(start: FetchClock.wall() + hours * 3600)
    let fetcher = try Fetcher(options, into: path, policy: policy, clock: clock) { CurlTransport(transport) }
    fetcher.limits.backOff = 0.01
    adjust(&fetcher.limits)
    (failures, told) = ([], [])
    var listener = Fetcher.Listener()
    listener.failure = { self.failures.append($0) }
    listener.wouldAsk = { address, title, day in
      self.told.append("\(address) \(day?.description ?? "-") \(title ?? "-")")
    }
    return try fetcher.run(sources, listener: listener)
  }

  /// Paths of the server that have been asked for, robots.txt left out.
  var asked: [String] { server.requests.map(\.target).filter { $0 != "/robots.txt" } }

  /// A path of the server, a whole address or a path below the folder, with words and a name of its own.
  func source(_ path: String, match: [String] = [], name: String = "") -> FetchSource {
    let isOnServer = path.hasPrefix("/") && !path.hasPrefix(folder.path)
    var source = FetchSource(isOnServer ? server.url(path) : path)
    (source.match, source.name) = (match, name)
    return source
  }

  /// State and reason of an address.
  func outcome(_ source: String) throws -> String {
    let address = source.hasPrefix("/") ? server.url(source) : source
    let line = try FetchStatus(folder: path).lines.first { $0.address == address }
    return line.map { $0.reason.isEmpty ? $0.state.rawValue : "\($0.state.rawValue) \($0.reason)" }
      ?? "unknown"
  }

  /// The pages of the folder, by address.
  func pages() throws -> [String: Page] {
    var pages: [String: Page] = [:]
    for entry in LocalSource([path]) {
      switch try entry.document() {
      case .page(let page): pages[page.source.url ?? ""] = page
      case .parts(let parts): for page in parts { pages[page.source.url ?? ""] = page }
      case .article: break
      }
    }
    return pages
  }
}

extension LoopbackServer.Answer {
  /// A whole page whose body says `text`.
  static func html(_ text: String) -> LoopbackServer.Answer {
    .page("<!DOCTYPE html><html><body><p>\(text)</p></body></html>")
  }
}
