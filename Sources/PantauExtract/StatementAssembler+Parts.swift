import PantauRecords
import PantauText

/// Amounts without a stage of their own behind several results: the one whose part they can be tells it.
extension StatementAssembler {
  /// How many sentences may stand between an amount and the result of which it is a part.
  private static let reachOfWholes = 6

  /// "Berita acara dari 1.128 desa. Sebanyak 37 di antaranya berakta. Penyumbang terbanyak Jawa Tengah dengan 412 desa": gives an amount of a part
  /// of a place the stage of the last result there that can hold it, where the stage it took over is that of a smaller one.
  func takeStageOfWhole(
    _ draft: inout Draft, _ index: Int, _ all: [Quantity], _ context: Context, _ reading: FinalReading
  ) {
    guard let cue = draft.cue, cue.sentence < draft.quantity.sentence,
      draft.quantity.of == nil || all[index].isListItem,
      draft.quantity.value != nil, let place = draft.region,
      let most = most(ofListAround: index, all, reading)
    else { return }
    if let last = context.drafts.last, last.cue?.range == cue.range,
      let told = numbered(before: last, draft.quantity, context.drafts),
      told.region.map({ encloses($0, place, reading) }) ?? true
    {
      draft.cue = told.cue
      return
    }
    // Drafts are in the order of the text: those out of reach are not gone through.
    let first = draft.quantity.sentence - Self.reachOfWholes
    let results = context.drafts.reversed().prefix { $0.quantity.sentence >= first }.filter { other in
      other.kind == .actual && !other.quantity.isListItem && !other.quantity.isArea
        && (other.region.map { encloses($0, place, reading) } ?? true)
    }
    let alike = results.filter { $0.cue?.stage == cue.stage }
    guard !alike.isEmpty, alike.allSatisfy({ $0.quantity.value.map { $0 < most } ?? false }) else { return }
    let whole = results.first { other in
      other.quantity.value ?? 0 >= most && other.cue?.tellsContext == true && other.cue?.stage != cue.stage
        && (!all[index].isListItem || (other.quantity.unit == .site) == (draft.quantity.unit == .site))
    }
    if let whole { draft.cue = whole.cue }
  }

  /// What the list to which an amount belongs counts: its items' sum where they are of places of one level, else the greatest of them.
  private func most(ofListAround index: Int, _ all: [Quantity], _ reading: FinalReading) -> Double? {
    guard all[index].isListItem else { return all[index].value }
    let items = self.items(around: index, all)
    let places = items.map { all[$0].region }
    let isOfOneLevel =
      Set(places).count == places.count
      && Set(places.map { $0.map { reading.regions[$0].level.rank } }).count == 1 && places[0] != nil
    let values = items.compactMap { all[$0].value }
    return isOfOneLevel ? values.reduce(0, +) : values.max()
  }
}
