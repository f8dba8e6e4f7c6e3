import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Amounts that others complete: their unit, the whole of which they are parts, the share that is theirs.
extension StatementAssembler {
  /// Fills in what stands elsewhere: the unit of the statement before, the whole of which it is a part.
  func complete(_ quantity: inout Quantity, _ context: Context, _ reading: FinalReading) {
    var before: Term? { context.previous.flatMap { context.drafts[$0].quantity.unit } }
    if quantity.isGeneric, let unit = subject(of: quantity, reading) ?? before { quantity.unit = unit }
    guard quantity.unit == nil else { return }
    quantity.unit =
      context.list?.unit ?? (quantity.value == nil ? nil : subject(of: quantity, reading))
      ?? countedBefore(quantity, context) ?? before ?? context.lastUnit
    if quantity.value == nil { quantity.unit = quantity.unit ?? programme.countedUnit }
    if quantity.isBare, quantity.value != nil, quantity.of == nil, isPart(quantity) {
      // A further part is one of the same whole as the part before it.
      quantity.of = context.previous.flatMap { index in
        let before = context.drafts[index].quantity
        let whole = before.rule >= 0 && isPart(before) && quantity.region != nil ? before.of : before.value
        // "421 desa dan 21 kelurahan, 400 di antaranya" is no part of the second number.
        return whole.flatMap { $0 < quantity.value ?? 0 ? nil : $0 }
      }
    }
  }

  /// "Yang 25 ini harus selesai": what the number without a noun counted where it was told of last.
  private func countedBefore(_ quantity: Quantity, _ context: Context) -> Term? {
    guard let value = quantity.value, labels.constants[quantity.rule].again else { return nil }
    return context.drafts.suffix(Self.reachOfRests).last {
      $0.quantity.value == value && $0.quantity.sentence < quantity.sentence
    }?.quantity.unit
  }

  /// The counted noun with which the quantity's sentence, or a clause of it, begins: "Koperasi yang berbadan hukum di daerah itu ada lima",
  /// "Sampai Oktober 2025, kata dia, koperasi yang berbadan hukum berjumlah 82.223".
  func subject(of quantity: Quantity, _ reading: FinalReading) -> Term? {
    let low = max(quantity.zone.lowerBound, reading.sentences[quantity.sentence].lowerBound)
    guard low < quantity.anchor else { return nil }
    for token in low..<quantity.anchor
    where token < low + 6 || reading.tokens[token - 1].kind == .punctuation {
      guard let unit = reading.match(labels.unit, at: token), Int(unit.end) <= quantity.anchor else {
        continue
      }
      return reading.words.units[unit]?.term
    }
    return nil
  }

  /// The figure before of which this one and its neighbour are the parts: "302, terdiri atas 299 pekon dan 3 kelurahan".
  ///
  /// - Returns: its index among the drafts.
  func whole(
    of index: Int, _ all: [Quantity], _ context: Context, _ cues: CueTable, _ reading: FinalReading
  ) -> Int? {
    guard let value = all[index].value else { return nil }
    if let sum = sum(toldBefore: index, all, context, cues, reading) { return sum }
    guard let previous = context.last, context.drafts[previous].kind != .total else { return nil }
    let whole = context.drafts[previous].quantity.value
    func makesSum(_ other: Int) -> Bool {
      guard all.indices.contains(other), all[other].sentence == all[index].sentence else { return false }
      let part = all[other].value ?? 0
      return part > 0 && part + value == whole
        && all[other].range != context.drafts[previous].quantity.range
    }
    // The second part finds the first one as the statement before it.
    let isSecond =
      index > 0 && context.drafts[previous].partOf.map { $0 == value + (whole ?? 0) } ?? false
    guard isSecond || makesSum(index - 1) || makesSum(index + 1),
      context.drafts[previous].quantity.sentence == all[index].sentence || !isHad(index, all, cues, reading)
    else { return nil }
    return previous
  }

  /// "Rinciannya 133 di kampung dan 19 di kelurahan", of 152 koperasi told far above: the result that an amount makes up with its
  /// neighbour, villages with urban villages.
  private func sum(
    toldBefore index: Int, _ all: [Quantity], _ context: Context, _ cues: CueTable, _ reading: FinalReading
  ) -> Int? {
    guard let value = all[index].value, all[index].of == nil, all[index].percent == nil,
      !all[index].isListItem
    else { return nil }
    func sum(with other: Int) -> Double? {
      guard all.indices.contains(other), all[other].sentence == all[index].sentence,
        let part = all[other].value, all[other].of == nil, !all[other].isListItem,
        all[other].unit?.isVillage == true, all[index].unit?.isVillage == true,
        all[other].unit != all[index].unit
      else { return nil }
      return part + value
    }
    let sentence = all[index].sentence
    guard cues.stages.isEmpty(in: sentence), !isHad(index, all, cues, reading) else { return nil }
    let behind = sum(with: index + 1)
    guard let whole = behind ?? sum(with: index - 1), whole >= 20 else { return nil }
    let first = all[behind == nil ? index - 1 : index].anchor
    // "Terdiri dari 33 kecamatan dengan 378 desa dan 12 kelurahan": what there is.
    let isUniverse = cues.modes.contains(in: sentence) {
      $0.mode == .total && $0.range.upperBound < first - 1
    }
    if isUniverse { return nil }
    return context.drafts.lastIndex { draft in
      draft.kind == .actual && draft.quantity.value == whole && !draft.quantity.isListItem
    }
  }

  /// The least sum that numbers in a row are the parts of by no accident.
  private static let leastSum = 5.0
  /// Most tokens between two of them where their sentence tells no stage, and where it tells how they were founded.
  private static let gapsOfKinds = (plain: 2, founded: 6)

  /// "Delapan koperasi desa, 22 koperasi negeri, dan 20 koperasi kelurahan", of 50 told above: the result that numbers of cooperatives of
  /// several kinds in a row add up to, in a sentence without a stage; of three and more kinds in one that only tells how they were founded,
  /// too: "71.397 KDMP bentukan baru, 8.486 KKMP bentukan baru, 185 hasil revitalisasi".
  func sumOfKinds(
    _ index: Int, _ all: [Quantity], _ context: Context, _ cues: CueTable, _ reading: FinalReading
  ) -> Int? {
    let (unit, sentence) = (all[index].unit, all[index].sentence)
    guard let unit, unit == programme.countedUnit else { return nil }
    let isPlain = cues.stages.isEmpty(in: sentence)
    let founded = programme.existence(of: unit)
    if cues.stages.contains(in: sentence, where: { $0.stage != founded && $0.stage != .other }) { return nil }
    let reach = isPlain ? Self.gapsOfKinds.plain : Self.gapsOfKinds.founded
    func isBeside(_ left: Int, _ right: Int) -> Bool {
      guard all[left].sentence == all[right].sentence, all[right].unit == unit, all[left].unit == unit,
        [left, right].allSatisfy({ all[$0].value != nil && all[$0].of == nil && !all[$0].isListItem })
      else { return false }
      let end = all[left].range.upperBound
      let gap = end..<max(end, all[right].range.lowerBound)
      return !gap.isEmpty && gap.count <= reach
        && gap.allSatisfy { token in
          reading.isMark(token, ",") || reading.joins(token)
            || (!isPlain && reading.tokens[token].kind == .word && !reading.has(labels.number, at: token))
        }
    }
    var (low, high) = (index, index)
    while low > 0, isBeside(low - 1, low) { low -= 1 }
    while high + 1 < all.count, isBeside(high, high + 1) { high += 1 }
    guard high - low >= (isPlain ? 1 : 2) else { return nil }
    let sum = (low...high).reduce(0) { $0 + (all[$1].value ?? 0) }
    guard sum >= Self.leastSum else { return nil }
    return context.drafts.lastIndex { draft in
      draft.kind == .actual && draft.quantity.value == sum && !draft.quantity.isListItem
        && draft.quantity.range.lowerBound < all[low].range.lowerBound
    }
  }

  /// "Kabupaten ini memiliki 326 desa dan 13 kelurahan": a word of having leads the amount or the one to which it is joined; one that
  /// leads to parts has a place for its subject, and no amount before it.
  func isHad(_ index: Int, _ all: [Quantity], _ cues: CueTable, _ reading: FinalReading) -> Bool {
    let sentence = all[index].sentence
    var first = index
    while first > 0, all[first - 1].sentence == sentence,
      all[first].range.lowerBound - all[first - 1].range.upperBound == 1
    { first -= 1 }
    let start = reading.sentences[sentence].lowerBound
    let anchor = all[first].anchor
    return cues.modes.contains(in: sentence) { mode in
      guard mode.mode == .total, mode.range.upperBound <= anchor, anchor - mode.range.upperBound <= 1
      else { return false }
      guard mode.isBreakdown else { return true }
      let isFirst = !(0..<first).contains { all[$0].sentence == sentence }
      return isFirst
        && reading.mentions.contains {
          $0.range.lowerBound >= start && $0.range.upperBound <= mode.range.lowerBound && !$0.isDateline
        }
    }
  }

  /// The figure before a word that leads to its parts: "1.892 desa/kelurahan …, terdiri dari 1.802 desa dan 90 kelurahan".
  ///
  /// - Returns: its index among the drafts.
  func brokenDown(_ index: Int, _ all: [Quantity], _ context: Context, _ reading: FinalReading) -> Int? {
    guard let value = all[index].value, all[index].of == nil, all[index].percent == nil,
      !all[index].isListItem, let previous = context.previous
    else { return nil }
    let start = all[index].range.lowerBound
    if index > 0, all[index - 1].sentence == all[index].sentence,
      start - all[index - 1].range.upperBound <= 4, let sum = context.drafts[previous].partOf,
      context.drafts[previous].quantity.range == all[index - 1].range
    {
      return value <= sum ? previous : nil
    }
    guard let sum = context.drafts[previous].quantity.value, value < sum,
      context.drafts[previous].quantity.sentence >= all[index].sentence - 1,
      context.drafts[previous].kind != .total
    else { return nil }
    let isLed = (max(0, start - 4)..<start).contains { token in
      guard let match = reading.match(labels.breakdowns, at: token) else { return false }
      return (Int(match.end)..<max(Int(match.end), start)).allSatisfy {
        reading.tokens[$0].kind != .punctuation || reading.isMark($0, ":") || reading.isMark($0, ",")
      }
    }
    return isLed ? previous : nil
  }

  /// A percentage by itself, right behind a number without one, belongs to that number, and one that the number before
  /// gives in any case.
  /// A percentage with a stage word of its own ("sedangkan progres fisik masih 3,87 persen") says something else.
  func addsPercent(
    _ quantity: Quantity, to drafts: inout [Draft], _ cues: CueTable, _ reading: FinalReading
  ) -> Bool {
    guard let percent = quantity.percent, quantity.value == nil, quantity.role == nil,
      !quantity.isDistributed, let last = drafts.indices.last,
      quantity.region.map({ $0 == drafts[last].region }) ?? true,
      drafts[last].kind == .actual || (percent == 100 && quantity.sentence == drafts[last].quantity.sentence),
      drafts[last].kind != .total, let value = drafts[last].quantity.value,
      drafts[last].quantity.percent == nil,
      quantity.sentence - drafts[last].quantity.sentence <= 1, !isOfAreas(quantity, reading)
    else { return false }
    let isNext = quantity.sentence != drafts[last].quantity.sentence
    // "636 koperasi desa dan 80 koperasi kelurahan. Capaian itu 100 persen": the share of both is not the second one's.
    if isNext, last > 0, standsBeside(drafts[last - 1], drafts[last], reading) { return false }
    if isNext, drafts[last].kind == .actual, isAim(quantity, cues, reading) { return false }
    let told = drafts[last].stage
    let isOther = cues.stages.contains(in: quantity.sentence) { cue in
      quantity.zone.contains(cue.range.lowerBound) && cue.stage != .other && !cue.isAside
        && self.stage(meant: cue.stage, drafts[last].quantity.unit) != told
        && programme.goal(of: cue.stage) != told
    }
    let own = drafts[last].quantity.of
    let agrees = (quantity.of ?? own).map { abs(value / $0 * 100 - percent) < 1 } ?? false
    if !agrees, let told, known.contains(where: { $0.isWorks(told) }), isExtent(quantity, reading) {
      return true
    }
    // "Terbit 1.330 SK. Jumlah itu sekitar 67 persen dari 2.145 desa dan kelurahan"
    let isAgain =
      !isOther && isNext && own == nil && quantity.of != nil && percent != 100
      && countsAgain(quantity, reading)
    guard
      agrees || isAgain || (!isOther && quantity.isBare && isNext && (percent != 100 || quantity.isProgress))
        || (!isOther && quantity.isBare && !isNext)
    else { return false }
    drafts[last].quantity.percent = percent
    drafts[last].quantity.of = own ?? quantity.of
    return true
  }

  /// Whether only a joining word parts two numbers of which the same is said.
  private func standsBeside(_ left: Draft, _ right: Draft, _ reading: FinalReading) -> Bool {
    left.stage == right.stage && left.quantity.value != nil && left.quantity.percent == nil
      && right.quantity.range.lowerBound - left.quantity.range.upperBound == 1
      && reading.joins(left.quantity.range.upperBound)
  }

  /// "Empat daerah dengan capaian 100 persen ialah Musi Rawas, Ogan Ilir …": whether the whole share is that of places that its sentence counts or
  /// lists.
  private func isOfAreas(_ quantity: Quantity, _ reading: FinalReading) -> Bool {
    quantity.percent == 100 && speaksOfAreas(quantity, reading)
      && reading.mentions(of: quantity.sentence).count >= 2
  }

  /// "40 gerai dibangun dengan progres rata-rata 60 persen": whether words for how far works are lead a share up, so that it is none of their
  /// number.
  private func isExtent(_ quantity: Quantity, _ reading: FinalReading) -> Bool {
    let start = max(reading.sentences[quantity.sentence].lowerBound, quantity.anchor - Self.reachOfExtents)
    return (start..<quantity.anchor).last { reading.has(labels.extents, at: $0) }
      .map { token in
        !(token..<quantity.anchor).contains { reading.has(labels.number, at: $0) || reading.isMark($0, ",") }
      } ?? false
  }

  /// Most tokens between such words and the share.
  private static let reachOfExtents = 8

  /// "Menargetkan pembentukan mencapai 100 persen": whether a word of intention leads a share, and no comma parts them.
  private func isAim(_ quantity: Quantity, _ cues: CueTable, _ reading: FinalReading) -> Bool {
    cues.modes.contains(in: quantity.sentence) { mode in
      let end = mode.range.upperBound
      return mode.mode == .target && mode.weight >= 1 && quantity.zone.contains(mode.range.lowerBound)
        && end <= quantity.anchor && !(end..<quantity.anchor).contains { reading.isMark($0, ",") }
    }
  }

  /// "Empat di antaranya": the whole is the number before.
  func isPart(_ quantity: Quantity) -> Bool { labels.constants[quantity.rule].isOfThem }
}
