import Foundation
import PantauTestSupport
import Testing

/// Archives between this program and others.
@Suite("web archives")
struct ArchiveTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  static let hasWarcio = (try? Command.shell("python3 -c 'import warcio'").status) == 0
  private static let why: Comment = "python3 with warcio is not installed: python3 -m pip install warcio"

  @Test("what is kept here passes warcio's check, and warcio reads every page", .enabled(if: hasWarcio, why))
  func written() throws {
    let server = try FetchTests.site(5)
    defer { server.close() }
    try folder.write("<html><body><p>Dari berkas, bukan dari jaringan.</p></body></html>", to: "lokal/a.html")
    let result = try Command.run(
      ["fetch", server.url("/feed"), "lokal", "--into", "hal", "--allow-host", "127.0.0.1", "--delay", "0"],
      in: folder.path)
    #expect(result.status == 0)
    let check = try Command.shell("python3 -m warcio.cli check -v hal/pages-00001.warc.gz", in: folder.path)
    #expect(check.status == 0)
    #expect(check.text.components(separatedBy: "digest pass").count - 1 == 7)
    #expect(!check.text.contains("digest failed"))
    try folder.write(
      """
      from warcio.archiveiterator import ArchiveIterator
      for record in ArchiveIterator(open('hal/pages-00001.warc.gz', 'rb'), check_digests='raise'):
          body = record.content_stream().read()
          head = record.http_headers.get_statuscode() if record.http_headers else '-'
          print(record.rec_type, record.rec_headers.get_header('WARC-Target-URI'), head, len(body) > 40)
      """, to: "baca.py")
    let read = try Command.shell("python3 baca.py", in: folder.path)
    #expect(read.status == 0)
    let pages = (0..<5).map { "response \(server.url("/\($0)")) 200 True" }
    #expect(Set(pages).isSubset(of: Set(read.lines.map(String.init))))
    #expect(read.lines.contains { $0.hasPrefix("resource urn:pantau:lokal/a.html") })
    #expect(read.lines.first?.hasPrefix("warcinfo") == true)
  }

  @Test("what warcio writes is read here: by record, as one file, and plain", .enabled(if: hasWarcio, why))
  func read() throws {
    try folder.write(FetchTests.article, to: "isi.html")
    try folder.write(
      """
      from gzip import compress
      from io import BytesIO
      from warcio.warcwriter import WARCWriter
      from warcio.statusandheaders import StatusAndHeaders
      body = open('isi.html', 'rb').read()
      for name, packed in [('satu.warc.gz', True), ('dua.warc', False)]:
          with open(name, 'wb') as out:
              writer = WARCWriter(out, gzip=packed, warc_version='1.1')
              out_info = writer.create_warcinfo_record(name, {'software': 'warcio'})
              writer.write_record(out_info)
              for number in range(3):
                  fields = [('Content-Type', 'text/html; charset=utf-8')]
                  data = body
                  if number == 1:
                      data = compress(body)
                      fields.append(('Content-Encoding', 'gzip'))
                  if number == 2:
                      data = b'%x\\r\\n%s\\r\\n0\\r\\n\\r\\n' % (len(body), body)
                      fields.append(('Transfer-Encoding', 'chunked'))
                  head = StatusAndHeaders('200 OK', fields, protocol='HTTP/1.1')
                  record = writer.create_warc_record(f'https://a.id/{number}', 'response', payload=BytesIO(data), http_headers=head)
                  writer.write_record(record)
                  writer.write_record(writer.create_revisit_record(f'https://a.id/r{number}', 'sha1:X', f'https://a.id/{number}', '2025-05-26T00:00:00Z'))
      open('tiga.warc.gz', 'wb').write(compress(open('dua.warc', 'rb').read()))
      """, to: "tulis.py")
    #expect(try Command.shell("python3 tulis.py", in: folder.path).status == 0)
    for name in ["satu.warc.gz", "dua.warc", "tiga.warc.gz"] {
      let result = try Command.run(["clean", name], in: folder.path)
      #expect(result.status == 0)
      #expect(result.lines.count == 3)
      #expect(result.lines.allSatisfy { $0.contains("64 koperasi kelurahan merah putih") })
      #expect(result.text.contains("\"url\":\"https://a.id/2\""))
    }
  }

  /// A file as CC-NEWS has them: warcinfo, then pairs of request and response, codings renamed by the crawler.
  private func news(_ count: Int) throws {
    var number = 1000
    func record(_ type: String, _ target: String, _ kind: String, _ block: String) throws {
      let head = """
        WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(target)\r\nWARC-Date: 2025-05-26T08:00:00Z\r\n\
        WARC-Record-ID: <urn:uuid:\(UUID().uuidString.lowercased())>\r\nWARC-IP-Address: 103.1.1.1\r\n\
        Content-Type: \(kind)\r\nContent-Length: \(block.utf8.count)\r\n\r\n
        """
      number += 1
      try folder.write(head + block + "\r\n\r\n", to: "rekaman/\(number)")
    }
    try record("warcinfo", "x", "application/warc-fields", "software: StormCrawler\r\nisPartOf: CC-NEWS\r\n")
    for page in 0..<count {
      let target = "https://www.berita.example.id/2025/05/26/\(page)/koperasi"
      try record(
        "request", target, "application/http; msgtype=request",
        "GET / HTTP/1.1\r\nHost: www.berita.example.id\r\n\r\n")
      let body = FetchTests.article.replacingOccurrences(of: "64", with: "\(64 + page)")
      let head =
        "HTTP/1.1 200 OK\r\nX-Crawler-content-encoding: gzip\r\nX-Crawler-transfer-encoding: chunked\r\n"
        + "content-type: text/html; charset=UTF-8\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
      try record("response", target, "application/http; msgtype=response", head + body)
    }
    _ = try Command.shell(
      "for f in rekaman/*; do gzip -c $f; done > CC-NEWS-20250526.warc.gz", in: folder.path)
  }

  @Test("a file of the form of CC-NEWS goes through run, directly and through a folder")
  func commonCrawl() throws {
    try news(4)
    let direct = try Command.run(["run", "CC-NEWS-20250526.warc.gz", "--out", "a"], in: folder.path)
    #expect(direct.status == 0)
    #expect(direct.messages.contains("4 articles: 4 new"))
    #expect(direct.text.contains("Kota Batam"))
    _ = try Command.run(["fetch", "CC-NEWS-20250526.warc.gz", "--into", "hal"], in: folder.path)
    let through = try Command.run(["run", "hal", "--out", "b"], in: folder.path)
    #expect(through.messages.contains("4 articles: 4 new"))
    #expect(through.text == direct.text)
  }
}
