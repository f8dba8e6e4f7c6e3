import Foundation
import PantauTestSupport
import Testing

/// Report pages in a real browser.
@Suite("Report page in a browser", .enabled(if: Browser.path != nil, Browser.isMissing), .serialized)
struct BrowserTests {
  let folder: TemporaryFolder
  let page: String

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(InventedLedger.lines, to: "catatan.jsonl")
    page = folder.path("halaman.html")
    let line = """
      $P merge catatan.jsonl --store buku.sqlite --quiet &&
        $P report --store buku.sqlite --as-of 2025-06-30 --out halaman.html --quiet
      """
    #expect(try Command.shell(line, in: folder.path).status == 0)
  }

  @Test("nothing that an article says becomes an element, an attribute or a command")
  func inert() throws {
    let dom = try Browser.run("--dump-dom", page: page, in: folder.path)
    #expect(dom.contains("<title>Promised and reported: all regions – 2025-06-30</title>"))
    #expect(dom.components(separatedBy: "<article ").count == 7)
    for word in ["<script", "<img", "<svg onload", "javascript:"] { #expect(!dom.contains(word), "\(word)") }
    #expect(dom.range(of: "<[a-z]+[^>]* on[a-z]+=", options: .regularExpression) == nil)
    #expect(dom.contains("&lt;script&gt;document.title='dibajak'&lt;/script&gt;"))
    #expect(dom.components(separatedBy: "<mark>").count == dom.components(separatedBy: "</mark>").count)
  }

  @Test("fits the window, and every text can be read, by day and by night", arguments: ["light", "dark"])
  func legible(scheme: String) throws {
    try folder.write(BrowserTests.probe, to: "periksa.html")
    let night = scheme == "dark" ? "--blink-settings=preferredColorScheme=0" : ""
    let dom = try Browser.run(
      "\(night) --virtual-time-budget=8000 --dump-dom", page: folder.path("periksa.html"), in: folder.path)
    let found = dom.components(separatedBy: "<pre>").dropFirst().first?.components(separatedBy: "</pre>")
      .first
    let lines = try #require(found).split(separator: "\n")
    #expect(lines.first == "scheme \(scheme)")
    #expect(lines.contains { $0.hasPrefix("texts ") && $0 != "texts 0" })
    #expect(lines.filter { $0.hasPrefix("fault") }.map(String.init) == [])
  }

  @Test("prints")
  func prints() throws {
    _ = try Browser.run("--no-pdf-header-footer --print-to-pdf=cetak.pdf", page: page, in: folder.path)
    let bytes = try folder.bytes("cetak.pdf")
    #expect(bytes.starts(with: Array("%PDF".utf8)))
    #expect(bytes.count > 10_000)
  }

  /// Looks at the page at three widths: whether it is wider than the window, whether a chart's text leaves the chart,
  /// and whether every text has a contrast of at least 4.5 (WCAG 2.2, success criterion 1.4.3).
  private static let probe = """
    <!DOCTYPE html><meta charset="utf-8"><pre></pre><script>
    const out = [];
    function channel(value) {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    }
    function light(colour) {
      const [red, green, blue] = colour.match(/[\\d.]+/g).map(Number);
      return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
    }
    function ground(element, view) {
      for (let node = element; node; node = node.parentElement) {
        const colour = view.getComputedStyle(node).backgroundColor;
        if (colour !== "rgba(0, 0, 0, 0)") return colour;
      }
      return "rgb(255, 255, 255)";
    }
    function look(frame, width) {
      const view = frame.contentWindow, page = frame.contentDocument;
      const root = page.documentElement;
      if (width === 1200) {
        out.push("scheme " + (view.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"));
      }
      if (root.scrollWidth > width) out.push("fault: " + root.scrollWidth + " wide at " + width);
      for (const text of page.querySelectorAll("svg.chart text")) {
        const inner = text.getBoundingClientRect(), outer = text.closest("svg").getBoundingClientRect();
        if (inner.left < outer.left - 1 || inner.right > outer.right + 1 || inner.top < outer.top - 1) {
          out.push("fault: '" + text.textContent + "' leaves its chart at " + width);
        }
      }
      let texts = 0;
      const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || !element.getClientRects().length) continue;
        texts += 1;
        const style = view.getComputedStyle(element);
        const ink = light(element.closest("svg") ? style.fill : style.color), paper = light(ground(element, view));
        const contrast = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
        if (contrast < 4.5) out.push("fault: contrast " + contrast.toFixed(2) + ": " + walker.currentNode.data);
      }
      out.push("texts " + texts);
    }
    async function run() {
      for (const width of [1200, 700, 360]) {
        const frame = document.createElement("iframe");
        frame.width = width; frame.height = 900; frame.style.border = "0"; frame.src = "halaman.html";
        document.body.append(frame);
        await new Promise((done) => { frame.onload = done; });
        try { look(frame, width); } catch (error) { out.push("fault: " + error); }
      }
      document.querySelector("pre").textContent = out.join("\\n");
    }
    run();
    </script>
    """
}
