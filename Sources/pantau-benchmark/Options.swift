/// What the command line asks for.
struct Options {
  /// Folders, files or patterns with pages.
  var inputs: [String] = []
  var rules = "rules"
  var gazetteer: String?
  /// Seconds that each measurement may take, about.
  var seconds = 2.0
  /// Measure only this.
  var only: Group?
  /// Articles of the synthetic ledger.
  var articles = 200_000
  var isJSON = false
  var wantsHelp = false

  /// What is measured together.
  enum Group: String, CaseIterable {
    case text, html, threads, start, rules, worst, ledger
  }

  static let help = """
    Usage: pantau-benchmark [INPUT…] [--rules DIR] [--gazetteer FILE] [--seconds N] [--only GROUP] [--json]

      pantau-benchmark                       measures on corpus/pages
      pantau-benchmark pages/ more/ --json   on other pages, as JSON

    States each part of the line as a share of its floor: plain text of tokenising alone,
    HTML of libxml2's parse alone. All ratios come from runs in turn (A B A B) within one
    process; they are the medians of the pairs. Times are the processor's, so that what runs
    beside counts less; those of threads and of the start are the clock's, and the whole
    program is started where it lies beside this one. Text is measured on articles of 3 kB,
    made of the pages' paragraphs. What is being measured is said on standard error;
    all of it takes about two minutes. Build it with -c release.

      --gazetteer FILE   also measures the start with this imported table
      --seconds N        about how long each measurement takes (default 2)
      --only GROUP       text, html, threads, start, rules, worst or ledger
      --articles N       with --only ledger: merge synthetic records of so many articles
                         (default 200,000; needs 10 kB of disk for each)

    """

  init(_ arguments: [String]) throws(UsageError) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--help", "-h": wantsHelp = true
      case "--json": isJSON = true
      case "--rules": rules = try Options.value(of: argument, in: &rest)
      case "--gazetteer": gazetteer = try Options.value(of: argument, in: &rest)
      case "--seconds":
        let text = try Options.value(of: argument, in: &rest)
        guard let number = Double(text), number > 0, number <= 600 else {
          throw UsageError(message: "--seconds takes a number up to 600, not '\(text)'")
        }
        seconds = number
      case "--articles":
        let text = try Options.value(of: argument, in: &rest)
        guard let number = Int(text), number >= 1000 else {
          throw UsageError(message: "--articles takes a number from 1000, not '\(text)'")
        }
        articles = number
      case "--only":
        let text = try Options.value(of: argument, in: &rest)
        guard let group = Group(rawValue: text) else {
          let names = Group.allCases.map(\.rawValue).joined(separator: ", ")
          throw UsageError(message: "--only takes one of \(names), not '\(text)'")
        }
        only = group
      default:
        guard !argument.hasPrefix("-") else { throw UsageError(message: "unknown option '\(argument)'") }
        inputs.append(argument)
      }
    }
    if inputs.isEmpty { inputs = ["corpus/pages"] }
  }

  private static func value(of option: String, in rest: inout ArraySlice<String>) throws(UsageError) -> String
  {
    guard let value = rest.popFirst() else { throw UsageError(message: "\(option) needs a value") }
    return value
  }
}

/// A command line that says nothing sensible.
struct UsageError: Error {
  var message: String
}
