import PantauRecords
import PantauRules
import PantauText

/// Turns matches of the date rules into days.
struct DateFinder: Sendable {
  let labels: Labels
  let words: DateWords
  /// The year in which the first programme began, for dates without year in an article without date.
  let since: Int?

  /// Settles the reference day and resolves every expression against it: those that the date rules added to the `known`
  /// matches.
  func run(on reading: inout Reading, behind known: Int) {
    let matches = reading.text.matches.matches[known...].filter { $0.label == labels.date }
    reading.dates = matches.map { match in
      let parts = parts(of: match, in: reading)
      var range = match.range
      // "sampai 31 Desember, 50 koperasi": no year.
      if parts.year == nil, let year = reading.text.capture(labels.dateCaptures.year, of: match),
        year.upperBound == range.upperBound
      {
        range = range.lowerBound..<max(range.lowerBound + 1, year.lowerBound)
      }
      return FoundDate(range: range, parts: parts, days: nil)
    }
    for index in reading.dates.indices where reading.dates[index].parts.year == nil {
      let range = reading.dates[index].range
      // "Desember nanti semua gerai rampung"
      let isToCome = range.contains { token in
        reading.match(labels.modality, at: token).map {
          Int($0.end) > range.upperBound && words.plans[$0] == true
        }
          ?? false
      }
      reading.dates[index].parts.isPlanned = isToCome || isIntended(range.lowerBound, in: reading)
    }
    dateHolidays(of: matches, in: &reading)
    reading.reference = reading.published ?? reportDay(in: reading)
    let anchor = reading.reference ?? latestFullDate(in: reading) ?? onlyYear(in: reading)
    let resolver = DateResolver(reference: anchor)
    for index in reading.dates.indices {
      if reading.dates[index].parts.length != nil {
        reading.dates[index].parts.anchor = self.anchor(of: reading.dates[index], in: reading, resolver)
      }
      reading.dates[index].days = resolver.range(of: reading.dates[index].parts)
      if isSinceEvent(reading.dates[index], in: reading)
        || (reading.reference == nil && reading.dates[index].parts.countsFromToday)
      {
        reading.dates[index].days = nil
      }
    }
    resolveAnaphors(matches, in: &reading)
  }

  /// "Hari Koperasi Nasional, 12 Juli 2025": the year of a holiday whose full date stands right behind it.
  private func dateHolidays(of matches: [Match], in reading: inout Reading) {
    for index in matches.indices.dropLast() where reading.dates[index].parts.year == nil {
      let (day, next) = (reading.dates[index], reading.dates[index + 1])
      guard reading.text.capture(labels.dateCaptures.holiday, of: matches[index]) != nil,
        next.parts.year != nil,
        next.range.lowerBound - day.range.upperBound <= 2, day.parts.day == next.parts.day,
        day.parts.month == next.parts.month
      else { continue }
      reading.dates[index].parts.year = next.parts.year
    }
  }

  /// "Dua bulan sejak Instruksi Presiden diteken": a length that counts from an event whose day the text does not tell.
  private func isSinceEvent(_ date: FoundDate, in reading: Reading) -> Bool {
    guard date.parts.length != nil, date.parts.anchor == nil,
      let match = reading.match(labels.dateWords, at: date.range.upperBound),
      let word = words.words[match]
    else { return false }
    return word.isRelation && (word.relation == .since || word.isAfter)
  }

  /// "Sebelum hari itu": the day is the last one named before it.
  private func resolveAnaphors(_ matches: [Match], in reading: inout Reading) {
    for (index, match) in matches.enumerated() {
      guard let range = reading.text.capture(labels.dateCaptures.anaphor, of: match) else { continue }
      let unit = reading.match(labels.dateWords, at: range.lowerBound).flatMap { words.words[$0] }
      // "Hari itu", "tanggal itu" is a day; "bulan itu", "waktu yang sama" may be a month.
      let isDay = unit.map { $0.unit == .day || $0.isRelation } ?? false
      let last = reading.dates[..<index].last {
        guard let days = $0.days, $0.parts.month != nil else { return false }
        // The day of saying is not meant: "katanya, Senin (21/4/2025)".
        if $0.parts.weekday != nil, let reference = reading.reference, days.latest <= reference {
          return false
        }
        return !isDay || (days.isDay && $0.parts.day != nil)
      }
      reading.dates[index].days = last?.days
    }
  }

  /// The day on which the report was written, as its text tells: the day in the dateline, else the last one with a weekday.
  private func reportDay(in reading: Reading) -> CalendarDate? {
    var latest: CalendarDate?
    // Latest of the days without a year, whose year their weekday tells.
    var latestFitted: CalendarDate?
    let years = mentionedYears(in: reading)
    for date in reading.dates where date.range.lowerBound >= reading.bodyStart {
      guard let day = date.parts.day, let month = date.parts.month, date.parts.endDay == nil,
        !isPlanned(date, in: reading), !reading.isQuoted(date.range.lowerBound)
      else { continue }
      let inDateline =
        date.range.lowerBound - reading.bodyStart < 8
        && (reading.sentence(of: date.range.lowerBound) == reading.sentence(of: reading.bodyStart)
          || isSentence(date, in: reading))
      if let year = date.parts.year {
        guard date.parts.weekday != nil || inDateline else { continue }
        guard let found = CalendarDate(year: year, month: month, day: day) else { continue }
        if inDateline { return found }
        latest = max(latest ?? found, found)
      } else if let weekday = date.parts.weekday {
        let fitting = years.lazy.compactMap { CalendarDate(year: $0, month: month, day: day) }
          .first { $0.weekday == weekday }
        if let fitting { latestFitted = max(latestFitted ?? fitting, fitting) }
      }
    }
    if let fitted = latestFitted {
      // Beside a full day one that its weekday puts into a later year is an earlier one with a wrong weekday.
      let isFar = latest.map { fitted > $0.adding(days: Self.reachOfFittedDays) } ?? false
      if !isFar { latest = max(latest ?? fitted, fitted) }
    }
    return ofBareWeekday(in: reading, years) ?? latest
  }

  /// Days by which one whose year its weekday tells may lie behind a full one.
  private static let reachOfFittedDays = 60

  /// "Situwangi, Bandung Barat. 13 Januari 2026.": whether a day is all that its sentence says.
  private func isSentence(_ date: FoundDate, in reading: Reading) -> Bool {
    let sentence = reading.text.text.sentences[reading.sentence(of: date.range.lowerBound)]
    return date.range.lowerBound == sentence.lowerBound && date.range.upperBound >= sentence.upperBound - 1
  }

  /// "Di Jayapura, Selasa, mengatakan … hingga 22 Juli 2025": the full date of the text that falls on the weekday by which the lead
  /// dates itself.
  private func ofBareWeekday(in reading: Reading, _ years: [Int]) -> CalendarDate? {
    let lead = reading.sentence(of: min(reading.bodyStart, max(0, reading.tokens.count - 1))) + 1
    let bare = reading.dates.first {
      $0.parts.weekday != nil && $0.parts.day == nil && $0.parts.offset == nil
        && $0.range.lowerBound >= reading.bodyStart && reading.sentence(of: $0.range.lowerBound) <= lead
    }
    guard let weekday = bare?.parts.weekday else { return nil }
    let full = reading.dates.compactMap { date -> CalendarDate? in
      guard let day = date.parts.day, let month = date.parts.month, let year = date.parts.year,
        date.parts.relation == .until || date.parts.relation == .asOf
      else { return nil }
      return CalendarDate(year: year, month: month, day: day)
    }
    return full.filter { $0.weekday == weekday }.max()
  }

  /// Whether words of intention or a limit lead up to a day: "rencananya digelar Senin, 21 Juli 2025". Those of a
  /// quotation speak of no day beside it.
  private func isPlanned(_ date: FoundDate, in reading: Reading) -> Bool {
    if date.parts.relation == .before || date.parts.relation == .by || date.parts.relation == .from {
      return true
    }
    let start = date.range.lowerBound
    // "Ditargetkan rampung sebelum akhir Juni 2025, Jumat (2/5)": of another day.
    let other =
      reading.isMark(start - 1, ",")
      ? reading.dates.last { $0.range.upperBound == start - 1 }?.range.lowerBound : nil
    return other == nil && isIntended(start, in: reading)
  }

  /// Whether a word of intention leads up to a token.
  private func isIntended(_ start: Int, in reading: Reading) -> Bool {
    let sentence = reading.text.text.sentences[reading.sentence(of: start)]
    return (max(sentence.lowerBound, start - 12)..<start).contains { token in
      guard let match = reading.match(labels.modality, at: token), !reading.isCapitalInside(token),
        !reading.isQuoted(token)
      else { return false }
      return words.plans[match] == true
    }
  }

  /// Years that the article names, then those since the programme began.
  private func mentionedYears(in reading: Reading) -> [Int] {
    var years: [Int] = []
    func add(_ year: Int) { if !years.contains(year) { years.append(year) } }
    for index in reading.dates.indices {
      if let year = reading.dates[index].parts.year { add(year) }
    }
    // An article that names years speaks of these and of the ones behind them.
    if let last = years.max() { add(last + 1) }
    if let since { for year in since...since + (years.isEmpty ? 4 : 0) { add(year) } }
    return years
  }

  /// The day in the same sentence from which a length of time counts ("tiga bulan sejak 21 Juli 2025").
  private func anchor(of length: FoundDate, in reading: Reading, _ resolver: DateResolver) -> CalendarDate? {
    let sentence = reading.sentence(of: length.range.lowerBound)
    let days = reading.dates.filter {
      reading.sentence(of: $0.range.lowerBound) == sentence && $0.parts.day != nil && $0.parts.length == nil
    }
    return days.lazy.compactMap { resolver.range(of: $0.parts) }.first { $0.isDay }?.earliest
  }

  /// The first day of the only year that an article without a date names, to which "tahun ini" refers.
  private func onlyYear(in reading: Reading) -> CalendarDate? {
    let years = Set(reading.dates.compactMap(\.parts.year))
    guard years.count == 1, let year = years.first else { return nil }
    return CalendarDate(year: year, month: 1, day: 1)
  }

  private func latestFullDate(in reading: Reading) -> CalendarDate? {
    func first(where isWanted: (DateParts) -> Bool) -> CalendarDate? {
      for date in reading.dates where isWanted(date.parts) {
        guard let year = date.parts.year, let month = date.parts.month else { continue }
        if let day = CalendarDate(year: year, month: month, day: date.parts.day ?? 1) { return day }
      }
      return nil
    }
    return first { $0.day != nil || $0.part == nil } ?? first { _ in true }
  }

  // MARK: - Parts

  private func parts(of match: Match, in reading: Reading) -> DateParts {
    let text = reading.text
    var parts = DateParts()
    let captures = labels.dateCaptures
    func number(_ key: CaptureKey) -> Int? {
      guard let range = text.capture(key, of: match) else { return nil }
      return self.number(range, in: reading)
    }
    parts.weekday = number(captures.weekday)
    parts.day = number(captures.day)
    parts.endDay = number(captures.endDay)
    parts.month = number(captures.month)
    parts.endMonth = number(captures.endMonth)
    // "Tiga bulan pertama tahun depan"
    if parts.month == nil, parts.endMonth != nil { parts.month = 1 }
    parts.year = text.capture(captures.year, of: match).flatMap { year($0, in: reading) }
    if let start = number(captures.startYear) {
      parts.year = start
    } else if let year = parts.year, let month = parts.month, let end = parts.endMonth, end < month {
      parts.year = year - 1
    }
    parts.length = number(captures.length)
    parts.ordinal = number(captures.ordinal)
    parts.part = word(captures.part).flatMap(\.part)
    parts.unit = word(captures.unit).flatMap(\.unit)
    if let deixis = word(captures.deixis) {
      if let unit = deixis.offsetUnit, parts.ordinal == nil { parts.unit = unit }
      parts.offset = deixis.offset
    }
    if let range = text.capture(captures.holiday, of: match),
      let holiday = text.matches.match(labels.holidays, at: range.lowerBound, end: range.upperBound),
      let day = words.holidays[holiday]
    {
      parts.month = day.month
      parts.day = day.day
    }
    parts.relation = relation(before: match.range.lowerBound, in: reading)
    return parts

    func word(_ key: CaptureKey) -> DateWords.Word? {
      guard let range = text.capture(key, of: match),
        let found = text.matches.match(labels.dateWords, at: range.lowerBound, end: range.upperBound)
      else { return nil }
      return words.words[found]
    }
  }

  /// A captured year: four digits and nothing else, for "target awal 2.015 koperasi" names none.
  private func year(_ range: Range<Int>, in reading: Reading) -> Int? {
    let token = reading.tokens[range.lowerBound]
    guard token.end - token.start == 4 else { return nil }
    return number(range, in: reading).flatMap { 1900...2100 ~= $0 ? $0 : nil }
  }

  /// The number of a captured weekday, month, ordinal or digit run.
  private func number(_ range: Range<Int>, in reading: Reading) -> Int? {
    let matches = reading.text.matches
    if let match = matches.match(labels.months, at: range.lowerBound, end: range.upperBound) {
      return words.months[match]
    }
    if let match = matches.match(labels.weekdays, at: range.lowerBound, end: range.upperBound) {
      return words.weekdays[match]
    }
    for token in range {
      if let match = reading.text.matches.match(labels.number, at: token), Int(match.end) <= range.upperBound
      {
        let value = reading.numbers[Int(match.payload)].value
        return value == value.rounded() && abs(value) < 1e6 ? Int(value) : nil
      }
      if let match = reading.text.matches.match(labels.ordinals, at: token, end: token + 1) {
        return words.ordinals[match]
      }
    }
    return nil
  }

  /// The relation word before a date, past `tanggal`, `pada`, `bulan`, an event and the like, within the clause.
  private func relation(before start: Int, in reading: Reading) -> DateParts.Relation? {
    let label = labels.dateWords
    let lowest = max(Int(reading.text.clauseStarts[start]), start - 6)
    var token = start - 1
    if let event = event(before: start, in: reading) { return event }
    // "Per-11 Juli"
    if token > lowest, reading.isMark(token, "-"), reading.match(label, at: token - 1) != nil { token -= 1 }
    while token >= lowest {
      if reading.tokens[token].kind != .word { return nil }
      var found: DateParts.Relation?
      reading.text.matches.forEach(at: token) { index in
        let match = reading.text.matches.matches[index]
        guard found == nil, match.label == label, Int(match.end) <= start, let word = words.words[match],
          word.isRelation
        else { return }
        found = word.relation
      }
      // "Mulai menjual beras bulan depan": what begins then is due then.
      if found == .from, hasVerb(token + 1..<start, reading) { return .on }
      if let found {
        // "pada" says least: what stands before it may say more ("sebelum peresmian pada 21 Juli"); so may what stands before a beginning
        // ("paling lambat dimulai April").
        guard found == .on || found == .from else { return found }
        let earlier = earlierRelation(than: token, lowest, reading)
        return found == .on || earlier == .by || earlier == .before ? earlier ?? found : found
      }
      token -= 1
    }
    return nil
  }

  /// Whether a small word that is no date's stands among tokens.
  private func hasVerb(_ tokens: Range<Int>, _ reading: Reading) -> Bool {
    tokens.contains { token in
      reading.tokens[token].kind == .word && !reading.tokens[token].traits.contains(.capitalised)
        && reading.match(labels.dateWords, at: token) == nil
        && reading.match(labels.prepositions, at: token) == nil
    }
  }

  /// "Sebelum Galungan, 17 Juni": the relation of a date that a comma parts from the one to three words of the event that it dates.
  private func event(before start: Int, in reading: Reading) -> DateParts.Relation? {
    guard reading.isMark(start - 1, ",") else { return nil }
    for token in stride(from: start - 3, through: max(0, start - 5), by: -1) {
      // "Sebelum peluncuran, 12 Juli": the act is promised for the day.
      guard reading.tokens[token].kind == .word, reading.tokens[token + 1].kind == .word,
        reading.match(labels.stage, at: token + 1) == nil
      else { return nil }
      let relation = reading.text.matches.match(labels.dateWords, at: token).flatMap { match in
        Int(match.end) == token + 1 ? words.words[match].flatMap { $0.isRelation ? $0.relation : nil } : nil
      }
      if relation == .before { return .before }
    }
    return nil
  }

  private func earlierRelation(than token: Int, _ lowest: Int, _ reading: Reading) -> DateParts.Relation? {
    let start = max(Int(reading.text.clauseStarts[token]), token - 8)
    for earlier in stride(from: token - 1, through: min(start, max(lowest, token - 3)), by: -1) {
      // "Setelah terbentuk, 72 koperasi dijadwalkan …": what a comma parts is told of something else.
      if reading.isMark(earlier, ",") { return nil }
      // Further back only before an event: "sebelum peluncuran koperasi secara nasional pada 12 Juli".
      // Likewise behind what is launched: "sebelum program itu diluncurkan pada 19 Juli".
      if earlier < max(lowest, token - 3), reading.match(labels.stage, at: earlier + 1) == nil,
        reading.match(labels.stage, endingAt: token, reach: 2) == nil,
        reading.match(labels.stage, at: earlier + 2) == nil
      {
        continue
      }
      guard let match = reading.text.matches.match(labels.dateWords, at: earlier),
        let word = words.words[match], word.isRelation, let relation = word.relation
      else { continue }
      // "Sejak dicanangkan pada Mei", "diteken pada 27 Maret"
      let isSince = relation == .since && token - Int(match.end) <= 1
      return relation == .before || relation == .by || relation == .until || isSince || word.isAfter
        ? relation : nil
    }
    return nil
  }
}
