import PantauRules
import PantauText

/// The cues of an article in the order of finding.
struct FoundCues {
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
    asides.reserveCapacity(16)
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
