import Testing

@testable import PantauFetch

@Suite("Proxies of the environment")
struct ProxyEnvironmentTests {
  private func proxies(_ variables: [String: String]) -> ProxyEnvironment {
    ProxyEnvironment { variables[$0] }
  }

  static let endpoints:
    [(variables: [String: String], address: String, endpoint: (String, Int), isProxy: Bool)] = [
      (["http_proxy": "http://10.1.1.1:3128"], "http://a.id/", ("10.1.1.1", 3128), true),
      // Another port of the proxy's machine is no proxy, nor is it one for another scheme.
      (["http_proxy": "http://10.1.1.1:3128"], "http://a.id/", ("10.1.1.1", 80), false),
      (["http_proxy": "http://10.1.1.1:3128"], "https://a.id/", ("10.1.1.1", 3128), false),
      (["HTTP_PROXY": "http://10.1.1.1:3128"], "http://a.id/", ("10.1.1.1", 3128), false),
      (["https_proxy": "10.1.1.1:80"], "https://a.id/", ("10.1.1.1", 80), true),
      (["HTTPS_PROXY": "http://rina:ra@hasia@10.1.1.1:3128/"], "https://a.id/", ("10.1.1.1", 3128), true),
      (["ALL_PROXY": "socks5h://[fd00::1]:1080"], "http://a.id/", ("fd00::1", 1080), true),
      (["all_proxy": "10.1.1.1", "http_proxy": "10.1.1.2"], "http://a.id/", ("10.1.1.1", 1080), false),
      (["all_proxy": "10.1.1.1", "http_proxy": ""], "http://a.id/", ("10.1.1.1", 1080), true),
      (["all_proxy": "https://10.1.1.1"], "https://a.id/", ("10.1.1.1", 443), true),
      ([:], "http://a.id/", ("10.1.1.1", 3128), false),
    ]

  @Test("a proxy is known by address, port and scheme", arguments: endpoints.indices)
  func known(index: Int) throws {
    let (variables, address, (host, port), isProxy) = Self.endpoints[index]
    let endpoint = NetworkEndpoint(address: try #require(NetworkAddress(host)), port: port)
    #expect(proxies(variables).isProxy(endpoint, for: try WebAddress(address)) == isProxy)
  }

  @Test(
    "through a proxy only names of the public internet are asked",
    arguments: [
      ("http://berita.example.id/", false), ("http://localhost/", true), ("http://dalam.localhost/", true),
      ("http://intranet/", true), ("http://metadata.google.internal/", true), ("http://printer.local/", true),
      ("https://localhost/", false), ("http://10.0.0.1/", false), ("http://diizinkan/", false),
      ("http://x.kantor.local/", false), ("http://kantor.local/", false),
    ])
  func names(address: String, isRefused: Bool) throws {
    let found = proxies(["http_proxy": "10.1.1.1:3128", "no_proxy": ".kantor.local, 10.0.0.0/8"])
    let policy = try #require(AddressPolicy(allowing: ["diizinkan"]))
    #expect(found.mustRefuse(try WebAddress(address), policy) == isRefused)
    #expect(!ProxyEnvironment.none.mustRefuse(try WebAddress(address), policy))
  }
}
