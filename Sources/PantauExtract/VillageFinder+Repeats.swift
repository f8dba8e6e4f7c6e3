import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Districts named again without their level word: "Camat Juwiring …", and elsewhere "terbanyak ialah Juwiring".
extension VillageFinder {
  /// Adds a mention wherever the whole name of a district found before stands by itself in the body.
  func readRepeats(in reading: inout Reading) {
    let districts = reading.regions.indices.filter {
      reading.regions[$0].level == .district && reading.regions[$0].name.utf8.count >= 4
    }
    guard !districts.isEmpty else { return }
    var numbers: [[UInt8]: Int] = [:]
    for index in districts { numbers[PlaceCase.folded(reading.regions[index].name)] = index }
    let keys = districts.map { reading.regions[$0].key }
    var taken = [Bool](repeating: false, count: reading.tokens.count)
    for mention in reading.regionMentions { for token in mention.range { taken[token] = true } }
    var token = reading.bodyStart
    while token < reading.tokens.count {
      guard reading.tokens[token].kind == .word, reading.tokens[token].traits.contains(.capitalised),
        !taken[token],
        let name = name(at: token, in: reading)
      else {
        token += 1
        continue
      }
      if !name.contains(where: { taken[$0] }), mayName(keys, name, reading),
        let index = numbers[PlaceCase.folded(string(name, reading))], !isPerson(name, in: reading)
      {
        reading.regionMentions.append(PlaceMention(range: name, region: index))
        reading.text.matches.add(Match(label: labels.region, range: name, payload: Int32(index)))
      }
      token = name.upperBound
    }
  }

  /// Whether the words of `name` can be those of a region with one of `keys`, as far as a hash tells; of letters beyond ASCII,
  /// which have cases of their own, it tells nothing.
  private func mayName(_ keys: [UInt64], _ name: Range<Int>, _ reading: Reading) -> Bool {
    let range = reading.text.text.byteRange(name)
    return reading.text.text.bytes.withUnsafeBufferPointer { bytes in
      let words = UnsafeBufferPointer(rebasing: bytes[range])
      return words.contains { $0 >= 0x80 } || keys.contains(PlaceCase.foldedHash(words))
    }
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
