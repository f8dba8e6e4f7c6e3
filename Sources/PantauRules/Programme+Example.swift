import Yams

extension Programme {
  /// A text with what it states of the programme, as the programme's file gives it.
  public struct Example: Sendable {
    /// The article's body.
    public var text: String
    /// The day of publication, `YYYY-MM-DD`.
    public var day: String?
    /// By field, the values of each statement in the order of the text; `kind` is `target`, `actual` or `total`.
    public var statements: [[String: String]]
    /// Where it stands: path and line.
    public var location: String
  }

  static func examples(_ node: Node?, _ file: RuleFile) -> [Example] {
    (node?.elements ?? []).compactMap { entry in
      guard let mapping = entry.mapping, let text = mapping["text"]?.scalar?.string else { return nil }
      let statements = (mapping["statements"]?.elements ?? []).map { table($0) }
      return Example(
        text: text, day: mapping["day"]?.scalar?.string, statements: statements,
        location: "\(file.file.displayPath):\(entry.mark?.line ?? 0)")
    }
  }
}
