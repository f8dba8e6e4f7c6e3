import Foundation
import PantauRecords
import PantauTestSupport
import Testing

@Suite("explain")
struct ExplainTests {
  static let sentence =
    "Sebanyak 48 dari 64 kelurahan di Kota Batam telah membentuk Koperasi Merah Putih, kata Wali Kota Batam Tarno "
    + "Wijaya, Senin (26/5/2025)."

  @Test("tokens, matches, values and statements are shown with the rules that gave them")
  func sections() throws {
    let result = try Command.run(["explain", Self.sentence])
    #expect(result.status == 0)
    #expect(result.messages.isEmpty)
    for title in ["TOKENS", "MATCHES", "NUMBERS", "DATES", "REGIONS", "OFFICIALS", "STATEMENTS"] {
      #expect(result.lines.contains { $0 == title }, "\(title)")
    }
    #expect(result.lines.contains { $0.contains("'26/5/2025'") || $0.contains("days=2025-05-26") })
    #expect(result.lines.contains { $0.contains("region='Kota Batam'") && $0.contains("code=21.71") })
    #expect(result.lines.contains { $0.contains("name='Tarno Wijaya'") })
    #expect(
      result.text.firstMatch(of: /matches '48 dari 64 kelurahan.*' \(.*rules\/extract\/.*\.yml:[0-9]+\)/)
        != nil)
  }

  @Test("a sentence about no programme is explained as if it were about the first, and that is said")
  func assumed() throws {
    let bare = try Command.run(["explain", "Sebanyak 48 dari 64 kelurahan sudah membentuk koperasi."])
    #expect(bare.lines.first?.contains("assumed") == true)
    #expect(bare.text.contains("48"))
    let named = try Command.run(["explain", Self.sentence])
    #expect(named.lines.first?.contains("assumed") == false)
  }

  @Test("relative dates are counted from --date, and stay open without")
  func date() throws {
    let sentence = "Pembentukan koperasi di seluruh kelurahan ditargetkan rampung sebelum 15 Juni."
    let dated = try Command.run(["explain", "--date", "2025-05-26", sentence])
    #expect(dated.text.contains("days=2025-06-15"))
    let open = try Command.run(["explain", sentence])
    #expect(open.text.contains("relative dates stay open"))
    #expect(!open.text.contains("days=2025-06-15"))
  }

  struct Output: Decodable {
    struct Statement: Decodable {
      var id: String?
      var kind: String?
      var rule: String
      var location: String?
      var fields: [Field]
    }
    struct Field: Decodable {
      var name, value: String
      var location: String?
      var candidates: [Candidate]
    }
    struct Candidate: Decodable {
      var value: String
      var chosen: Bool
      var score: Double
      var shares: [Share]
    }
    struct Share: Decodable {
      var feature: String
      var amount: Double
    }
    var statements: [Statement]
  }

  static func json(_ arguments: [String]) throws -> Output {
    let result = try Command.run(["explain", "--format", "json"] + arguments)
    #expect(result.status == 0)
    return try JSONDecoder().decode(Output.self, from: Data(result.output))
  }

  @Test(
    "explain states what extract states",
    arguments: [
      sentence,
      "Dari 144 kelurahan, 73 di antaranya sudah menggelar musyawarah Koperasi Merah Putih di Kota Batam.",
      "Koperasi Merah Putih di seluruh kelurahan Kota Batam ditargetkan terbentuk sebelum 15 Juni 2025.",
    ])
  func agrees(sentence: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(sentence + "\n", to: "berita.txt")
    let outcome = try RecordJSON.outcome(from: Array(try Command.run(["extract", path]).output))
    guard case .record(let record) = outcome else {
      Issue.record("no record")
      return
    }
    // Clean takes a single line for the headline or for the body; explain gets it as clean left it.
    let title = record.article.title
    let body = record.article.body.isEmpty ? title : record.article.body
    let explained = try Self.json([body] + (record.article.body.isEmpty ? [] : ["--title", title]))
    let stated = explained.statements.filter { $0.kind != nil }
    #expect(stated.count == record.targets.count + record.actuals.count + record.totals.count)
    #expect(Set(stated.map(\.rule)) == Set((record.targets + record.actuals + record.totals).map(\.rule)))
  }

  @Test("the shares of the features add up to each candidate's score, and the best candidate is chosen")
  func shares() throws {
    let explained = try Self.json([Self.sentence, "--date", "2025-05-26"])
    let statement = try #require(explained.statements.first { $0.id == "a1" })
    for name in ["stage", "role", "region"] {
      let field = try #require(statement.fields.first { $0.name == name })
      #expect(field.candidates.filter(\.chosen).count == 1, "\(name)")
      for candidate in field.candidates {
        let sum = candidate.shares.reduce(0) { $0 + $1.amount }
        #expect(abs(sum - candidate.score) < 0.06, "\(name) \(candidate.value)")
      }
    }
    #expect(statement.fields.contains { $0.name == "region" && $0.value == "Kota Batam 21.71" })
  }

  @Test("every field of a statement names the file and line that gave it")
  func locations() throws {
    let sentence =
      Self.sentence + " Koperasi Merah Putih di 64 kelurahan ditargetkan terbentuk sebelum 15 Juni 2025."
    let explained = try Self.json([sentence, "--date", "2025-05-26"])
    let stated = explained.statements.filter { $0.kind != nil }
    #expect(stated.count >= 2)
    for statement in stated {
      #expect(statement.fields.count >= 5)
      for field in statement.fields {
        let location = try #require(field.location, "\(field.name) of '\(statement.rule)'")
        #expect(
          location.firstMatch(of: /rules\/.*\.(yml|tsv):[1-9][0-9]*$/) != nil, "\(field.name): \(location)")
      }
    }
    let names = Set(stated.flatMap(\.fields).map(\.name))
    #expect(names.isSuperset(of: ["value", "of", "unit", "stage", "role", "region", "deadline", "speaker"]))
  }

  @Test("--why-not tells how far a rule came in each sentence, and what it wanted there")
  func whyNot() throws {
    let sentences = "Baru 48 dari sekian kelurahan di Kota Batam. Sebanyak 48 dari 64 kelurahan terbentuk."
    let result = try Command.run(["explain", "--why-not", "quantity/x-of-y", sentences])
    #expect(result.status == 0)
    #expect(result.text.firstMatch(of: /^rule +quantity\/x-of-y \(.*20-quantities\.yml:[0-9]+\)/) != nil)
    #expect(
      result.text.contains(
        """
          Baru 48 dari sekian kelurahan di Kota Batam.
               ~~~~~~~ ^^^^^^
          after '48 dari', where 'sekian' stands, it wants
        """))
    #expect(result.text.contains("it matches '48 dari 64 kelurahan'"))
    let json = try Command.run(["explain", "--why-not", "quantity/x-of-y", "--format", "json", sentences])
    #expect(json.text.contains("\"covered\":\"48 dari\",\"stopped_at\":\"sekian\""))
  }

  @Test("--why-not names the 'unless' that forbade a match, and the rule that took its place")
  func whyNotForbidden() throws {
    let vetoed = try Command.run([
      "explain", "--why-not", "date/year", "Instruksi Presiden Nomor 9 Tahun 2025.",
    ])
    #expect(vetoed.text.contains("its 'unless before: "))
    #expect(vetoed.text.contains("forbids 'Tahun 2025'"))
    let beaten = try Command.run([
      "explain", "--why-not", "quantity/number-unit", "Sudah 48 dari 64 kelurahan.",
    ])
    #expect(beaten.text.contains("quantity/x-of-y has priority 35, this rule 20"))
  }

  @Test("a match that another one beat is listed with the reason")
  func rivals() throws {
    let result = try Command.run(["explain", Self.sentence])
    let start = try #require(result.text.range(of: "LOST MATCHES"))
    let lost = result.text[start.upperBound...]
    #expect(lost.contains("priority") || lost.contains("is longer") || lost.contains("unless"))
  }

  @Test(
    "an empty sentence and a date that is none are wrong usage",
    arguments: [[""], ["Sudah", "--date", "besok"]])
  func usage(arguments: [String]) throws {
    #expect(try Command.run(["explain"] + arguments).status == 64)
  }
}
