import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Districts named after their city or regency with a word of direction behind it: "Balikpapan Utara", "Morotai Selatan Barat".
extension RegionFinder {
  /// A name of the gazetteer with last words of place names behind it, which together name nothing that the gazetteer holds.
  struct Compound {
    var name: Range<Int>
    /// Index in the gazetteer of the region after which it is named.
    var parent: Int
  }

  /// The compounds that begin with a bare candidate; nil where none does.
  ///
  /// Cities have districts so named; of a regency a direction may be meant ("Cianjur Selatan"), so that one alone does not count
  /// (see ``addCompounds(_:to:)``).
  func compound(behind candidate: Candidate, _ candidates: Candidates, in reading: Reading) -> Compound? {
    guard candidate.levels == nil else { return nil }
    let sentence = reading.text.text.sentences[reading.sentence(of: candidate.name.lowerBound)]
    var end = candidate.name.upperBound
    while end < sentence.upperBound, end - candidate.name.upperBound < 2,
      reading.tokens[end].traits.contains(.capitalised),
      let ending = reading.match(labels.placeEndings, at: end),
      villageFinder.words[ending].contains(.endsDistrict)
    {
      end += 1
    }
    guard end > candidate.name.upperBound, !candidate.isDateline,
      let parent = first(of: .city, candidate, candidates) ?? first(of: .regency, candidate, candidates)
    else { return nil }
    // A name that goes on is another's: "Batu Ampar Jaya Abadi".
    if end < sentence.upperBound, reading.tokens[end].kind == .word,
      reading.tokens[end].traits.contains(.capitalised), reading.tokens[end].traits.contains(.spaceBefore),
      !behindCompound.begins(at: end, in: reading.text)
    {
      return nil
    }
    return Compound(name: candidate.name.lowerBound..<end, parent: parent)
  }

  /// "Camat Marangkayu, Ambon Jaya, menyebut": whether a name between an office with its place and a verb is a person's.
  private func isPerson(_ name: Range<Int>, in reading: Reading) -> Bool {
    let next = name.upperBound + 1
    guard isBetweenCommas(name, in: reading), next < reading.tokens.count, reading.tokens[next].kind == .word,
      !reading.tokens[next].traits.contains(.capitalised)
    else { return false }
    for token in stride(
      from: name.lowerBound - 2, through: max(reading.bodyStart, name.lowerBound - 6), by: -1)
    {
      guard reading.tokens[token].traits.contains(.capitalised) else { return false }
      if let office = reading.match(labels.offices, at: token) {
        return Int(office.end) < name.lowerBound - 1
      }
    }
    return false
  }

  /// The first of a candidate's regions that is of a level.
  private func first(of level: RegionLevel, _ candidate: Candidate, _ candidates: Candidates) -> Int? {
    for place in candidate.regions where places.levels[Int(candidates.regions[place])] == level {
      return Int(candidates.regions[place])
    }
    return nil
  }

  /// Whether a name stands between commas, behind a name that it locates: "Lurah Sidanegara, Cilacap Tengah, Retno Wulandari".
  private func isBetweenCommas(_ name: Range<Int>, in reading: Reading) -> Bool {
    let before = name.lowerBound - 2
    return before > reading.bodyStart && reading.isMark(before + 1, ",")
      && reading.isMark(name.upperBound, ",")
      && reading.tokens[before].traits.contains(.capitalised)
      && reading.sentence(of: before) == reading.sentence(of: name.lowerBound)
  }

  /// "12 desa siap, di antaranya Malinau Hilir, Kuala Lapang, …": whether a name stands in a list that a word opens behind one for
  /// villages, in a sentence without one for districts.
  private func isAmongVillages(_ name: Range<Int>, in reading: Reading) -> Bool {
    let next = name.upperBound
    guard reading.isMark(next, ",") || reading.match(labels.joiners, at: next) != nil else { return false }
    var (hasVillages, isOpened) = (false, false)
    for token in reading.text.text.sentences[reading.sentence(of: name.lowerBound)] {
      if let word = reading.match(labels.villageWords, at: token) {
        if villageFinder.words[word].contains(.district) { return false }
        hasVillages = hasVillages || Int(word.end) <= name.lowerBound
      }
      if hasVillages, token < name.lowerBound, let intro = reading.match(labels.listIntros, at: token),
        villageFinder.words[intro].contains(.opens), Int(intro.end) < reading.tokens.count,
        reading.tokens[Int(intro.end)].traits.contains(.capitalised)
      {
        isOpened = true
      }
    }
    return isOpened
  }

  /// Adds the compounds as districts: all of cities, those of a regency where the article has several or one
  /// locates a name.
  func addCompounds(_ compounds: [Compound], to reading: inout Reading) {
    for compound in compounds {
      let text = reading.text.text.string(compound.name)
      let isCity = places.levels[compound.parent] == .city
      let others = compounds.contains {
        $0.parent == compound.parent && reading.text.text.string($0.name) != text
      }
      guard isCity || others || isBetweenCommas(compound.name, in: reading) else { continue }
      if isAmongVillages(compound.name, in: reading) || isPerson(compound.name, in: reading) { continue }
      let parent = gazetteer.regions[compound.parent]
      villageFinder.add(
        .district, compound.name, compound.name, within: Region.label(parent.level, parent.name), to: &reading
      )
    }
  }
}
