import PantauRecords
import PantauRules
import PantauText

/// Tells of which programmes an article speaks, and hides from the rules what other programmes' files say of its words.
struct Subjects: Sendable {
  /// The programmes that are followed.
  private let programmes: [Programme]
  private let labels: Labels
  /// By lexicon entry: the programme that it belongs to, as an index into ``names``; -1 for words of all.
  private let owners: [Int16]
  private let names: [String]
  /// By programme that is followed: its index in ``names``, -1 where no word is its own.
  private let ownNames: [Int]
  /// By lexicon entry: whether its words after a number make it no count.
  private let forbids: [Bool]
  /// By lexicon entry: whether it belongs to a programme or makes words no count, so that it can be hidden.
  private let mayHide: [Bool]
  /// By label: whether it is that of such an entry, as few matches' are, or of what programmes count.
  private let isHideable: [Bool]
  /// Such an entry, which stands for what only other programmes count.
  private let forbidding: (entry: Int32, label: LabelID)?

  init(_ programmes: [Programme], rules: RuleSet, labels: Labels) {
    let lexicon = rules.lexicon
    self.programmes = programmes
    self.labels = labels
    let uncounted = rules.labels["not-counted"]
    forbids = lexicon.entries.map { $0.label == uncounted && $0["kind"] != "before" }
    forbidding = forbids.firstIndex(of: true).map { (Int32($0), lexicon.entries[$0].label) }
    let column = lexicon.entries.map { $0["programme"] }
    let names = Set(column.compactMap { $0 }).sorted()
    self.names = names
    ownNames = programmes.map { names.firstIndex(of: $0.identifier) ?? -1 }
    let owners = column.map { name in name.flatMap { names.firstIndex(of: $0) }.map(Int16.init) ?? -1 }
    self.owners = owners
    let forbids = forbids
    let mayHide = owners.indices.map { owners[$0] >= 0 || forbids[$0] }
    self.mayHide = mayHide
    var isHideable = [Bool](repeating: false, count: Int(LabelID.max) + 1)
    for index in mayHide.indices where mayHide[index] { isHideable[Int(lexicon.entries[index].label)] = true }
    isHideable[Int(labels.unit)] = true
    self.isHideable = isHideable
  }

  /// The programmes that a text is about: each is named in headline or lead, or twice; twice where the headline names another one that is not
  /// followed. The one that headline and lead name most comes first, then the one that the whole text does; a name within a name is none. Where none is, the one whose kin
  /// headline or lead name.
  ///
  /// - Parameters:
  ///   - text: as its lexicons annotate it.
  ///   - bodyStart: token at which the body begins.
  ///   - published: the day of the report, if known; without it kin name only what the text's first year is late enough for.
  /// - Returns: some of those that are followed.
  func programmes(of text: AnnotatedText, bodyStart: Int, published: CalendarDate?) -> [Programme] {
    guard !text.tokens.isEmpty else { return [] }
    let named = programmesNamed(in: text, bodyStart: bodyStart)
    return named.isEmpty ? kin(of: text, bodyStart: bodyStart, published: published) : named
  }

  private func programmesNamed(in text: AnnotatedText, bodyStart: Int) -> [Programme] {
    var counts = Array(repeating: (lead: 0, all: 0, nested: 0), count: names.count)
    let lead = lead(of: text, bodyStart)
    var end: Int32 = 0
    for match in text.matches.matches(labelled: labels.programme) {
      let owner = self.owner(of: match)
      guard owner >= 0 else { continue }
      let isLead = Int(text.text.sentenceOfToken[Int(match.start)]) <= lead
      counts[owner].nested += isLead ? 2 : 1
      if match.start < end { continue }
      end = longestName(at: match, in: text)
      counts[owner].all += 1
      if isLead { counts[owner].lead += 1 }
    }
    let named = programmes.indices.filter { index in
      let own = ownNames[index]
      return own >= 0 && counts[own].nested >= 2
        && !(counts[own].all == 1 && headlineNamesOther(text, bodyStart))
    }
    guard named.count > 1 else { return named.map { programmes[$0] } }
    return
      named.sorted {
        let (one, other) = (counts[ownNames[$0]], counts[ownNames[$1]])
        return (other.lead, other.all, programmes[$0].identifier)
          < (one.lead, one.all, programmes[$1].identifier)
      }
      .map { programmes[$0] }
  }

  /// "Kapuas Hulu Usulkan Enam Desa Jadi Kampung Nelayan": whether a headline names a programme beside those that are followed, and neither one of
  /// these nor a cooperative.
  private func headlineNamesOther(_ text: AnnotatedText, _ bodyStart: Int) -> Bool {
    func isNamed(_ label: LabelID) -> Bool {
      text.matches.matches(labelled: label).contains { Int($0.start) < bodyStart }
    }
    return isNamed(labels.otherProgrammes) && !isNamed(labels.programme) && !isNamed(labels.kin)
      && !isNamed(labels.cooperativeNames)
  }

  /// The programme that reports of its time call by a common name in headline or lead, where that does not only tell when ("jauh sebelum
  /// program koperasi desa").
  private func kin(of text: AnnotatedText, bodyStart: Int, published: CalendarDate?) -> [Programme] {
    let lead = lead(of: text, bodyStart)
    let match = text.matches.matches(labelled: labels.kin).first {
      Int(text.text.sentenceOfToken[Int($0.start)]) <= lead && !tellsTime($0, in: text)
    }
    guard let match, owner(of: match) >= 0, let year = published?.year ?? firstYear(in: text) else {
      return []
    }
    let programme = programmes.first { $0.identifier == names[owner(of: match)] }
    return programme.flatMap { $0.since.map { $0 <= year } == true ? [$0] : nil } ?? []
  }

  /// The last sentence of a text's lead.
  private func lead(of text: AnnotatedText, _ bodyStart: Int) -> Int {
    Int(text.text.sentenceOfToken[min(bodyStart, text.tokens.count - 1)]) + 4
  }

  /// Whether a word of time leads a name, with a word between them at most.
  private func tellsTime(_ name: Match, in text: AnnotatedText) -> Bool {
    text.matches.matches(labelled: labels.asides).contains {
      (name.start - 1...name.start).contains($0.end) && text.column("kind", of: $0) == "time"
    }
  }

  /// The first number of four digits in a text that may be a year of this century: "hingga 23 Mei 2025".
  private func firstYear(in text: AnnotatedText) -> Int? {
    text.text.bytes.withUnsafeBufferPointer { bytes in
      for token in text.tokens where token.kind == .number && token.end - token.start == 4 {
        let digits = bytes[Int(token.start)..<Int(token.end)]
        guard digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { continue }
        let year = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        if (2000...2099).contains(year) { return year }
      }
      return nil
    }
  }

  /// Where the longest name that begins with `match` ends.
  private func longestName(at match: Match, in text: AnnotatedText) -> Int32 {
    text.matches.match(labels.programme, at: Int(match.start))?.end ?? match.end
  }

  /// Takes out of a text, before any rule has run, the words that only programmes other than `subject` give a meaning;
  /// where `main` is the article's first subject, also those for what is counted that `main` claims too. What `subject`
  /// counts is counted, whatever list of what is not holds its words; what only others count, is not.
  func restrict(_ text: inout AnnotatedText, to subject: Programme, beside main: Programme? = nil) {
    let (hidden, uncounted) = hidden(in: text, from: subject, beside: main)
    text.matches.hide(hidden)
    guard let forbidding else { return }
    for place in uncounted {
      text.matches.relabel(place, forbidding.label, payload: forbidding.entry)
    }
  }

  /// The places of the matches that ``restrict(_:to:beside:)`` takes out, and of those that become what is not counted.
  private func hidden(
    in text: AnnotatedText, from subject: Programme, beside main: Programme?
  ) -> (hidden: [Int32], uncounted: [Int32]) {
    let own = names.firstIndex(of: subject.identifier) ?? -1
    let first = main.flatMap { names.firstIndex(of: $0.identifier) }
    func isHidden(_ match: Match) -> Bool {
      let owner = self.owner(of: match)
      if owner >= 0, owner != own { return true }
      if isForbidding(match), isCounted(match, by: own, in: text) { return true }
      return first.map { match.label == labels.unit && isClaimed(match, by: $0, in: text) } ?? false
    }
    let unit = labels.unit
    let asked = first == nil ? -1 : Int(unit)
    var hidden: [Int32] = []
    var uncounted: [Int32] = []
    let matches = text.matches.matches
    var index = next(in: matches, from: 0, asked: asked, isHidden)
    while index < matches.count {
      let match = matches[index]
      let isUncounted = forbidding != nil && match.label == unit && !isCounted(match, by: own, in: text)
      if isUncounted { uncounted.append(Int32(index)) } else { hidden.append(Int32(index)) }
      index = next(in: matches, from: index + 1, asked: asked, isHidden)
    }
    return (hidden, uncounted)
  }

  /// The first match from `start` on that is hidden, or the end: among those that ``mayHide`` marks and those with the
  /// label `asked`, -1 for none.
  private func next(
    in matches: [Match], from start: Int, asked: Int, _ isHidden: (Match) -> Bool
  ) -> Int {
    matches.withUnsafeBufferPointer { matches in
      isHideable.withUnsafeBufferPointer { isHideable in
        for index in start..<matches.count where isHideable[Int(matches[index].label)] {
          let match = matches[index]
          let isMarked = match.rule < 0 && match.payload >= 0 && mayHide[Int(match.payload)]
          if isMarked || Int(match.label) == asked, isHidden(match) { return index }
        }
        return matches.count
      }
    }
  }

  private func isForbidding(_ match: Match) -> Bool {
    match.rule < 0 && match.payload >= 0 && forbids[Int(match.payload)]
  }

  /// Whether the words of a match, or more from there on, name a unit of the programme's own.
  private func isCounted(_ match: Match, by own: Int, in text: AnnotatedText) -> Bool {
    var found = false
    text.matches.forEach(at: Int(match.start)) { index in
      let unit = text.matches.matches[index]
      if unit.label == labels.unit, unit.end >= match.end, owner(of: unit) == own { found = true }
    }
    return found
  }

  /// Whether the same words name a unit of `other`, or one that all programmes count.
  private func isClaimed(_ match: Match, by other: Int, in text: AnnotatedText) -> Bool {
    if owner(of: match) < 0 { return true }
    var found = false
    text.matches.forEach(at: Int(match.start)) { index in
      let rival = text.matches.matches[index]
      if rival.label == labels.unit, rival.end == match.end, owner(of: rival) == other { found = true }
    }
    return found
  }

  private func owner(of match: Match) -> Int {
    guard match.rule < 0, match.payload >= 0 else { return -1 }
    return Int(owners[Int(match.payload)])
  }
}
