import PantauRecords
import PantauRules
import PantauText

/// Tells how many there are from what is reached.
extension RoleChoice {
  /// Whether a word of having stands right before an amount: "kabupaten yang punya 160 desa".
  func leadsTotal(_ quantity: Quantity) -> Bool {
    let (sentence, anchor) = (quantity.sentence, quantity.anchor)
    return cues.modes.contains(in: sentence) { mode in
      mode.mode == .total && mode.range.upperBound <= anchor && anchor - mode.range.upperBound <= 1
        && !isReached(mode)
        && (!mode.isBreakdown || isWider(quantity)
          || !quantities.indices.contains { other in
            quantities[other].sentence == sentence && quantities[other].anchor < mode.range.lowerBound
          })
    } || isJoinedToTotal(quantity)
  }

  /// "136 koperasi yang tersebar di 2.617 kampung dan 10 kelurahan": whether an amount, or the one to which it is joined, is more than the one
  /// before it counts, which lies in some of them only.
  func isWider(_ quantity: Quantity) -> Bool {
    guard let own = quantities.firstIndex(where: { $0.range == quantity.range }), own > 0 else {
      return false
    }
    var first = own
    while first > 1, quantities[first].range.lowerBound - quantities[first - 1].range.upperBound == 1,
      reading.joins(quantities[first - 1].range.upperBound)
    { first -= 1 }
    let told = quantities[first - 1]
    guard told.sentence == quantity.sentence, told.unit?.isAnyVillage != true, told.unit != .site,
      told.unit != nil,
      let count = told.value, let most = quantities[first...own].compactMap(\.value).max()
    else { return false }
    return most > count
  }

  /// "Sudah ada tujuh desa": whether a word of completion stands right before one of having.
  private func isReached(_ total: Cue) -> Bool {
    cues.modes.contains(in: total.sentence) {
      $0.mode == .done && $0.range.upperBound == total.range.lowerBound
    }
  }

  /// "Memiliki 326 desa dan 13 kelurahan": joined to an amount that a word of having leads.
  private func isJoinedToTotal(_ quantity: Quantity) -> Bool {
    let (sentence, end) = (quantity.sentence, quantity.range.lowerBound - 1)
    guard end >= 0, reading.joins(end),
      let before = quantities.indices.last(where: {
        quantities[$0].sentence == sentence && quantities[$0].range.upperBound == end
      })
    else { return false }
    let anchor = quantities[before].anchor
    return cues.modes.contains(in: sentence) { mode in
      mode.mode == .total && (!mode.isBreakdown || isWider(quantity)) && mode.range.upperBound <= anchor
        && anchor - mode.range.upperBound <= 1
    }
  }
}
