import PantauRecords
import PantauRules
import PantauText

/// Promises of several places, each with its day.
extension StatementAssembler {
  /// "Distrik Iwaka ditargetkan terbentuk pada Senin (26/5), Mimika Timur pada Selasa (27/5), kemudian Agimuga pada 2–5 Juni": places and days in a
  /// row behind what is promised of one place and day are promises of each.
  func scheduled(behind promises: [Draft], _ cues: CueTable, _ reading: FinalReading) -> [Draft] {
    var added: [Draft] = []
    for promise in promises {
      guard promise.kind == .target, promise.quantity.value == nil, var last = promise.deadline,
        let region = promise.region, reading.days[last].sentence == promise.quantity.sentence
      else { continue }
      for day in reading.days.indices
      where reading.days[day].sentence == promise.quantity.sentence
        && reading.days[day].range.lowerBound >= reading.days[last].range.upperBound
      {
        guard !reading.days[day].isUnsettled, !promises.contains(where: { $0.deadline == day }),
          let place = place(named: day, behind: last, likeRegion: region, cues, reading)
        else { break }
        var next = promise
        (next.deadline, next.region) = (day, reading.mentions[place].region)
        let start = reading.mentions[place].range.lowerBound
        next.quantity.range = start..<reading.days[day].range.upperBound
        next.quantity.anchor = start
        added.append(next)
        last = day
      }
    }
    return added
  }

  /// The one place of a region's level that stands right before a day and behind another one, with nothing but marks and small words between.
  private func place(
    named day: Int, behind last: Int, likeRegion region: Int, _ cues: CueTable, _ reading: FinalReading
  ) -> Int? {
    let (low, high) = (reading.days[last].range.upperBound, reading.days[day].range.lowerBound)
    let named = reading.mentions(of: reading.days[day].sentence).filter {
      (low..<high).contains(reading.mentions[$0].range.lowerBound)
    }
    guard named.count == 1, let place = named.first else { return nil }
    let mention = reading.mentions[place]
    let (before, behind) = (low..<mention.range.lowerBound, mention.range.upperBound..<high)
    guard mention.region != region, mention.rank == reading.regions[region].level.rank, !mention.isAnaphor,
      before.count <= Self.gapsOfSchedules.before, behind.count <= Self.gapsOfSchedules.behind
    else { return nil }
    let isPlain = (low..<high).allSatisfy { token in
      !reading.has(labels.number, at: token) && !reading.has(labels.stage, at: token)
        && !reading.has(labels.modality, at: token)
    }
    return isPlain ? place : nil
  }

  /// Most tokens before and behind a place of a schedule.
  private static let gapsOfSchedules = (before: 5, behind: 2)
}
