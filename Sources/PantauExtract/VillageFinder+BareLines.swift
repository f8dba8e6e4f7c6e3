import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Rows of bare names on lines of their own, and in groups led by their district's name.
extension VillageFinder {
  /// Fewest lines that only the sentence before them explains, and fewest that a district explains.
  private static let leastBareLines = 3
  private static let leastWithDistrict = 2

  /// A line that begins with names.
  private struct NamedLine {
    var row: BareRow
    /// Whether their district with its level word is all that stands behind them.
    var isInDistrict: Bool
  }

  /// "- Wonoplumbon, Kecamatan Mijen", "- Gedangrejo dan Jatiayu (Kapanewon Karangmojo)": lines of villages with their district; "- Ie Mameh:
  /// tanah milik desa": lines behind a sentence that speaks of villages or districts.
  func readBareLines(in reading: inout Reading) {
    guard let within = regencyLabel(of: &reading) else { return }
    let sentences = reading.text.text.sentences
    var lines: [NamedLine] = []
    for sentence in sentences where sentence.lowerBound > reading.bodyStart {
      guard reading.tokens[sentence.lowerBound].traits.contains(.lineStart) else { continue }
      if reading.tokens[sentence.lowerBound].kind != .punctuation {
        addLines(lines, within, to: &reading)
        lines = []
      } else if let line = namedLine(sentence, in: reading) {
        lines.append(line)
      }
    }
    addLines(lines, within, to: &reading)
  }

  /// The names with which a line of a list begins, behind a dash or the like.
  private func namedLine(_ line: Range<Int>, in reading: Reading) -> NamedLine? {
    let mark = line.lowerBound
    guard reading.tokens[mark].traits.contains(.lineStart), reading.tokens[mark].kind == .punctuation,
      line.count > 1, reading.tokens[mark + 1].traits.contains(.capitalised),
      let row = bareRow(at: mark + 1, least: 1, in: reading)
    else { return nil }
    let end = row.end
    if end == line.upperBound || reading.isMark(end, ":") { return NamedLine(row: row, isInDistrict: false) }
    guard reading.isMark(end, "(") || reading.isMark(end, ","),
      let match = reading.match(labels.region, at: end + 1), isLevelled(end + 1, in: reading),
      reading.regions[Int(match.payload)].level == .district
    else { return nil }
    let next = reading.isMark(Int(match.end), ")") ? Int(match.end) + 1 : Int(match.end)
    return next == line.upperBound ? NamedLine(row: row, isInDistrict: true) : nil
  }

  private func addLines(_ lines: [NamedLine], _ within: String, to reading: inout Reading) {
    guard let first = lines.first else { return }
    let told = levelSpokenOf(before: first.row.start - 1, in: reading)
    if lines.count(where: \.isInDistrict) >= Self.leastWithDistrict {
      let level = told == .urbanVillage ? .urbanVillage : ownLevel(of: reading) ?? .village
      for line in lines where line.isInDistrict {
        for name in line.row.bare { add(level, name, name, within: within, to: &reading) }
      }
      return
    }
    guard lines.count >= Self.leastBareLines, let told else { return }
    for line in lines {
      for name in line.row.free { add(told, name, name, within: within, to: &reading) }
    }
  }

  /// "Tegalombo: Tahunan, Gemaharjo; Tulakan: Kluwih, Nglaran": several names of a sentence, each with the villages of that district behind a
  /// colon.
  func readGroups(in reading: inout Reading) {
    guard let within = regencyLabel(of: &reading) else { return }
    let sentences = reading.text.text.sentences
    var next = 0
    while next < reading.colons.count {
      let number = reading.sentence(of: Int(reading.colons[next]))
      let first = next
      while next < reading.colons.count, Int(reading.colons[next]) < sentences[number].upperBound {
        next += 1
      }
      guard next - first >= 2, sentences[number].lowerBound >= reading.bodyStart else { continue }
      let groups = groups(at: reading.colons[first..<next], in: sentences[number], reading)
      guard groups.count >= 2, speaksOfDistricts(number, in: reading) else { continue }
      let level = ownLevel(of: reading) ?? .village
      for group in groups {
        let label = Region.label(.district, string(group.district, reading))
        add(.district, group.district, group.district, within: within, isTold: true, to: &reading)
        for name in group.villages { add(level, name, name, within: label, to: &reading) }
      }
    }
  }

  private typealias Group = (district: Range<Int>, villages: [Range<Int>])

  private func groups(
    at colons: ArraySlice<Int32>, in sentence: Range<Int>, _ reading: Reading
  ) -> [Group] {
    var groups: [Group] = []
    for colon in colons.lazy.map({ Int($0) }) {
      guard colon > sentence.lowerBound, colon + 1 < sentence.upperBound,
        let district = name(endingAt: colon, from: sentence.lowerBound, in: reading),
        isFree(district, in: reading),
        let row = bareRow(at: colon + 1, least: 1, in: reading), row.bare.count == row.count,
        row.end >= sentence.upperBound || reading.isMark(row.end, ";") || reading.isMark(row.end, ".")
      else { continue }
      groups.append((district, row.bare))
    }
    return groups
  }
}
