import PantauRules
import PantauText

/// A word or phrase that tells a stage or a role: 40 bytes without references.
struct Cue: Sendable {
  @Tokens var range: Range<Int>
  @Short var sentence: Int
  /// The stage, for stage cues.
  var stage = Term.empty
  /// The role, for modality cues.
  var mode = Term.empty
  /// Its place among the programme's stages.
  @Short var order: Int = 0
  var weight = 1.0
  var aspect = Programme.Aspect.event
  /// Whether a word of modality leads it directly: the predicate rather than an aside.
  var isPredicate = false
  /// Whether it is only an occasion or a purpose: "sebelum peluncuran", "untuk pembangunan gerai".
  var isAside = false
  /// Whether it is an occasion, which only tells a time.
  var isOccasion = false
  /// Whether a word of readiness leads it directly: "siap diluncurkan".
  var isReady = false
  /// Whether a word of lack leads it directly: "belum beroperasi".
  var isNegated = false
  /// Whether the word leads to the parts of a sum.
  var isBreakdown = false

  init(range: Range<Int>, sentence: Int) {
    self.range = range
    self.sentence = sentence
  }

  /// Whether sentences and lists behind it may take over its stage.
  var tellsContext: Bool { aspect != .pending && aspect != .open }
}

/// The cues of one kind, by sentence and within it in the order of finding.
struct CueList: Sendable {
  fileprivate(set) var all: [Cue] = []
  /// Where the cues of each sentence begin, and their number.
  fileprivate(set) var first: [Int32] = []

  /// Indices in ``all`` of a sentence's cues.
  @inline(__always)
  func indices(of sentence: Int) -> Range<Int> { Int(first[sentence])..<Int(first[sentence + 1]) }

  @inline(__always)
  func count(in sentence: Int) -> Int { Int(first[sentence + 1] - first[sentence]) }

  @inline(__always)
  func isEmpty(in sentence: Int) -> Bool { first[sentence + 1] == first[sentence] }

  /// Whether a cue of a sentence is as asked.
  @inline(__always)
  func contains(in sentence: Int, where isWanted: (Cue) -> Bool) -> Bool {
    for index in indices(of: sentence) where isWanted(all[index]) { return true }
    return false
  }

  /// The first cue of a sentence that is as asked.
  @inline(__always)
  func first(in sentence: Int, where isWanted: (Cue) -> Bool) -> Cue? {
    for index in indices(of: sentence) where isWanted(all[index]) { return all[index] }
    return nil
  }

  /// The last cue of a sentence that is as asked.
  @inline(__always)
  func last(in sentence: Int, where isWanted: (Cue) -> Bool) -> Cue? {
    let range = indices(of: sentence)
    var index = range.upperBound
    while index > range.lowerBound {
      index -= 1
      if isWanted(all[index]) { return all[index] }
    }
    return nil
  }
}

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

extension CueList {
  /// The list of cues in the order of finding, those of each sentence as `settle` leaves them, which is given the cues so
  /// far and where the sentence's begin.
  fileprivate init(_ found: [Cue], _ sentences: Int, settle: (inout [Cue], Int) -> Void) {
    first = [Int32](repeating: 0, count: sentences + 1)
    if found.isEmpty { return }
    let sorted = CueList.sorted(found, sentences)
    all.reserveCapacity(sorted.count)
    var next = 0
    for sentence in 0..<sentences {
      let start = all.count
      first[sentence] = Int32(start)
      guard next < sorted.count, sorted[next].sentence == sentence else { continue }
      while next < sorted.count, sorted[next].sentence == sentence {
        all.append(sorted[next])
        next += 1
      }
      settle(&all, start)
    }
    first[sentences] = Int32(all.count)
  }

  /// The cues by sentence, those of each in the order of finding.
  private static func sorted(_ found: [Cue], _ sentences: Int) -> [Cue] {
    let isSorted = found.indices.dropFirst().allSatisfy { found[$0 - 1].sentence <= found[$0].sentence }
    if isSorted { return found }
    var places = [Int32](repeating: 0, count: sentences + 1)
    for index in found.indices { places[found[index].sentence + 1] += 1 }
    for sentence in 1...sentences { places[sentence] += places[sentence - 1] }
    var sorted = found
    for index in found.indices {
      let sentence = found[index].sentence
      sorted[Int(places[sentence])] = found[index]
      places[sentence] += 1
    }
    return sorted
  }
}

/// The cues of an article in the order of finding.
private struct FoundCues {
  var stages: [Cue] = []
  var completions: [Cue] = []
  var modes: [Cue] = []
  var namesProgramme: [Bool]
  var nations: [Int32] = []
  /// What leads an occasion or a purpose: its kind, and the token behind it.
  private var asides: [(end: Int, kind: Term)] = []

  init(_ reading: FinalReading, _ programme: ProgrammeTerms) {
    namesProgramme = Array(repeating: false, count: reading.sentences.count)
    stages.reserveCapacity(32)
    modes.reserveCapacity(64)
    let labels = reading.labels
    let (stage, modality, aside, name) = (labels.stage, labels.modality, labels.asides, labels.programme)
    let nation = labels.nationalWords
    // Most matches are of other labels, of which one bit tells most.
    func bit(_ label: LabelID) -> UInt64 { 1 << UInt64(label & 63) }
    let wanted = bit(stage) | bit(modality) | bit(aside) | bit(name) | bit(nation)
    reading.matches.matches.withUnsafeBufferPointer { matches in
      for index in matches.indices where bit(matches[index].label) & wanted != 0 {
        let label = matches[index].label
        if label == modality {
          addMode(matches[index], reading)
        } else if label == stage {
          addStage(matches[index], reading, programme)
        } else if label == aside {
          asides.append((Int(matches[index].end), reading.words.asides[matches[index]] ?? .empty))
        } else if label == name {
          namesProgramme[reading.sentence(of: Int(matches[index].start))] = true
        } else if label == nation {
          nations.append(matches[index].start)
        }
      }
    }
  }

  private mutating func addStage(_ match: Match, _ reading: FinalReading, _ programme: ProgrammeTerms) {
    let words =
      match.rule >= 0
      ? reading.labels.stageRules[Int(match.rule)] : reading.labels.stages[match] ?? CueWords { _ in nil }
    if let owner = words.programme, owner != programme.term { return }
    var cue = Cue(range: match.range, sentence: reading.sentence(of: Int(match.start)))
    cue.stage = words.stage
    cue.order = words.order
    cue.aspect = words.aspect
    if cue.stage == .completed { completions.append(cue) } else { stages.append(cue) }
  }

  private mutating func addMode(_ match: Match, _ reading: FinalReading) {
    let start = Int(match.start)
    // "Karya Harapan": a capital within a sentence is a name's.
    if start >= reading.bodyStart, reading.isCapitalInside(start) { return }
    var cue = Cue(range: match.range, sentence: reading.sentence(of: start))
    cue.isBreakdown = reading.has(reading.labels.breakdowns, at: start)
    if let words = reading.labels.modes[match] {
      cue.mode = words.mode
      cue.weight = words.weight
    }
    modes.append(cue)
  }

  /// Marks the stage words that an occasion or a purpose leads.
  func markAsides(from first: Int, _ cues: inout [Cue]) {
    for index in first..<cues.count {
      let start = cues[index].range.lowerBound
      // "Siap untuk beroperasi": the longest phrase that ends here stands first.
      guard let aside = asides.first(where: { $0.end == start }) else { continue }
      cues[index].isReady = aside.kind == .ready
      cues[index].isAside = aside.kind != .ready
      cues[index].isOccasion = aside.kind == .time || aside.kind == .after
    }
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
      let relative = (end..<last).first(where: { reading.has(reading.labels.relatives, at: $0) })
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
      !stages.contains(in: sentence, where: { (end..<relative).contains($0.range.lowerBound) })
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
      return modality != nil || reading.has(reading.labels.quantifiers, in: gap)
    }
    return hasPredicate ? relative..<first.range.upperBound : nil
  }
}
