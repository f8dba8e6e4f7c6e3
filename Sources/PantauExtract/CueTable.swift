import PantauRules
import PantauText

/// The cues of an article by sentence.
final class CueTable: Sendable {
  let stages: CueList
  /// Words of completion, which tell that some stage is reached but not which.
  let completions: CueList
  let modes: CueList
  /// Whether the programme is named in the sentence.
  let namesProgramme: [Bool]

  /// Tokens at which a word for the whole country begins, of whatever stage.
  let nations: [Int32]

  init(_ reading: FinalReading, programme: ProgrammeTerms) {
    let found = FoundCues(reading, programme)
    namesProgramme = found.namesProgramme
    nations = found.nations
    let count = reading.sentences.count
    modes = CueList(found.modes, count) { cues, start in CueTable.removeShorter(from: start, &cues) }
    let modes = modes
    stages = CueList(found.stages, count) { cues, start in
      CueTable.removeShorter(from: start, &cues)
      found.markAsides(from: start, &cues)
      CueTable.settleActs(from: start, &cues, reading)
      CueTable.markPredicates(from: start, &cues, modes, reading)
    }
    completions = CueList(found.completions, count) { cues, first in
      for index in first..<cues.count {
        let start = cues[index].range.lowerBound
        cues[index].isNegated = modes.contains(in: cues[index].sentence) { mode in
          mode.mode == .lack && mode.range.upperBound <= start && start - mode.range.upperBound <= 1
        }
      }
    }
  }

  /// The cue for a stage that begins at a token.
  func stage(at token: Int, _ reading: FinalReading) -> Cue? {
    stages.first(in: reading.sentence(of: token)) { $0.range.lowerBound == token }
  }

  /// "Musyawarah pembentukan": the first act is what is done, the other one its object. "Pembangunan berjalan di 22 titik": a
  /// word that an act goes on tells the act named before it in its sentence.
  private static func settleActs(from first: Int, _ cues: inout [Cue], _ reading: FinalReading) {
    if cues.count > first + 1 {
      sort(from: first, &cues)
      var act = -1
      var last = -1
      var kept = first
      for index in first..<cues.count {
        if cues[index].aspect == .light, act >= 0 {
          cues[index].stage = cues[act].stage
          cues[index].order = cues[act].order
        }
        if cues[index].aspect == .event {
          if last >= 0, isBeside(cues[last].range, cues[index].range, reading),
            cues[last].stage != cues[index].stage
          {
            continue
          }
          if !cues[index].isOccasion { act = kept }
        } else if cues[index].aspect != .light {
          act = -1
        }
        if kept < index { cues[kept] = cues[index] }
        last = kept
        kept += 1
      }
      cues.removeLast(cues.count - kept)
    }
    for index in first..<cues.count where cues[index].aspect == .light { cues[index].aspect = .state }
  }

  /// "Musyawarah pembentukan", "(Musdesus) pembentukan": whether nothing but the end of a bracket parts two cues.
  private static func isBeside(_ left: Range<Int>, _ right: Range<Int>, _ reading: FinalReading) -> Bool {
    left.upperBound == right.lowerBound
      || (left.upperBound + 1 == right.lowerBound && reading.isMark(left.upperBound, ")"))
  }

  /// Sorts the cues from an index on by their places; most often they stand so, and a sentence has few.
  private static func sort(from first: Int, _ cues: inout [Cue]) {
    for index in first + 1..<cues.count {
      var place = index
      while place > first, cues[place - 1].range.lowerBound > cues[place].range.lowerBound {
        cues.swapAt(place - 1, place)
        place -= 1
      }
    }
  }

  /// The stage that the article is about: told in the headline, else in the first sentence that tells one.
  var focus: Cue? {
    for sentence in namesProgramme.indices where !stages.isEmpty(in: sentence) {
      let told = stages.last(in: sentence) {
        $0.tellsContext && !$0.isOccasion && $0.stage != .other
      }
      if let told { return told }
    }
    return nil
  }

  private static func markPredicates(
    from first: Int, _ cues: inout [Cue], _ modes: CueList, _ reading: FinalReading
  ) {
    for index in first..<cues.count {
      let range = cues[index].range
      let start = range.lowerBound
      cues[index].isNegated = modes.contains(in: cues[index].sentence) { mode in
        // "Sisanya 23 masih berproses": a number between them is what is left.
        mode.mode == .lack && mode.range.upperBound <= start && start - mode.range.upperBound <= 1
          && (start == mode.range.upperBound
            || !reading.has(reading.labels.number, at: mode.range.upperBound))
      }
      // "Desa yang aktanya belum terbit"
      let end = range.upperBound
      cues[index].isNegated =
        cues[index].isNegated
        || (cues[index].aspect == .state
          && modes.contains(in: cues[index].sentence) { mode in
            mode.mode == .lack && mode.range.lowerBound == end && end + 1 < reading.tokens.count
              && reading.tokens[mode.range.upperBound].kind == .word
              && !(mode.range.upperBound..<min(mode.range.upperBound + 4, reading.tokens.count)).contains {
                reading.has(reading.labels.number, at: $0)
              }
          })
      cues[index].isPredicate = modes.contains(in: cues[index].sentence) { mode in
        (mode.range.upperBound <= start && start - mode.range.upperBound <= 2 && mode.mode != .lack)
          || (mode.range.lowerBound == range.upperBound && mode.mode != .total)
      }
    }
  }

  /// Of cues that overlap the longest stays, of equally long ones the first.
  private static func removeShorter(from first: Int, _ cues: inout [Cue]) {
    if cues.count == first + 1 { return }
    var count = first
    next: for index in first..<cues.count {
      let range = cues[index].range
      var overlaps = false
      for other in first..<count where cues[other].range.overlaps(range) {
        if cues[other].range.count >= range.count { continue next }
        overlaps = true
      }
      if overlaps {
        var kept = first
        for other in first..<count where !cues[other].range.overlaps(range) {
          cues[kept] = cues[other]
          kept += 1
        }
        count = kept
      }
      if count < index { cues[count] = cues[index] }
      count += 1
    }
    if count < cues.count { cues.removeLast(cues.count - count) }
  }
}

extension CueTable {
  /// "142 gerai yang sudah jadi itu semuanya beroperasi": the words of a relative clause that only tells which ones are meant,
  /// where the predicate stands behind it.
  ///
  /// The clause begins soon after the amount, and behind its stage word another one has a word of modality of its own that
  /// neither a comma nor a joining word leads.
  func restriction(of quantity: Quantity, in reading: FinalReading) -> Range<Int>? {
    let zone = quantity.zone
    let end = quantity.range.upperBound
    let last = min(zone.upperBound, end + 7)
    guard end < last,
      let relative = (end - 1..<last).first(where: { reading.has(reading.labels.relatives, at: $0) })
    else { return nil }
    let sentence = quantity.sentence
    let own = stages.indices(of: sentence)
    var told = own.filter {
      stages.all[$0].range.lowerBound > relative && zone.contains(stages.all[$0].range.lowerBound)
    }
    told.sort { stages.all[$0].range.lowerBound < stages.all[$1].range.lowerBound }
    if quantity.of != nil, quantity.anchor - quantity.range.lowerBound <= 3, relative == end,
      let first = told.first,
      stages.contains(
        in: sentence,
        where: {
          $0.range.upperBound <= quantity.range.lowerBound && zone.contains($0.range.lowerBound)
        })
    {
      return relative..<stages.all[first].range.upperBound
    }
    guard told.count > 1,
      !stages.contains(in: sentence, where: { end <= $0.range.lowerBound && $0.range.lowerBound < relative })
    else { return nil }
    let first = stages.all[told[0]]
    let hasPredicate = told.dropFirst().contains { index in
      let cue = stages.all[index]
      let modality = modes.first(in: sentence) { mode in
        mode.range.lowerBound >= first.range.upperBound && mode.range.upperBound <= cue.range.lowerBound
          && cue.range.lowerBound - mode.range.upperBound <= 2 && mode.mode != .lack
      }
      let start = modality?.range.lowerBound ?? cue.range.lowerBound
      guard start > first.range.upperBound || modality != nil else { return false }
      let gap = first.range.upperBound..<start
      if gap.contains(where: { reading.tokens[$0].kind == .punctuation || reading.joins($0) }) {
        return false
      }
      // "Baru 60 dari 120 koperasi yang terbentuk di Blora yang berbadan hukum"
      let hasOwnRelative = quantity.of != nil && reading.has(reading.labels.relatives, in: gap)
      return modality != nil || hasOwnRelative || reading.has(reading.labels.quantifiers, in: gap)
    }
    return hasPredicate ? relative..<first.range.upperBound : nil
  }
}
