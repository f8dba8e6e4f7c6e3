internal import ArgumentParser
internal import PantauPipeline
internal import PantauRecords
internal import PantauRules

/// The options that every command has.
struct GlobalOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Read rules from this folder.", valueName: "dir"), completion: .directory)
  var rules: String?

  @Option(help: ArgumentHelp("Use this imported gazetteer.", valueName: "file"), completion: .file())
  var gazetteer: String?

  @Option(
    help: ArgumentHelp("Threads; the output does not depend on it (default: one a core).", valueName: "n"))
  var jobs: Int?

  @Flag(help: "Say nothing but what failed.")
  var quiet = false

  @Option(help: ArgumentHelp("How messages are written: text or json.", valueName: "format"))
  var logFormat: Console.Format = .text

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 1024.") }
  }

  /// Threads to work with.
  var threads: Int { jobs ?? Environment.processors }

  /// Rules and gazetteer, from where the user or the installation keeps them.
  ///
  /// - Parameter programmes: the programmes to follow; empty for those that the rules follow by themselves.
  /// - Returns: what a line is built from.
  /// - Throws: what names the faulty file.
  func setup(programmes: [String] = []) throws -> Setup {
    try setup(RuleLocation.folder(named: rules), programmes)
  }

  /// Rules of the named folder, and the gazetteer.
  ///
  /// - Throws: what names the faulty file.
  func setup(rulesIn folder: String) throws -> Setup { try setup(.some(folder), []) }

  private func setup(_ folder: String?, _ programmes: [String]) throws -> Setup {
    if let folder, !FileSystem.isFolder(folder) {
      throw RuleError(
        path: folder, message: "there is no such folder; name another with --rules or PANTAU_RULES")
    }
    return try Setup(
      rules: try folder.map { path in try RuleFolder(readingFrom: path) } ?? RuleFolder.builtIn,
      gazetteerFile: GazetteerLocation.file(named: gazetteer), programmes: programmes,
      cache: CacheLocation.folder)
  }

  /// Runs a command's body: an error becomes a message and exit status 2, a reader who went away ends it quietly.
  ///
  /// - Parameter body: returns the number of inputs that failed.
  /// - Throws: `ExitCode`, and what the argument parser reports itself.
  func perform(_ body: (Console) throws -> Int) throws {
    let console = Console(format: logFormat, isQuiet: quiet)
    let failures: Int
    do {
      failures = try body(console)
    } catch let error as OutputError where error.isBrokenPipe {
      throw ExitStatus.done.error
    } catch let error as ExitCode {
      throw error
    } catch let error as ValidationError {
      throw error
    } catch let error as UnknownRule {
      throw ValidationError("\(error).")
    } catch let errors as RuleErrors {
      console.error("\(errors)")
      if let remedy = RuleLocation.remedy(named: rules) { console.error(remedy) }
      throw ExitStatus.unusable.error
    } catch let failure as Failure {
      console.error("\(failure.source.path): \(failure.message)")
      throw ExitStatus.unusable.error
    } catch {
      console.error("\(error)")
      throw ExitStatus.unusable.error
    }
    console.endProgress()
    if failures > 0 { throw ExitStatus.someFailed.error }
  }
}

/// Numbers with their nouns.
enum Phrase {
  /// "1 article", "2 articles"; "1 address", "2 addresses".
  static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
  }
}
