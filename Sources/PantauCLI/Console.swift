internal import ArgumentParser
internal import PantauExport
internal import PantauRecords

/// Messages and progress for the user, on standard error.
final class Console {
  /// How messages are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  private let format: Format
  private let isQuiet: Bool
  private let showsProgress: Bool
  private let hasColour: Bool
  private var progressWidth = 0
  private var lastProgress = ContinuousClock.now

  init(format: Format, isQuiet: Bool) {
    self.format = format
    self.isQuiet = isQuiet
    let isPlain = Environment.value("TERM") == "dumb"
    showsProgress = StandardError.isTerminal && format == .text && !isQuiet && !isPlain
    hasColour =
      StandardError.isTerminal && format == .text && !isPlain && Environment.value("NO_COLOR") == nil
  }

  /// Says what was done; `--quiet` leaves it out.
  func note(_ message: String) {
    guard !isQuiet else { return }
    write(level: "info", message: message, colour: nil)
  }

  /// Says why the command cannot go on.
  func error(_ message: String) { write(level: "error", message: message, colour: "31") }

  /// Lists a document that could not be handled.
  func failure(_ failure: Failure) {
    write(
      level: "warning", message: failure.message, colour: "33",
      about: (failure.source.path, failure.stage, failure.code.rawValue))
  }

  /// Shows how far a run has come, ten times a second at most.
  func progress(_ done: Int) { progress("\(done) documents") }

  /// Shows on a terminal how far a run has come, ten times a second at most.
  ///
  /// - Parameters:
  ///   - text: made only where it is shown.
  ///   - logged: whether a message says it once a minute where there is no terminal.
  func progress(_ text: @autoclosure () -> String, logged: Bool = false) {
    guard showsProgress || logged else { return }
    let now = ContinuousClock.now
    guard now - lastProgress > (showsProgress ? .milliseconds(100) : .seconds(60)) else { return }
    lastProgress = now
    guard showsProgress else { return note(text()) }
    let text = text()
    StandardError.write("\r" + text + String(repeating: " ", count: max(0, progressWidth - text.count)))
    progressWidth = text.count
  }

  /// Takes the progress off the screen.
  func endProgress() {
    guard progressWidth > 0 else { return }
    StandardError.write("\r" + String(repeating: " ", count: progressWidth) + "\r")
    progressWidth = 0
  }

  private func write(
    level: StaticString, message: String, colour: String?,
    about: (path: String, stage: String, code: String)? = nil
  ) {
    endProgress()
    switch format {
    case .text:
      // Messages quote strangers; only this program may colour the screen or move on it.
      let text = "pantau: " + (about.map { $0.path + ": " } ?? "") + message
      var line = text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { TerminalText.safe(String($0)) }.joined(separator: "\n")
      if hasColour, let colour { line = "\u{1B}[\(colour)m" + line + "\u{1B}[0m" }
      StandardError.write(line + "\n")
    case .json:
      var json = JSONWriter()
      json.object { json in
        json.key("level")
        json.string("\(level)")
        json.key("message")
        json.string(message)
        guard let about else { return }
        json.key("path")
        json.string(about.path)
        json.key("stage")
        json.string(about.stage)
        json.key("code")
        json.string(about.code)
      }
      json.newline()
      StandardError.write(String(decoding: json.take(), as: UTF8.self))
    }
  }
}
