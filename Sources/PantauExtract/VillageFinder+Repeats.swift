import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Districts named again without their level word: "Camat Juwiring …", and elsewhere "terbanyak ialah Juwiring".
extension VillageFinder {
  /// Adds a mention wherever the whole name of a district found before stands by itself in the body.
  func readRepeats(in reading: inout Reading) {
    var districts: [(name: String, key: UInt64, index: Int)] = []
    for index in reading.regions.indices where reading.regions[index].level.rank >= 2 {
      if reading.regions[index].name.utf8.count >= 4 {
        districts.append((reading.regions[index].name, reading.regions[index].key, index))
      }
    }
    guard !districts.isEmpty else { return }
    let initials = districts.reduce(0) { $0 | Self.initial(of: $1.name) }
    var next = reading.bodyStart
    for capital in reading.capitals where Int(capital) >= next {
      let token = Int(capital)
      guard initials & Self.initial(of: token, in: reading) != 0, !reading.places.isCovered(token) else {
        continue
      }
      // Names are read one behind the other from where a run of words with capitals begins.
      next = runStart(token, from: next, in: reading)
      while next <= token {
        guard reading.tokens[next].kind == .word, reading.tokens[next].traits.contains(.capitalised),
          !reading.places.isCovered(next), let name = name(at: next, in: reading)
        else {
          next += 1
          continue
        }
        next = name.upperBound
        guard !reading.places.overlaps(name), let index = district(name, among: districts, in: reading),
          !isPerson(name, in: reading)
        else { continue }
        reading.add(PlaceMention(range: name, region: index))
        reading.text.matches.add(Match(label: labels.region, range: name, payload: Int32(index)))
      }
    }
  }

  /// "Gerai Lempake 95 Persen", "Dua Desa di Sukakarya Belum Punya Lahan": places of the body that the headline names without their level word.
  func readRepeatsInTitle(in reading: inout Reading) {
    let initials = reading.regions.indices.reduce(0 as UInt64) { initials, index in
      reading.regions[index].level.rank >= 2
        ? initials | Self.initial(of: reading.regions[index].name) : initials
    }
    var next = 0
    for capital in reading.capitals where Int(capital) >= next {
      let start = Int(capital)
      if start >= reading.bodyStart { return }
      guard initials & Self.initial(of: start, in: reading) != 0, !reading.places.isCovered(start),
        let place = longerPlace(at: start, than: 0, before: reading.bodyStart, in: reading),
        !reading.places.overlaps(place.name)
      else { continue }
      next = place.name.upperBound
      reading.add(PlaceMention(range: place.name, region: place.index))
      reading.text.matches.add(Match(label: labels.region, range: place.name, payload: Int32(place.index)))
    }
  }

  /// "Warga Batu Hitam Natuna", "KKMP Ternate Baru": a bare region that is only part of a place's name which the text tells with its level
  /// word; the place is mentioned instead.
  func replaceParts(in reading: inout Reading) {
    for mention in reading.regionMentions where reading.regions[mention.region].gazetteer != nil {
      let start = mention.range.lowerBound
      let limit = reading.text.text.sentences[reading.sentence(of: start)].upperBound
      guard
        let place = longerPlace(at: start, than: mention.range.count, before: limit, in: reading),
        place.index != mention.region
      else { continue }
      let region = reading.regions[place.index]
      add(region.level, place.name, place.name, within: region.within, to: &reading)
    }
  }

  /// A village or district found in the text whose name begins at a token and is longer than `count` words.
  private func longerPlace(
    at start: Int, than count: Int, before limit: Int, in reading: Reading
  ) -> (name: Range<Int>, index: Int)? {
    let longest = min(start + Self.longestName, limit)
    for end in stride(from: longest, to: start + count, by: -1)
    where reading.tokens[end - 1].kind != .punctuation {
      let words = PlaceText(start..<end, in: reading.text.text)
      let known = reading.places.first(words.key) { number in
        reading.regions[number].level.rank >= 2
          && words.isSame(reading.regions[number].name, in: reading.text.text)
      }
      if let known { return (start..<end, known) }
    }
    return nil
  }

  /// The first token of the run of words with capitals, and hyphens between them, to which `token` belongs; not before `first`.
  private func runStart(_ token: Int, from first: Int, in reading: Reading) -> Int {
    var start = token
    while start > first {
      let before = reading.tokens[start - 1]
      guard before.traits.contains(.capitalised) || reading.isMark(start - 1, "-") else { break }
      start -= 1
    }
    return start
  }

  /// The last of the districts whose name the words of `name` are.
  private func district(
    _ name: Range<Int>, among districts: [(name: String, key: UInt64, index: Int)], in reading: Reading
  ) -> Int? {
    let words = PlaceText(name, in: reading.text.text)
    return districts.last { $0.key == words.key && words.isSame($0.name, in: reading.text.text) }?.index
  }

  /// A bit for the first two letters or digits of a name; all bits for those beyond ASCII, whose cases differ in more than a bit.
  private static func initial(of name: String) -> UInt64 {
    var first: UInt8?
    for byte in name.utf8 {
      guard let byte = PlaceCase.folded(byte) else { continue }
      if let first { return initial(first, byte) }
      first = byte
    }
    return first == nil ? 0 : .max
  }

  @inline(__always)
  private static func initial(_ first: UInt8, _ second: UInt8) -> UInt64 {
    (first | second) >= 0x80 ? .max : 1 << UInt64((first &* 7 &+ second) & 63)
  }

  @inline(__always)
  private static func initial(of token: Int, in reading: borrowing Reading) -> UInt64 {
    let (start, end) = (Int(reading.tokens[token].start), Int(reading.tokens[token].end))
    guard end - start >= 2, let first = PlaceCase.folded(reading.text.text.bytes[start]),
      let second = PlaceCase.folded(reading.text.text.bytes[start + 1])
    else { return .max }
    return initial(first, second)
  }

  /// Whether a form of address or a capitalised word right before makes it part of a person's name.
  private func isPerson(_ name: Range<Int>, in reading: Reading) -> Bool {
    guard name.lowerBound > 0 else { return false }
    if reading.match(labels.honorifics, endingAt: name.lowerBound, reach: 3) != nil { return true }
    let before = reading.tokens[name.lowerBound - 1]
    return before.kind == .word && before.traits.contains(.capitalised)
      && reading.sentence(of: name.lowerBound - 1) == reading.sentence(of: name.lowerBound)
      && reading.match(labels.offices, endingAt: name.lowerBound) == nil
      && reading.text.text.sentences[reading.sentence(of: name.lowerBound)].lowerBound != name.lowerBound - 1
  }
}
