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

  /// Adds the counted names of every sentence that has several, of lists by line, and of single ones that a preposition leads where
  /// the article counts by district; the names a regency's article counts by are districts, with one for each a village.
  func readCounted(in reading: inout Reading) {
    guard let within = regencyLabel(of: reading) else { return }
    let sentences = reading.text.text.sentences
    let found = sentences.map { $0.lowerBound >= reading.bodyStart ? counted(in: $0, of: reading) : [] }
    for sentence in sentences.indices where !found[sentence].isEmpty {
      let items = found[sentence]
      let speaks = speaksOfDistricts(sentence, in: reading)
      let known = reading.regionMentions.count {
        sentences[sentence].contains($0.range.lowerBound) && isDistrict($0, reading)
      }
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

  /// How many lines of one number each stand together around a sentence, itself among them: "Menggala – 9 koperasi", "Papar, Mojo:
  /// masing-masing 14"; 0 where it is none.
  private func linesOfList(around sentence: Int, _ found: [[Counted]], _ reading: Reading) -> Int {
    func isItem(_ sentence: Int) -> Bool {
      guard found.indices.contains(sentence) else { return false }
      let tokens = reading.text.text.sentences[sentence]
      let items = found[sentence]
      guard
        !items.isEmpty && items.allSatisfy({ $0.value == items[0].value }) || hasDistrict(sentence, reading)
      else { return false }
      return reading.tokens[tokens.lowerBound].traits.contains(.lineStart)
        && (items.map(\.name.lowerBound).min() ?? tokens.lowerBound) - tokens.lowerBound <= 3
    }
    guard isItem(sentence) else { return 0 }
    var first = sentence
    var last = sentence
    while isItem(first - 1) { first -= 1 }
    while isItem(last + 1) { last += 1 }
    return last - first + 1
  }

  /// "Di Siabu 25 dari 28": one name that a preposition leads, in an article that names districts.
  private func isSingle(_ items: [Counted], in reading: Reading) -> Bool {
    guard items.count == 1, items[0].isCertain,
      reading.match(labels.prepositions, endingAt: items[0].name.lowerBound, reach: 1) != nil
        || (reading.isMark(items[0].name.upperBound, ":")
          && speaksOfDistricts(reading.sentence(of: items[0].name.lowerBound) - 1, in: reading))
    else { return false }
    return reading.regions.count { $0.level == .district } >= 2
  }

  /// Adds the names of lists that a number of districts or villages announces.
  func readAnnounced(in reading: inout Reading) {
    guard let within = regencyLabel(of: reading) else { return }
    for sentence in reading.text.text.sentences where sentence.lowerBound >= reading.bodyStart {
      readAnnounced(sentence, within, in: &reading)
      readOneOf(sentence, within, in: &reading)
    }
  }

  /// "Dari 28 kecamatan, Terbanggi Besar mencatat pembangunan terbanyak": one of so many.
  private func readOneOf(_ sentence: Range<Int>, _ within: String, in reading: inout Reading) {
    let head = sentence.lowerBound..<min(sentence.lowerBound + 3, sentence.upperBound)
    guard reading.match(labels.countWholes, at: sentence.lowerBound) != nil,
      let first = head.first(where: {
        reading.text.matches.mayBegin(MatchTable.LabelSet(labels.number), at: $0)
      }),
      let number = reading.match(labels.number, at: first),
      let word = reading.match(labels.villageWords, at: Int(number.end)), let level = level(ofWord: word),
      level == .district, reading.isMark(Int(word.end), ",")
    else { return }
    for name in names(at: Int(word.end) + 1, in: reading) where isFree(name, in: reading) {
      add(level, name, name, within: within, to: &reading)
    }
  }

  /// "Empat kecamatan sudah 100 persen, yakni Pakantan, Naga Juang, Hutabargot dan Sinunukan": as many names as are counted, or fewer
  /// behind words that promise only some ("12 desa …, di antaranya Long Loreh dan Belayan").
  private func readAnnounced(_ sentence: Range<Int>, _ within: String, in reading: inout Reading) {
    let numbers = MatchTable.LabelSet(labels.number)
    var rest = sentence
    while let token = reading.text.matches.firstToken(in: rest, mayBegin: numbers) {
      rest = token + 1..<sentence.upperBound
      guard let number = reading.match(labels.number, at: token),
        let word = reading.match(labels.villageWords, at: Int(number.end)), let level = level(ofWord: word),
        reading.text.column("label", of: word) != nil, isUsed(word, provinceCodes(of: reading)),
        let count = Int(exactly: reading.numbers[Int(number.payload)].value), count >= 2
      else { continue }
      for intro in Int(word.end)..<max(Int(word.end), sentence.upperBound) {
        guard let match = reading.match(labels.listIntros, at: intro),
          reading.text.column("opens", of: match) == "yes"
        else { continue }
        let names = names(at: Int(match.end), in: reading)
        let isPart = reading.text.column("part", of: match) == "yes"
        guard names.count == count || (isPart && names.count > 1 && names.count < count) else { continue }
        let free = names.filter { isFree($0, in: reading) }
        // A list of villages that holds part of a region's name is read whole later.
        if level != .district, free.count < names.count { return }
        for name in free {
          add(level, name, name, within: within, to: &reading)
        }
        return
      }
    }
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
    return reading.regionMentions.contains {
      tokens.prefix(4).contains($0.range.lowerBound) && isDistrict($0, reading)
    }
  }

  private func isDistrict(_ mention: PlaceMention, _ reading: Reading) -> Bool {
    reading.regions[mention.region].level == .district
  }

  private func counted(in sentence: Range<Int>, of reading: Reading) -> [Counted] {
    var found: [Counted] = []
    var rest = sentence
    let numbers = MatchTable.LabelSet(labels.number)
    while let token = reading.text.matches.firstToken(in: rest, mayBegin: numbers) {
      guard let number = reading.match(labels.number, at: token), Int(number.end) <= sentence.upperBound
      else {
        rest = token + 1..<sentence.upperBound
        continue
      }
      let end = Int(number.end)
      if !isMeasure(at: end, in: reading) {
        let isEach = isEach(token, end, in: reading)
        let certain = counts(at: end, in: reading) || isEach
        let value = reading.numbers[Int(number.payload)].value
        var names = self.names(before: token, from: sentence.lowerBound, isEach: isEach, in: reading)
        if names.isEmpty { names = self.names(behind: end, before: sentence.upperBound, in: reading) }
        let isJoined = names.count >= 2
        found += names.filter { isFree($0, in: reading) }.map { name in
          Counted(
            name: withRegion(name, in: reading), value: value, isCertain: certain,
            isInitial: !isJoined && isInitial(name, sentence.lowerBound, in: reading))
        }
      }
      rest = end..<sentence.upperBound
    }
    let others = found.count { !$0.isInitial }
    return others >= 2 ? found : found.filter { !$0.isInitial }
  }

  /// A counted name with the regency's before it, after which the district is named: "Paser | Belengkong 9 gerai".
  private func withRegion(_ name: Range<Int>, in reading: Reading) -> Range<Int> {
    guard !reading.tokens[name.lowerBound].traits.contains(.lineStart),
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
  private func names(before number: Int, from first: Int, isEach: Bool, in reading: Reading) -> [Range<Int>] {
    var end = number
    while end > first, number - end < 5, isLead(end - 1, in: reading) { end -= 1 }
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
    let lists = [labels.weighing, labels.distributives, labels.listIntros, labels.countLeads]
    return lists.contains { reading.match($0, endingAt: token + 1, reach: 1) != nil }
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
    token < reading.tokens.count
      && (reading.match(labels.notCounted, at: token) != nil || reading.match(labels.months, at: token) != nil
        || reading.isMark(token, "/") || reading.match(labels.percents, at: token) != nil)
  }

  /// Whether no region and no person is read there yet, nor an abbreviation.
  func isFree(_ name: Range<Int>, in reading: Reading) -> Bool {
    !name.contains { isAbbreviation($0, reading) && !($0 > name.lowerBound && isRomanNumber($0, reading)) }
      && !reading.regionMentions.contains { $0.range.overlaps(name) } && !isEpithet(name, in: reading)
      && !name.contains { reading.match(labels.cooperativeNames, at: $0) != nil }
      && !(name.count == 1
        && (reading.match(labels.weighing, at: name.lowerBound) != nil
          || reading.match(labels.modality, at: name.lowerBound) != nil))
      && (name.lowerBound == 0
        || reading.match(labels.honorifics, endingAt: name.lowerBound, reach: 2) == nil)
  }

  private func isAbbreviation(_ token: Int, _ reading: Reading) -> Bool {
    let word = reading.tokens[token]
    return word.traits.contains(.allCapitals) || word.traits.contains(.singleLetter)
      || word.end - word.start < 3
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
    return reading.text.column("side", of: word) == "self" && Int(word.end) >= name.upperBound
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
