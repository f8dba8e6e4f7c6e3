import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Names right behind their marker word.
extension VillageFinder {
  /// Names in a row.
  private struct NameRun {
    var names: [Range<Int>]
    /// Whether they are joined side by side, no place with those above it.
    var isJoined = false
    /// The token behind them.
    var end: Int
  }

  /// Reads the name or names behind a marker; returns the token after them.
  func read(_ marker: Marker, _ codes: [PlaceCode], in reading: inout Reading) -> Int? {
    let isLed = isLedByOffice(marker.start, in: reading)
    guard let start = nameStart(behind: marker, in: reading),
      let first = firstName(at: start, behind: marker, isLed, in: reading)
    else { return nil }
    // "enam kecamatan Ciamis Utara", "seluruh desa Aceh Besar" are not one of that name.
    let isPlural =
      marker.isLevelWord && !reading.tokens[marker.start].traits.contains(.capitalised)
      && (count(before: marker.start, in: reading) ?? 1 > 1
        || reading.match(labels.quantifiers, endingAt: marker.start) != nil)
    var marker = marker
    if marker.isProgramme, let level = onlyLevel(behind: first.upperBound, in: reading) {
      marker.level = level
    }
    var run = run(from: first, behind: marker, hasOffset: start != marker.nameStart, codes, in: reading)
    if isPlural, run.names.count == 1, start == marker.nameStart { return nil }
    if marker.start < reading.bodyStart {
      // Headlines capitalise every word: only known names count in them.
      run.names = run.names.compactMap { knownPrefix(of: $0, marker.level, from: 2, in: reading) }
    }
    return add(run, first, behind: marker, isLed, at: start, to: &reading)
  }

  /// The first name behind a marker, without what is not its own; nil where it is no place.
  private func firstName(
    at start: Int, behind marker: Marker, _ isLed: Bool, in reading: Reading
  ) -> Range<Int>? {
    guard var name = name(at: start, in: reading, behindMarker: true) else { return nil }
    name = longerName(name, of: marker.level, in: reading)
    let first: Range<Int>?
    if marker.start < reading.bodyStart {
      first = knownPrefix(of: name, marker.level, from: 2, in: reading)
    } else if let whole = withLevelWord(name, marker, in: reading) {
      first = whole
    } else if let numbered = withNumber(name, marker, in: reading) {
      first = numbered
    } else if marker.isOffice || (isLed && goesOn(name, in: reading)) {
      first = withoutPerson(name, marker, in: reading)
    } else if isLed, let known = knownPrefix(of: name, marker.level, in: reading),
      reading.match(labels.placeEndings, at: known.upperBound) == nil
    {
      // "Ketua KMP | Desa Tebang Basri" where Tebang is known
      first = known
    } else {
      first = withoutParent(name, marker.level, in: reading)
    }
    guard let first, !(marker.isProgramme && isState(first, in: reading)) else { return nil }
    return first
  }

  /// "Pasuruan, dan Kampung Baru": a level word that only some parts of the country know and one last word of names are a name together.
  private func withLevelWord(_ name: Range<Int>, _ marker: Marker, in reading: Reading) -> Range<Int>? {
    guard marker.isLevelWord, marker.level != .district, name.count == 1,
      marker.nameStart == name.lowerBound, marker.start > reading.bodyStart,
      reading.tokens[marker.start].traits.contains(.capitalised),
      reading.isMark(marker.start - 1, ",") || reading.match(labels.joiners, endingAt: marker.start) != nil,
      reading.match(labels.placeEndings, at: name.lowerBound) != nil,
      let word = reading.match(labels.villageWords, at: marker.start), let places = levelWords[word]?.places,
      !places.isEmpty
    else { return nil }
    return marker.start..<name.upperBound
  }

  /// "Desa Keban Agung 1, Kecamatan Kedurang": a name with a digit behind it, where a mark or another level word shows that it counts nothing.
  private func withNumber(_ name: Range<Int>, _ marker: Marker, in reading: Reading) -> Range<Int>? {
    let end = name.upperBound
    guard marker.isLevelWord, marker.level != .district, end + 1 < reading.tokens.count,
      reading.tokens[end].kind == .number, reading.tokens[end].end - reading.tokens[end].start == 1,
      !reading.tokens[end].traits.contains(.lineStart)
    else { return nil }
    let next = reading.isMark(end + 1, ",") ? end + 2 : end + 1
    let behind =
      next < reading.tokens.count ? reading.match(labels.joiners, at: next).map { Int($0.end) } : nil
    let isFollowed =
      (behind ?? next) < reading.tokens.count
      && reading.match(labels.villageWords, at: behind ?? next).map { words[$0].contains(.leads) } ?? false
    let isEnd = reading.isMark(end + 1, ".") || reading.match(labels.prepositions, at: end + 1) != nil
    let isLast = isEnd && reading.match(labels.joiners, endingAt: marker.start) != nil
    return isFollowed || isLast ? name.lowerBound..<end + 1 : nil
  }

  /// The names that go on from the first one, as far as they are said with it.
  private func run(
    from first: Range<Int>, behind marker: Marker, hasOffset: Bool, _ codes: [PlaceCode], in reading: Reading
  ) -> NameRun {
    var run = NameRun(names: [first], end: first.upperBound)
    while run.names.count < 40, !run.isJoined, let (found, byWord) = continuation(at: run.end, in: reading) {
      let next = longerName(found, of: marker.level, in: reading)
      run.names.append(next)
      run.isJoined = byWord
      run.end = next.upperBound
    }
    if run.names.count > 1, isJoined(run, marker, codes, in: reading) { run.isJoined = true }
    if hasOffset, run.names.count == 1 {
      run.names += counted(behind: run.end, in: reading)
      run.isJoined = run.names.count > 1
    }
    // "… di Kecamatan Ngaras dan Ulok Mukti di Kecamatan Ngambur": the last name belongs to what follows.
    let belongsBehind =
      (marker.level == .district && isDistrictNext(at: run.end, in: reading, codes))
      || levelNext(at: run.end, in: reading, codes).map { $0.rank >= marker.level.rank } ?? false
      || (marker.level == .district && beginsVillages(run.names, codes, in: reading))
    if run.names.count > 1, belongsBehind {
      run.names.removeLast()
      run.end = run.names[run.names.count - 1].upperBound
      run.isJoined = false
    }
    return run
  }

  /// "Ngunut di Kecamatan Bandar, serta Padi dan Kluwih di Kecamatan Tulakan": whether the last name, to which a comma and a joining word
  /// lead, is joined to further ones that lie in the district named behind them.
  private func beginsVillages(_ names: [Range<Int>], _ codes: [PlaceCode], in reading: Reading) -> Bool {
    guard let last = names.last, last.lowerBound >= 2,
      reading.match(labels.joiners, endingAt: last.lowerBound).map({ reading.isMark(Int($0.start) - 1, ",") })
        == true
    else { return false }
    var end = last.upperBound
    while !reading.isMark(end, ","), let (next, _) = continuation(at: end, in: reading) {
      end = next.upperBound
    }
    return end > last.upperBound && isDistrictNext(at: end, in: reading, codes)
  }

  /// Whether names that only commas part stand side by side.
  private func isJoined(
    _ run: NameRun, _ marker: Marker, _ codes: [PlaceCode], in reading: Reading
  ) -> Bool {
    if run.isJoined || isMarkerNext(at: run.end, marker.level, in: reading, codes) { return true }
    // "Desa Leilem Tiga, Leilem, Tounelet (Kecamatan Sonder)"
    if marker.level != .district, reading.isMark(run.end, "("),
      self.marker(at: run.end + 1, in: reading, codes)?.level == .district
    {
      return true
    }
    // So many names are no village with the places above it.
    return run.names.count > Self.longestChain
  }

  /// Adds the places of a run, with what stands behind them; returns the token after it all.
  private func add(
    _ run: NameRun, _ first: Range<Int>, behind marker: Marker, _ isLed: Bool, at start: Int,
    to reading: inout Reading
  ) -> Int? {
    let parent = knownRegion(behind: run.end, in: reading)
    let isList = run.isJoined && run.names.count > 1
    let isChain = !isList && parent != nil && run.names.count == 2 && marker.level != .district
    let kept = isList ? run.names : [first]
    let parentLabel = parent ?? regencyLabel(of: &reading)
    let within = isChain ? Region.label(.district, string(run.names[1], reading)) : parentLabel
    for (offset, range) in kept.enumerated() {
      let start = offset == 0 && start == marker.nameStart ? marker.start : range.lowerBound
      let range = marker.level == .district ? range : withoutDistrict(range, in: reading)
      add(
        marker.level, range, start..<range.upperBound, within: within, isAssumed: marker.isProgramme,
        to: &reading)
    }
    if isChain { add(.district, run.names[1], run.names[1], within: parentLabel, to: &reading) }
    if marker.isOffice, !isChain, let end = readKnown(behind: first, in: &reading) { return end }
    if marker.level == .district, !isList, let end = readVillages(behind: first, in: &reading) { return end }
    if !isList, !isChain, marker.level != .district, !marker.isOffice, !isLed,
      marker.start >= reading.bodyStart,
      let end = readDistrict(behind: first, marker.level, in: &reading)
    {
      return end
    }
    return isList || isChain ? run.end : first.upperBound
  }
}
