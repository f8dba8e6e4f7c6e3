import PantauRecords
import PantauRules
import PantauText

/// Tells a promise from a result, from background and from what is not said to be so.
struct RoleChoice {
  let weights: FeatureWeights
  let cues: CueTable
  let reading: Reading
  var log: ChoiceLog?

  /// The role of a quantity; nil for what is lacking, denied or only supposed.
  func role(of quantity: Quantity, stage: Cue?, inherited: Statement.Kind?) -> Statement.Kind? {
    var sums: [String: Double] = [:]
    for cue in cues.modes[quantity.sentence] {
      sums[cue.mode, default: 0] += cue.weight * nearness(cue, quantity)
    }
    var target = sums["target", default: 0]
    var done = sums["done", default: 0]
    let lack = sums["lack", default: 0]
    let total = sums["total", default: 0]
    if let stage, stage.aspect != .event {
      done += weights.roleState * (stage.sentence == quantity.sentence ? 1 : 0.3)
    }
    for date in reading.dates where reading.sentence(of: date.range.lowerBound) == quantity.sentence {
      guard let days = date.days else { continue }
      let isBound = date.parts.relation == .before || date.parts.relation == .by
      let isPast = reading.reference.map { days.latest < $0.adding(days: -3) } ?? false
      if isBound, !isPast { target += weights.roleDeadline }
      if isBound, isPast { target *= 0.3 }
      if let reference = reading.reference {
        if days.latest < reference.adding(days: -1), !hasLength(quantity.sentence) {
          done += weights.rolePast
        }
        if days.earliest > reference.adding(days: 1) || (date.parts.length != nil && days.latest > reference)
        {
          target += weights.roleDeadline
        }
      }
    }
    log?.add(roles: ["target": target, "actual": done, "lack": lack, "total": total], sums, of: quantity)
    if sums["hypothesis", default: 0] > 1.2 { return nil }
    let inSentence = stage?.sentence == quantity.sentence
    let isVillage = quantity.unit?.hasSuffix("village") == true || quantity.unit == "village_any"
    if let inherited, inherited != .total { return target > max(done, 1.5) ? .target : inherited }
    if !inSentence, isVillage, quantity.of == nil, quantity.percent == nil, !quantity.isBare, !quantity.all {
      if target < 1.5, done < 2 { return .total }
    }
    if lack > max(target, done) + weights.roleThreshold { return nil }
    if target > done { return .target }
    if done >= weights.roleThreshold { return quantity.all && !inSentence && target > 0 ? .target : .actual }
    if inSentence { return quantity.all ? (target > 0 ? .target : nil) : .actual }
    return total > 0 && isVillage ? .total : nil
  }

  /// Whether a length of time stands in the sentence, so that a past day there is only its beginning.
  private func hasLength(_ sentence: Int) -> Bool {
    reading.dates.contains { $0.parts.length != nil && reading.sentence(of: $0.range.lowerBound) == sentence }
  }

  /// How much a cue counts for a quantity: most in its own zone, less in its clause, little elsewhere in the sentence.
  private func nearness(_ cue: Cue, _ quantity: Quantity) -> Double {
    if quantity.zone.contains(cue.range.lowerBound) {
      let gap =
        cue.range.lowerBound >= quantity.range.upperBound
        ? cue.range.lowerBound - quantity.range.upperBound : quantity.range.lowerBound - cue.range.upperBound
      return weights.roleZone - 0.02 * Double(max(0, gap))
    }
    let clause =
      Int(reading.text.clauseStarts[quantity.anchor])..<Int(reading.text.clauseEnds[quantity.anchor])
    return clause.contains(cue.range.lowerBound) ? weights.roleClause : weights.roleSentence
  }
}
