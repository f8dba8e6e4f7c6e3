import PantauRecords
import PantauRules
import PantauText

/// Spells out which office a person holds, and of what.
extension OfficialFinder {
  /// Whether an office is one only with the words of what it deals with.
  static func needsBody(_ office: Lexicon.Entry) -> Bool {
    office["scope"] == "body" || office["scope"] == "ministry"
  }

  /// The office spelled out: its canonical form, the chief whom it serves and what it deals with.
  func position(_ office: Lexicon.Entry, _ match: Match, in reading: Reading) -> String {
    let text = reading.text
    var position = office["position"] ?? office.phrases[0]
    if let kind = text.capture("kind", of: match) {
      return position + " " + cooperativeName(kind, in: reading)
    }
    if let chief = text.capture("chief", of: match), let entry = entry(ofOffice: chief, in: reading) {
      position += " " + (entry["position"] ?? entry.phrases[0])
    }
    let field = text.capture("body", of: match).map { expanded($0, in: reading) }
    if Self.needsBody(office) || office["scope"] == "national", let field {
      position = Self.joined(position, field)
    } else if let tail = text.capture("tail", of: match), office["scope"] == "body", office["body"] == nil {
      position = Self.joined(position, expanded(tail, in: reading))
    }
    if let remit = text.capture("remit", of: match) { position += " " + expanded(remit, in: reading) }
    if let cooperative = text.capture("cooperative", of: match) {
      position += " " + cooperativeName(cooperative, in: reading)
    }
    return position
  }

  /// The region or body that the office serves.
  func served(_ office: Lexicon.Entry, _ match: Match, in reading: Reading) -> String? {
    let text = reading.text
    let scope = office["scope"] ?? "region"
    if scope == "national" { return "Indonesia" }
    if let own = text.capture("own", of: match) { return text.text.string(own) }
    if scope == "ministry" {
      return text.capture("tail", of: match).map { expanded($0, in: reading) } ?? "Indonesia"
    }
    if let chief = text.capture("chief", of: match),
      entry(ofOffice: chief, in: reading)?["scope"] == "national"
    {
      return "Indonesia"
    }
    if let unit = text.capture("unit", of: match), let body = office["body"] {
      return body + " " + text.text.string(unit)
    }
    if let range = text.capture("region", of: match),
      let region = reading.match(labels.region, at: range.lowerBound)
    {
      let label = reading.regions[Int(region.payload)].label
      return office["body"].map { $0 + " " + reading.regions[Int(region.payload)].name } ?? label
    }
    let wanted = levels(of: office)
    if let focus = reading.focus, wanted.isEmpty || wanted.contains(reading.regions[focus].level) {
      return reading.regions[focus].label
    }
    return reading.regions.first { wanted.contains($0.level) }?.label
      ?? reading.focus.map { reading.regions[$0].label }
  }

  private func entry(ofOffice range: Range<Int>, in reading: Reading) -> Lexicon.Entry? {
    reading.text.matches.match(labels.offices, at: range.lowerBound, end: range.upperBound)
      .flatMap { reading.text.entry(of: $0) }
  }

  /// The name of a cooperative, of the programme or another, as offices are spelled with it.
  private func cooperativeName(_ range: Range<Int>, in reading: Reading) -> String {
    reading.text.matches.match(labels.cooperativeNames, at: range.lowerBound, end: range.upperBound)
      .flatMap { reading.text.column("name", of: $0) } ?? reading.text.text.string(range)
  }

  /// An office and what it deals with, the words with which one ends and the other begins said once: "Kepala Dinas" and "Dinas
  /// Koperasi".
  static func joined(_ office: String, _ field: String) -> String {
    let words = PlaceCase.words(office)
    let start = (1..<max(1, words.count)).first { start in
      let end = words[start...].joined(separator: " ")
      return field == end || field.hasPrefix(end + " ")
    }
    return (words[..<(start ?? words.count)] + [Substring(field)]).joined(separator: " ")
  }

  /// The words of a range, agencies' short forms spelled out, what stands in brackets left out.
  private func expanded(_ range: Range<Int>, in reading: Reading) -> String {
    var parts: [String] = []
    var token = range.lowerBound
    while token < range.upperBound {
      if reading.isMark(token, "("),
        let close = (token..<range.upperBound).first(where: { reading.isMark($0, ")") })
      {
        token = close + 1
      } else if let (name, end) = agency(at: token, of: range, in: reading) {
        let goesOn = end < range.upperBound && reading.match(labels.joiners, at: end) != nil
        parts.append(goesOn ? continued(name) : name)
        token = end
      } else {
        var word = reading.text.text.string(token..<token + 1)
        if reading.match(labels.joiners, at: token) == nil {
          word = PlaceCase.capitalised(word)
        }
        let joins = reading.isMark(token, ",") || !reading.tokens[token].traits.contains(.spaceBefore)
        if joins, let last = parts.popLast() { parts.append(last + word) } else { parts.append(word) }
        token += 1
      }
    }
    return parts.joined(separator: " ")
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
