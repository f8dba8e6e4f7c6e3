import PantauRules
import PantauText

/// A word or phrase that tells a stage or a role.
struct Cue: Sendable {
  var range: Range<Int>
  var sentence: Int
  /// The stage, for stage cues.
  var stage: Term = ""
  /// Its place among the programme's stages.
  var order = 0
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
  /// The role, for modality cues.
  var mode: Term = ""
  var weight = 1.0

  /// Whether sentences and lists behind it may take over its stage.
  var tellsContext: Bool { aspect != .pending && aspect != .open }
}

/// The cues of an article by sentence.
struct CueTable: Sendable {
  private(set) var stages: [[Cue]]
  /// Words of completion, which tell that some stage is reached but not which.
  private(set) var completions: [[Cue]]
  private(set) var modes: [[Cue]]
  /// Whether the programme is named in the sentence.
  private(set) var namesProgramme: [Bool]

  init(_ reading: Reading, programme: Programme) {
    let count = reading.text.text.sentences.count
    stages = Array(repeating: [], count: count)
    completions = stages
    modes = stages
    namesProgramme = Array(repeating: false, count: count)
    let modality = reading.labels.modality
    let completed = Term(Programme.completed)
    let identifier = Term(programme.identifier)
    var asides: [Int: Term] = [:]
    let told: [LabelID] = [
      reading.labels.stage, modality, reading.labels.asides, reading.labels.programme,
    ]
    for match in reading.text.matches.matches
    where match.label == told[0] || match.label == told[1] || match.label == told[2] || match.label == told[3]
    {
      let sentence = reading.sentence(of: Int(match.start))
      if match.label == reading.labels.stage {
        let words = reading.labels.words(ofStage: match)
        let cue = Cue(
          range: match.range, sentence: sentence, stage: words.stage, order: words.order, aspect: words.aspect
        )
        if let owner = words.programme, owner != identifier { continue }
        if cue.stage == completed {
          completions[sentence].append(cue)
        } else {
          CueTable.add(cue, to: &stages[sentence])
        }
      } else if match.label == modality {
        // "Karya Harapan": a capital within a sentence is a name's.
        if Int(match.start) >= reading.bodyStart, reading.isCapitalInside(Int(match.start)) { continue }
        let words = reading.labels.modes[match]
        let weight = words?.weight ?? 1
        let cue = Cue(
          range: match.range, sentence: sentence,
          isBreakdown: reading.match(reading.labels.breakdowns, at: Int(match.start)) != nil,
          mode: words?.mode ?? "",
          weight: weight)
        CueTable.add(cue, to: &modes[sentence])
      } else if match.label == reading.labels.asides {
        asides[Int(match.end)] = Term(reading.text.column("kind", of: match) ?? "")
      } else if match.label == reading.labels.programme {
        namesProgramme[sentence] = true
      }
    }
    markAsides(asides)
    settleActs()
    markPredicates(reading)
    for sentence in stages.indices {
      for index in completions[sentence].indices {
        let start = completions[sentence][index].range.lowerBound
        completions[sentence][index].isNegated = modes[sentence].contains { mode in
          mode.mode == "lack" && mode.range.upperBound <= start && start - mode.range.upperBound <= 1
        }
      }
    }
  }

  /// Marks the stage words that an occasion or a purpose leads; `asides` by the token behind the leading word.
  private mutating func markAsides(_ asides: [Int: Term]) {
    for sentence in stages.indices {
      for index in stages[sentence].indices {
        let aside = asides[stages[sentence][index].range.lowerBound]
        stages[sentence][index].isReady = aside == "ready"
        stages[sentence][index].isAside = aside != nil && aside != "ready"
        stages[sentence][index].isOccasion = aside == "time"
      }
    }
  }

  /// "Musyawarah pembentukan": the first act is what is done, the other one its object. "Pembangunan berjalan di 22 titik": a
  /// word that an act goes on tells the act named before it in its sentence.
  private mutating func settleActs() {
    for sentence in stages.indices where stages[sentence].count > 1 {
      stages[sentence].sort { $0.range.lowerBound < $1.range.lowerBound }
      var act: Cue?
      var last: Cue?
      var kept: [Cue] = []
      for var cue in stages[sentence] {
        if cue.aspect == .light, let act {
          cue.stage = act.stage
          cue.order = act.order
        }
        if cue.aspect == .event {
          let isObject = last.map {
            $0.range.upperBound == cue.range.lowerBound && $0.stage != cue.stage
          }
          if isObject == true { continue }
          act = cue.isOccasion ? act : cue
        } else if cue.aspect != .light {
          act = nil
        }
        last = cue
        kept.append(cue)
      }
      stages[sentence] = kept
    }
    for sentence in stages.indices {
      for index in stages[sentence].indices where stages[sentence][index].aspect == .light {
        stages[sentence][index].aspect = .state
      }
    }
  }

  /// The stage that the article is about: told in the headline, else in the first sentence that tells one.
  var focus: Cue? {
    stages.lazy.compactMap { cues in
      cues.last { $0.tellsContext && !$0.isOccasion && $0.stage != "other" }
    }.first
  }

  private mutating func markPredicates(_ reading: Reading) {
    for sentence in stages.indices {
      for index in stages[sentence].indices {
        let start = stages[sentence][index].range.lowerBound
        stages[sentence][index].isNegated = modes[sentence].contains { mode in
          // "Sisanya 23 masih berproses": a number between them is what is left.
          mode.mode == "lack" && mode.range.upperBound <= start && start - mode.range.upperBound <= 1
            && (start == mode.range.upperBound
              || reading.match(reading.labels.number, at: mode.range.upperBound) == nil)
        }
        stages[sentence][index].isPredicate = modes[sentence].contains { mode in
          (mode.range.upperBound <= start && start - mode.range.upperBound <= 2 && mode.mode != "lack")
            || (mode.range.lowerBound == stages[sentence][index].range.upperBound && mode.mode != "total")
        }
      }
    }
  }

  /// Of cues that overlap the longest stays.
  private static func add(_ cue: Cue, to cues: inout [Cue]) {
    var overlaps = false
    for index in cues.indices where cues[index].range.overlaps(cue.range) {
      if cues[index].range.count >= cue.range.count { return }
      overlaps = true
    }
    if overlaps { cues.removeAll { $0.range.overlaps(cue.range) } }
    cues.append(cue)
  }
}

extension CueTable {
  /// "142 gerai yang sudah jadi itu semuanya beroperasi": the words of a relative clause that only tells which ones are meant,
  /// where the predicate stands behind it.
  ///
  /// The clause begins soon after the amount, and behind its stage word another one has a word of modality of its own that
  /// neither a comma nor a joining word leads.
  func restriction(of quantity: Quantity, in reading: Reading) -> Range<Int>? {
    let last = min(quantity.zone.upperBound, quantity.range.upperBound + 7)
    guard quantity.range.upperBound < last,
      let relative = (quantity.range.upperBound..<last).first(where: {
        reading.match(reading.labels.relatives, at: $0) != nil
      })
    else { return nil }
    let told = stages[quantity.sentence].filter {
      $0.range.lowerBound > relative && quantity.zone.contains($0.range.lowerBound)
    }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    if quantity.of != nil, quantity.anchor - quantity.range.lowerBound <= 3,
      relative == quantity.range.upperBound, let first = told.first,
      stages[quantity.sentence].contains(where: {
        $0.range.upperBound <= quantity.range.lowerBound && quantity.zone.contains($0.range.lowerBound)
      })
    {
      return relative..<first.range.upperBound
    }
    guard told.count > 1,
      !stages[quantity.sentence].contains(where: {
        (quantity.range.upperBound..<relative).contains($0.range.lowerBound)
      })
    else { return nil }
    let first = told[0]
    let hasPredicate = told.dropFirst().contains { cue in
      let modality = modes[quantity.sentence].first { mode in
        mode.range.lowerBound >= first.range.upperBound && mode.range.upperBound <= cue.range.lowerBound
          && cue.range.lowerBound - mode.range.upperBound <= 2 && mode.mode != "lack"
      }
      let start = modality?.range.lowerBound ?? cue.range.lowerBound
      guard start > first.range.upperBound || modality != nil else { return false }
      let gap = first.range.upperBound..<start
      if gap.contains(where: {
        reading.tokens[$0].kind == .punctuation || reading.match(reading.labels.joiners, at: $0) != nil
      }) {
        return false
      }
      return modality != nil
        || gap.contains { reading.match(reading.labels.quantifiers, at: $0) != nil }
    }
    return hasPredicate ? relative..<first.range.upperBound : nil
  }
}
