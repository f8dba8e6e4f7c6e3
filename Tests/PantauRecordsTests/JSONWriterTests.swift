import Foundation
import PantauRecords
import Testing

@Suite struct JSONWriterTests {
  private func json(_ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    body(&writer)
    return String(decoding: writer.take(), as: UTF8.self)
  }

  @Test(arguments: [
    ("Batam", #""Batam""#),
    ("", #""""#),
    ("“Siap” – é 🎉", #""“Siap” – é 🎉""#),
    ("kata \"siap\"", #""kata \"siap\"""#),
    ("a\\b", #""a\\b""#),
    ("satu\ndua\rtiga\tempat", #""satu\ndua\rtiga\tempat""#),
    ("\u{0}\u{8}\u{C}\u{1F}", #""\u0000\u0008\u000c\u001f""#),
    ("</script>\u{2028}", "\"</script>\u{2028}\""),
    ("\"\u{301}", "\"\\\"\u{301}\""),
  ])
  func stringsAreEscaped(text: String, expected: String) throws {
    let written = json { $0.string(text) }
    #expect(written == expected)
    let read = try JSONDecoder().decode([String].self, from: Data("[\(written)]".utf8))
    #expect(read.map { Array($0.utf8) } == [Array(text.utf8)])
  }

  @Test(
    arguments: [
      (64, "64"), (57.02, "57.02"), (0, "0"), (-0.0, "0"), (-1.5, "-1.5"), (80_000, "80000"), (0.1, "0.1"),
      (1e15, "1000000000000000"), (1e300, "1e+300"), (.nan, "null"), (.infinity, "null"), (nil, "null"),
    ] as [(Double?, String)])
  func numbersAreWrittenAsJSONHasThem(number: Double?, expected: String) {
    #expect(json { $0.number(number) } == expected)
  }

  @Test func membersAndElementsAreSeparatedByCommas() {
    let written = json { json in
      json.object { json in
        json.key("a")
        json.array { json in
          json.int(1)
          json.string("dua")
          json.object { _ in }
          json.array { _ in }
          json.null()
        }
        json.key("b")
        json.bool(true)
        json.key("c")
        json.object { json in
          json.key("d")
          json.string(orNull: nil)
          json.key("e")
          json.date(CalendarDate(year: 2025, month: 5, day: 31))
        }
      }
      json.newline()
      json.bool(false)
    }
    #expect(
      written == "{\"a\":[1,\"dua\",{},[],null],\"b\":true,\"c\":{\"d\":null,\"e\":\"2025-05-31\"}}\nfalse")
  }

  @Test func takingEmptiesTheWriter() {
    var writer = JSONWriter()
    writer.int(1)
    #expect(writer.take() == Array("1".utf8))
    writer.int(2)
    #expect(writer.take() == Array("2".utf8))
    #expect(writer.take().isEmpty)
  }
}
