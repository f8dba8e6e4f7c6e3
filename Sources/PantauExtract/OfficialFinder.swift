import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Turns matches of the rules for officials into persons, one each, with the fullest name and office in the article.
struct OfficialFinder: Sendable {
  let labels: Labels
  /// Levels of region by an office's first phrase, as the word list of institutions gives them.
  private let levels: [String: [RegionLevel]]
  /// Words that join the parts of an agency's name.
  let joiners: Set<String>

  init(labels: Labels, lexicon: Lexicon) {
    self.labels = labels
    var levels: [String: [RegionLevel]] = [:]
    for entry in lexicon.entries where entry.label == labels.institutions {
      let column = entry["level"] ?? ""
      let allowed =
        column == "regency_city" ? [.regency, .city] : RegionLevel(rawValue: column).map { [$0] } ?? []
      for phrase in entry.phrases { levels[phrase] = allowed }
    }
    self.levels = levels
    joiners = Set(lexicon.entries.filter { $0.label == labels.joiners }.flatMap(\.phrases))
  }

  func run(on reading: inout Reading) {
    reading.text.rules.run(phase: "officials", on: &reading.text)
    reading.agencyAliases = AgencyAliases.aliases(in: reading)
    let matches = reading.text.matches.matches(labelled: labels.official)
      .sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    // Headlines capitalise every word: they add to persons of the body, but make none.
    for match in matches where Int(match.start) >= reading.bodyStart {
      guard let found = official(match, in: reading), !isSecondMention(found, match, in: reading) else {
        continue
      }
      add(found, to: &reading)
    }
    dropRegionsInNames(from: &reading)
    findMentions(in: &reading)
  }

  /// "…pemaparan Rudolf, Wakil Gubernur Papua Barat melaporkan": a single name that is part of an official's, before the office of
  /// somebody else.
  private func isSecondMention(_ found: FoundOfficial, _ match: Match, in reading: Reading) -> Bool {
    guard found.words.count == 1, let name = reading.text.capture("name", of: match),
      let office = reading.text.capture("office", of: match), name.lowerBound < office.lowerBound
    else { return false }
    return reading.officials.contains { $0.words.count > 1 && $0.words.contains(found.words[0]) }
  }

  // MARK: - One match

  private func official(_ match: Match, in reading: Reading) -> FoundOfficial? {
    let text = reading.text
    guard let nameRange = text.capture("name", of: match),
      let officeRange = text.capture("office", of: match),
      let officeMatch = text.matches.match(
        labels.offices, at: officeRange.lowerBound, end: officeRange.upperBound),
      let office = text.entry(of: officeMatch)
    else { return nil }
    // The words of an office that goes on are no name: "Direktur Utama Agrinas | Pangan Nusantara".
    if let longest = reading.match(labels.offices, at: officeRange.lowerBound),
      officeRange.lowerBound < nameRange.lowerBound, nameRange.lowerBound < Int(longest.end)
    {
      return nil
    }
    let tokens = trimmed(nameRange, in: reading)
    guard !tokens.isEmpty else { return nil }
    let name = PlaceCase.title(text.text.string(tokens))
    let words = Self.words(of: name)
    guard !words.isEmpty, !isAcronym(tokens, in: reading), !isTitleAlone(tokens, in: reading),
      !isPlace(tokens, in: reading), !isFieldOpen(match, in: reading)
    else { return nil }
    guard hasBody(office, match, in: reading) else { return nil }
    let alias = text.capture("nick", of: match).map { text.text.string($0) }
    return FoundOfficial(
      name: name, words: words, position: position(office, match, in: reading),
      of: served(office, match, in: reading),
      acting: text.capture("acting", of: match) != nil || office["acting"] == "true",
      aliases: alias.map { [$0] } ?? [], mentions: [tokens])
  }

  /// Whether what an office deals with begins or ends with a joining word, so that part of it is taken for something else.
  private func isFieldOpen(_ match: Match, in reading: Reading) -> Bool {
    guard let body = reading.text.capture("body", of: match) else { return false }
    return reading.match(labels.joiners, at: body.lowerBound) != nil
      || reading.match(labels.joiners, at: body.upperBound - 1) != nil
  }

  /// Whether something tells what the office is of, where it is none without.
  private func hasBody(_ office: Lexicon.Entry, _ match: Match, in reading: Reading) -> Bool {
    guard Self.needsBody(office), office["body"] == nil else { return true }
    return ["body", "remit", "tail", "unit", "cooperative", "own", "chief"].contains {
      reading.text.capture($0, of: match) != nil
    }
  }

  /// The levels of region that an office belongs to, as the word list of institutions knows its phrase.
  func levels(of office: Lexicon.Entry) -> [RegionLevel] {
    office["scope"] == "village" ? [.village, .urbanVillage] : levels[office.phrases[0]] ?? []
  }

  // MARK: - Names

  private func trimmed(_ range: Range<Int>, in reading: Reading) -> Range<Int> {
    var range = range
    while let last = range.last, reading.tokens[last].kind == .punctuation {
      let initial = last > range.lowerBound && reading.tokens[last - 1].traits.contains(.singleLetter)
      if initial, reading.isMark(last, ".") { break }
      range = range.lowerBound..<last
    }
    return range
  }

  /// An honorific without a name behind it.
  private func isTitleAlone(_ range: Range<Int>, in reading: Reading) -> Bool {
    reading.text.matches.match(labels.honorifics, at: range.lowerBound, end: range.upperBound) != nil
  }

  /// Part of a place's name that a level word or office leads: "Camat Johan Pahlawan, Danramil".
  private func isPlace(_ range: Range<Int>, in reading: Reading) -> Bool {
    reading.regionMentions.contains {
      $0.range.lowerBound < range.lowerBound && range.upperBound <= $0.range.upperBound
    }
  }

  /// A short word in capitals is a body's abbreviation, not a person, and so is a longer one before others that are not.
  private func isAcronym(_ range: Range<Int>, in reading: Reading) -> Bool {
    guard range.count == 1 else {
      let first = reading.tokens[range.lowerBound]
      let others = range.dropFirst().filter { reading.tokens[$0].kind == .word }
      return first.traits.contains(.allCapitals) && first.end - first.start >= 4
        && others.contains { !reading.tokens[$0].traits.contains(.allCapitals) }
        && others.allSatisfy { reading.tokens[$0].end - reading.tokens[$0].start > 3 }
    }
    let token = reading.tokens[range.lowerBound]
    return token.traits.contains(.singleLetter)
      || (token.traits.contains(.allCapitals) && token.end - token.start <= 5)
  }

  /// The name's words folded, initials included.
  static func words(of name: String) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    for byte in name.utf8 {
      if byte == 32 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
        if !word.isEmpty { words.append(word) }
        word = []
      } else if let folded = PlaceCase.folded(byte) {
        if word.isEmpty { word.reserveCapacity(16) }
        word.append(folded)
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  // MARK: - One person once

  private func add(_ found: FoundOfficial, to reading: inout Reading) {
    for index in reading.officials.indices where Self.isSamePerson(reading.officials[index], found) {
      var known = reading.officials[index]
      let longer =
        found.words.count > known.words.count
        || (found.words.count == known.words.count
          && found.name.utf8.count > known.name.utf8.count + 2)
      let other = longer ? known.name : found.name
      if longer {
        known.name = found.name
        known.words = found.words
      }
      for other in [other] + found.aliases where other != known.name && !known.aliases.contains(other) {
        known.aliases.append(other)
      }
      if known.position.split(separator: " ")[0] == found.position.split(separator: " ")[0],
        found.position.utf8.count > known.position.utf8.count
      {
        known.position = found.position
      }
      known.acting = known.acting || found.acting
      known.mentions += found.mentions
      reading.officials[index] = known
      return
    }
    reading.officials.append(found)
  }

  /// Equal names, one name's words within the other's, an initial for a word, or a spelling a letter or two away.
  static func isSamePerson(_ left: FoundOfficial, _ right: FoundOfficial) -> Bool {
    let (a, b) = (left.words, right.words)
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    let covered = short.allSatisfy { word in long.contains { isSameWord(word, $0) } }
    guard covered else { return false }
    if a.count == b.count || short.count > 1 { return true }
    // One word alone: a second mention when offices agree, else another person may bear it.
    return left.position == right.position || left.position.hasPrefix(right.position)
      || right.position.hasPrefix(left.position)
  }

  private static func isSameWord(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    if left == right { return true }
    if left.count == 1 || right.count == 1 { return left.first == right.first }
    guard min(left.count, right.count) >= 5, abs(left.count - right.count) <= 1 else { return false }
    return EditDistance.isOneAtMost(between: left, right)
  }

  /// A bare place name inside a person's name is no mention of the place.
  private func dropRegionsInNames(from reading: inout Reading) {
    let names = reading.officials.flatMap(\.mentions)
    reading.regionMentions.removeAll { mention in
      names.contains {
        $0.lowerBound <= mention.range.lowerBound && mention.range.upperBound <= $0.upperBound
      }
    }
  }

  /// Adds the later places where part of an official's name stands.
  private func findMentions(in reading: inout Reading) {
    guard !reading.officials.isEmpty else { return }
    let words = reading.officials.map { official in
      (official.words + official.aliases.flatMap { Self.words(of: $0) }).filter { $0.count >= 3 }
        .map { $0.withUnsafeBufferPointer { PlaceCase.foldedHash($0) } }
    }
    var initials: UInt64 = 0
    for official in reading.officials {
      for word in official.words { initials |= Self.initial(word[0]) }
      for alias in official.aliases {
        for word in Self.words(of: alias) { initials |= Self.initial(word[0]) }
      }
    }
    let capitalised = capitalisedWords(in: reading, among: words, initials)
    for index in reading.officials.indices {
      var mentions = reading.officials[index].mentions
      for (token, hash) in capitalised
      where words[index].contains(hash) && !mentions.contains(where: { $0.contains(token) }) {
        if let last = mentions.last, last.upperBound == token {
          mentions[mentions.count - 1] = last.lowerBound..<token + 1
        } else {
          mentions.append(token..<token + 1)
        }
      }
      reading.officials[index].mentions = mentions.sorted { $0.lowerBound < $1.lowerBound }
    }
  }

  /// A bit for the first byte of a word, the same for a letter's two cases.
  private static func initial(_ byte: UInt8) -> UInt64 { 1 << UInt64((byte | 0x20) & 63) }

  /// The words with a capital that are among `wanted`, each with the hash of its folded form.
  private func capitalisedWords(
    in reading: Reading, among wanted: [[UInt64]], _ initials: UInt64
  ) -> [(token: Int, hash: UInt64)] {
    var words: [(token: Int, hash: UInt64)] = []
    // Six bits of each hash, which leave out nearly all other words.
    var known: UInt64 = 0
    for hash in wanted.joined() { known |= 1 << (hash >> 58) }
    if known == 0 { return [] }
    reading.text.text.bytes.withUnsafeBufferPointer { bytes in
      for (index, token) in reading.tokens.enumerated()
      where token.kind == .word && token.traits.contains(.capitalised)
        && initials & Self.initial(bytes[Int(token.start)]) != 0
      {
        let hash = PlaceCase.foldedHash(
          UnsafeBufferPointer(rebasing: bytes[Int(token.start)..<Int(token.end)]))
        if known >> (hash >> 58) & 1 != 0 { words.append((index, hash)) }
      }
    }
    return words
  }
}
