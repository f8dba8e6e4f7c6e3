internal import ArgumentParser
internal import PantauPipeline

/// `pantau extract`: pages, or articles that `pantau clean` wrote, to records.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Reads regions, officials, targets and achievements out of articles.",
    discussion: """
      EXAMPLES
        pantau extract page.html
        pantau clean pages/ | pantau extract -
        pantau extract articles.jsonl > records.jsonl

      Writes one JSON object a line: the article record, or an error in its place.
      """)

  @OptionGroup var inputs: InputArguments
  @OptionGroup var subjects: ProgrammeOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.perform { console in
      let setup = try options.setup(programmes: subjects.programme)
      let line = try LineRun(setup, goal: .record, jobs: options.threads)
      Lifetime.process(line)
      return try line.write(inputs.inputs, console: console)
    }
  }
}
