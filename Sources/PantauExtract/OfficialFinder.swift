import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Turns matches of the rules for officials into persons, one each, with the fullest name and office in the article.
struct OfficialFinder: Sendable {
  /// What the word list says of an office.
  struct Office: Sendable {
    enum Scope: String, Sendable {
      case region, national, body, ministry, village, cooperative, other
    }

    /// The canonical form.
    var position: String
    var scope: Scope
    /// The body whose office it always is.
    var body: String?
    var isActing: Bool
    /// The levels of region that it belongs to, as the word list of institutions knows its phrase.
    var levels: LevelSet

    /// Whether it is one only with the words of what it deals with.
    var needsBody: Bool { scope == .body || scope == .ministry }
  }

  let labels: Labels
  let captures: OfficialCaptures
  let offices: EntryTable<Office>
  /// Words that join the parts of an agency's name, and those with which one begins.
  let joiners: Set<String>
  let heads: Set<String>
  /// What a word with a capital may mean besides part of a name.
  let notNames: LabelGroup

  init(labels: Labels, lexicon: Lexicon) {
    self.labels = labels
    captures = labels.officialCaptures
    var levels: [String: LevelSet] = [:]
    for entry in lexicon.entries where entry.label == labels.institutions {
      let column = entry["level"] ?? ""
      let allowed: LevelSet =
        column == "regency_city"
        ? [.regency, .city] : RegionLevel(rawValue: column).map { LevelSet($0) } ?? []
      for phrase in entry.phrases { levels[phrase] = allowed }
    }
    offices = EntryTable(lexicon, [labels.offices]) { entry in
      let scope = entry["scope"].map { Office.Scope(rawValue: $0) ?? .other } ?? .region
      return Office(
        position: entry["position"] ?? entry.phrases[0], scope: scope, body: entry["body"],
        isActing: entry["acting"] == "true",
        levels: scope == .village ? .village : levels[entry.phrases[0]] ?? [])
    }
    joiners = Set(lexicon.entries.filter { $0.label == labels.joiners }.flatMap(\.phrases))
    notNames = LabelGroup([
      labels.offices, labels.honorifics, labels.degrees, labels.programme, labels.agencies,
      labels.agencyWords,
      labels.region, labels.villageWords, labels.institutions, labels.placeStops, labels.months,
      labels.weekdays, labels.acting, labels.siteWords,
    ])
    heads = Set(lexicon.entries.filter { $0.label == labels.agencyHeads }.flatMap(\.phrases))
  }

  /// Reads the officials that their rules added to the `known` matches, and finds where they are named again; `cooperative` is what the
  /// cooperatives of the article's programme are called, where it counts any.
  func run(on reading: inout Reading, behind known: Int, cooperative: String?) {
    reading.agencyAliases = AgencyAliases.aliases(in: reading)
    let found = reading.text.matches.matches[known...].filter {
      // Headlines capitalise every word: they add to persons of the body, but make none.
      $0.label == labels.official && Int($0.start) >= reading.bodyStart
    }
    for match in found.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      guard let found = official(match, cooperative, in: reading), !isSecondMention(found, match, in: reading)
      else {
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
    guard found.words.count == 1, let name = reading.text.capture(captures.name, of: match),
      let office = reading.text.capture(captures.office, of: match), name.lowerBound < office.lowerBound
    else { return false }
    for index in reading.officials.indices where reading.officials[index].words.count > 1 {
      if reading.officials[index].words.containsFirst(of: found.words) { return true }
    }
    return false
  }

  // MARK: - One match

  private func official(_ match: Match, _ cooperative: String?, in reading: Reading) -> FoundOfficial? {
    let text = reading.text
    if cooperative == nil, captures.isOfBoard(match) { return nil }
    guard let nameRange = text.capture(captures.name, of: match),
      let officeRange = text.capture(captures.office, of: match),
      let officeMatch = text.matches.match(
        labels.offices, at: officeRange.lowerBound, end: officeRange.upperBound),
      let office = offices[officeMatch]
    else { return nil }
    // The words of an office that goes on are no name: "Direktur Utama Agrinas | Pangan Nusantara".
    if let longest = reading.match(labels.offices, at: officeRange.lowerBound),
      officeRange.lowerBound < nameRange.lowerBound, nameRange.lowerBound < Int(longest.end)
    {
      return nil
    }
    let tokens = trimmed(nameRange, in: reading)
    guard !tokens.isEmpty else { return nil }
    guard !isAcronym(tokens, in: reading), !isTitleAlone(tokens, in: reading),
      !isPlace(tokens, in: reading), !isFieldOpen(match, in: reading), hasBody(office, match, in: reading)
    else { return nil }
    let further = goingOn(behind: tokens, in: reading)
    let name =
      further.map { PlaceCase.title(text.text.string(tokens) + " " + text.text.string($0.rest)) }
      ?? fullName(PlaceCase.title(text.text.string(tokens)), at: tokens, in: reading)
    let words = NameWords(name)
    guard !words.isEmpty else { return nil }
    let alias = (further?.nick ?? text.capture(captures.nick, of: match)).map { text.text.string($0) }
    let position = position(office, match, cooperative, in: reading)
    return FoundOfficial(
      name: name, words: words, position: position,
      of: cooperative.flatMap { self.cooperative(office, position, match, $0, in: reading) }
        ?? served(office, match, in: reading),
      acting: office.isActing || text.capture(captures.acting, of: match) != nil,
      aliases: alias.map { [$0] } ?? [], mentions: [tokens])
  }

  /// Whether what an office deals with begins or ends with a joining word, so that part of it is taken for something else.
  private func isFieldOpen(_ match: Match, in reading: Reading) -> Bool {
    guard let body = reading.text.capture(captures.body, of: match) else { return false }
    return reading.match(labels.joiners, at: body.lowerBound) != nil
      || reading.match(labels.joiners, at: body.upperBound - 1) != nil
  }

  /// Whether something tells what the office is of, where it is none without.
  private func hasBody(_ office: Office, _ match: Match, in reading: Reading) -> Bool {
    guard office.needsBody, office.body == nil, !captures.isOfBoard(match) else { return true }
    if captures.fields.contains(where: { reading.text.capture($0, of: match) != nil }) { return true }
    return bodyBefore(office, match, in: reading) != nil
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
      guard first.traits.contains(.allCapitals), first.end - first.start >= 4 else { return false }
      let others = range.dropFirst().lazy.filter { reading.tokens[$0].kind == .word }
      return others.contains { !reading.tokens[$0].traits.contains(.allCapitals) }
        && others.allSatisfy { reading.tokens[$0].end - reading.tokens[$0].start > 3 }
    }
    let token = reading.tokens[range.lowerBound]
    return token.traits.contains(.singleLetter)
      || (token.traits.contains(.allCapitals) && token.end - token.start <= 5)
  }

  // MARK: - One person once

  private func add(_ found: FoundOfficial, to reading: inout Reading) {
    for index in reading.officials.indices where isSamePerson(index, found, in: reading) {
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
      if PlaceCase.words(known.position)[0] == PlaceCase.words(found.position)[0],
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

  /// Whether an official is the one just found: equal names, one name's words within the other's, an initial for a word, or a
  /// spelling a letter or two away.
  private func isSamePerson(_ index: Int, _ found: FoundOfficial, in reading: Reading) -> Bool {
    guard reading.officials[index].words.mayBePerson(found.words) else { return false }
    let counts = (reading.officials[index].words.count, found.words.count)
    if min(counts.0, counts.1) > 1 { return true }
    if counts.0 == counts.1, reading.officials[index].words.containsFirst(of: found.words) { return true }
    // One word alone, or spelled a letter apart: a second mention when offices agree, else another person may bear it.
    let position = reading.officials[index].position
    return position == found.position || position.hasPrefix(found.position)
      || found.position.hasPrefix(position)
  }

  /// A bare place name inside a person's name is no mention of the place.
  private func dropRegionsInNames(from reading: inout Reading) {
    let officials = reading.officials
    reading.regionMentions.removeAll { mention in
      for index in officials.indices {
        for name in officials[index].mentions
        where name.lowerBound <= mention.range.lowerBound && mention.range.upperBound <= name.upperBound {
          return true
        }
      }
      return false
    }
  }
}
