public import PantauFetch
internal import PantauRecords
internal import PantauRules

/// Fetches from the sources that the user named, once or again and again.
public struct FetchRun: Sendable {
  /// What the user chose about fetching.
  public var options: FetchOptions
  /// The folder that pages go to; nil only where nothing is asked in earnest.
  public var folder: String?
  /// Seconds from one look at a source to the next, where the source has no cadence of its own; nil for one look.
  public var every: Double?

  /// A run into `folder`.
  public init(options: FetchOptions, folder: String?, every: Double? = nil) {
    self.options = options
    self.folder = folder
    self.every = every
  }

  /// The sources that the user's arguments mean: a file that ends with `.yaml` or `.yml` stands for those that it lists.
  ///
  /// - Throws: `RuleErrors` where such a file is faulty, a `Failure` where it cannot be read.
  public static func sources(_ arguments: [String], discovers: Bool = false) throws -> [FetchSource] {
    var sources: [FetchSource] = []
    for argument in arguments {
      guard argument.hasSuffix(".yaml") || argument.hasSuffix(".yml") else {
        var source = FetchSource(argument)
        source.discovers = discovers
        sources.append(source)
        continue
      }
      let text = String(decoding: try FileContent.bytes(at: argument), as: UTF8.self)
      for listed in try SourceList(text, path: argument).sources {
        var source = FetchSource(listed.url)
        (source.name, source.every, source.match) = (listed.name, listed.every, listed.match)
        source.discovers = listed.discover || discovers
        sources.append(source)
      }
    }
    return sources
  }

  /// Looks at `sources` once; where there is a cadence, again when each is due, until the user stops it.
  ///
  /// - Parameters:
  ///   - sources: what to look at.
  ///   - listener: told what happens.
  ///   - onLook: told what each look did, and the seconds until the next; nil for no next.
  /// - Returns: what the last look did.
  /// - Throws: `FetchError`, or what the listener throws.
  public func run(
    _ sources: [FetchSource], listener: Fetcher.Listener, onLook: (FetchSummary, Double?) -> Void
  ) throws -> FetchSummary {
    let fetcher = try Fetcher(options, into: folder)
    let start = ContinuousClock.now
    var due = sources.map { _ in Duration.zero }
    var summary = FetchSummary()
    while true {
      let begun = ContinuousClock.now - start
      let chosen = sources.indices.filter { due[$0] <= begun }
      summary = try fetcher.run(chosen.map { sources[$0] }, listener: listener)
      for index in chosen {
        due[index] = (sources[index].every ?? every).map { begun + .seconds($0) } ?? .seconds(Int64.max / 4)
      }
      let next = due.min().flatMap { $0 < .seconds(Int64.max / 8) ? $0 : nil }
      let isLast = summary.isInterrupted || next == nil || options.isDry
      let wait = next.map { max(.zero, $0 - (ContinuousClock.now - start)) } ?? .zero
      onLook(summary, isLast ? nil : Double(wait.components.seconds))
      if isLast { return summary }
      guard FetchRun.sleep(wait, unless: listener.isInterrupted) else {
        summary.isInterrupted = true
        return summary
      }
    }
  }

  /// False where the user does not want to wait.
  private static func sleep(_ time: Duration, unless isInterrupted: () -> Bool) -> Bool {
    let end = ContinuousClock.now + time
    while ContinuousClock.now < end {
      if isInterrupted() { return false }
      Pause.take(min(0.2, Double((end - ContinuousClock.now).components.seconds) + 0.01))
    }
    return true
  }

  /// Which of the arguments of `run` are to be fetched, and which lie on this machine.
  public static func split(_ arguments: [String]) -> (web: [String], local: [String]) {
    var web: [String] = []
    var local: [String] = []
    for argument in arguments {
      let isWeb =
        FetchSource(argument).isOnTheWeb || argument.hasSuffix(".yaml") || argument.hasSuffix(".yml")
        || FetchSource.namesAddresses(argument)
      if isWeb { web.append(argument) } else { local.append(argument) }
    }
    return (web, local)
  }
}
