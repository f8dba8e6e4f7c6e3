import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Finds the regions that an article names and settles which ones they are.
///
/// First come all names of the gazetteer with the level words before them; then bare names take the level that the
/// article gives elsewhere; then districts and villages are read behind their marker words.
struct RegionFinder: Sendable {
  let gazetteer: Gazetteer
  let places: PlaceNames
  let labels: Labels
  let villageFinder: VillageFinder
  /// What a word of institutions tells of the name behind it, by row; where a thing's name excludes a region's.
  let institutionLevels: EntryTable<LevelSet>
  let exclusions: EntryTable<Side>
  /// What a word behind a name may be, so that the name does not go on with it: behind the programme's, any, and behind one
  /// named after its city.
  private let behindProgramme: LabelGroup
  let behindName: LabelGroup
  let behindCompound: LabelGroup
  private let excluding: MatchTable.LabelSet

  /// Where the word that makes a name no region's stands.
  enum Side: String {
    case before, after
    /// The name is part of it.
    case around
  }

  init(gazetteer: Gazetteer, places: PlaceNames, labels: Labels, lexicon: Lexicon) {
    self.gazetteer = gazetteer
    self.places = places
    self.labels = labels
    villageFinder = VillageFinder(gazetteer: gazetteer, labels: labels, lexicon: lexicon)
    institutionLevels = EntryTable(lexicon, [labels.institutions]) { entry in
      if entry["level"] == "regency_city" { return [.regency, .city] }
      return RegionLevel(rawValue: entry["level"] ?? "").map { LevelSet($0) }
    }
    exclusions = EntryTable(lexicon, [labels.notRegions]) { Side(rawValue: $0["side"] ?? "") ?? .around }
    behindProgramme = LabelGroup([
      labels.offices, labels.honorifics, labels.institutions, labels.villageWords, labels.programme,
      labels.weekdays, labels.months, labels.acting, labels.placeStops, labels.agencies,
    ])
    behindName = LabelGroup([
      labels.weekdays, labels.months, labels.offices, labels.honorifics, labels.institutions,
      labels.villageWords, labels.programme, labels.placeStops, labels.acting,
    ])
    behindCompound = LabelGroup([labels.offices, labels.honorifics, labels.institutions])
    excluding = MatchTable.LabelSet(labels.notRegions)
  }

  /// A name of the gazetteer in the text, before it is settled which of its namesakes is meant.
  struct Candidate {
    /// Name tokens.
    var name: Range<Int>
    /// Name tokens and the level word before them.
    var range: Range<Int>
    /// Where its regions stand in ``Candidates/regions``.
    var regions: Range<Int>
    /// Whether the name is also a common word or a person's; whether it is a common word that may begin a sentence.
    var isAmbiguous: Bool
    var isAmbiguousAtStart: Bool
    /// Levels that the word before it allows; nil for a bare name.
    var levels: LevelSet?
    var afterPreposition: Bool
    var isDateline: Bool
    /// Whether words before it would also do for a village of that name ("KDMP Sleman"): it is the region only if the
    /// article names that elsewhere.
    var isDoubtful = false
  }

  /// The candidates of an article, and the regions that bear their names.
  struct Candidates {
    var list: [Candidate] = []
    /// Indices in the gazetteer.
    var regions: [Int32] = []

    /// The candidate's regions, as indices in the gazetteer.
    @inline(__always)
    func contains(_ candidate: Candidate, where holds: (Int) -> Bool) -> Bool {
      for place in candidate.regions where holds(Int(regions[place])) { return true }
      return false
    }
  }

  /// Finds the names of the gazetteer and settles which regions are meant.
  ///
  /// - Returns: the tokens at which words behind which villages are named may begin.
  func findNames(in reading: inout Reading) -> [Int32] {
    reading.places.prepare(tokenCount: reading.tokens.count)
    reading.regions.reserveCapacity(16)
    reading.regionMentions.reserveCapacity(32)
    let markers = villageFinder.markers(in: &reading)
    let dateline = self.dateline(of: reading)
    reading.dateline = dateline
    var candidates = self.candidates(in: reading, dateline: dateline)
    let compounds = candidates.list.compactMap { compound(behind: $0, candidates, in: reading) }
    if !compounds.isEmpty {
      candidates.list.removeAll { candidate in
        compounds.contains { $0.name.lowerBound == candidate.name.lowerBound }
      }
    }
    settle(candidates, markers, in: &reading)
    reading.placeAliases = PlaceAliases.aliases(in: reading)
    addAliases(to: &reading)
    reading.focus = focus(of: reading)
    addCompounds(compounds, to: &reading)
    return markers
  }

  /// Finds districts and villages behind `markers`, in a reading in which the gazetteer's names are found.
  func findVillages(behind markers: [Int32], in reading: inout Reading) {
    villageFinder.run(on: &reading, markersAt: markers)
    reading.regionMentions.sort {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    reading.focus = focus(of: reading)
  }

  // MARK: - Candidates

  func candidates(in reading: Reading, dateline: Range<Int>) -> Candidates {
    var candidates = Candidates()
    var end = 0
    let found = places.table.matches(in: reading.text.text, beginningAt: reading.capitals)
    var next = 0
    while next < found.count {
      let start = Int(found[next].start)
      var first = next
      while next < found.count, found[next].start == start { next += 1 }
      guard start >= end else { continue }
      // The longest name counts whose words are a name's: "Provinsi Bengkulu tengah menyiapkan" is no regency.
      var last = next
      while last > first, !isName(start..<Int(found[last - 1].end), reading) { last -= 1 }
      // "KABAR.COM-Papua Tengah mencatat": a hyphen ends the dateline.
      guard last > first, !isHalf(start, reading) || dateline.upperBound == start - 1 else { continue }
      while found[first].end < found[last - 1].end { first += 1 }
      let name = start..<Int(found[first].end)
      let regions = candidates.regions.count
      guard let candidate = candidate(name, found, first..<last, reading, dateline, &candidates.regions)
      else {
        candidates.regions.removeLast(candidates.regions.count - regions)
        continue
      }
      // "Kapolres Metro Jakarta Utara": what was taken for a name belongs to the level word of this one.
      while let last = candidates.list.last, last.name.lowerBound >= candidate.range.lowerBound {
        candidates.list.removeLast()
      }
      candidates.list.append(candidate)
      end = name.upperBound
    }
    return candidates
  }

  /// "Banta-Bantaeng": whether the second half of a name begins at a token.
  private func isHalf(_ start: Int, _ reading: Reading) -> Bool {
    start > 1 && reading.isMark(start - 1, "-") && !reading.tokens[start].traits.contains(.spaceBefore)
      && !reading.tokens[start - 1].traits.contains(.spaceBefore) && reading.tokens[start - 2].kind == .word
      && reading.tokens[start - 2].traits.contains(.capitalised)
      // "Se-Kalimantan Selatan, …"
      && reading.match(labels.prepositions, endingAt: start, reach: 2) == nil
  }

  /// A candidate whose surroundings do not show it to be something else; its regions are added to `regions`.
  private func candidate(
    _ name: Range<Int>, _ found: [PhraseTable.Found], _ numbers: Range<Int>, _ reading: Reading,
    _ dateline: Range<Int>, _ regions: inout [Int32]
  ) -> Candidate? {
    var (levels, start) = levels(before: name.lowerBound, in: reading)
    if isVillageGoingOn(name, in: reading) { return nil }
    var isDoubtful = false
    if levels?.isEmpty == true {
      guard namesCooperativeOrAgency(start..<name.lowerBound, in: reading) else { return nil }
      // No village is called as a province is: "Kopdes Merah Putih Sumsel"; several have no name: "dua desa Lombok Timur".
      isDoubtful =
        !isPlural(start..<name.lowerBound, in: reading)
        && numbers.contains { places.levels[Int(found[$0].value >> 2)] != .province }
      (levels, start) = (nil, name.lowerBound)
    }
    let first = regions.count
    for number in numbers {
      add(Int32(truncatingIfNeeded: found[number].value >> 2), to: &regions, from: first)
    }
    if let wanted = levels, !keep(wanted, in: &regions, from: first) { levels = nil }
    if levels == nil, isExcluded(name, in: reading) { return nil }
    let preposition = reading.match(labels.prepositions, endingAt: start, reach: 2) != nil
    var flags: UInt32 = 0
    for number in numbers { flags |= found[number].value }
    return Candidate(
      name: name, range: start..<name.upperBound, regions: first..<regions.count,
      isAmbiguous: flags & 1 != 0, isAmbiguousAtStart: flags & 2 != 0, levels: levels,
      afterPreposition: preposition, isDateline: dateline.contains(name.lowerBound), isDoubtful: isDoubtful)
  }

  /// Adds a region that is not yet among those from `first` on.
  private func add(_ region: Int32, to regions: inout [Int32], from first: Int) {
    for place in first..<regions.count where regions[place] == region { return }
    regions.append(region)
  }

  /// Leaves of the regions from `first` on those of the levels `wanted`; where there is none, all stay, and the result is
  /// false.
  private func keep(_ wanted: LevelSet, in regions: inout [Int32], from first: Int) -> Bool {
    var end = first
    for place in first..<regions.count where wanted.contains(LevelSet(places.levels[Int(regions[place])])) {
      regions[end] = regions[place]
      end += 1
    }
    if end > first { regions.removeLast(regions.count - end) }
    return end > first
  }

  /// Whether words for a village belong to the name of a cooperative or agency, which may bear a region's name as well
  /// as a village's: "KDMP Sleman", "Dinas Pemberdayaan Masyarakat Desa Tanggamus".
  func namesCooperativeOrAgency(_ words: Range<Int>, in reading: Reading) -> Bool {
    if reading.match(labels.programme, endingAt: words.upperBound) != nil { return true }
    if isPlural(words, in: reading) { return true }
    if reading.match(labels.offices, endingAt: words.upperBound) != nil { return false }
    return isAgencyWord(endingAt: words.lowerBound, in: reading)
      || (words.lowerBound > 0 && reading.match(labels.agencies, endingAt: words.upperBound) != nil)
  }

  /// Whether a word of agencies' names stands before a token; one that joins, only behind another: "Pemberdayaan Masyarakat dan | Desa Blora", but
  /// "Kecamatan Jepon dan | Kecamatan Blora".
  private func isAgencyWord(endingAt end: Int, in reading: Reading) -> Bool {
    guard reading.match(labels.agencyWords, endingAt: end, reach: 1) != nil else { return false }
    guard reading.match(labels.joiners, endingAt: end, reach: 1) != nil else { return true }
    return reading.match(labels.agencyWords, endingAt: end - 1, reach: 1) != nil
      || reading.match(labels.agencies, endingAt: end - 1) != nil
  }

  /// Whether words for a village speak of several: "seluruh desa Sulsel", "Desa-desa Bengkulu Utara".
  private func isPlural(_ words: Range<Int>, in reading: Reading) -> Bool {
    reading.match(labels.quantifiers, endingAt: words.lowerBound) != nil
      || reading.match(labels.number, endingAt: words.lowerBound) != nil
      || reading.isMark(words.lowerBound + 1, "-")
  }

  /// Whether a name behind the programme's goes on, so that it is a village's: "KDMP Tegal | Harum".
  private func isVillageGoingOn(_ name: Range<Int>, in reading: Reading) -> Bool {
    let next = name.upperBound
    guard name.lowerBound >= reading.bodyStart, next < reading.tokens.count,
      reading.tokens[next].kind == .word, reading.tokens[next].traits.contains(.capitalised),
      reading.sentence(of: next) == reading.sentence(of: name.lowerBound)
    else { return false }
    // The programme's short name may stand in brackets: "Koperasi Desa Merah Putih (KDMP) Medan Krio".
    let end = reading.isMark(name.lowerBound - 1, ")") ? name.lowerBound - 1 : name.lowerBound
    guard reading.match(labels.programme, endingAt: end) != nil else { return false }
    return !behindProgramme.begins(at: next, in: reading.text)
  }

  /// Every word of a name begins with a capital, but for short joining words inside, and the points of the compass at its end: "Sumba
  /// Barat daya".
  func isName(_ range: Range<Int>, _ reading: Reading) -> Bool {
    range.allSatisfy { token in
      let traits = reading.tokens[token].traits
      return reading.tokens[token].kind != .word || traits.contains(.capitalised)
        || (token > range.lowerBound
          && (token < range.upperBound - 1
            || reading.match(labels.placeEndings, at: token).map {
              villageFinder.words[$0].contains(.endsSmall)
            } == true))
    }
  }

  /// The levels that the words before `start` allow, and where those words begin.
  ///
  /// Nil levels where nothing tells; no level where the words make it a district's or village's name.
  func levels(before start: Int, in reading: Reading) -> (LevelSet?, Int) {
    if let found = levels(ofWordsEndingAt: start, before: start, in: reading) { return found }
    guard reading.isMark(start - 1, ".") else { return (nil, start) }
    return levels(ofWordsEndingAt: start - 1, before: start, in: reading) ?? (nil, start)
  }

  private func levels(ofWordsEndingAt end: Int, before start: Int, in reading: Reading) -> (LevelSet?, Int)? {
    let line = reading.sentence(of: start)
    let found = reading.match(labels.institutions, endingAt: end, reach: 6)
      .flatMap { reading.sentence(of: Int($0.start)) == line ? $0 : nil }
    // The longer one counts: "Pengadilan Negeri Blora" is no village.
    if let marker = reading.match(labels.villageWords, endingAt: end, reach: 6),
      villageFinder.words[marker].contains(.leads), reading.sentence(of: Int(marker.start)) == line,
      marker.start <= found?.start ?? .max
    {
      return ([], Int(marker.start))
    }
    guard let found else { return nil }
    guard let levels = institutionLevels[found] else { return (nil, start) }
    return (levels.isDisjoint(with: .belowRegency) ? levels : [], Int(found.start))
  }

  /// Whether the words around a bare name make it a newspaper, a street, a dish or another thing.
  func isExcluded(_ name: Range<Int>, in reading: Reading) -> Bool {
    let label = labels.notRegions
    let lowest = max(0, name.lowerBound - 6)
    for start in lowest..<min(name.upperBound + 1, reading.tokens.count)
    where reading.text.matches.mayBegin(excluding, at: start) {
      var excluded = false
      reading.text.matches.forEach(at: start) { index in
        let match = reading.text.matches.matches[index]
        guard match.label == label else { return }
        switch exclusions[match] {
        case .before: excluded = excluded || Int(match.end) == name.lowerBound
        case .after: excluded = excluded || Int(match.start) == name.upperBound
        case .around, nil:
          excluded = excluded || (Int(match.start) <= name.lowerBound && Int(match.end) >= name.upperBound)
        }
      }
      if excluded { return true }
    }
    return false
  }
}
