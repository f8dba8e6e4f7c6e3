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
    /// Whether it is one word at the sentence's beginning, which has a capital in any case.
    var isInitial = false
  }

  /// The counted names of an article, and where those of each sentence stand among them.
  private struct CountedNames {
    var items: [Counted] = []
    var ranges: [Range<Int>]

    /// Those of a sentence.
    subscript(sentence: Int) -> ArraySlice<Counted> { items[ranges[sentence]] }
  }

  /// Adds the counted names of every sentence that has several, of lists by line, and of single ones that a preposition leads where
  /// the article counts by district; the names a regency's article counts by are districts, with one for each a village.
  func readCounted(in reading: inout Reading) {
    let found = counted(in: reading)
    guard !found.items.isEmpty, let within = regencyLabel(of: &reading) else { return }
    let sentences = reading.text.text.sentences
    for sentence in sentences.indices where !found.ranges[sentence].isEmpty {
      let items = found[sentence]
      let speaks = speaksOfDistricts(sentence, in: reading)
      let known = districts(in: sentences[sentence], reading)
      let lines = linesOfList(around: sentence, found, reading)
      let isSure =
        items.contains(where: \.isCertain) || speaks || lines >= 3
        || (items.count >= 3 && tellsOfProgramme(sentences[sentence], in: reading))
      guard items.count + known >= 2 || lines >= 2 || isSingle(items, in: reading), isSure else { continue }
      let level: RegionLevel =
        speaks || known > 0 || lines >= 3 || items.contains { $0.value > 1 } ? .district : .village
      for item in items { add(level, item.name, item.name, within: within, to: &reading) }
    }
  }

  /// How many places of a sentence's tokens are known to be districts.
  private func districts(in sentence: Range<Int>, _ reading: Reading) -> Int {
    guard reading.places.districts > 0 else { return 0 }
    return reading.regionMentions.count {
      sentence.contains($0.range.lowerBound) && isDistrict($0, reading)
    }
  }

  /// How many lines of one number each stand together around a sentence, itself among them, counted to three: "Menggala – 9
  /// koperasi", "Papar, Mojo: masing-masing 14"; 0 where it is none.
  private func linesOfList(around sentence: Int, _ found: CountedNames, _ reading: Reading) -> Int {
    func isItem(_ sentence: Int) -> Bool {
      guard found.ranges.indices.contains(sentence) else { return false }
      let tokens = reading.text.text.sentences[sentence]
      let items = found[sentence]
      guard
        items.first.map({ first in items.allSatisfy { $0.value == first.value } }) ?? false
          || hasDistrict(sentence, reading)
      else { return false }
      return reading.tokens[tokens.lowerBound].traits.contains(.lineStart)
        && (items.isEmpty || items.contains { $0.name.lowerBound - tokens.lowerBound <= 3 })
    }
    guard isItem(sentence) else { return 0 }
    var first = sentence
    var last = sentence
    while last - first < 2, isItem(first - 1) { first -= 1 }
    while last - first < 2, isItem(last + 1) { last += 1 }
    return last - first + 1
  }

  /// "Di Siabu 25 dari 28": one name that a preposition leads, in an article that names districts.
  private func isSingle(_ items: ArraySlice<Counted>, in reading: Reading) -> Bool {
    guard let item = items.first, items.count == 1, item.isCertain,
      reading.match(labels.prepositions, endingAt: item.name.lowerBound, reach: 1) != nil
        || (reading.isMark(item.name.upperBound, ":")
          && speaksOfDistricts(reading.sentence(of: item.name.lowerBound) - 1, in: reading))
    else { return false }
    return reading.places.districts >= 2
  }

  /// Adds the names of lists that a number of districts or villages announces.
  func readAnnounced(in reading: inout Reading) {
    guard let within = regencyLabel(of: &reading) else { return }
    var next = 0
    for sentence in reading.text.text.sentences where sentence.lowerBound >= reading.bodyStart {
      while next < reading.numberRanges.count, reading.numberRanges[next].lowerBound < sentence.upperBound {
        let number = next
        next += 1
        let (start, end) = (reading.numberRanges[number].lowerBound, reading.numberRanges[number].upperBound)
        guard start >= sentence.lowerBound, end < reading.tokens.count,
          reading.text.matches.mayBegin(levelWordLabel, at: end),
          readAnnounced(number, sentence, within, in: &reading)
        else { continue }
        // The rest of the sentence holds no other list.
        while next < reading.numberRanges.count, reading.numberRanges[next].lowerBound < sentence.upperBound {
          next += 1
        }
      }
      if reading.text.matches.mayBegin(wholeLabel, at: sentence.lowerBound) {
        readOneOf(sentence, within, in: &reading)
      }
    }
  }

  /// "Dari 28 kecamatan, Terbanggi Besar mencatat pembangunan terbanyak": one of so many.
  private func readOneOf(_ sentence: Range<Int>, _ within: String, in reading: inout Reading) {
    let head = sentence.lowerBound..<min(sentence.lowerBound + 3, sentence.upperBound)
    guard reading.match(labels.countWholes, at: sentence.lowerBound) != nil,
      let number = reading.first(labels.number, in: head),
      let word = reading.match(labels.villageWords, at: Int(number.end)), let level = level(ofWord: word),
      level == .district, reading.isMark(Int(word.end), ",")
    else { return }
    for name in names(at: Int(word.end) + 1, in: reading) where isFree(name, in: reading) {
      add(level, name, name, within: within, to: &reading)
    }
  }

  /// "Empat kecamatan sudah 100 persen, yakni Pakantan, Naga Juang, Hutabargot dan Sinunukan": as many names as are counted, or fewer
  /// behind words that promise only some ("12 desa …, di antaranya Long Loreh dan Belayan"). Whether the list was found, so that
  /// the rest of the sentence holds no other.
  private func readAnnounced(
    _ number: Int, _ sentence: Range<Int>, _ within: String, in reading: inout Reading
  ) -> Bool {
    guard
      let word = reading.match(labels.villageWords, at: reading.numberRanges[number].upperBound),
      let level = level(ofWord: word), words[word].contains(.leads), isUsed(word, in: reading),
      let count = Int(exactly: reading.numbers[number].value), count >= 2
    else { return false }
    for intro in Int(word.end)..<max(Int(word.end), sentence.upperBound) {
      guard let match = reading.match(labels.listIntros, at: intro), words[match].contains(.opens) else {
        continue
      }
      let names = names(at: Int(match.end), in: reading)
      let isPart = words[match].contains(.part)
      guard names.count == count || (isPart && names.count > 1 && names.count < count) else { continue }
      let free = names.filter { isFree($0, in: reading) }
      // A list of villages that holds part of a region's name is read whole later.
      if level == .district || free.count == names.count {
        for name in free { add(level, name, name, within: within, to: &reading) }
      }
      return true
    }
    return false
  }

  /// Whether a sentence counts or tells something of the programme.
  private func tellsOfProgramme(_ sentence: Range<Int>, in reading: Reading) -> Bool {
    sentence.contains { token in
      reading.match(labels.unit, at: token) != nil || reading.match(labels.distributives, at: token) != nil
        || reading.match(labels.programme, at: token) != nil
    }
  }

  private func hasDistrict(_ sentence: Int, _ reading: Reading) -> Bool {
    let tokens = reading.text.text.sentences[sentence]
    let start = tokens.prefix(4)
    guard reading.places.districts > 0, reading.places.overlaps(start) else { return false }
    return reading.regionMentions.contains {
      start.contains($0.range.lowerBound) && isDistrict($0, reading)
    }
  }

  private func isDistrict(_ mention: PlaceMention, _ reading: Reading) -> Bool {
    reading.regions[mention.region].level == .district
  }

  /// The counted names of every sentence of the body.
  private func counted(in reading: Reading) -> CountedNames {
    let sentences = reading.text.text.sentences
    var found = CountedNames(ranges: Array(repeating: 0..<0, count: sentences.count))
    var next = 0
    while next < reading.numberRanges.count {
      let sentence = reading.sentence(of: reading.numberRanges[next].lowerBound)
      let numbers = next
      let end = sentences[sentence].upperBound
      while next < reading.numberRanges.count, reading.numberRanges[next].lowerBound < end {
        next += 1
      }
      guard sentences[sentence].lowerBound >= reading.bodyStart else { continue }
      let first = found.items.count
      for number in numbers..<next {
        addCounted(number, sentences[sentence], &found.items, reading)
      }
      var others = 0
      for item in first..<found.items.count where !found.items[item].isInitial { others += 1 }
      if others < 2, others < found.items.count - first {
        let kept = found.items[first...].filter { !$0.isInitial }
        found.items.replaceSubrange(first..., with: kept)
      }
      found.ranges[sentence] = first..<found.items.count
    }
    return found
  }

  /// Adds the names that a number counts.
  private func addCounted(
    _ number: Int, _ sentence: Range<Int>, _ found: inout [Counted], _ reading: Reading
  ) {
    let (token, end) = (
      reading.numberRanges[number].lowerBound, reading.numberRanges[number].upperBound
    )
    guard end <= sentence.upperBound, !isMeasure(at: end, in: reading) else { return }
    var names = self.names(before: token, end, from: sentence.lowerBound, in: reading)
    if names.isEmpty { names = self.names(behind: end, before: sentence.upperBound, in: reading) }
    if names.isEmpty { return }
    let isCertain = counts(at: end, in: reading) || isEach(token, end, in: reading)
    let isJoined = names.count >= 2
    for name in names where isFree(name, in: reading) {
      found.append(
        Counted(
          name: withRegion(name, in: reading), value: reading.numbers[number].value,
          isCertain: isCertain, isInitial: !isJoined && isInitial(name, sentence.lowerBound, in: reading)))
    }
  }

  /// A counted name with the regency's before it, after which the district is named: "Paser | Belengkong 9 gerai".
  private func withRegion(_ name: Range<Int>, in reading: Reading) -> Range<Int> {
    guard !reading.tokens[name.lowerBound].traits.contains(.lineStart), name.lowerBound > 0,
      reading.places.isCovered(name.lowerBound - 1),
      let mention = reading.regionMentions.first(where: { $0.range.upperBound == name.lowerBound }),
      reading.regions[mention.region].gazetteer != nil,
      isSame(reading.text.text.string(mention.range), reading.regions[mention.region].name)
    else { return name }
    return mention.range.lowerBound..<name.upperBound
  }

  /// Whether a number is each one's of several: "masing-masing dua", "sama-sama 4", "satu-satu".
  private func isEach(_ number: Int, _ end: Int, in reading: Reading) -> Bool {
    let isTwice =
      reading.isMark(end, "-") && end + 1 < reading.tokens.count && reading.tokens[end + 1].word != 0
      && reading.tokens[end + 1].word == reading.tokens[number].word
    return isTwice
      || (max(0, number - 4)..<number).contains { token in
        reading.match(labels.distributives, at: token).map { number - Int($0.end) <= 1 } ?? false
      }
  }

  /// Names before a number, past words that only lead to it: "Tanta dengan 14", "Upau separuhnya yaitu tiga", "Gudo, Ngoro dan Bareng
  /// masing-masing dua".
  private func names(
    before number: Int, _ numberEnd: Int, from first: Int, in reading: Reading
  ) -> [Range<Int>] {
    var end = number
    while end > first, number - end < 5, isLead(end - 1, in: reading) { end -= 1 }
    // Every name ends with a capital.
    guard end > first, reading.tokens[end - 1].traits.contains(.capitalised) else { return [] }
    let isEach = isEach(number, numberEnd, in: reading)
    var names: [Range<Int>] = []
    while let name = name(closing: end, from: first, in: reading) {
      names.append(name)
      end = name.lowerBound
      guard end - 1 > first else { break }
      let isJoined = isJoiner(end - 1, in: reading)
      guard isJoined || (isEach && reading.isMark(end - 1, ",")) else { break }
      end -= 1
      if isJoined, isEach, reading.isMark(end - 1, ",") { end -= 1 }
    }
    return names
  }

  /// Whether a name is the one word with which a sentence begins, and no mark behind it shows an item of a list.
  private func isInitial(_ name: Range<Int>, _ first: Int, in reading: Reading) -> Bool {
    let isMarked = reading.isMark(name.upperBound, ":") || reading.isMark(name.upperBound, "-")
    return name.lowerBound == first && name.count == 1 && !isMarked
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
      if name(at: start, in: reading) == start..<end {
        found = start..<end
      } else if found != nil || start == first || reading.match(labels.placeLeads, at: start - 1) == nil {
        // "Pasar Minggu": its second word is none alone.
        break
      }
    }
    return found
  }

  private func isLead(_ token: Int, in reading: Reading) -> Bool {
    // "Stabat dan Tanjung Pura, masing-masing sembilan dan enam", "Punggur dan Trimurjo menyusul, delapan dan enam titik"
    if reading.isMark(token, ",") {
      return reading.match(labels.distributives, at: token + 1) != nil
        || reading.match(labels.countLeads, endingAt: token, reach: 2) != nil
    }
    if reading.isMark(token, "-") || reading.isMark(token, ":") || reading.isMark(token, "(") { return true }
    if reading.tokens[token].traits.contains(.capitalised) { return false }
    return leadWords.isWord(token, in: reading.text)
      || (max(0, token - 2)...token).contains {
        reading.match(labels.distributives, at: $0).map { Int($0.end) > token } ?? false
      }
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
    measures.begins(at: token, in: reading.text) || reading.isMark(token, "/")
  }

  /// Whether no region and no person is read there yet, nor an abbreviation.
  func isFree(_ name: Range<Int>, in reading: Reading) -> Bool {
    !name.contains { isAbbreviation($0, reading) && !isOrdinal($0, of: name, reading) }
      && !isTaken(name, in: reading) && !isEpithet(name, in: reading)
      && !name.contains { reading.match(labels.cooperativeNames, at: $0) != nil }
      && !(name.count == 1
        && (reading.match(labels.weighing, at: name.lowerBound) != nil
          || reading.match(labels.modality, at: name.lowerBound) != nil))
      && (name.lowerBound == 0
        || reading.match(labels.honorifics, endingAt: name.lowerBound, reach: 2) == nil)
  }

  /// Whether a region is read there, but for a bare one that the name's first word makes part of it: "Kampung | Bali".
  private func isTaken(_ name: Range<Int>, in reading: Reading) -> Bool {
    guard reading.places.overlaps(name) else { return false }
    return reading.places.isCovered(name.lowerBound)
      || reading.match(labels.placeLeads, at: name.lowerBound) == nil
  }

  private func isAbbreviation(_ token: Int, _ reading: Reading) -> Bool {
    let word = reading.tokens[token]
    guard word.kind != .punctuation else { return false }
    return word.traits.contains(.allCapitals) || word.traits.contains(.singleLetter)
      || word.end - word.start < 3
  }

  /// "Batin XXIV", "Koting B": whether a token of a name is its number, or a letter at its end that is no initial.
  private func isOrdinal(_ token: Int, of name: Range<Int>, _ reading: Reading) -> Bool {
    guard token > name.lowerBound else { return false }
    if isRomanNumber(token, reading) { return true }
    return reading.tokens[token].traits.contains(.singleLetter) && token == name.upperBound - 1
      && !reading.isMark(token + 1, ".")
  }

  /// "Batin XXIV", "Koto XI Tarusan".
  private func isRomanNumber(_ token: Int, _ reading: Reading) -> Bool {
    let word = reading.tokens[token]
    return word.traits.contains(.allCapitals)
      && reading.text.text.bytes[Int(word.start)..<Int(word.end)].allSatisfy(PlaceCase.isRomanDigit)
  }

  /// Whether a name is another one of an island, a region or the like: "Bumi Handayani".
  private func isEpithet(_ name: Range<Int>, in reading: Reading) -> Bool {
    guard let word = reading.match(labels.notRegions, at: name.lowerBound) else { return false }
    return words[word].contains(.isItself) && Int(word.end) >= name.upperBound
  }

  /// Whether the sentence or the one before it speaks of districts.
  func speaksOfDistricts(_ sentence: Int, in reading: Reading) -> Bool {
    for number in [sentence, sentence - 1] where number >= 0 {
      for token in reading.text.text.sentences[number] {
        guard let word = reading.match(labels.villageWords, at: token) else { continue }
        if words[word].contains(.district) { return true }
      }
    }
    return false
  }
}
