import Testing

@testable import PantauFetch

@Suite("Addresses")
struct WebAddressTests {
  @Test(
    "an address has one normal form",
    arguments: [
      ("HTTP://Berita.Example.ID:80/Desa/../Kota/./a?b=1#isi", "http://berita.example.id/Kota/a?b=1"),
      ("https://berita.example.id", "https://berita.example.id/"),
      ("https://berita.example.id:443?x", "https://berita.example.id/?x"),
      ("https://berita.example.id:8443/", "https://berita.example.id:8443/"),
      ("  https://berita.example.id/a\n/b\t ", "https://berita.example.id/a/b"),
      ("https:\\\\berita.example.id\\a\\b?c=\\d", "https://berita.example.id/a/b?c=%5Cd"),
      (
        "https://berita.example.id/%7euser/%2fx/%C3%a9/é",
        "https://berita.example.id/~user/%2Fx/%C3%A9/%C3%A9"
      ),
      ("https://berita.example.id/a/%2e%2E/b", "https://berita.example.id/b"),
      ("https://berita.example.id/../../etc/passwd", "https://berita.example.id/etc/passwd"),
      ("https://berita.example.id/..%2f..%2fetc", "https://berita.example.id/..%2F..%2Fetc"),
      ("https://berita.example.id/a b<c>\"%zz", "https://berita.example.id/a%20b%3Cc%3E%22%25zz"),
      ("https://berita.example.id./a//b/", "https://berita.example.id/a//b/"),
      ("http://2130706433/", "http://127.0.0.1/"), ("http://0x7f.1/", "http://127.0.0.1/"),
      ("http://017700000001/", "http://127.0.0.1/"), ("http://127.1:8080/", "http://127.0.0.1:8080/"),
      ("http://[0:0::1]:81/x", "http://[::1]:81/x"), ("http://%31%32%37.0.0.1/", "http://127.0.0.1/"),
      ("https://user:rahasia@berita.example.id/a", "https://berita.example.id/a"),
      ("https:///berita.example.id/a", "https://berita.example.id/a"),
    ])
  func normal(text: String, expected: String) throws {
    let address = try WebAddress(text)
    #expect(address.description == expected)
    #expect(try WebAddress(expected) == address)
  }

  @Test(
    "what is no address of the web is refused",
    arguments: [
      ("file:///etc/passwd", WebAddress.Fault.scheme("file")), ("data:text/html,x", .scheme("data")),
      ("gopher://a/", .scheme("gopher")), ("javascript:alert(1)", .scheme("javascript")),
      ("berita.example.id", .scheme("")), ("", .scheme("")), ("http://", .malformed),
      ("http://a b/", .malformed), ("http://a:99999/", .malformed), ("http://a:x/", .malformed),
      ("http://[::1/", .malformed), ("http://[zz]/", .malformed), ("http://a%2fb/", .malformed),
      ("http://1.2.3.4.5/", .malformed), ("http://a%00b/", .malformed), ("http://a../", .malformed),
      ("http://.a/", .malformed),
      ("http://a..b/", .malformed), ("http://a/" + String(repeating: "x", count: 9000), .tooLong),
    ])
  func refused(text: String, fault: WebAddress.Fault) {
    #expect(throws: fault) { try WebAddress(text) }
  }

  @Test(
    "a relative address is resolved as RFC 3986 shows, 5.4",
    arguments: [
      ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
      ("//g", "http://g/"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"),
      ("#s", "http://a/b/c/d;p?q"),
      ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("..", "http://a/b/"), ("../g", "http://a/b/g"),
      ("../..", "http://a/"), ("../../../g", "http://a/g"), ("g;x=1/../y", "http://a/b/c/y"),
      ("g/./h", "http://a/b/c/g/h"), ("https://x/y", "https://x/y"),
    ])
  func relative(text: String, expected: String) throws {
    #expect(try WebAddress(text, relativeTo: WebAddress("http://a/b/c/d;p?q")).description == expected)
  }

  @Test(
    "parameters that say where a reader came from are left out",
    arguments: [
      ("https://a.id/x?utm_source=wa&id=7&fbclid=q#k", "https://a.id/x?id=7"),
      ("https://a.id/x?UTM_Medium=1", "https://a.id/x"), ("https://a.id/x?b=2&a=1", "https://a.id/x?b=2&a=1"),
    ])
  func canonical(text: String, expected: String) throws {
    #expect(try WebAddress(text).canonical.description == expected)
  }

  @Test(
    "all addresses of one page have one key",
    arguments: [
      ("http://www.a.id/desa/x", "https://a.id/desa/x/"),
      ("https://a.id/desa/x?page=all", "https://a.id/desa/x"),
      ("https://a.id/desa/x/amp", "https://a.id/desa/x"), ("https://a.id/amp/desa/x", "https://a.id/desa/x"),
      ("https://a.id/x?amp=1&id=3", "https://a.id/x?id=3"), ("https://amp.a.id/x", "https://www.a.id/x"),
      ("https://a.id/x?single=1", "https://a.id/x"),
    ])
  func twins(one: String, other: String) throws {
    #expect(try WebAddress(one).key == WebAddress(other).key)
  }

  @Test("long addresses that differ at their end have different keys")
  func long() throws {
    let stem = "https://a.id/" + String(repeating: "koperasi-", count: 60)
    let keys = try Set((0..<1000).map { try WebAddress(stem + "\($0)").key })
    #expect(keys.count == 1000)
  }

  @Test(
    "the part of a split article is told by its address",
    arguments: [
      ("https://a.id/x?page=2", 2), ("https://a.id/x/3", 3), ("https://a.id/x/page/4", 4),
      ("https://a.id/2025", nil),
      ("https://a.id/x?halaman=5", 5), ("https://a.id/x?page=all", nil), ("https://a.id/x", nil),
    ] as [(String, Int?)])
  func part(text: String, number: Int?) throws {
    #expect(try WebAddress(text).part?.number == number)
  }
}

@Suite("Network addresses")
struct NetworkAddressTests {
  @Test(
    "addresses that are nobody's on the public internet are known",
    arguments: [
      "127.0.0.1", "127.255.255.254", "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255",
      "169.254.169.254",
      "172.16.0.1", "172.31.255.255", "192.168.1.1", "192.0.2.1", "198.18.0.1", "203.0.113.9", "224.0.0.1",
      "255.255.255.255", "100.100.100.200", "168.63.129.16", "::1", "::", "fe80::1", "fc00::1",
      "fd00:ec2::254",
      "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::a9fe:a9fe", "2002:7f00:1::", "2001:db8::1",
      "2001::1", "3fff::1",
    ])
  func reserved(text: String) throws { #expect(try !#require(NetworkAddress(text)).isPublic) }

  @Test(
    "public addresses are known",
    arguments: [
      "1.1.1.1", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1", "192.167.1.1", "8.8.8.8",
      "2606:4700::1111", "2a00:1450::1", "::ffff:8.8.8.8", "64:ff9b::808:808",
    ])
  func open(text: String) throws { #expect(try #require(NetworkAddress(text)).isPublic) }

  @Test(
    "what the user names is allowed, and nothing else",
    arguments: [
      ("127.0.0.1", "berita.id", false, []), ("127.0.0.1", "berita.id", true, ["127.0.0.1"]),
      ("127.0.0.2", "berita.id", false, ["127.0.0.1"]), ("127.0.0.2", "berita.id", true, ["127.0.0.0/8"]),
      ("10.0.0.1", "intranet", true, ["intranet"]), ("10.0.0.1", "lain", false, ["intranet"]),
      ("10.0.0.1", "a.dalam.id", true, ["*.dalam.id"]), ("10.0.0.1", "dalam.id", false, ["*.dalam.id"]),
      ("::1", "localhost", true, ["::1"]), ("8.8.8.8", "berita.id", true, []),
    ] as [(String, String, Bool, [String])])
  func policy(address: String, host: String, isAllowed: Bool, names: [String]) throws {
    let policy = try #require(AddressPolicy(allowing: names))
    #expect(policy.allows(try #require(NetworkAddress(address)), forHost: host) == isAllowed)
  }

  @Test(
    "what is neither a host nor a network is refused",
    arguments: ["", "a b", "10.0.0.0/33", "10.0.0.0/x", "*."])
  func fault(name: String) { #expect(AddressPolicy(allowing: [name]) == nil) }
}
