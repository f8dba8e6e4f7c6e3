extension RuleFolder {
  /// The same rules for a program that only runs them: without the examples, which are half of all text. Lines keep their numbers.
  ///
  /// A rule in it need not have any; what is wrong with examples is seen only where they are read.
  public func withoutExamples() -> RuleFolder {
    let files = files.map { file in
      guard file.path.hasSuffix(".yml") else { return file }
      let text = RuleFolder.withoutMembers(["matches", "rejects", "examples"], file.text)
      return File(path: file.path, displayPath: file.displayPath, text: text)
    }
    return RuleFolder(files: files, origin: origin, hasExamples: false)
  }

  /// A YAML text with empty lines in the place of members of block mappings: of the line that begins with one of `keys`, and of
  /// those that belong to it, which are indented further or are items of its list.
  private static func withoutMembers(_ keys: [String], _ text: String) -> String {
    let keys = keys.map { Array("\($0):".utf8) }
    var kept: [UInt8] = []
    kept.reserveCapacity(text.utf8.count)
    var indentOfOmitted: Int?
    for line in Array(text.utf8).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let content = line.drop { $0 == UInt8(ascii: " ") }
      let indent = content.startIndex - line.startIndex
      let isItem = content.starts(with: [UInt8(ascii: "-"), UInt8(ascii: " ")])
      let isText = !content.isEmpty && content.first != UInt8(ascii: "#")
      if let omitted = indentOfOmitted, isText, indent < omitted || indent == omitted && !isItem {
        indentOfOmitted = nil
      }
      if indentOfOmitted == nil, keys.contains(where: content.starts) { indentOfOmitted = indent }
      if indentOfOmitted == nil { kept += line }
      kept.append(UInt8(ascii: "\n"))
    }
    return String(decoding: kept.dropLast(), as: UTF8.self)
  }
}
