import PantauTestSupport
import Testing

@Suite("Forms of clean")
struct CleanFormatTests {
  static let html = """
    <html><head><title>Sukamaju Kejar 12 Koperasi</title></head><body><article><h1>Sukamaju Kejar 12 Koperasi</h1>
    <p>Pemerintah Kabupaten Sukamaju mencatat <a href=https://kabar.example/d>45 koperasi</a> sudah berbadan hukum pekan ini.</p>
    <ul><li>Karang Asri punya 12 koperasi</li><li>Tirta punya 9 koperasi</li></ul>
    <p>Bupati Darma Wirata meminta para camat mendampingi desa yang belum menggelar musyawarah.</p></article></body></html>
    """

  @Test("articles as Markdown and text follow one another, failures leave nothing between them")
  func forms() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.html, to: "p/a.html")
    try folder.write("", to: "p/b.html")
    try folder.write(Self.html, to: "p/c.html")
    let markdown = try Command.run(["clean", folder.path("p"), "--format", "markdown", "--links"])
    #expect(markdown.status == 1)
    #expect(markdown.text.hasPrefix("# Sukamaju Kejar 12 Koperasi\n\nPemerintah"))
    #expect(markdown.text.contains("[45 koperasi](<https://kabar.example/d>)"))
    #expect(markdown.text.contains("\n\n- Karang Asri punya 12 koperasi\n- Tirta"))
    #expect(markdown.text.split(separator: "\n---\n").count == 2)
    let text = try Command.run(["clean", folder.path("p"), "--format", "text"])
    #expect(text.text.split(separator: "\u{0C}").count == 2)
    #expect(try Command.run(["clean", folder.path("p"), "--format", "text", "--links"]).status == 64)
  }

  @Test("the JSON form has the page's facts behind the article")
  func json() throws {
    let folder = try TemporaryFolder()
    let page = try folder.write(Self.html, to: "a.html")
    let line = try Command.run(["clean", page, "--links"]).text
    #expect(line.hasPrefix("{\"schema\":\"pantau/article/1\""))
    #expect(line.contains("musyawarah.\",\"page\":{\"published_at\":null"))
    #expect(line.contains("\"blocks\":[{\"kind\":\"item\",\"level\":1,\"start\":"))
    #expect(line.contains("\"links\":[{\"url\":\"https://kabar.example/d\",\"start\":"))
  }
}
