import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Rows of names that only what the text speaks of shows to be villages or districts.
extension VillageFinder {
  /// Names in a row that no level word leads.
  struct BareRow {
    var start: Int
    var end: Int
    /// All names without a level word of their own, and those of them that are new.
    var bare: [Range<Int>] = []
    var free: [Range<Int>] = []
    /// How many of the names the article is known to give to districts, and to villages.
    var districts = 0
    var villages = 0
    /// How many are bare regencies' names that stand nowhere else.
    var strays = 0
    /// How many are the bare name of the article's own regency or town.
    var namesakes = 0
    /// Whether a joining word leads to one of them; a contrast leads to the row ("sedangkan"); the row lies in a district named behind it.
    var isJoined = false
    var isContrast = false
    var isInDistrict = false
    /// Whether the word of a building begins one of them; whether a bracket holds nothing else.
    var hasSite = false
    var fillsBracket = false

    var known: Int { districts + villages }
    var count: Int { free.count + known }
  }

  /// What stands right before a row.
  enum BareLead {
    /// Nothing of its sentence or quotation; a word that begins a clause; a preposition of place; a word or mark that opens a list;
    /// another mark; another word.
    case start, contrast, place, list, mark, word
  }

  /// Fewest names of a row that explains itself where its sentence speaks of villages.
  private static let leastBareNames = 3
  /// Fewest names of a row that needs no joining word.
  private static let leastUnjoined = 5

  /// "KKMP yang belum membuka usaha berada di Duri Pulo, Cideng, dan Kartini", "Kuma dan Bira menyusul": names in a row, in a sentence that
  /// speaks of villages or of the programme, or behind one that does.
  func readBareLists(in reading: inout Reading) {
    guard let within = regencyLabel(of: &reading) else { return }
    let regency = reading.places.regency(of: reading.regions)
    let own = regency.map { villageLevel(of: $0, reading) } ?? ownLevel(of: reading) ?? .village
    var search = (capital: 0, token: reading.bodyStart + 1)
    while let (row, lead) = nextBareList(&search, in: reading) {
      let (level, isTold) = level(of: row, lead, own, in: reading)
      for name in (isTold ? row.bare : row.free) + alike(row, in: reading) {
        add(level, name, name, within: within, isTold: isTold, to: &reading)
      }
    }
  }

  /// The next row that is one of places, with what leads to it; the search goes on from a place in ``Reading/capitals`` and a token.
  private func nextBareList(
    _ search: inout (capital: Int, token: Int), in reading: Reading
  ) -> (BareRow, BareLead)? {
    while search.capital < reading.capitals.count {
      let start = Int(reading.capitals[search.capital])
      search.capital += 1
      guard start >= search.token else { continue }
      search.token = start + 1
      guard let lead = bareLead(of: start, in: reading), let row = bareRow(at: start, in: reading) else {
        continue
      }
      search.token = row.end
      if !isOfOneKind(row, in: reading), isEvident(row, lead, in: reading) { return (row, lead) }
    }
    return nil
  }

  /// "Gadungan dan Gubug dengan simpan pinjam, Tunjuk dengan sembako, serta Jegu dengan pupuk": further names of a row's sentence with the
  /// same small word behind.
  private func alike(_ row: BareRow, in reading: Reading) -> [Range<Int>] {
    let limit = reading.text.text.sentences[reading.sentence(of: row.start)].upperBound
    guard row.end < limit, reading.match(labels.countLeads, at: row.end) != nil else { return [] }
    let word = reading.tokens[row.end].word
    return (row.end + 1..<limit).compactMap { token in
      guard word != 0, reading.tokens[token].word == word,
        let name = name(endingAt: token, from: row.end, in: reading), isFree(name, in: reading),
        isItem(name.lowerBound, in: reading) || reading.isMark(name.lowerBound - 1, ";")
      else { return nil }
      return name
    }
  }

  /// What stands right before a name that may begin a row; nil where that is part of another name.
  private func bareLead(of name: Int, in reading: Reading) -> BareLead? {
    let first = reading.text.text.sentences[reading.sentence(of: name)].lowerBound
    let before = name - 1
    if name == first { return .start }
    if reading.tokens[before].kind == .punctuation {
      switch reading.text.text.bytes[Int(reading.tokens[before].start)] {
      case UInt8(ascii: ":"): return .list
      case UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ")"): return nil
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "("): return .mark
      default: return reading.isMark(before, "-") ? .mark : .start
      }
    }
    guard reading.tokens[before].kind == .word, !reading.places.isCovered(before) else { return nil }
    if let preposition = reading.match(labels.prepositions, endingAt: name, reach: 1) {
      return words[preposition].contains(.within) ? .place : .word
    }
    if let intro = reading.match(labels.listIntros, endingAt: name),
      !words[intro].contains(.opensBehindDistrict)
    {
      return .list
    }
    if reading.match(labels.weighing, endingAt: name, reach: 1) != nil { return .list }
    if reading.match(labels.clauseBreaks, endingAt: name) != nil { return .contrast }
    guard reading.tokens[before].traits.contains(.capitalised) else { return .word }
    // "Ada Bunihayu, Tambakan, dan Kumpay"
    return before == first && reading.match(labels.listIntros, at: before) != nil ? .start : nil
  }

  // MARK: - Evidence

  /// Whether the text around a row shows that it is one of villages or districts.
  private func isEvident(_ row: BareRow, _ lead: BareLead, in reading: Reading) -> Bool {
    if lead == .list, isOfOffice(row, in: reading) { return false }
    if row.bare.count >= 2,
      listed(row.bare, in: reading) == row.bare.count || areKnownVillages(row.bare, in: reading)
    {
      return true
    }
    let sentence = reading.sentence(of: row.start)
    let isCounted = counts(row.count, before: row.start, in: reading)
    let isTold = isCounted || row.known > 0 || speaksOfPlaces(sentence, in: reading)
    if row.count < Self.leastBareNames {
      guard row.isJoined || row.fillsBracket, !row.hasSite, !(lead == .place && isPlaced(row, in: reading))
      else { return false }
      switch lead {
      case .start, .contrast, .place: return isTold
      case .list: return isTold || tellsOfVillages(sentence, in: reading)
      case .mark: return isCounted || row.known > 0
      case .word: return false
      }
    }
    if lead == .list, row.isJoined, isNumbered(row, in: reading) { return true }
    guard isTold || tellsOfVillages(sentence, in: reading) else { return false }
    let isWhole = row.isJoined || row.fillsBracket || row.count >= Self.leastUnjoined
    guard isWhole || lead == .list || isCounted,
      isCounted || !row.hasSite || (row.count > Self.leastBareNames && lead != .place)
    else { return false }
    switch lead {
    case .start, .contrast, .place, .list: return true
    case .mark, .word: return isTold && !namesOffice(before: row.start, in: reading)
    }
  }

  /// "tenaga pendamping desa, yakni Wiwit Aprianto dan Buari": whether the word that opens a row stands behind an office, so that its names
  /// are persons'.
  private func isOfOffice(_ row: BareRow, in reading: Reading) -> Bool {
    guard let intro = reading.match(labels.listIntros, endingAt: row.start) else { return false }
    let end = reading.isMark(Int(intro.start) - 1, ",") ? Int(intro.start) - 1 : Int(intro.start)
    return reading.match(labels.offices, endingAt: end) != nil
  }

  /// "Yang lengkap baru 4, yakni Kuma, Bira, Miulu dan satu lagi": whether a number of the row's size at least stands right before the word
  /// that opens it.
  private func isNumbered(_ row: BareRow, in reading: Reading) -> Bool {
    guard let intro = reading.match(labels.listIntros, endingAt: row.start) else { return false }
    let end = reading.isMark(Int(intro.start) - 1, ",") ? Int(intro.start) - 1 : Int(intro.start)
    guard let number = reading.match(labels.number, endingAt: end, reach: 3) else { return false }
    return reading.numbers[Int(number.payload)].value >= Double(row.count)
  }

  /// "Watumea di Eris dan Watulaney di Lembean": whether a preposition behind a row tells where its last name only lies.
  private func isPlaced(_ row: BareRow, in reading: Reading) -> Bool {
    reading.match(labels.prepositions, at: row.end).map { words[$0].contains(.within) } ?? false
  }

  /// Whether the sentence or the one before it has a word for villages or districts.
  private func speaksOfPlaces(_ sentence: Int, in reading: Reading) -> Bool {
    (max(0, sentence - 1)...sentence).contains { number in
      reading.text.text.sentences[number].contains { reading.match(labels.villageWords, at: $0) != nil }
    }
  }

  /// Whether an office stands before a token of its sentence, so that names behind it may be persons'.
  private func namesOffice(before token: Int, in reading: Reading) -> Bool {
    let first = reading.text.text.sentences[reading.sentence(of: token)].lowerBound
    return (first..<token).contains { reading.match(labels.offices, at: $0) != nil }
  }

  /// Whether a sentence or the one before it speaks of what the programme counts.
  func tellsOfVillages(_ sentence: Int, in reading: Reading) -> Bool {
    (max(0, sentence - 1)...sentence).contains { number in
      reading.text.text.sentences[number].contains { token in
        reading.match(labels.unit, at: token) != nil || reading.match(labels.programme, at: token) != nil
      }
    }
  }

  /// Whether the sentence counts so many before a token, or the one before it does.
  func counts(_ count: Int, before token: Int, in reading: Reading) -> Bool {
    let first = reading.text.text.sentences[max(0, reading.sentence(of: token) - 1)].lowerBound
    return reading.numberRanges.indices.contains { number in
      let range = reading.numberRanges[number]
      return range.lowerBound >= first && range.upperBound <= token
        && reading.numbers[number].value == Double(count)
        && !measures.begins(at: range.upperBound, in: reading.text)
    }
  }
}
