import PantauRules
import PantauText

/// What the neighbours of an amount say of it: the lists to which it belongs, and the words that are its own.
extension QuantityFinder {
  /// Region-and-number items count as a list where two or more stand in one sentence, or each in a line of its own; all
  /// that such a line counts is its region's.
  func markLists(_ found: inout [Quantity], in reading: Reading) {
    var heads: [(sentence: Int, region: Int)] = []
    var last = -1
    for quantity in found where quantity.sentence != last {
      last = quantity.sentence
      if let region = lineHead(of: last, reading) { heads.append((last, region)) }
    }
    for index in found.indices {
      let sentence = found[index].sentence
      // "Kota Tegal dan Kota Magelang masing-masing baru tiga": a list of regions with one number.
      if found[index].isDistributed, found[index].region != nil { found[index].isListItem = true }
      if heads.count >= 2, let head = heads.first(where: { $0.sentence == sentence }) {
        found[index].isListItem = true
        found[index].region = found[index].region ?? head.region
      } else if found[index].region != nil {
        let isOneOfTwo = found.indices.contains { other in
          other != index && found[other].sentence == sentence && found[other].region != nil
        }
        if isOneOfTwo { found[index].isListItem = true }
      }
    }
    takeLastNoun(&found)
  }

  /// "Blora 14, Kudus 17, dan Pati 20 koperasi": the noun behind the last number of a row is that of the others, too.
  private func takeLastNoun(_ found: inout [Quantity]) {
    for index in found.indices.dropLast().reversed() {
      let next = found[index + 1]
      guard found[index].isListItem, found[index].unit == nil, found[index].value != nil,
        found[index].percent == nil, found[index].of == nil, found[index].region != nil,
        next.isListItem, next.region != nil, next.value != nil, next.percent == nil, next.of == nil,
        next.sentence == found[index].sentence,
        next.range.lowerBound - found[index].range.upperBound <= 2
      else { continue }
      found[index].unit = next.unit
    }
  }

  /// "Lahat mencapai 92 persen, Empat Lawang 90, dan Banyuasin 78": numbers without a noun in a row of places that begins with a share are shares.
  func shareRows(_ found: inout [Quantity], in reading: Reading) {
    for index in found.indices.dropFirst() {
      let (before, quantity) = (found[index - 1], found[index])
      guard before.isListItem, before.percent != nil, before.value == nil, before.of == nil,
        quantity.isListItem, quantity.region != nil, quantity.unit == nil, quantity.of == nil,
        quantity.percent == nil, let value = quantity.value, value <= 100,
        quantity.sentence - before.sentence <= 1,
        quantity.sentence == before.sentence
          || reading.text.text.sentences[quantity.sentence].lowerBound >= quantity.range.lowerBound - 2
      else { continue }
      (found[index].value, found[index].percent) = (nil, value)
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

  /// "50 koperasi di 50 desa", "270 desa dan 10 kelurahan": whether one word between two amounts makes what is said of the second said of
  /// the first.
  private func tells(_ first: Quantity, with second: Quantity, _ reading: Reading) -> Bool {
    let between = first.range.upperBound
    guard first.value != nil, second.value != nil, first.region == nil else { return false }
    if reading.match(labels.prepositions, at: between) != nil {
      return first.value == second.value && second.region == nil
    }
    return reading.match(labels.joiners, at: between) != nil && first.unit?.isAnyVillage == true
      && second.unit?.isAnyVillage == true && first.of == nil && second.of == nil
  }

  /// Where between two quantities the words of the one end: at the last comma or clause break, else before the other.
  private func border(_ from: Int, _ to: Int, _ reading: Reading) -> Int {
    for token in stride(from: to - 1, through: from, by: -1) {
      if reading.isMark(token, ",") || Int(reading.text.clauseStarts[token]) == token { return token }
      if token == to - 1, reading.match(labels.joiners, at: token) != nil { return token }
    }
    return from
  }

  func setZones(_ found: inout [Quantity], in reading: Reading) {
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
    for index in found.indices.dropLast() where found[index + 1].isWithinPart {
      found[index].zone = found[index].zone.lowerBound..<found[index + 1].zone.upperBound
      found[index + 1].zone = found[index + 1].range
    }
    // "50 koperasi di 50 desa ditargetkan berdiri": what tells where is no amount of its own.
    for index in found.indices.dropLast().reversed()
    where found[index].sentence == found[index + 1].sentence
      && found[index + 1].range.lowerBound == found[index].range.upperBound + 1
      && tells(found[index], with: found[index + 1], reading)
    {
      found[index].zone = found[index].zone.lowerBound..<found[index + 1].zone.upperBound
    }
  }
}
