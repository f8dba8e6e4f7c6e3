import PantauRecords
import PantauRules
import PantauText

/// Reads what a rule captured into an amount.
extension QuantityFinder {
  /// The amount that a match tells, nil where its number is part of a name, an article or counts something else.
  func quantity(_ match: Match, in reading: Reading) -> Quantity? {
    let rule = labels.constants[Int(match.rule)]
    let anchor = anchor(of: match, rule, reading)
    if isInName(anchor, match, reading) || isYear(anchor, of: Self.theseYears, reading) { return nil }
    var quantity = Quantity(
      range: match.range, anchor: anchor, rule: Int(match.rule),
      sentence: reading.sentence(of: match.range.lowerBound))
    readConstants(of: rule, into: &quantity)
    readNumbers(of: match, rule, into: &quantity, reading)
    let noun = readUnits(of: match, rule, into: &quantity, reading)
    readBound(of: match, rule, into: &quantity, reading)
    readRegion(of: match, rule, into: &quantity, reading)
    countWholeOfOne(&quantity, reading)
    if isArticle(quantity, reading) { return nil }
    if let noun, countsForeign(noun, reading) { return nil }
    if let percent = quantity.percent, percent > 1000 { return nil }
    if let whole = quantity.of, let value = quantity.value, value > whole { quantity.of = nil }
    return quantity
  }

  /// "Target 2026 koperasi sudah berjalan": whether a token is one of `years`, four digits without a separator, which numbers above a thousand
  /// bear.
  func isYear(_ token: Int, of years: ClosedRange<Double>, _ reading: Reading) -> Bool {
    let own = reading.tokens[token]
    guard own.kind == .number, own.end - own.start == 4,
      let match = reading.match(labels.number, at: token), Int(match.end) == token + 1
    else { return false }
    return years.contains(reading.numbers[Int(match.payload)].value)
  }

  /// Years of which reports on a programme of 2025 speak, and all that a number may be.
  private static let theseYears = 2024.0...2030.0
  static let anyYears = 1900.0...2100.0

  @inline(__always)
  private func tokens(_ capture: Int16, of match: Match, _ reading: Reading) -> Range<Int>? {
    capture < 0 ? nil : reading.text.matches.capture(Int(capture), of: match)
  }

  /// The first token of what tells the amount, else of the match.
  private func anchor(of match: Match, _ rule: QuantityRule, _ reading: Reading) -> Int {
    let told =
      tokens(rule.value, of: match, reading) ?? tokens(rule.collective, of: match, reading)
      ?? tokens(rule.percent, of: match, reading) ?? tokens(rule.share, of: match, reading)
      ?? tokens(rule.count, of: match, reading)
    return (told ?? match.range).lowerBound
  }

  private func readConstants(of rule: QuantityRule, into quantity: inout Quantity) {
    quantity.all = rule.all
    quantity.isProgress = rule.progress
    quantity.isBare = rule.bare
    quantity.isRest = rule.rest
    quantity.role = rule.role
    quantity.isDenominator = rule.denominator
    quantity.isArea = rule.areas
  }

  private func readNumbers(
    of match: Match, _ rule: QuantityRule, into quantity: inout Quantity, _ reading: Reading
  ) {
    quantity.value =
      count(rule.value, of: match, reading) ?? value(rule.collective, of: match, reading)
      ?? (rule.back ? backReference(at: quantity.anchor, in: reading) : nil)
    quantity.percent = number(rule.percent, of: match, reading) ?? value(rule.share, of: match, reading)
    quantity.isShare = tokens(rule.share, of: match, reading) != nil
    quantity.of = count(rule.of, of: match, reading)
    // "Dari 667 kampung dan 13 kelurahan": the whole is their sum.
    if let whole = quantity.of, let further = count(rule.plus, of: match, reading) {
      quantity.of = whole + further
    }
    quantity.goal = tokens(rule.goal, of: match, reading)?.lowerBound
    if rule.areas {
      quantity.areas = number(rule.count, of: match, reading).flatMap { Int(exactly: $0) } ?? 0
    }
  }

  /// The first number of a capture, and the token at which it begins.
  private func found(_ capture: Int16, of match: Match, _ reading: Reading) -> (number: Double, token: Int)? {
    guard let range = tokens(capture, of: match, reading) else { return nil }
    for token in range {
      if let found = reading.text.matches.match(labels.number, at: token) {
        return (reading.numbers[Int(found.payload)].value, token)
      }
    }
    return nil
  }

  private func number(_ capture: Int16, of match: Match, _ reading: Reading) -> Double? {
    found(capture, of: match, reading)?.number
  }

  /// "80,000 koperasi": the first number of a capture that counts things, which are whole, so that a comma before three digits groups
  /// them as in English.
  private func count(_ capture: Int16, of match: Match, _ reading: Reading) -> Double? {
    guard let (number, token) = found(capture, of: match, reading) else { return nil }
    let place = reading.tokens[token]
    let bytes = reading.text.text.bytes[Int(place.start)..<Int(place.end)]
    guard place.kind == .number, number < 1000, let comma = bytes.lastIndex(of: UInt8(ascii: ",")),
      bytes.endIndex - comma == 4, bytes.first != UInt8(ascii: "0"), !bytes.contains(UInt8(ascii: "."))
    else { return number }
    return (number * 1000).rounded()
  }

  /// A word of the number list that is no plain number: "kelima" before a noun, "separuh".
  private func value(_ capture: Int16, of match: Match, _ reading: Reading) -> Double? {
    guard let range = tokens(capture, of: match, reading) else { return nil }
    return reading.text.matches.match(labels.numbers, at: range.lowerBound, end: range.upperBound)
      .flatMap { labels.amounts.values[$0] }
  }

  /// Reads what is counted, and of each of how many regions it is said.
  ///
  /// - Returns: the noun that is counted.
  private func readUnits(
    of match: Match, _ rule: QuantityRule, into quantity: inout Quantity, _ reading: Reading
  ) -> Match? {
    let counted = tokens(rule.counted, of: match, reading)
    let noun = unit(counted, &quantity.isPossessive, reading)
    let whole = unit(tokens(rule.whole, of: match, reading), &quantity.isPossessive, reading)
    quantity.wholeUnit = whole.flatMap { labels.amounts.units[$0]?.term }
    quantity.unit = noun.flatMap { labels.amounts.units[$0]?.term } ?? quantity.wholeUnit ?? rule.unit
    if let counted {
      quantity.isGeneric =
        reading.text.matches.match(labels.genericUnits, at: counted.lowerBound, end: counted.upperBound)
        != nil
    }
    let sentence = quantity.sentence
    quantity.isDistributed =
      tokens(rule.each, of: match, reading) != nil
      || (max(0, match.range.lowerBound - 3)..<max(1, quantity.anchor)).contains {
        reading.match(labels.distributives, at: $0) != nil && reading.sentence(of: $0) == sentence
      }
    return noun
  }

  /// The first counted noun of a capture; whether any of them bears the suffix adds to `isPossessive`.
  private func unit(_ range: Range<Int>?, _ isPossessive: inout Bool, _ reading: Reading) -> Match? {
    guard let range else { return nil }
    var first: Match?
    for token in range {
      guard let found = reading.text.matches.match(labels.unit, at: token) else { continue }
      if labels.amounts.units[found]?.isPossessive == true { isPossessive = true }
      first = first ?? found
    }
    return first
  }

  /// "Lebih dari 90", "sekitar 90": a bound that the rule captured, else one that ends where the number begins.
  private func readBound(
    of match: Match, _ rule: QuantityRule, into quantity: inout Quantity, _ reading: Reading
  ) {
    if let range = tokens(rule.bound, of: match, reading),
      let bound = reading.text.matches.match(labels.bounds, at: range.lowerBound)
    {
      quantity.bound = labels.amounts.bounds[bound]
    } else if let before = reading.match(labels.bounds, endingAt: quantity.anchor) {
      quantity.bound = labels.amounts.bounds[before]
    }
    if tokens(rule.about, of: match, reading) != nil { quantity.bound = quantity.bound ?? .about }
  }

  private func readRegion(
    of match: Match, _ rule: QuantityRule, into quantity: inout Quantity, _ reading: Reading
  ) {
    guard let range = tokens(rule.region, of: match, reading),
      let region = reading.text.matches.match(labels.region, at: range.lowerBound),
      !reading.regionMentions.contains(where: { $0.isDateline && $0.range.overlaps(range) })
    else { return }
    quantity.region = reading.qualified(Int(region.payload), at: range.lowerBound)
  }

  /// "Satu dari 103 koperasi percontohan": what is counted is the whole.
  private func countWholeOfOne(_ quantity: inout Quantity, _ reading: Reading) {
    guard quantity.value == 1, let whole = quantity.of, whole > 1,
      reading.tokens[quantity.anchor].kind == .word,
      reading.match(labels.weighing, endingAt: quantity.anchor, reach: 2) == nil,
      // "Satu dari tiga titik tersebut sudah dicor"
      whole > Self.mostOfOne || !reading.pointsBack(quantity.range.upperBound)
    else { return }
    quantity.value = whole
    quantity.of = nil
    quantity.unit = quantity.wholeUnit ?? quantity.unit
  }

  /// Most things of which one is a part, where words point back to them.
  private static let mostOfOne = 12.0

  /// "Lima Puluh Kota", "Anggota Kodim 1629": whether a number is part of a name.
  private func isInName(_ anchor: Int, _ match: Match, _ reading: Reading) -> Bool {
    if reading.tokens[anchor].traits.contains(.capitalised),
      reading.match(labels.region, at: anchor).map({ Int($0.end) > anchor + 1 }) ?? false
    {
      return true
    }
    if isCode(anchor, reading) { return true }
    // "Kamanga Dua di Tompaso"
    if reading.tokens[anchor].kind == .word, reading.tokens[anchor].traits.contains(.capitalised),
      reading.regionMentions.contains(where: { $0.range.contains(anchor) && $0.range.lowerBound < anchor })
    {
      return true
    }
    guard anchor > match.range.lowerBound, reading.tokens[anchor].kind == .number,
      let word = reading.match(labels.notCounted, endingAt: anchor, reach: 2)
    else { return false }
    return reading.text.column("kind", of: word) == "before"
      && reading.tokens[Int(word.start)].traits.contains(.capitalised)
  }

  /// "Surat S-367/Sespangan": whether a hyphen without spaces ties a number to a letter or to capitals.
  private func isCode(_ anchor: Int, _ reading: Reading) -> Bool {
    guard anchor >= 2, reading.tokens[anchor].kind == .number, reading.isMark(anchor - 1, "-"),
      !reading.tokens[anchor].traits.contains(.spaceBefore),
      !reading.tokens[anchor - 1].traits.contains(.spaceBefore), reading.tokens[anchor - 2].kind == .word
    else { return false }
    let traits = reading.tokens[anchor - 2].traits
    return traits.contains(.allCapitals) || (traits.contains(.singleLetter) && traits.contains(.capitalised))
  }

  /// "Desa itu punya 6 dusun": whether the counted noun is a local word for villages of another part of the country.
  private func countsForeign(_ noun: Match, _ reading: Reading) -> Bool {
    guard
      let word = reading.text.matches.match(labels.villageWords, at: Int(noun.start), end: Int(noun.end)),
      let places = labels.amounts.provinces[word]
    else { return false }
    var hasCode = false
    for index in reading.regions.indices {
      guard let code = reading.regions[index].code else { continue }
      let place = PlaceCode(code)
      if places.contains(where: { place.touches($0) }) { return false }
      hasCode = true
    }
    return hasCode
  }

  /// Tokens before "one" among which another number makes it one too.
  private static let reachOfNumbers = 10

  /// "41 desa telah bermusyawarah dan satu memproses badan hukum": whether a comma or joining word leads an amount, and another number of what
  /// may be counted stands not far before.
  private func followsNumber(_ quantity: Quantity, _ reading: Reading) -> Bool {
    let start = quantity.range.lowerBound
    let first = reading.text.text.sentences[quantity.sentence].lowerBound
    guard start > first,
      reading.isMark(start - 1, ",") || reading.match(labels.joiners, endingAt: start) != nil
    else { return false }
    return (max(first, start - Self.reachOfNumbers)..<start).contains { token in
      guard let number = reading.match(labels.number, at: token) else { return false }
      let end = Int(number.end)
      return reading.match(labels.percents, at: end) == nil
        && reading.match(labels.notCounted, at: end) == nil
        && !reading.isMark(end, "/") && !reading.dates.contains { $0.range.contains(token) }
    }
  }

  /// "Satu koperasi" is an article more often than a count: it counts behind a word that weighs it ("baru satu koperasi"),
  /// or before one that it is done ("Satu desa sudah lebih dulu").
  private func isArticle(_ quantity: Quantity, _ reading: Reading) -> Bool {
    guard quantity.value == 1, quantity.of == nil, quantity.percent == nil, quantity.region == nil,
      reading.tokens[quantity.anchor].kind == .word, !labels.constants[quantity.rule].one
    else { return false }
    if reading.match(labels.weighing, endingAt: quantity.anchor, reach: 2) != nil { return false }
    if followsNumber(quantity, reading) { return false }
    let next = reading.match(labels.modality, at: quantity.range.upperBound)
    return next.flatMap { labels.amounts.modes[$0]?.term } != .done || quantity.unit == nil
  }
}
