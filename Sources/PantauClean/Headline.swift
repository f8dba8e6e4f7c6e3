/// Finds a page's headline, without the name of its site.
struct Headline {
  let outline: Outline
  let linked: LinkedFacts

  /// The headline, or an empty string.
  ///
  /// Each source is believed as far as the page repeats it: a candidate that stands in the page as a line of its own
  /// wins over one that does not.
  func text() -> String {
    var candidates: [String] = []
    for text in [meta("og:title"), linked.headline.map(plain), meta("twitter:title"), outline.head.title] {
      guard let text, !text.isEmpty else { continue }
      candidates += variants(of: text)
    }
    let headings = headings()
    let told = headings.first { heading in
      candidates.contains { same($0, heading) || covers($0, heading) }
    }
    if let told { return withoutSite(told) }
    if let found = standing(candidates).max(by: { $0.utf8.count < $1.utf8.count }) {
      return withoutSite(found)
    }
    if let first = headings.first { return withoutSite(first) }
    if let whole = meta("og:title") ?? linked.headline.map(plain) { return variants(of: whole).last ?? whole }
    return variants(of: outline.head.title).last ?? outline.head.title
  }

  /// Those that stand in the page as a line of their own.
  private func standing(_ candidates: [String]) -> [String] {
    let hashes = candidates.map { FoldedLine(Array($0.utf8)).wholeHash }
    let wanted = Set(hashes)
    var found: Set<UInt64> = []
    for line in outline.lines where line.count <= 400 && line.count >= 4 && wanted.contains(line.hash) {
      found.insert(line.hash)
    }
    return zip(candidates, hashes).filter { found.contains($0.1) }.map(\.0)
  }

  func meta(_ name: String) -> String? {
    outline.head.metas.first { $0.name == name }.map { folded($0.content) }
  }

  /// Entities that a JSON string still carries are resolved, white space folded.
  private func plain(_ text: String) -> String { folded(resolvingEntities(text)) }

  /// What could be a headline: every `h1` of three words or more.
  private func headings() -> [String] {
    outline.lines.filter { line in
      line.count <= 300 && outline.isTopHeading(line.block)
        && outline.bytes(line).count(where: { $0 == 32 }) >= 2
    }.map(outline.string)
  }

  /// The text without the site's own name before or after a mark, as the page gives that name.
  private func withoutSite(_ text: String) -> String {
    guard let site = meta("og:site_name") ?? linked.site.map(plain), site.utf8.count >= 2 else { return text }
    for mark in Headline.marks.map({ String(decoding: $0, as: UTF8.self) }) {
      for (whole, rest) in [
        (mark + site, text.dropLast((mark + site).count)), (site + mark, text.dropFirst((site + mark).count)),
      ]
      where rest.split(separator: " ").count >= 3 {
        let lower = text.lowercased()
        if whole.hasPrefix(mark) ? lower.hasSuffix(whole.lowercased()) : lower.hasPrefix(whole.lowercased()) {
          return String(rest)
        }
      }
    }
    return text
  }

  /// The text, and the text less site names before or after a mark, longest first.
  private func variants(of text: String) -> [String] {
    var found = [text]
    let bytes = Array(text.utf8)
    var cuts: [Range<Int>] = []
    for mark in Headline.marks {
      var index = 0
      while index + mark.count <= bytes.count {
        if bytes[index] == mark[0], Array(bytes[index..<index + mark.count]) == mark {
          cuts.append(index..<index + mark.count)
        }
        index += 1
      }
    }
    cuts.sort { $0.lowerBound < $1.lowerBound }
    for cut in cuts.reversed() {
      let before = String(decoding: bytes[..<cut.lowerBound], as: UTF8.self)
      if before.split(separator: " ").count >= 3 { found.append(before) }
    }
    for cut in cuts where cut.lowerBound < bytes.count / 2 {
      let after = String(decoding: bytes[cut.upperBound...], as: UTF8.self)
      if after.split(separator: " ").count >= 3 { found.append(after) }
    }
    // Where no line of the page decides, one site name is taken off: the last piece, or the first if that is shorter.
    if let last = cuts.last {
      let tail = bytes.count - last.upperBound
      let head = cuts.first?.lowerBound ?? 0
      let keepTail = head < tail && head <= 40
      let best =
        keepTail
        ? bytes[(cuts.first?.upperBound ?? 0)...] : tail <= 50 ? bytes[..<last.lowerBound] : bytes[...]
      found.append(String(decoding: best, as: UTF8.self))
    }
    return found
  }

  private static let marks: [[UInt8]] = [
    " - ", " – ", " — ", " | ", " :: ", " » ", " « ", " · ", " • ", " ~ ", " / ",
  ]
  .map { Array($0.utf8) }

  private func same(_ left: String, _ right: String) -> Bool {
    FoldedLine(Array(left.utf8)).wholeHash == FoldedLine(Array(right.utf8)).wholeHash
  }

  /// One begins with the other, at least for most of it.
  private func covers(_ left: String, _ right: String) -> Bool {
    let (left, right) = (left.lowercased(), right.lowercased())
    return (left.hasPrefix(right) || right.hasPrefix(left))
      && min(left.utf8.count, right.utf8.count) * 2 >= max(left.utf8.count, right.utf8.count)
  }
}

/// Resolves the few entities that titles inside JSON carry.
func resolvingEntities(_ text: String) -> String {
  guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
  var output: [UInt8] = []
  let bytes = Array(text.utf8)
  var index = 0
  while index < bytes.count {
    if bytes[index] == UInt8(ascii: "&"),
      let end = bytes[index...].prefix(10).firstIndex(of: UInt8(ascii: ";")),
      let scalar = entity(String(decoding: bytes[(index + 1)..<end], as: UTF8.self))
    {
      output += Array(String(scalar).utf8)
      index = end + 1
    } else {
      output.append(bytes[index])
      index += 1
    }
  }
  return String(decoding: output, as: UTF8.self)
}

private func entity(_ name: String) -> Unicode.Scalar? {
  if name.hasPrefix("#x") || name.hasPrefix("#X") {
    return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
  }
  if name.hasPrefix("#") { return UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init) }
  let names: [String: Unicode.Scalar] = [
    "amp": "&", "quot": "\"", "apos": "'", "lt": "<", "gt": ">", "nbsp": " ", "ldquo": "“", "rdquo": "”",
    "lsquo": "‘", "rsquo": "’", "ndash": "–", "mdash": "—", "hellip": "…",
  ]
  return names[name]
}
