internal import PantauPipeline

extension LineRun {
  /// Writes a line for each document of `inputs` to standard output, lists failures, and returns their number.
  func write(_ inputs: [String], console: Console) throws -> Int {
    try LineRun.write(console) { sink in try run(inputs: inputs, sink: sink) }
  }

  /// What to say where the inputs hold no document.
  static let nothingFound = "no documents found; folders are searched for .html, .htm, .txt and .md, also .gz"

  fileprivate static func write(
    _ console: Console, run: ((Product) throws -> Void) throws -> Void
  ) throws -> Int {
    let output = OutputFile.standardOutput()
    var done = 0
    var failed = 0
    try run { product in
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
      console.note(nothingFound)
    }
    return failed
  }
}

extension CleanRun {
  /// Writes each document of `inputs` to standard output, lists failures, and returns their number.
  func write(_ inputs: [String], console: Console) throws -> Int {
    try LineRun.write(console) { sink in try run(inputs: inputs, sink: sink) }
  }
}
