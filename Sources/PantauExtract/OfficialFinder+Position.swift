import PantauRecords
import PantauRules
import PantauText

/// Spells out which office a person holds, and of what.
extension OfficialFinder {
  /// The office spelled out: its canonical form, the chief whom it serves and what it deals with.
  func position(
    _ office: Office, _ match: Match, _ cooperative: String?, in reading: Reading
  ) -> String {
    let text = reading.text
    var position = spelledOut(office, match, in: reading)
    if captures.isOfBoard(match), office.needsBody,
      let kind = cooperative.flatMap({ PlaceCase.words($0).first })
    {
      return position + " " + kind
    }
    if let kind = text.capture(captures.kind, of: match) {
      return position + " " + cooperativeName(kind, in: reading)
    }
    if let chief = text.capture(captures.chief, of: match), let found = self.office(at: chief, in: reading) {
      position += " " + found.position
    }
    if office.needsBody || office.scope == .national, let body = text.capture(captures.body, of: match) {
      position = Self.joined(position, expanded(body, in: reading))
    } else if office.scope == .body, office.body == nil, let tail = text.capture(captures.tail, of: match) {
      position = Self.joined(position, expanded(tail, in: reading))
    }
    if office.needsBody, office.body == nil,
      !captures.fields.contains(where: { text.capture($0, of: match) != nil }),
      let before = bodyBefore(office, match, in: reading)
    {
      position = Self.joined(position, before)
    }
    if let remit = text.capture(captures.remit, of: match) { position += " " + expanded(remit, in: reading) }
    if let cooperative = text.capture(captures.cooperative, of: match) {
      position += " " + cooperativeName(cooperative, in: reading)
    }
    return position
  }

  /// The canonical form; its last word, where that is a short form which the article spells out: "Ketua BPD" beside "Badan
  /// Permusyawaratan Desa (BPD)".
  private func spelledOut(_ office: Office, _ match: Match, in reading: Reading) -> String {
    guard let range = reading.text.capture(captures.office, of: match), let last = range.last,
      reading.tokens[last].traits.contains(.allCapitals),
      let found = AgencyAliases.name(at: last, upTo: range.upperBound, in: reading)
    else { return office.position }
    let short = reading.text.text.string(last..<range.upperBound)
    guard office.position.hasSuffix(" " + short) else { return office.position }
    return office.position.dropLast(short.utf8.count) + found.name
  }

  /// The region or body that the office serves.
  func served(_ office: Office, _ match: Match, in reading: Reading) -> String? {
    let text = reading.text
    if office.scope == .national { return Statement.country }
    if let own = text.capture(captures.own, of: match) { return text.text.string(own) }
    if office.scope == .ministry {
      return text.capture(captures.tail, of: match).map { expanded($0, in: reading) } ?? Statement.country
    }
    if let chief = text.capture(captures.chief, of: match),
      self.office(at: chief, in: reading)?.scope == .national
    {
      return Statement.country
    }
    if let body = office.body, let unit = text.capture(captures.unit, of: match) {
      return body + " " + text.text.string(unit)
    }
    if let range = text.capture(captures.region, of: match),
      let region = reading.match(labels.region, at: range.lowerBound)
    {
      let number = Int(region.payload)
      return office.body.map { $0 + " " + reading.regions[number].name } ?? reading.regions[number].label
    }
    func isWanted(_ region: Int) -> Bool {
      office.levels.contains(LevelSet(reading.regions[region].level))
    }
    if let focus = reading.focus, office.levels.isEmpty || isWanted(focus) {
      return reading.regions[focus].label
    }
    return (reading.regions.indices.first(where: isWanted) ?? reading.focus).map { reading.regions[$0].label }
  }

  /// The cooperative that an office of one serves, with its village: "Koperasi Desa Merah Putih Penfui Timur"; nil for other offices and for
  /// cooperatives with a name of their own.
  func cooperative(
    _ office: Office, _ position: String, _ match: Match, _ title: String, in reading: Reading
  ) -> String? {
    guard reading.text.capture(captures.own, of: match) == nil,
      let village = village(of: match, office, in: reading), let kind = PlaceCase.words(title).first
    else { return nil }
    let words = PlaceCase.words(position)
    let start = words.firstIndex { $0 == kind } ?? words.count
    let name = words.count - start > 1 ? words[start...].joined(separator: " ") : title
    return name + " " + reading.regions[village].name
  }

  /// The village that an office names; where it is a cooperative's, else the one named last before it or first behind.
  private func village(of match: Match, _ office: Office, in reading: Reading) -> Int? {
    if let range = reading.text.capture(captures.region, of: match),
      let region = reading.match(labels.region, at: range.lowerBound)
    {
      let isCooperative =
        office.scope == .cooperative || reading.text.capture(captures.cooperative, of: match) != nil
      let number = Int(region.payload)
      return isCooperative && reading.regions[number].level.rank > 2 ? number : nil
    }
    guard office.scope == .cooperative || captures.isOfBoard(match) else { return nil }
    func isVillage(_ mention: PlaceMention) -> Bool { reading.regions[mention.region].level.rank > 2 }
    return
      (reading.regionMentions.last { $0.range.lowerBound < Int(match.end) && isVillage($0) }
      ?? reading.regionMentions.first(where: isVillage))?.region
  }

  /// What an office is of whose last word is an agency's first, as an office holder named before has it: "Sekretaris Dinas" behind "Kepala
  /// Dinas Koperasi"; else as the agency named last before is called.
  func bodyBefore(_ office: Office, _ match: Match, in reading: Reading) -> String? {
    let words = PlaceCase.words(office.position)
    guard words.count > 1, let head = words.last, heads.contains(head.lowercased()) else { return nil }
    for official in reading.officials.reversed() {
      let parts = PlaceCase.words(official.position)
      if let place = parts.firstIndex(of: head), place > 0, place + 1 < parts.count {
        return parts[place...].joined(separator: " ")
      }
    }
    return agencyBefore(Int(match.start), PlaceCase.folded(String(head)), in: reading)
  }

  /// Farthest token before an office at which the agency may be named that it is of.
  private static let agencyReach = 300

  /// "Dinas Koperasi dan UMKM mematok Juni. Kepala dinas, I Wayan Eka": the agency named last before a token whose name begins with a word.
  private func agencyBefore(_ token: Int, _ head: [UInt8], in reading: Reading) -> String? {
    let first = max(reading.bodyStart, token - Self.agencyReach)
    for start in stride(from: token - 1, through: first, by: -1)
    where reading.tokens[start].traits.contains(.capitalised)
      && reading.match(labels.agencyHeads, at: start) != nil
      && PlaceCase.folded(reading.text.text.string(start..<start + 1)) == head
    {
      var end = reading.match(labels.agencies, at: start).map { Int($0.end) } ?? start + 1
      while let next = fieldEnd(at: end, in: reading), next <= token { end = next }
      if end > start + 1 { return expanded(start..<end, in: reading) }
    }
    return nil
  }

  /// The token after a word of what an agency deals with, behind a comma or joining word at most.
  private func fieldEnd(at token: Int, in reading: Reading) -> Int? {
    var start = reading.isMark(token, ",") ? token + 1 : token
    if let joiner = reading.match(labels.joiners, at: start) { start = Int(joiner.end) }
    guard start < reading.tokens.count, reading.tokens[start].traits.contains(.capitalised) else {
      return nil
    }
    let word = reading.match(labels.agencies, at: start) ?? reading.match(labels.agencyWords, at: start)
    return word.map { Int($0.end) }
  }

  private func office(at range: Range<Int>, in reading: Reading) -> Office? {
    reading.text.matches.match(labels.offices, at: range.lowerBound, end: range.upperBound)
      .flatMap { offices[$0] }
  }

  /// The name of a cooperative, of the programme or another, as offices are spelled with it.
  private func cooperativeName(_ range: Range<Int>, in reading: Reading) -> String {
    reading.text.matches.match(labels.cooperativeNames, at: range.lowerBound, end: range.upperBound)
      .flatMap { reading.text.column("name", of: $0) } ?? reading.text.text.string(range)
  }

  /// An office and what it deals with, the words with which one ends and the other begins said once: "Kepala Dinas" and "Dinas
  /// Koperasi".
  static func joined(_ office: String, _ field: String) -> String {
    var (office, field) = (office, field)
    return office.withUTF8 { office in
      field.withUTF8 { field in
        let start = overlap(office, field) ?? office.count
        let count = start + field.count + (start == office.count ? 1 : 0)
        return String(unsafeUninitializedCapacity: count) { bytes in
          var end = bytes.initialize(fromContentsOf: office[..<start])
          if start == office.count {
            bytes.initializeElement(at: end, to: 32)
            end += 1
          }
          return bytes[end...].initialize(fromContentsOf: field)
        }
      }
    }
  }

  /// Where in an office, behind its first word, the words begin with which the field begins too; words have one space
  /// between them.
  private static func overlap(
    _ office: UnsafeBufferPointer<UInt8>, _ field: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    for start in office.indices.dropFirst() where office[start - 1] == 32 {
      let length = office.count - start
      guard length <= field.count, field.count == length || field[length] == 32 else { continue }
      if office[start...].elementsEqual(field[..<length]) { return start }
    }
    return nil
  }

  /// The words of a range, agencies' short forms spelled out, what stands in brackets left out.
  private func expanded(_ range: Range<Int>, in reading: Reading) -> String {
    var text = ""
    var token = range.lowerBound
    while token < range.upperBound {
      if reading.isMark(token, "("),
        let close = (token..<range.upperBound).first(where: { reading.isMark($0, ")") })
      {
        token = close + 1
      } else if let (name, end) = agency(at: token, of: range, in: reading) {
        let goesOn = end < range.upperBound && reading.match(labels.joiners, at: end) != nil
        if !text.isEmpty { text += " " }
        text += goesOn ? continued(name) : name
        token = end
      } else {
        let joins = reading.isMark(token, ",") || !reading.tokens[token].traits.contains(.spaceBefore)
        if !text.isEmpty, !joins { text += " " }
        let word = reading.text.text.string(token..<token + 1)
        text += reading.match(labels.joiners, at: token) == nil ? PlaceCase.capitalised(word) : word
        token += 1
      }
    }
    return text
  }

  /// The agency that begins at a token of a range, spelled out, and the token after it: as the article itself spells it, else as the
  /// word list does.
  private func agency(
    at token: Int, of range: Range<Int>, in reading: Reading
  ) -> (name: String, end: Int)? {
    if let found = AgencyAliases.name(at: token, upTo: range.upperBound, in: reading) { return found }
    if token == range.lowerBound, let found = agencyOverlapping(token, range, in: reading) { return found }
    guard let agency = reading.match(labels.agencies, at: token), Int(agency.end) <= range.upperBound,
      let name = reading.text.column("name", of: agency)
    else { return nil }
    return (name, Int(agency.end))
  }

  /// A name that goes on behind its last part: "Koperasi dan UKM" as "Koperasi, UKM", before "dan Perdagangan".
  private func continued(_ name: String) -> String {
    var words = PlaceCase.words(name)
    guard words.count >= 3, joiners.contains(String(words[words.count - 2])) else { return name }
    words.remove(at: words.count - 2)
    words[words.count - 2] += ","
    return words.joined(separator: " ")
  }

  /// A short form that begins with the office's own last word ("Kepala Dinas PMD"): its name without that word.
  private func agencyOverlapping(
    _ token: Int, _ range: Range<Int>, in reading: Reading
  ) -> (name: String, end: Int)? {
    guard token > 0, let agency = reading.match(labels.agencies, at: token - 1), Int(agency.end) > token,
      Int(agency.end) <= range.upperBound, let name = reading.text.column("name", of: agency)
    else { return nil }
    let words = PlaceCase.words(name)
    let first = PlaceCase.folded(reading.text.text.string(token - 1..<token))
    guard words.count > 1, PlaceCase.folded(String(words[0])) == first else { return nil }
    return (words.dropFirst().joined(separator: " "), Int(agency.end))
  }
}
