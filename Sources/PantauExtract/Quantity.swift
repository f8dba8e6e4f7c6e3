import PantauRecords
import PantauRules
import PantauText

/// A candidate for a count: an amount and what it counts, before its stage, role and region are settled.
struct Quantity: Sendable {
  var range: Range<Int>
  /// Token at which the number itself begins.
  var anchor: Int
  var value: Double?
  var percent: Double?
  var of: Double?
  var all = false
  var bound: Term?
  var unit: Term?
  /// The unit stands elsewhere.
  var isBare = false
  /// A word of progress leads the percentage.
  var isProgress = false
  /// Number of the region that the pattern itself ties it to.
  var region: Int?
  /// The role that the pattern itself gives it.
  var role: Statement.Kind?
  /// What is left after a figure told before: a number only where a deadline makes it a promise.
  var isRest = false
  /// Said of each of several regions named in a list.
  var isDistributed = false
  /// Whether it is the whole of a part and called a goal there: "383 dari target 413".
  var isOfWhole = false
  /// The unit of the denominator, where it has one of its own.
  var wholeUnit: Term?
  /// The counted noun counts whatever is spoken of: "unit".
  var isGeneric = false
  /// A share in words: "separuh".
  var isShare = false
  /// Only the whole of an amount before it.
  var isDenominator = false
  /// The counted noun bears the possessive suffix: it is of what was named before ("179 dari 249 desanya").
  var isPossessive = false
  /// It counts regions above villages: what is said is said of each that a list names.
  var isArea = false
  /// Token that calls the denominator a target.
  var goal: Int?
  /// Index of the rule.
  var rule: Int
  var sentence: Int
  /// Tokens between the neighbouring quantities of the clause: what is said of this one alone.
  var zone: Range<Int> = 0..<0
  /// Whether a list of such items surrounds it.
  var isListItem = false
}

/// Runs the quantity rules and reads their captures.
struct QuantityFinder: Sendable {
  let labels: Labels

  func quantities(in reading: inout Reading) -> [Quantity] {
    reading.text.rules.run(phase: "quantities", on: &reading.text)
    let matches = reading.text.matches.matches(labelled: labels.quantity)
      .sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    var found: [Quantity] = []
    for match in matches {
      guard let quantity = quantity(match, in: reading), !isWithinDate(quantity, reading) else { continue }
      found.append(quantity)
    }
    found = withoutDenominators(found)
    pairRows(&found, in: reading)
    found = withoutStrayReferences(found)
    markLists(&found, in: reading)
    found += wholes(of: found, in: reading)
    found.sort { ($0.anchor, $0.range.upperBound) < ($1.anchor, $1.range.upperBound) }
    // "Kota Tual sudah 100 persen": a share that is reached needs no list.
    for index in found.indices where found[index].value == nil && found[index].region != nil {
      let isReached = found[index].range.contains { token in
        reading.match(labels.modality, at: token).flatMap { reading.text.column("mode", of: $0) } == "done"
      }
      if isReached { found[index].isBare = true }
    }
    let counted = found.filter { $0.unit != nil }
    found.removeAll { quantity in
      quantity.unit == nil && !quantity.isBare && quantity.region != nil && !quantity.isListItem
        && quantity.of == nil
        && !counted.contains { $0.sentence == quantity.sentence && $0.anchor < quantity.anchor }
    }
    setZones(&found, in: reading)
    return found
  }

  private func quantity(_ match: Match, in reading: Reading) -> Quantity? {
    let (captures, rule) = (labels.captures, labels.constants[Int(match.rule)])
    func number(_ key: CaptureKey) -> Double? {
      guard let range = reading.text.capture(key, of: match) else { return nil }
      for token in range {
        if let found = reading.text.matches.match(labels.number, at: token) {
          return reading.numbers[Int(found.payload)].value
        }
      }
      return nil
    }
    func unit(_ key: CaptureKey) -> Term? {
      guard let range = reading.text.capture(key, of: match) else { return nil }
      for token in range {
        if let found = reading.text.matches.match(labels.unit, at: token) {
          return reading.text.column("unit", of: found).map { Term($0) }
        }
      }
      return nil
    }
    /// A word of the number list that is no plain number: "kelima" before a noun, "separuh".
    func column(_ column: String, _ key: CaptureKey) -> Double? {
      guard let range = reading.text.capture(key, of: match) else { return nil }
      return reading.text.matches.match(labels.numbers, at: range.lowerBound, end: range.upperBound)
        .flatMap { reading.text.column(column, of: $0) }.flatMap { Double($0) }
    }
    func start(_ key: CaptureKey) -> Int? { reading.text.capture(key, of: match)?.lowerBound }
    let anchor =
      start(captures.value) ?? start(captures.collective) ?? start(captures.percent) ?? start(captures.share)
      ?? start(captures.count) ?? match.range.lowerBound
    // "Lima Puluh Kota": part of a name, no number.
    if reading.tokens[anchor].traits.contains(.capitalised),
      reading.match(labels.region, at: anchor).map({ Int($0.end) > anchor + 1 }) ?? false
    {
      return nil
    }
    // "Anggota Kodim 1629"
    if anchor > match.range.lowerBound, reading.tokens[anchor].kind == .number,
      let word = reading.match(labels.notCounted, endingAt: anchor, reach: 2),
      reading.text.column("kind", of: word) == "before",
      reading.tokens[Int(word.start)].traits.contains(.capitalised)
    {
      return nil
    }
    var quantity = Quantity(
      range: match.range, anchor: anchor, rule: Int(match.rule),
      sentence: reading.sentence(of: match.range.lowerBound))
    quantity.value =
      number(captures.value) ?? column("value", captures.collective)
      ?? (rule.back ? backReference(at: anchor, in: reading) : nil)
    quantity.percent = number(captures.percent) ?? column("value", captures.share)
    quantity.of = number(captures.of)
    // "Dari 667 kampung dan 13 kelurahan": the whole is their sum.
    if let whole = quantity.of, let further = number(captures.plus) { quantity.of = whole + further }
    quantity.all = rule.all
    quantity.isProgress = rule.progress
    quantity.isBare = rule.bare
    quantity.isRest = rule.rest
    quantity.role = rule.role
    quantity.isDistributed =
      reading.text.capture(captures.each, of: match) != nil
      || (max(0, match.range.lowerBound - 3)..<max(1, quantity.anchor)).contains {
        reading.match(labels.distributives, at: $0) != nil
          && reading.sentence(of: $0) == quantity.sentence
      }
    quantity.wholeUnit = unit(captures.unit2)
    quantity.unit = unit(captures.unit) ?? quantity.wholeUnit ?? rule.unit
    if let range = reading.text.capture(captures.unit, of: match) {
      quantity.isGeneric =
        reading.text.matches.match(labels.genericUnits, at: range.lowerBound, end: range.upperBound) != nil
    }
    quantity.isShare = reading.text.capture(captures.share, of: match) != nil
    quantity.isDenominator = rule.denominator
    func isPossessive(_ key: CaptureKey) -> Bool {
      guard let range = reading.text.capture(key, of: match) else { return false }
      return range.contains { token in
        reading.text.matches.match(labels.unit, at: token)
          .flatMap { reading.text.column("possessive", of: $0) } == "yes"
      }
    }
    quantity.isPossessive = isPossessive(captures.unit) || isPossessive(captures.unit2)
    quantity.isArea = rule.areas
    if let range = reading.text.capture(captures.bound, of: match),
      let bound = reading.text.matches.match(labels.bounds, at: range.lowerBound)
    {
      quantity.bound = reading.text.column("bound", of: bound).map { Term($0) }
    } else if let before = reading.match(labels.bounds, endingAt: quantity.anchor) {
      quantity.bound = reading.text.column("bound", of: before).map { Term($0) }
    }
    quantity.goal = reading.text.capture(captures.goal, of: match)?.lowerBound
    if reading.text.capture(captures.about, of: match) != nil { quantity.bound = quantity.bound ?? "about" }
    if let range = reading.text.capture(captures.region, of: match),
      let region = reading.text.matches.match(labels.region, at: range.lowerBound),
      !reading.regionMentions.contains(where: { $0.isDateline && $0.range.overlaps(range) })
    {
      quantity.region = reading.qualified(Int(region.payload), at: range.lowerBound)
    }
    // "Satu dari 103 koperasi percontohan": what is counted is the whole.
    if quantity.value == 1, let whole = quantity.of, whole > 1, reading.tokens[quantity.anchor].kind == .word,
      reading.match(labels.weighing, endingAt: quantity.anchor, reach: 2) == nil
    {
      quantity.value = whole
      quantity.of = nil
      quantity.unit = quantity.wholeUnit ?? quantity.unit
    }
    if isArticle(quantity, reading) || countsForeign(captures.unit, match, reading) { return nil }
    if let percent = quantity.percent, percent > 1000 { return nil }
    if quantity.of != nil, quantity.value != nil, quantity.value ?? 0 > quantity.of ?? 0 { quantity.of = nil }
    return quantity
  }

  /// "Desa itu punya 6 dusun": whether the counted noun is a local word for villages of another part of the country.
  private func countsForeign(_ key: CaptureKey, _ match: Match, _ reading: Reading) -> Bool {
    guard let range = reading.text.capture(key, of: match),
      let unit = range.lazy.compactMap({ reading.text.matches.match(labels.unit, at: $0) }).first,
      let word = reading.text.matches.match(labels.villageWords, at: Int(unit.start), end: Int(unit.end)),
      let places = reading.text.column("provinces", of: word), !places.isEmpty
    else { return false }
    let codes = reading.regions.compactMap { $0.code.map { PlaceCode($0) } }
    return !codes.isEmpty
      && !places.split(separator: "|").contains { place in codes.contains { $0.touches(PlaceCode(place)) } }
  }

  /// Gives wholes that stand by themselves to the amount before them in their sentence.
  private func withoutDenominators(_ found: [Quantity]) -> [Quantity] {
    var kept: [Quantity] = []
    for quantity in found {
      guard quantity.isDenominator else {
        kept.append(quantity)
        continue
      }
      guard let last = kept.last, last.sentence == quantity.sentence, last.of == nil,
        last.value ?? 0 <= quantity.of ?? 0
      else { continue }
      kept[kept.count - 1].of = quantity.of
      kept[kept.count - 1].wholeUnit = quantity.wholeUnit
    }
    return kept
  }

  /// "Satu koperasi" is an article more often than a count: it counts behind a word that weighs it ("baru satu koperasi"),
  /// or before one that it is done ("Satu desa sudah lebih dulu").
  private func isArticle(_ quantity: Quantity, _ reading: Reading) -> Bool {
    guard quantity.value == 1, quantity.of == nil, quantity.percent == nil, quantity.region == nil,
      reading.tokens[quantity.anchor].kind == .word
    else { return false }
    if reading.match(labels.weighing, endingAt: quantity.anchor, reach: 2) != nil { return false }
    let next = reading.match(labels.modality, at: quantity.range.upperBound)
    return next.flatMap { reading.text.column("mode", of: $0) } != "done" || quantity.unit == nil
  }

  /// "Dari 133 koperasi yang berbadan hukum, 19 beroperasi": the whole is itself a result where its own words name a
  /// stage.
  private func wholes(of found: [Quantity], in reading: Reading) -> [Quantity] {
    found.compactMap { quantity in
      if let goal = goal(of: quantity, reading) { return goal }
      if let whole = wholeBehind(quantity, reading) { return whole }
      guard let whole = quantity.of, quantity.range.lowerBound < quantity.anchor, quantity.unit != nil else {
        return nil
      }
      var inner = quantity.range.lowerBound..<quantity.anchor
      if let comma = inner.first(where: { reading.isMark($0, ",") }) { inner = inner.lowerBound..<comma }
      guard let cue = inner.lazy.compactMap({ reading.match(labels.stage, at: $0) }).first,
        qualifies(cue, from: quantity.range.lowerBound, reading), !reading.saysOfPart(cue.range, quantity)
      else { return nil }
      var part = quantity
      part.value = whole
      part.unit = quantity.wholeUnit ?? quantity.unit
      part.percent = nil
      part.of = nil
      part.region = nil
      part.isBare = false
      part.range = quantity.range.lowerBound..<Int(cue.end)
      part.anchor = quantity.range.lowerBound
      return part
    }
  }

  /// Whether a stage word is said of the counted noun: right behind it, or in a relative clause.
  private func qualifies(_ cue: Match, from start: Int, _ reading: Reading) -> Bool {
    if reading.match(labels.unit, at: Int(cue.start)) != nil { return true }
    let led = (start..<Int(cue.start)).last { reading.match(labels.relatives, at: $0) != nil }
    if let led { return Int(cue.start) - led <= 4 }
    return reading.match(labels.unit, endingAt: Int(cue.start), reach: 8) != nil
  }

  /// "9.870 dari 83.341 koperasi yang berbadan hukum menarik pinjaman": likewise where the whole stands behind its part, if
  /// another stage is told of the part.
  private func wholeBehind(_ quantity: Quantity, _ reading: Reading) -> Quantity? {
    guard let whole = quantity.of, quantity.range.lowerBound >= quantity.anchor - 1, quantity.unit != nil,
      reading.match(labels.relatives, at: quantity.range.upperBound) != nil
    else { return nil }
    let sentence = reading.text.text.sentences[quantity.sentence]
    let next = quantity.range.upperBound + 1
    let near = next..<max(next, min(next + 3, sentence.upperBound))
    guard !near.isEmpty, let cue = near.lazy.compactMap({ reading.match(labels.stage, at: $0) }).first,
      sentence.contains(where: { token in
        (quantity.range.contains(token)
          || (quantity.value == nil && token < quantity.range.lowerBound))
          && reading.match(labels.stage, at: token) != nil
      })
    else { return nil }
    var part = quantity
    part.value = whole
    part.unit = quantity.wholeUnit ?? quantity.unit
    part.percent = nil
    part.of = nil
    part.region = nil
    part.isBare = false
    part.anchor = quantity.range.upperBound - 1
    part.range = quantity.range.upperBound - 1..<Int(cue.end)
    return part
  }

  /// "96 dari target 295 desa": the whole that is called a target is one.
  private func goal(of quantity: Quantity, _ reading: Reading) -> Quantity? {
    guard let whole = quantity.of, let goal = quantity.goal, quantity.value != nil || quantity.percent != nil
    else { return nil }
    var target = quantity
    target.value = whole
    target.percent = nil
    target.of = nil
    target.bound = nil
    target.isBare = quantity.unit == nil
    target.role = .target
    target.goal = nil
    target.isOfWhole = true
    target.anchor = goal
    target.range = goal..<max(goal + 1, quantity.range.upperBound)
    return target
  }

  private func isWithinDate(_ quantity: Quantity, _ reading: Reading) -> Bool {
    reading.dates.contains { $0.range.contains(quantity.anchor) }
  }

  /// Region-and-number items count as a list where two or more stand in one sentence, or each in a line of its own; all
  /// that such a line counts is its region's.
  private func markLists(_ found: inout [Quantity], in reading: Reading) {
    var perSentence: [Int: Int] = [:]
    var lineRegions: [Int: Int] = [:]
    for quantity in found {
      if quantity.region != nil { perSentence[quantity.sentence, default: 0] += 1 }
      if let region = lineHead(of: quantity.sentence, reading) { lineRegions[quantity.sentence] = region }
    }
    for index in found.indices {
      // "Kota Tegal dan Kota Magelang masing-masing baru tiga": a list of regions with one number.
      if found[index].isDistributed, found[index].region != nil { found[index].isListItem = true }
      if let region = lineRegions[found[index].sentence], lineRegions.count >= 2 {
        found[index].isListItem = true
        found[index].region = found[index].region ?? region
      } else if found[index].region != nil, perSentence[found[index].sentence, default: 0] >= 2 {
        found[index].isListItem = true
      }
    }
  }

  /// The region with which a line begins, behind its number or bullet.
  private func lineHead(of sentence: Int, _ reading: Reading) -> Int? {
    let tokens = reading.text.text.sentences[sentence]
    guard let first = tokens.first, reading.tokens[first].traits.contains(.lineStart) else { return nil }
    for token in tokens.prefix(4) {
      if let match = reading.match(labels.region, at: token) {
        let next = Int(match.end)
        let isMarked =
          reading.isMark(next, ":") || reading.isMark(next, "-") || reading.isMark(next, ",")
          || reading.isMark(next, "(") || reading.isMark(next, "=")
        let isHead =
          reading.isMark(next, ":") || reading.match(labels.number, at: isMarked ? next + 1 : next) != nil
        return isHead ? Int(match.payload) : nil
      }
      if reading.tokens[token].kind == .word, reading.tokens[token].end - reading.tokens[token].start > 1 {
        return nil
      }
    }
    return nil
  }

  /// Where between two quantities the words of the one end: at the last comma or clause break, else before the other.
  private func border(_ from: Int, _ to: Int, _ reading: Reading) -> Int {
    for token in stride(from: to - 1, through: from, by: -1) {
      if reading.isMark(token, ",") || Int(reading.text.clauseStarts[token]) == token { return token }
      if token == to - 1, reading.match(labels.joiners, at: token) != nil { return token }
    }
    return from
  }

  private func setZones(_ found: inout [Quantity], in reading: Reading) {
    for index in found.indices {
      let sentence = reading.text.text.sentences[found[index].sentence]
      var low = sentence.lowerBound
      var high = sentence.upperBound
      if index > 0, found[index - 1].sentence == found[index].sentence {
        low = max(low, border(found[index - 1].range.upperBound, found[index].range.lowerBound, reading))
      }
      if index + 1 < found.count, found[index + 1].sentence == found[index].sentence {
        high = min(high, border(found[index].range.upperBound, found[index + 1].range.lowerBound, reading))
      }
      found[index].zone = min(low, found[index].range.lowerBound)..<max(high, found[index].range.upperBound)
    }
  }
}
