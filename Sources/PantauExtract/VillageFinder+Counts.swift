import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Names that only the numbers beside them show to be places: "Jaro dengan 9 desa dan Tanta dengan 14 desa", "Tebet dan
/// Pasar Minggu masing-masing dua", "lima di Waigeo Selatan dan dua di Kota Waisai".
extension VillageFinder {
  private struct Counted {
    var name: Range<Int>
    var value: Double
    /// Whether the number has a noun or a whole of its own, so that it counts for certain.
    var isCertain: Bool
  }

  /// Adds the counted names of every sentence that has several; the names a regency's
  /// article counts by are districts, with one for each a village.
  func readCounted(in reading: inout Reading) {
    guard let within = regencyLabel(of: reading) else { return }
    let sentences = reading.text.text.sentences
    let found = sentences.map { $0.lowerBound >= reading.bodyStart ? counted(in: $0, of: reading) : [] }
    // Lines of one item each count together: "Menggala – 9 koperasi", "Gedung Aji – 10 koperasi".
    func isItem(_ sentence: Int) -> Bool {
      guard found.indices.contains(sentence), found[sentence].count == 1 || hasDistrict(sentence, reading)
      else {
        return false
      }
      return reading.tokens[sentences[sentence].lowerBound].traits.contains(.lineStart)
        && (found[sentence].first?.name.lowerBound ?? sentences[sentence].lowerBound)
          - sentences[sentence].lowerBound <= 3
    }
    for sentence in sentences.indices where !found[sentence].isEmpty {
      let speaks = speaksOfDistricts(sentence, in: reading)
      let known = reading.regionMentions.count {
        sentences[sentence].contains($0.range.lowerBound) && isDistrict($0, reading)
      }
      let isInLines = isItem(sentence) && (isItem(sentence - 1) || isItem(sentence + 1))
      guard found[sentence].count + known >= 2 || isInLines,
        found[sentence].contains(where: \.isCertain) || speaks
      else { continue }
      let level: RegionLevel =
        speaks || known > 0 || found[sentence].contains { $0.value > 1 } ? .district : .village
      for item in found[sentence] { add(level, item.name, item.name, within: within, to: &reading) }
    }
  }

  private func hasDistrict(_ sentence: Int, _ reading: Reading) -> Bool {
    let tokens = reading.text.text.sentences[sentence]
    return reading.regionMentions.contains {
      tokens.prefix(4).contains($0.range.lowerBound) && isDistrict($0, reading)
    }
  }

  private func isDistrict(_ mention: PlaceMention, _ reading: Reading) -> Bool {
    reading.regions[mention.region].level == .district
  }

  private func counted(in sentence: Range<Int>, of reading: Reading) -> [Counted] {
    var found: [Counted] = []
    var token = sentence.lowerBound
    let numbers = MatchTable.LabelSet(labels.number)
    while token < sentence.upperBound {
      guard reading.text.matches.mayBegin(numbers, at: token),
        let number = reading.match(labels.number, at: token), Int(number.end) <= sentence.upperBound
      else {
        token += 1
        continue
      }
      let end = Int(number.end)
      if !isMeasure(at: end, in: reading) {
        let certain = counts(at: end, in: reading)
        let value = reading.numbers[Int(number.payload)].value
        var names = self.names(before: token, from: sentence.lowerBound, in: reading)
        if names.isEmpty { names = self.names(behind: end, before: sentence.upperBound, in: reading) }
        found += names.filter { isFree($0, in: reading) }.map {
          Counted(name: $0, value: value, isCertain: certain)
        }
      }
      token = end
    }
    return found
  }

  /// Names before a number, past words that only lead to it: "Tanta dengan 14", "Upau separuhnya yaitu tiga".
  private func names(before number: Int, from first: Int, in reading: Reading) -> [Range<Int>] {
    var end = number
    while end > first, number - end < 5, isLead(end - 1, in: reading) { end -= 1 }
    var names: [Range<Int>] = []
    while let name = name(closing: end, from: first, in: reading) {
      names.append(name)
      end = name.lowerBound
      guard end - 1 > first, isJoiner(end - 1, in: reading) else { break }
      end -= 1
    }
    guard let last = names.last else { return [] }
    // The first word of a sentence is a capital by itself.
    let isMarked = reading.isMark(last.upperBound, ":") || reading.isMark(last.upperBound, "-")
    return last.lowerBound == first && last.count == 1 && names.count == 1 && !isMarked ? [] : names
  }

  /// Names behind a number: "lima di Waigeo Selatan", "7 desa di Muara Harus".
  private func names(behind number: Int, before end: Int, in reading: Reading) -> [Range<Int>] {
    var token = number
    if let unit = reading.match(labels.unit, at: token) { token = Int(unit.end) }
    if let lead = reading.match(labels.countLeads, at: token) { token = Int(lead.end) }
    guard token < end, let preposition = reading.match(labels.prepositions, at: token),
      Int(preposition.end) == token + 1, token + 1 < end
    else { return [] }
    return names(at: token + 1, in: reading).filter { $0.upperBound <= end }
  }

  /// The capitalised words that end at `end` and may be a place's name, as many as belong together.
  private func name(closing end: Int, from first: Int, in reading: Reading) -> Range<Int>? {
    var found: Range<Int>?
    for start in stride(from: end - 1, through: max(first, end - Self.longestName), by: -1) {
      guard name(at: start, in: reading) == start..<end else { break }
      found = start..<end
    }
    return found
  }

  private func isLead(_ token: Int, in reading: Reading) -> Bool {
    if reading.isMark(token, "-") || reading.isMark(token, ":") || reading.isMark(token, "(") { return true }
    if reading.tokens[token].traits.contains(.capitalised) { return false }
    let lists = [labels.weighing, labels.distributives, labels.listIntros, labels.countLeads]
    return lists.contains { reading.match($0, endingAt: token + 1, reach: 1) != nil }
      || reading.match(labels.distributives, endingAt: token + 1, reach: 3) != nil
  }

  private func isJoiner(_ token: Int, in reading: Reading) -> Bool {
    reading.text.matches.match(labels.joiners, at: token, end: token + 1) != nil
  }

  /// Whether what is counted, a whole or the end of an item follows a number.
  private func counts(at token: Int, in reading: Reading) -> Bool {
    reading.match(labels.unit, at: token) != nil || reading.match(labels.countWholes, at: token) != nil
  }

  /// Whether a number measures something else: people, money, a day.
  private func isMeasure(at token: Int, in reading: Reading) -> Bool {
    token < reading.tokens.count
      && (reading.match(labels.notCounted, at: token) != nil || reading.match(labels.months, at: token) != nil
        || reading.isMark(token, "/") || reading.match(labels.percents, at: token) != nil)
  }

  /// Whether no region and no person is read there yet, nor an abbreviation.
  private func isFree(_ name: Range<Int>, in reading: Reading) -> Bool {
    !name.contains {
      reading.tokens[$0].traits.contains(.allCapitals) || reading.tokens[$0].traits.contains(.singleLetter)
        || reading.tokens[$0].end - reading.tokens[$0].start < 3
    }
      && !reading.regionMentions.contains { $0.range.overlaps(name) }
      && !name.contains { reading.match(labels.cooperativeNames, at: $0) != nil }
      && (name.lowerBound == 0
        || reading.match(labels.honorifics, endingAt: name.lowerBound, reach: 2) == nil)
  }

  /// Whether the sentence or the one before it speaks of districts.
  private func speaksOfDistricts(_ sentence: Int, in reading: Reading) -> Bool {
    for number in [sentence, sentence - 1] where number >= 0 {
      for token in reading.text.text.sentences[number] {
        guard let word = reading.match(labels.villageWords, at: token) else { continue }
        if reading.text.column("level", of: word) == "district" { return true }
      }
    }
    return false
  }
}
