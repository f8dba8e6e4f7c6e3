import Foundation
import PantauTestSupport
import Testing

@Suite("Usage")
struct UsageTests {
  static let wrong: [[String]] = [
    ["--tidak-ada"], ["menari"], ["clean"], ["run", "halaman"], ["clean", "a.txt", "--jobs", "0"],
    ["clean", "a.txt", "--log-format", "xml"], ["track", "--store", "x", "--as-of", "kemarin"],
    ["track", "--store", "x", "--stage", "terbentuk"], ["track"], ["rules", "schema", "xml"],
    ["rules", "profile"], ["rules", "diff", "a", "b"], ["track", "--store", "x", "--status", "terlambat"],
    ["track", "--store", "x", "--sort", "abjad"], ["track", "--store", "x", "--deadline-before", "besok"],
    ["track", "--store", "x", "--history", "--roll-up"], ["track", "--store", "x", "--format", "xml"],
    ["evidence", "--store", "x"], ["evidence", "bukan-id", "--store", "x"],
    ["evidence", "a/b/c/d/e", "--store", "x"], ["evidence", "/formed", "--store", "x"],
    ["report", "--store", "x"], ["search", "--store", "x"], ["search", "-—-", "--store", "x"],
    ["search", "kata", "--store", "x", "--limit", "0"], ["doctor"],
  ]

  @Test("a wrong command line ends with 64, a message, and no output", arguments: wrong)
  func wrongUsage(arguments: [String]) throws {
    let result = try Command.run(arguments)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.messages.contains("Error: "))
  }

  @Test(
    "help shows what the command is, then examples, then usage",
    arguments: [
      [], ["run"], ["clean"], ["extract"], ["merge"], ["track"], ["evidence"], ["report"],
      ["search"], ["doctor"], ["explain"], ["gazetteer"],
      ["gazetteer", "import"],
      ["gazetteer", "lookup"], ["rules"], ["rules", "check"], ["rules", "test"], ["rules", "profile"],
      ["rules", "diff"], ["rules", "docs"], ["rules", "schema"],
    ])
  func help(command: [String]) throws {
    let result = try Command.run(command + ["--help"])
    #expect(result.status == 0)
    let examples = try #require(result.text.range(of: "EXAMPLES"))
    let usage = try #require(result.text.range(of: "USAGE"))
    #expect(examples.lowerBound < usage.lowerBound)
    #expect(result.text[examples.upperBound..<usage.lowerBound].contains("pantau "))
    #expect(result.messages.isEmpty)
  }

  @Test("the version is told")
  func version() throws {
    let result = try Command.run(["--version"])
    #expect(result.status == 0)
    #expect(result.text.split(separator: ".").count == 3)
  }

  @Test("completion scripts are made", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let result = try Command.run(["--generate-completion-script", shell])
    #expect(result.status == 0)
    #expect(result.text.contains("pantau"))
  }
}
