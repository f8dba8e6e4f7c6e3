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

extension CueList {
  /// The list of cues in the order of finding, those of each sentence as `settle` leaves them, which is given the cues so
  /// far and where the sentence's begin.
  init(_ found: [Cue], _ sentences: Int, settle: (inout [Cue], Int) -> Void) {
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
