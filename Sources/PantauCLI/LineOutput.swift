internal import PantauPipeline

extension LineRun {
  /// Writes a line for each document of `inputs` to standard output, lists failures, and returns their number.
  func write(_ inputs: [String], console: Console) throws -> Int {
    let output = OutputFile.standardOutput()
    var done = 0
    var failed = 0
    try run(inputs: inputs) { product in
      try output.write(product.line)
      done += 1
      if let failure = product.failure {
        failed += 1
        console.failure(failure)
      }
      console.progress(done)
    }
    try output.flush()
    if done == 0 {
      console.note(LineRun.nothingFound)
    }
    return failed
  }

  /// What to say where the inputs hold no document.
  static let nothingFound =
    "no documents found; folders are searched for .html, .htm, .txt and .md, also .gz, and .warc"
}
