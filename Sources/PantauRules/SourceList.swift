internal import Yams

/// What a newsroom watches: the addresses of a `sources.yaml`, with names, cadence and words.
///
/// ```yaml
/// sources:
///   - name: Antara
///     url: https://example.org/news-sitemap.xml
///     every: 30m
///     match: ["koperasi desa merah putih", "kopdes"]
///   - url: https://example.net/
///     discover: true
/// ```
public struct SourceList: Sendable, Equatable {
  /// One source.
  public struct Source: Sendable, Equatable {
    /// How the newsroom calls it; empty for no name.
    public var name: String
    /// An address, a file or a folder.
    public var url: String
    /// Seconds from one look to the next; nil where the run's own cadence holds.
    public var every: Double?
    /// Only pages whose title holds all words of one of these; empty for all.
    public var match: [String]
    /// Whether the address is a front page, whose feeds and sitemaps are to be found.
    public var discover: Bool
  }

  /// In the order of the file.
  public private(set) var sources: [Source] = []

  private static let keys = ["name", "url", "every", "match", "discover"]

  /// Reads the text of a `sources.yaml`.
  ///
  /// - Parameters:
  ///   - text: YAML.
  ///   - path: the file's, for errors.
  /// - Throws: `RuleErrors` with every fault of the file.
  public init(_ text: String, path: String) throws {
    var errors: [RuleError] = []
    let file = RuleFile(RuleFolder.File(path: path, displayPath: path, text: text), errors: &errors)
    if let root = file.root {
      read(root, file, &errors)
    } else if errors.isEmpty {
      errors.append(RuleError(path: path, message: "the file is empty", hint: "begin with 'sources:'"))
    }
    if !errors.isEmpty { throw RuleErrors(errors) }
  }

  /// The seconds that a text such as `90s`, `30m`, `6h` or `1d` means; nil for any other text, and beyond a year.
  public static func seconds(_ text: some StringProtocol) -> Double? {
    guard let unit = ["s": 1.0, "m": 60, "h": 3600, "d": 86_400][text.suffix(1)],
      let number = Double(text.dropLast()), number > 0, number * unit <= 366 * 86_400
    else { return nil }
    return number * unit
  }

  private mutating func read(_ root: Node, _ file: RuleFile, _ errors: inout [RuleError]) {
    guard let mapping = root.mapping, let list = mapping["sources"]?.sequence else {
      return errors.append(file.error(root, "a list 'sources' is missing", hint: "begin with 'sources:'"))
    }
    for (key, _) in mapping where key.scalar?.string != "sources" {
      errors.append(
        file.error(key, "unknown key '\(key.scalar?.string ?? "")'", hint: "the only key here is 'sources'"))
    }
    for node in list {
      if let text = node.scalar?.string {
        sources.append(Source(name: "", url: text, every: nil, match: [], discover: false))
      } else if let mapping = node.mapping {
        read(mapping, node, file, &errors)
      } else {
        errors.append(file.error(node, "a source is an address, or a mapping with the key 'url'"))
      }
    }
  }

  private mutating func read(
    _ mapping: Node.Mapping, _ node: Node, _ file: RuleFile, _ errors: inout [RuleError]
  ) {
    for (key, _) in mapping {
      let name = key.scalar?.string ?? ""
      if SourceList.keys.contains(name) { continue }
      let hint =
        Spelling.didYouMean(name, among: SourceList.keys)
        ?? "keys: \(SourceList.keys.joined(separator: ", "))"
      errors.append(file.error(key, "unknown key '\(name)'", hint: hint))
    }
    guard let url = mapping["url"]?.scalar?.string, !url.isEmpty else {
      return errors.append(file.error(node, "a source needs the key 'url'"))
    }
    var source = Source(
      name: mapping["name"]?.scalar?.string ?? "", url: url, every: nil, match: [], discover: false)
    if let node = mapping["every"] {
      source.every = node.scalar.flatMap { SourceList.seconds($0.string) }
      if source.every == nil {
        errors.append(file.error(node, "this is no span of time", hint: "write 30m, 6h or 1d"))
      }
    }
    if let node = mapping["discover"] {
      source.discover = node.scalar?.string == "true"
      if !["true", "false"].contains(node.scalar?.string ?? "") {
        errors.append(file.error(node, "'discover' is true or false"))
      }
    }
    if let node = mapping["match"] {
      let texts = node.sequence.map { $0.map { $0.scalar?.string } } ?? [node.scalar?.string]
      source.match = texts.compactMap { $0 }
      if source.match.count < texts.count {
        errors.append(file.error(node, "'match' is a text or a list of texts"))
      }
    }
    sources.append(source)
  }
}
