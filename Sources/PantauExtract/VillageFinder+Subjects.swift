import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Names in lists whose sentence says what they are: by its subject, or by the district in brackets behind each.
extension VillageFinder {
  /// Fewest names of a list that only its sentence's subject explains.
  private static let leastNames = 3

  /// "Kelurahan percontohan itu adalah Mojo, Babat Jerawat, Tandes, dan Ketintang": a sentence that speaks of villages or districts,
  /// without a name behind that word, and goes on to their names.
  func readSubjectLists(in reading: inout Reading) {
    guard let within = regencyLabel(of: &reading) else { return }
    for sentence in reading.text.text.sentences where sentence.lowerBound >= reading.bodyStart {
      let start = sentence.lowerBound..<min(sentence.lowerBound + 4, sentence.upperBound)
      guard let word = reading.first(labels.villageWords, in: start),
        let level = level(ofWord: word), isUsed(word, in: reading),
        let start = listStart(behind: Int(word.end), in: sentence, reading)
      else { continue }
      let names = names(at: start, in: reading)
      guard names.count >= Self.leastNames, names.allSatisfy({ isFree($0, in: reading) }) else { continue }
      for name in names { add(level, name, name, within: within, to: &reading) }
    }
  }

  /// Where a word that shows that names follow ends, with no name, number or mark before it.
  private func listStart(behind start: Int, in sentence: Range<Int>, _ reading: Reading) -> Int? {
    for token in start..<min(start + 10, sentence.upperBound) {
      if let intro = reading.match(labels.listIntros, at: token), words[intro].contains(.opens) {
        return Int(intro.end)
      }
      let word = reading.tokens[token]
      guard word.kind == .word, !word.traits.contains(.capitalised),
        reading.match(labels.number, at: token) == nil
      else { return nil }
    }
    return nil
  }

  /// "Pahaleten (Kecamatan Kakas), Kamanga Dua (Tompaso), dan Senduk (Tombariri)": villages, each with its district in brackets, of
  /// which one bears the level word or is known.
  func readPairs(in reading: inout Reading) {
    guard !reading.brackets.isEmpty, let within = regencyLabel(of: &reading),
      let level = ownLevel(of: reading)
    else { return }
    var next = 0
    while next < reading.brackets.count {
      let sentence = reading.text.text.sentences[reading.sentence(of: Int(reading.brackets[next]))]
      let first = next
      while next < reading.brackets.count, sentence.contains(Int(reading.brackets[next])) { next += 1 }
      guard next - first >= 2, sentence.lowerBound >= reading.bodyStart else { continue }
      let pairs = pairs(in: sentence, first..<next, reading)
      guard pairs.count >= 2, pairs.contains(where: { isDistrict($0.district, in: reading) }) else {
        continue
      }
      for pair in pairs {
        let mention = reading.regionMentions.first { $0.range == pair.district }
        let district =
          mention.map { reading.regions[$0.region].label }
          ?? Region.label(.district, string(pair.district, reading))
        add(level, pair.village, pair.village, within: district, to: &reading)
        if mention == nil { add(.district, pair.district, pair.district, within: within, to: &reading) }
      }
    }
  }

  private typealias Pair = (village: Range<Int>, district: Range<Int>)

  /// The pairs of a sentence, whose brackets have the numbers `brackets`.
  private func pairs(in sentence: Range<Int>, _ brackets: Range<Int>, _ reading: Reading) -> [Pair] {
    var pairs: [Pair] = []
    for open in brackets.lazy.map({ Int(reading.brackets[$0]) }) {
      guard let district = known(at: open + 1, in: reading) ?? name(at: open + 1, in: reading),
        reading.isMark(district.upperBound, ")"),
        let village = name(endingAt: open, from: sentence.lowerBound, in: reading),
        isFree(village, in: reading)
      else { continue }
      pairs.append((village, district))
    }
    return pairs
  }

  /// The district that the article is known to name at a token, its level word included.
  private func known(at token: Int, in reading: Reading) -> Range<Int>? {
    guard token < reading.tokens.count, reading.places.isCovered(token) else { return nil }
    return reading.regionMentions.first {
      $0.range.lowerBound == token && reading.regions[$0.region].level == .district
    }?.range
  }

  /// Whether the article is known to name a district there, or bears its name elsewhere.
  private func isDistrict(_ name: Range<Int>, in reading: Reading) -> Bool {
    if known(at: name.lowerBound, in: reading) != nil { return true }
    let key = PlaceText(name, in: reading.text.text).key
    return reading.places.first(key) { reading.regions[$0].level == .district } != nil
  }
}
