import Dispatch

/// Rule files that are parsed beside other work.
///
/// What the parsing writes is read only once it is over, which is why it may be handed from thread to thread.
final class ParsedFiles: @unchecked Sendable {
  private var files: [RuleFile] = []
  private var errors: [RuleError] = []
  private let group = DispatchGroup()

  /// Begins to parse, on another thread where one is free.
  init(_ sources: [RuleFolder.File]) {
    DispatchQueue.global().async(group: group) { [self] in
      files = sources.map { RuleFile($0, errors: &errors) }
    }
  }

  /// The files in their order, and the faults of those that are no YAML.
  func wait() -> (files: [RuleFile], errors: [RuleError]) {
    group.wait()
    return (files, errors)
  }
}
