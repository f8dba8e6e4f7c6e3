import PantauRecords
import PantauRules
import PantauText

/// Which words make up a place's name.
extension VillageFinder {
  /// A run of capitalised words that no other meaning claims.
  ///
  /// Behind a marker, a word for villages of another part of the country may itself begin the name: "Gampong Kampung
  /// Belakang", "Kelurahan Kampung Melayu".
  func name(at start: Int, in reading: Reading, behindMarker: Bool = false) -> Range<Int>? {
    var end = start
    var hyphens = 0
    if behindMarker, beginsWithLocalWord(start, in: reading) || beginsWithNumber(start, in: reading) {
      end += 1
    }
    while end < reading.tokens.count, end - start - 2 * hyphens < Self.longestName {
      let token = reading.tokens[end]
      if end > start, token.traits.contains(.lineStart) { break }
      if token.kind == .punctuation, end > start, reading.isMark(end, "-"),
        !token.traits.contains(.spaceBefore),
        end + 1 < reading.tokens.count, !reading.tokens[end + 1].traits.contains(.spaceBefore),
        reading.tokens[end + 1].traits.contains(.capitalised) || isRepeated(end + 1, in: reading)
      {
        end += 2
        hyphens += 1
        continue
      }
      // "RT 04", "TA 2025": a short abbreviation before a number is no name.
      if end == start, token.traits.contains(.allCapitals), token.end - token.start <= 3,
        end + 1 < reading.tokens.count, reading.tokens[end + 1].kind == .number
      {
        break
      }
      guard token.kind == .word, token.traits.contains(.capitalised),
        !isClaimed(end, in: reading, first: end == start), end == start || !isInitials(end, in: reading)
      else { break }
      end += 1
    }
    return end > start ? start..<end : nil
  }

  /// "Batu-batu", "Sibio-bio": whether the word at `token`, behind a hyphen, is the end of the word before that.
  private func isRepeated(_ token: Int, in reading: Reading) -> Bool {
    let (part, whole) = (reading.tokens[token], reading.tokens[token - 2])
    let count = Int(part.end - part.start)
    guard part.kind == .word, count >= 3, count <= Int(whole.end - whole.start) else { return false }
    let bytes = reading.text.text.bytes
    return (1...count).allSatisfy { back in
      PlaceCase.folded(bytes[Int(part.end) - back]) == PlaceCase.folded(bytes[Int(whole.end) - back])
    }
  }

  private func beginsWithLocalWord(_ token: Int, in reading: Reading) -> Bool {
    guard token + 1 < reading.tokens.count, reading.tokens[token].traits.contains(.capitalised),
      let word = reading.text.matches.match(labels.villageWords, at: token, end: token + 1),
      !isUsed(word, in: reading)
    else { return false }
    return reading.tokens[token + 1].traits.contains(.capitalised)
      && !isClaimed(token + 1, in: reading, first: true)
  }

  /// "Kecamatan Tiga Dihaji": a number word in capitals with a name behind it.
  private func beginsWithNumber(_ token: Int, in reading: Reading) -> Bool {
    guard reading.tokens[token].traits.contains(.capitalised),
      !reading.tokens[token].traits.contains(.lineStart),
      let number = reading.match(labels.numbers, at: token), Int(number.end) == token + 1
    else { return false }
    return isNameBehind(token + 1, in: reading)
  }

  /// Whether a capitalised word without any other meaning stands at `token`, on the line of the word before.
  private func isNameBehind(_ token: Int, in reading: Reading) -> Bool {
    guard token < reading.tokens.count, reading.tokens[token].kind == .word,
      reading.tokens[token].traits.contains(.capitalised), !reading.tokens[token].traits.contains(.lineStart)
    else { return false }
    return !claims.meanings.begins(at: token, in: reading.text)
  }

  /// The short given names of a person, "RD Asep", "LM Hajar", behind a place that is not written in capitals all over.
  private func isInitials(_ token: Int, in reading: Reading) -> Bool {
    let (found, before) = (reading.tokens[token], reading.tokens[token - 1])
    return found.traits.contains(.allCapitals) && found.end - found.start <= 3
      && !before.traits.contains(.allCapitals)
      && !reading.text.text.bytes[Int(found.start)..<Int(found.end)].allSatisfy(PlaceCase.isRomanDigit)
  }

  /// Whether one word behind the programme's name tells the state of a cooperative, no village: "141 KDMP Revitalisasi".
  func isState(_ name: Range<Int>, in reading: Reading) -> Bool {
    guard name.count == 1, let word = reading.match(labels.placeStops, at: name.lowerBound) else {
      return false
    }
    return words[word].contains(.ofProgramme)
  }

  /// The place's part of a run in which a person's name may follow: the longest place already known; else all of it
  /// where a comma or bracket follows; else all but the last word or two. Behind an office of a cooperative it may be the
  /// person alone, where the article has named a village.
  func withoutPerson(_ run: Range<Int>, _ marker: Marker, in reading: Reading) -> Range<Int>? {
    if marker.level == .district, let known = districtPrefix(of: run, in: reading) {
      return known
    }
    // "Tanjung Enim | Selatan" is another place than the one known.
    if let known = knownPrefix(of: run, marker.level, in: reading),
      known == run || reading.match(labels.placeEndings, at: known.upperBound) == nil
    {
      return known
    }
    let next = run.upperBound
    let isApart =
      (reading.isMark(next, ",") && isName(next + 1, in: reading)) || reading.isMark(next, "(")
      || isDistrictNext(at: next, in: reading, provinceCodes(of: reading)) || isGivenName(next, in: reading)
    if marker.isProgramme, !isApart,
      reading.regions.contains(where: { $0.level == .village || $0.level == .urbanVillage })
    {
      return nil
    }
    if !isApart, isOfVillageBefore(marker, run, in: reading) || isOfDistrictBefore(marker, run, in: reading) {
      return nil
    }
    // "Camat Lilik K Sulistya": no district bears the name, which goes on.
    if !isApart, marker.level == .district, marker.isOffice, run.count > 1 || isCapital(next, in: reading),
      isNoDistrict(run, in: reading), isPersons(run.lowerBound, in: reading)
    {
      return nil
    }
    if run.count == 1, marker.isOffice, isHonoured(run, in: reading) { return nil }
    if run.count == 1 || isApart { return run }
    if marker.level != .district, let known = villagePrefix(of: run, in: reading),
      reading.match(labels.placeEndings, at: known.upperBound) == nil
    {
      return known
    }
    // One word, or all but a person's two; "Timur" and its like stay with the word before.
    let shortest = reading.match(labels.placeLeads, at: run.lowerBound) != nil && run.count > 2 ? 2 : 1
    let end =
      goesOn(run, in: reading)
      ? run.lowerBound + shortest : max(run.lowerBound + shortest, run.upperBound - 2)
    let ends = reading.match(labels.placeEndings, at: end) != nil
    return run.lowerBound..<(ends ? end + 1 : end)
  }

  /// Whether the word with which a run behind a head of districts begins is no district's name, nor short for one.
  private func isPersons(_ token: Int, in reading: Reading) -> Bool {
    let words = PlaceText(token..<token + 1, in: reading.text.text)
    return isNoDistrict(token..<token + 1, in: reading)
      && reading.placeAliases.name(words, in: reading.text.text) == nil
      && reading.places.first(words.key, where: { reading.regions[$0].level == .district }) == nil
  }

  /// "Camat Banyuwangi H. Hartono … Camat Hartono": whether a word stands behind an honorific elsewhere, as a person's name.
  private func isHonoured(_ name: Range<Int>, in reading: Reading) -> Bool {
    let text = reading.text.text
    func bytes(_ token: Int) -> ArraySlice<UInt8> {
      text.bytes[Int(text.tokens[token].start)..<Int(text.tokens[token].end)]
    }
    let own = bytes(name.lowerBound)
    return reading.capitals.contains { capital in
      let token = Int(capital)
      guard token != name.lowerBound, bytes(token) == own else { return false }
      let end = reading.isMark(token - 1, ".") ? token - 1 : token
      return reading.match(labels.honorifics, endingAt: token, reach: 3) != nil
        || reading.match(labels.honorifics, endingAt: end, reach: 3) != nil
    }
  }

  /// "Camat Lembah Gumanti Zulkarnain": whether a person's name begins at a token, so that the place before it is whole.
  private func isGivenName(_ token: Int, in reading: Reading) -> Bool {
    isCapital(token, in: reading)
      && reading.match(labels.placeStops, at: token).map { reading.text.column("use", of: $0) == "given" }
        ?? false
  }

  /// Whether a run is as long as names can be and goes on, so that it holds a person's name of several words.
  func goesOn(_ run: Range<Int>, in reading: Reading) -> Bool {
    run.count >= Self.longestName && isCapital(run.upperBound, in: reading)
  }

  /// Whether an office is that of the village named right before, so that the person follows it: "Di Nagari Lagan Hilir, … Wali
  /// Nagari Deni Marta tidak membatasi".
  private func isOfVillageBefore(_ marker: Marker, _ run: Range<Int>, in reading: Reading) -> Bool {
    guard marker.level != .district,
      run.count == 2 || (run.count == 1 && isInListOfOffices(run, in: reading)),
      reading.match(labels.placeLeads, at: run.lowerBound) == nil,
      reading.match(labels.placeEndings, at: run.upperBound - 1) == nil,
      !reading.tokens[marker.start].traits.contains(.lineStart)
    else { return false }
    let sentence = reading.sentence(of: marker.start)
    return reading.regionMentions.contains { mention in
      let level = reading.regions[mention.region].level
      return (level == .village || level == .urbanVillage) && mention.range.upperBound <= marker.start
        && (sentence - 1...sentence).contains(reading.sentence(of: mention.range.lowerBound))
    }
  }

  /// "Di Kecamatan Balikpapan Barat menurut Camat Erwan, Senin": whether one word behind an office, with no other name behind it, follows
  /// the district named right before in its sentence, so that it is the person.
  private func isOfDistrictBefore(_ marker: Marker, _ run: Range<Int>, in reading: Reading) -> Bool {
    guard marker.level == .district, run.count == 1 else { return false }
    let first = reading.text.text.sentences[reading.sentence(of: marker.start)].lowerBound
    return reading.regionMentions.contains { mention in
      reading.regions[mention.region].level == .district && mention.range.upperBound <= marker.start
        && mention.range.lowerBound >= first
    }
  }

  /// "… didampingi Ketua BPD Hasrudin dan Sekretaris BPD": whether another office is joined to a name.
  private func isInListOfOffices(_ run: Range<Int>, in reading: Reading) -> Bool {
    let next = reading.isMark(run.upperBound, ",") ? run.upperBound + 1 : run.upperBound
    guard next < reading.tokens.count, let joiner = reading.match(labels.joiners, at: next) else {
      return false
    }
    return reading.match(labels.offices, at: Int(joiner.end)) != nil
  }

  private func isName(_ token: Int, in reading: Reading) -> Bool {
    token < reading.tokens.count && reading.tokens[token].traits.contains(.capitalised)
      && reading.match(labels.offices, at: token) == nil && reading.match(labels.degrees, at: token) == nil
      && reading.match(labels.weekdays, at: token) == nil
  }

  /// Marks places already known that follow an office's own, so that none is taken for the person: "Lurah Giripurwo,
  /// Purwosari, Supriyadi"; returns the token after them.
  func readKnown(behind first: Range<Int>, in reading: inout Reading) -> Int? {
    guard reading.isMark(first.upperBound, ","), let run = name(at: first.upperBound + 1, in: reading) else {
      return nil
    }
    let words = PlaceText(run, in: reading.text.text)
    let known = reading.places.first(words.key) { number in
      reading.regions[number].gazetteer == nil
        && words.isSame(reading.regions[number].name, in: reading.text.text)
    }
    guard let number = known else { return nil }
    reading.add(PlaceMention(range: run, region: number))
    reading.text.matches.add(Match(label: labels.region, range: run, payload: Int32(number)))
    return run.upperBound
  }

  /// The longest beginning of a run that names a place found before, of this level or at least of this kind, and of a `rank` or a lower
  /// place.
  func knownPrefix(
    of run: Range<Int>, _ level: RegionLevel, from rank: Int = 0, in reading: Reading
  ) -> Range<Int>? {
    for end in stride(from: run.upperBound, to: run.lowerBound, by: -1) {
      let words = PlaceText(run.lowerBound..<end, in: reading.text.text)
      let known = reading.places.first(words.key) { number in
        (reading.regions[number].level == .district) == (level == .district)
          && reading.regions[number].level.rank >= rank
          && words.isSame(reading.regions[number].name, in: reading.text.text)
      }
      if known != nil { return run.lowerBound..<end }
    }
    return nil
  }

  /// The place's part of a run in which the place above it may follow without a comma: "Gampong Pantai Perak Susoh" where
  /// Pantai Perak and Susoh are known.
  func withoutParent(_ run: Range<Int>, _ level: RegionLevel, in reading: Reading) -> Range<Int> {
    guard let known = knownPrefix(of: run, level, in: reading), known != run else { return run }
    let rest = PlaceText(known.upperBound..<run.upperBound, in: reading.text.text)
    let parent = reading.places.first(rest.key) { number in
      rest.isSame(reading.regions[number].name, in: reading.text.text)
    }
    return parent == nil ? run : known
  }

  /// Whether a bare name of the gazetteer at `token` may be part of a village's name: it stands nowhere else and lies in
  /// a province that the article does not name.
  private func isStray(_ region: Match, in reading: Reading) -> Bool {
    let index = Int(region.payload)
    guard reading.regions.indices.contains(index), reading.regions[index].place != nil,
      reading.regions[index].level != .province, !isBeforeProvince(region, in: reading)
    else { return false }
    guard reading.places.counts[index] == 1,
      reading.match(labels.institutions, endingAt: Int(region.start)) == nil,
      reading.match(labels.institutions, at: Int(region.start)) == nil
    else { return false }
    guard let focus = reading.focus, reading.regions[focus].place != nil else { return false }
    return reading.regions[focus].province != reading.regions[index].province
  }

  /// "Desa Bentangan Klaten Jawa Tengah": whether the province in which a region lies stands right behind it.
  private func isBeforeProvince(_ region: Match, in reading: Reading) -> Bool {
    let next = reading.isMark(Int(region.end), ",") ? Int(region.end) + 1 : Int(region.end)
    guard let behind = reading.match(labels.region, at: next),
      reading.regions.indices.contains(Int(behind.payload))
    else { return false }
    let province = reading.regions[Int(behind.payload)]
    return province.level == .province && province.province == reading.regions[Int(region.payload)].province
  }

  /// Whether another reading of the word at `token` keeps it out of a place's name.
  private func isClaimed(_ token: Int, in reading: Reading, first: Bool) -> Bool {
    guard claims.mayClaim(token, in: reading.text) else { return false }
    if !first, let stop = reading.match(labels.placeStops, at: token), words[stop].contains(.inside),
      isNameBehind(Int(stop.end), in: reading)
    {
      return false
    }
    var claimed = false
    reading.text.matches.forEach(at: token) { index in
      if claimed { return }
      let match = reading.text.matches.matches[index]
      switch claims[match.label] {
      case .none: return
      case .always: claimed = true
      // A level word that leads to nothing ends the name: "Situjuah Limo Nagari".
      case .levelWord:
        claimed = (first || isCapital(Int(match.end), in: reading)) && isUsed(match, in: reading)
      case .stop: claimed = !words[match].contains(.ofProgramme)
      // "Pasar Minggu"
      case .calendar:
        let lead = first ? token : token - 1
        claimed =
          reading.match(labels.placeLeads, at: lead) == nil || (first && !isCapital(token + 1, in: reading))
      // A form of address at a name's end is part of it: "Pancoran Mas".
      // "Tanah Pak Lambik"
      case .honorific:
        claimed =
          first
          || (isFollowedByName(match, in: reading)
            && reading.match(labels.placeLeads, at: token - 1) == nil)
      case .number: claimed = first
      case .institution:
        claimed =
          !first && Int(match.end) < reading.tokens.count
          && reading.tokens[Int(match.end)].traits.contains(.capitalised)
      // "Koto Kampar": behind a word that ends no name, a region's is part of it.
      case .region:
        claimed =
          !isStray(match, in: reading) && (first || reading.match(labels.placeLeads, at: token - 1) == nil)
      }
    }
    return claimed
  }

  private func isCapital(_ token: Int, in reading: Reading) -> Bool {
    token < reading.tokens.count && reading.tokens[token].kind == .word
      && reading.tokens[token].traits.contains(.capitalised)
      && !reading.tokens[token].traits.contains(.lineStart)
  }

  private func isFollowedByName(_ match: Match, in reading: Reading) -> Bool {
    let next = reading.isMark(Int(match.end), ".") ? Int(match.end) + 1 : Int(match.end)
    guard next < reading.tokens.count, reading.tokens[next].kind == .word else { return false }
    // "Ujan Mas Baru"
    if reading.match(labels.placeEndings, at: next) != nil, !isCapital(next + 1, in: reading) { return false }
    return reading.tokens[next].traits.contains(.capitalised)
      && reading.match(labels.institutions, at: next) == nil && reading.match(labels.region, at: next) == nil
  }
}
