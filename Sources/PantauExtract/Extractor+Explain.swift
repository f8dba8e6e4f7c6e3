public import PantauRecords
import PantauRules
import PantauText

extension Extractor {
  /// What the rules see in `article` and why they state what they state.
  ///
  /// Statements need a programme: where the article is about none, the first one of `rules/programmes/` is assumed,
  /// and ``Explanation/isProgrammeAssumed`` says so. Costs some forty times what ``record(of:)`` does.
  public func explanation(of article: Article) -> Explanation {
    let before = read(article, traced: true)
    var reading = before
    let log = ChoiceLog()
    let named = StatementAssembler.programme(of: reading, among: programmes)
    var statements: [Statement] = []
    var shares: [Range<Int>: [[Explanation.Share]]] = [:]
    if let programme = named ?? programmes.first {
      statements = assembler(programme, weights).statements(in: &reading, log: log).statements
      shares = weightTable.shares(of: log) { weights in
        var again = before
        let log = ChoiceLog()
        _ = self.assembler(programme, weights).statements(in: &again, log: log)
        return log
      }
    }
    var explanation = Explanation(text: article.text)
    explanation.programme = (named ?? programmes.first)?.identifier
    explanation.isProgrammeAssumed = named == nil
    explanation.reference = reading.reference
    let words = WordNotes(reading: reading, rules: rules, labels: labels)
    explanation.tokens = words.tokens
    explanation.matches = words.matches
    explanation.rivals = words.rivals
    let values = ValueNotes(reading: reading, rules: rules, labels: labels)
    explanation.numbers = values.numbers
    explanation.dates = values.dates
    explanation.regions = values.regions
    explanation.officials = values.officials
    if let assembly = log.assembly {
      let notes = StatementNotes(
        extractor: self, reading: reading, assembly: assembly, log: log, shares: shares)
      explanation.statements = notes.notes(of: statements)
    }
    explanation.checks = CheckFinder(gazetteer: gazetteer).checks(in: reading, statements)
    return explanation
  }

  private func assembler(_ programme: Programme, _ weights: FeatureWeights) -> StatementAssembler {
    StatementAssembler(
      labels: labels, weights: weights, gazetteer: gazetteer, programme: programme, beside: programmes)
  }
}

/// What lexicons and rules found in a text, in words.
struct WordNotes {
  let reading: Reading
  let rules: RuleSet
  let labels: Labels

  var tokens: [Explanation.TokenNote] {
    reading.tokens.indices.map { index in
      let token = reading.tokens[index]
      var traits: [String] = []
      if token.traits.contains(.allCapitals) {
        traits.append("capitals")
      } else if token.traits.contains(.capitalised) {
        traits.append("capital")
      }
      if token.traits.contains(.singleLetter) { traits.append("letter") }
      if token.traits.contains(.lineStart) {
        traits.append("line")
      } else if !token.traits.contains(.spaceBefore) {
        traits.append("joined")
      }
      return Explanation.TokenNote(
        text: words(index..<index + 1), kind: "\(token.kind)", traits: traits,
        sentence: reading.sentence(of: index),
        senses: senses(at: index))
    }
  }

  /// The rows of word lists that begin at a token, longer ones first, then in the order of the lists.
  private func senses(at token: Int) -> [Explanation.Sense] {
    var found = reading.text.wordEntries(at: token).map { (end: token + 1, entry: $0) }
    reading.text.matches.forEach(at: token) { index in
      let match = reading.text.matches.matches[index]
      if reading.text.entry(of: match) != nil { found.append((Int(match.end), Int(match.payload))) }
    }
    return found.sorted { (-$0.end, $0.entry) < (-$1.end, $1.entry) }.map { end, index in
      let entry = rules.lexicon.entries[index]
      return Explanation.Sense(
        lexicon: rules.labels.names[Int(entry.label)], text: words(token..<end),
        columns: fields(entry.columns), location: entry.location)
    }
  }

  /// What rules and the program found, in the order of the text.
  var matches: [Explanation.MatchNote] {
    reading.text.matches.matches
      .filter { $0.label != MatchTable.hidden && reading.text.entry(of: $0) == nil }
      .sorted { ($0.start, -$0.end, $0.rule) < ($1.start, -$1.end, $1.rule) }
      .map { match in
        var note = Explanation.MatchNote(
          label: rules.labels.names[Int(match.label)], text: words(match.range), fields: [])
        guard match.rule >= 0 else { return note }
        let rule = rules.rules[Int(match.rule)]
        note.rule = rule.name
        note.location = rule.location
        note.fields = captures(of: match) + fields(rule.constants)
        return note
      }
  }

  /// The words of a match's captures.
  func captures(of match: Match) -> [Explanation.Field] {
    guard match.rule >= 0 else { return [] }
    return rules.rules[Int(match.rule)].captureNames.compactMap { name in
      reading.text.capture(name, of: match).map { Explanation.Field(name, words($0)) }
    }
  }

  var rivals: [Explanation.RivalNote] {
    (reading.text.rivals ?? []).map { rival in
      let rule = rules.rules[rival.rule]
      return Explanation.RivalNote(
        label: rules.labels.names[Int(rule.label)], text: words(rival.range), rule: rule.name,
        location: rule.location, reason: reason(rival, rule))
    }
  }

  private func reason(_ rival: Rival, _ rule: Rule) -> String {
    let miss = rules.nearMiss(of: rival, in: reading.text)
    switch miss.outcome {
    case .vetoed(let place, let pattern, let tokens):
      return "its 'unless \(place): \(pattern)' finds '\(words(tokens))'"
    case .beaten(let winner, let tokens):
      return rules.advantage(of: winner, tokens, over: rule, rival.range)
    default: return rules.text(of: miss, rule: rule, in: reading.text)
    }
  }

  func words(_ range: Range<Int>) -> String { reading.text.text.string(range) }

  private func fields(_ columns: [String: String]) -> [Explanation.Field] {
    columns.sorted { $0.key < $1.key }.map { Explanation.Field($0.key, $0.value) }
  }
}

/// The numbers, dates, regions and officials of a text, in words.
struct ValueNotes {
  let reading: Reading
  let rules: RuleSet
  let labels: Labels

  var numbers: [Explanation.Reading] {
    reading.text.matches.matches.filter { $0.label == labels.number }.map { match in
      let number = reading.numbers[Int(match.payload)]
      var fields = [Explanation.Field("value", Explanation.plain(number.value))]
      if number.approximate { fields.append(.init("approximate", "yes")) }
      return note(match.range, fields)
    }
  }

  var dates: [Explanation.Reading] {
    reading.dates.map { date in
      var fields: [Explanation.Field] = []
      if let relation = date.parts.relation { fields.append(.init("relation", relation.rawValue)) }
      let rule = rule(labels.date) { $0 == date.range }
      guard let days = date.days else {
        return note(date.range, fields + [.init("days", "not settled without a reference day")], rule)
      }
      fields.append(.init("days", days.isDay ? "\(days.earliest)" : "\(days.earliest) to \(days.latest)"))
      if let edtf = days.edtf { fields.append(.init("edtf", edtf)) }
      if days.approximate { fields.append(.init("approximate", "yes")) }
      if days.impossible { fields.append(.init("impossible", "yes")) }
      if days.weekdayMismatch { fields.append(.init("weekday", "does not fit")) }
      return note(date.range, fields, rule)
    }
  }

  var regions: [Explanation.Reading] {
    reading.regionMentions.map { mention in
      let region = reading.regions[mention.region]
      var fields = [Explanation.Field("region", region.label), .init("code", region.code ?? "none")]
      if let within = region.within { fields.append(.init("within", within)) }
      if mention.isDateline { fields.append(.init("dateline", "yes")) }
      if mention.region == reading.focus { fields.append(.init("focus", "yes")) }
      return note(mention.range, fields)
    }
  }

  var officials: [Explanation.Reading] {
    reading.officials.map { official in
      var fields = [Explanation.Field("name", official.name), .init("position", official.position)]
      if let body = official.of { fields.append(.init("of", body)) }
      if official.acting { fields.append(.init("acting", "yes")) }
      return note(official.mentions.first ?? 0..<0, fields, rule(of: official))
    }
  }

  /// The rule that found the person: the first match around one of the mentions.
  func rule(of official: FoundOfficial) -> Rule? {
    rule(labels.official) { range in
      official.mentions.contains { range.lowerBound <= $0.lowerBound && $0.upperBound <= range.upperBound }
    }
  }

  /// The rule of the first match with `label` whose tokens are as asked.
  func rule(_ label: LabelID, where isWanted: (Range<Int>) -> Bool) -> Rule? {
    let match = reading.text.matches.matches.first { $0.label == label && $0.rule >= 0 && isWanted($0.range) }
    return match.map { rules.rules[Int($0.rule)] }
  }

  private func note(
    _ range: Range<Int>, _ fields: [Explanation.Field], _ rule: Rule? = nil
  ) -> Explanation.Reading {
    Explanation.Reading(
      text: reading.text.text.string(range), fields: fields, rule: rule?.name, location: rule?.location)
  }
}

extension Explanation {
  /// Whole numbers without a point.
  static func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }
}
