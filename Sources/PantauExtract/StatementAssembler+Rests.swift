import PantauRecords
import PantauRules
import PantauText

/// What is left of a whole, and amounts that are told again.
extension StatementAssembler {
  /// How many statements before an amount may hold the result of which it is the rest.
  static let reachOfRests = 12

  /// "13 dari 16 desa telah membentuk koperasi. Sisanya, tiga desa, harus selesai paling lambat 28 Mei": the result that a promise without a
  /// stage of its own makes up a known whole with.
  ///
  /// - Returns: its index among the drafts.
  func complement(of quantity: Quantity, _ context: Context, _ cues: CueTable) -> Int? {
    guard let value = quantity.value, value >= 1, quantity.of == nil, quantity.percent == nil,
      !quantity.isListItem, quantity.role == nil || quantity.role == .target,
      quantity.role == .target || isIntended(quantity, cues), !hasStage(quantity, cues)
    else { return nil }
    // A list that breaks the result down takes it no farther away.
    let near = context.drafts.indices.filter { !context.drafts[$0].quantity.isListItem }.suffix(
      Self.reachOfRests)
    return near.last { index in
      let draft = context.drafts[index]
      guard draft.kind == .actual, let part = draft.quantity.value, part > 0, draft.cue != nil,
        !draft.quantity.isListItem
      else { return false }
      if let whole = draft.quantity.of { return whole == part + value }
      return near.contains {
        context.drafts[$0].kind == .total && context.drafts[$0].quantity.value == part + value
      }
    }
  }

  /// "37 desa telah menerima SK. Sedangkan 95 desa lainnya masih dalam proses dan ditarget rampung akhir Mei": the result told right before an
  /// amount of further ones, of which only a process is told that shall be complete.
  func processed(_ draft: Draft, _ context: Context, _ cues: CueTable) -> Int? {
    let quantity = draft.quantity
    guard let cue = draft.cue, cue.stage == .other, cue.aspect == .pending, !quantity.isListItem,
      cue.sentence == quantity.sentence, isIntended(quantity, cues),
      cues.completions.contains(
        in: quantity.sentence,
        where: { quantity.zone.contains($0.range.lowerBound) && $0.range.lowerBound > cue.range.lowerBound }),
      !hasOwnStage(quantity, cues), let told = context.drafts.indices.last
    else { return nil }
    let before = context.drafts[told]
    return before.kind == .actual && before.cue != nil && before.cue?.stage != .other
      && !before.quantity.isListItem && quantity.sentence - before.quantity.sentence <= 1 ? told : nil
  }

  /// Whether words of intention stand in what is said of an amount alone.
  private func isIntended(_ quantity: Quantity, _ cues: CueTable) -> Bool {
    cues.modes.contains(in: quantity.sentence) {
      $0.mode == .target && $0.weight >= 1 && quantity.zone.contains($0.range.lowerBound)
    }
  }

  /// Whether words in what is said of an amount alone tell a stage, or an act of other kinds.
  private func hasStage(_ quantity: Quantity, _ cues: CueTable) -> Bool {
    cues.stages.contains(in: quantity.sentence) {
      quantity.zone.contains($0.range.lowerBound) && !$0.isAside && !$0.isOccasion
    }
  }

  /// Whether words in what is said of an amount alone tell a stage of the programme's.
  func hasOwnStage(_ quantity: Quantity, _ cues: CueTable) -> Bool {
    cues.stages.contains(in: quantity.sentence) {
      quantity.zone.contains($0.range.lowerBound) && $0.stage != .other && !$0.isAside && !$0.isOccasion
    }
  }

  /// Gives a draft the stage of a result, told by its own words of completion where it has such.
  func takeStage(of told: Draft, _ draft: inout Draft) {
    guard let cue = told.cue else { return }
    if var own = draft.cue, own.sentence == draft.quantity.sentence {
      (own.stage, own.order, own.aspect) = (cue.stage, cue.order, cue.aspect)
      draft.cue = own
    } else {
      draft.cue = cue
    }
  }

  /// The place of the result of which an amount is the rest, or of the first one of as many things, which it counts again: "Empat di
  /// antaranya … Keempat koperasi itu akan diluncurkan"; `chosen` is the place that the amount has else.
  ///
  /// - Returns: the index of its statement among the drafts; nil where the amount's sentence names a place before it or right behind.
  func placed(
    _ quantity: Quantity, else chosen: Int?, _ rest: Int?, _ context: Context, _ reading: FinalReading
  ) -> Int? {
    guard quantity.region == nil else { return nil }
    let isNamed = reading.mentions(of: quantity.sentence).contains { index in
      !reading.mentions[index].isDateline
        && (rest != nil || reading.mentions[index].range.lowerBound <= quantity.range.upperBound + 6)
    }
    if isNamed { return nil }
    return rest ?? toldBefore(quantity, chosen, context, reading)
  }

  private func toldBefore(
    _ quantity: Quantity, _ chosen: Int?, _ context: Context, _ reading: FinalReading
  ) -> Int? {
    guard let value = quantity.value, value > 1, quantity.of == nil, !quantity.isListItem,
      labels.constants[quantity.rule].again
    else { return nil }
    let first = context.drafts.indices.suffix(Self.reachOfRests).first { index in
      let told = context.drafts[index].quantity
      return told.value == value && !told.isListItem && quantity.sentence > told.sentence
        && quantity.sentence - told.sentence <= 6
    }
    guard let first, let told = context.drafts[first].region, let chosen else { return nil }
    return told == reading.focus || encloses(told, chosen, reading) ? first : nil
  }

  /// Whether a place lies in another one.
  func encloses(_ outer: Int, _ inner: Int, _ reading: FinalReading) -> Bool {
    let (around, within) = (reading.regions[outer], reading.regions[inner])
    guard around.level.rank < within.level.rank else { return false }
    if within.within == around.label { return true }
    guard let code = around.code, let own = within.code else { return false }
    return own.utf8.starts(with: code.utf8)
  }

  /// "Tinggal dua desa di Pulau Mare. Musyawarahnya 28 Mei": gives a promise without an amount the one that the sentence before calls what is
  /// lacking, and of which it states nothing.
  func takeRest(
    _ draft: inout Draft, _ drafts: [Draft], _ quantities: [Quantity], _ cues: CueTable,
    _ reading: FinalReading
  ) {
    let sentence = draft.quantity.sentence
    guard sentence > 0, !draft.quantity.hasAmount, draft.stage != .launched,
      cues.modes.contains(in: sentence - 1, where: { $0.mode == .lack }),
      reading.paragraphOfSentence[sentence - 1] == reading.paragraphOfSentence[sentence],
      reading.mentions(of: sentence).allSatisfy({ reading.mentions[$0].isDateline }),
      !drafts.contains(where: { $0.quantity.sentence == sentence }),
      !countsAnything(in: sentence, reading)
    else { return }
    let before = quantities.filter { $0.sentence == sentence - 1 }
    guard before.count == 1, before[0].value != nil, before[0].percent == nil,
      !drafts.contains(where: { $0.quantity.range == before[0].range })
    else { return }
    draft.quantity.takeAmount(of: before[0])
    draft.quantity.of = nil
  }
}
