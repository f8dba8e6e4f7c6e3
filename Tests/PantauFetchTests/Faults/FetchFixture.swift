import PantauRecords
import PantauTestSupport

@testable import PantauFetch

/// A server on this machine, and a folder that a fetcher fills from it.
final class FetchFixture {
  let server: LoopbackServer
  let folder: TemporaryFolder
  var options = FetchOptions(product: "pantau/uji")
  /// Changes to what the fetcher goes by.
  var adjust: (inout FetchLimits) -> Void = { _ in }
  private(set) var failures: [Failure] = []

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
    let fetcher = try Fetcher(options, into: path)
    fetcher.limits.backOff = 0.01
    adjust(&fetcher.limits)
    failures = []
    var listener = Fetcher.Listener()
    listener.failure = { self.failures.append($0) }
    return try fetcher.run(
      sources.map { FetchSource($0.hasPrefix("/") && !$0.hasPrefix(folder.path) ? server.url($0) : $0) },
      listener: listener)
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
