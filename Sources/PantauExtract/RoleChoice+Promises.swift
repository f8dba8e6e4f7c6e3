import PantauRecords
import PantauRules
import PantauText

/// Words that settle a role by where they stand, whatever the sentence says besides.
extension RoleChoice {
  /// "Program nasional pembentukan 80 ribu koperasi": whether the amount is the number that the programme promises, right behind the
  /// act that it promises.
  func isPledge(_ quantity: Quantity, _ stage: Cue?) -> Bool {
    guard let stage, quantity.value == programme.pledged, quantity.of == nil, stage.aspect == .event,
      stage.stage != .launched, stage.stage != .other
    else { return false }
    let start = quantity.range.lowerBound
    return stage.sentence == quantity.sentence && stage.range.upperBound <= start
      && start - stage.range.upperBound <= 2
      && !cues.modes.contains(in: quantity.sentence) {
        $0.mode == .done && $0.range.upperBound == stage.range.lowerBound
      }
  }

  /// "Setelah Presiden meluncurkan 80.000 koperasi, giliran kabupaten …": whether the amount stands in a clause, with which its sentence
  /// begins, that tells of what is past.
  func isPast(_ quantity: Quantity) -> Bool {
    var start = reading.sentences[quantity.sentence].lowerBound
    // A dateline stands before the sentence's first word.
    if let dash = (start..<quantity.anchor).prefix(6).last(where: { reading.isMark($0, "-") }) {
      start = dash + 1
    }
    let kind = reading.match(reading.labels.asides, at: start).flatMap { reading.words.asides[$0] }
    return kind == .after && !(start..<quantity.anchor).contains { reading.isMark($0, ",") }
      && !cues.modes.contains(in: quantity.sentence) {
        $0.mode == .target && (start..<quantity.anchor).contains($0.range.lowerBound)
      }
  }

  /// "Sebanyak 10 gerai direncanakan berdiri": whether a word of intention right before the stage word, behind the amount, makes a
  /// promise of it.
  func isPromised(_ stage: Cue, of quantity: Quantity) -> Bool {
    if isPromised(stage, before: quantity) { return true }
    guard stage.sentence == quantity.sentence, stage.range.upperBound > quantity.range.upperBound,
      quantity.zone.contains(stage.range.lowerBound)
    else { return false }
    return cues.modes.contains(in: quantity.sentence) { mode in
      mode.mode == .target && mode.weight >= 1
        && (mode.range.upperBound == stage.range.lowerBound || stage.range.contains(mode.range.lowerBound))
        && mode.range.lowerBound >= quantity.range.upperBound
        && reading.match(reading.labels.relatives, endingAt: mode.range.lowerBound, reach: 1) == nil
        && !cues.modes.contains(in: quantity.sentence) {
          ($0.mode == .lack || $0.mode == .done) && $0.range.upperBound == mode.range.lowerBound
        }
        && !(mode.range.lowerBound > stage.range.lowerBound && isDone(stage, behind: quantity))
    }
  }

  /// "Telah menggelar musyawarah untuk mendirikan koperasi": whether a word of completion leads a stage word behind an amount, so that words of
  /// intention within it only tell what for.
  private func isDone(_ stage: Cue, behind quantity: Quantity) -> Bool {
    cues.modes.contains(in: quantity.sentence) {
      $0.mode == .done && $0.range.lowerBound >= quantity.range.upperBound
        && $0.range.upperBound <= stage.range.lowerBound
    }
  }

  /// "Gerai direncanakan berdiri di 52 titik": whether a state that words of intention lead, or are part of, stands right before an amount, to
  /// which a preposition leads.
  private func isPromised(_ stage: Cue, before quantity: Quantity) -> Bool {
    let start = quantity.range.lowerBound
    guard stage.sentence == quantity.sentence, stage.range.upperBound <= start,
      start - stage.range.upperBound <= 3, stage.aspect != .event, !stage.isNegated,
      reading.match(reading.labels.prepositions, endingAt: start, reach: 1) != nil
    else { return false }
    return cues.modes.contains(in: quantity.sentence) { mode in
      mode.mode == .target && mode.weight >= 1
        && (mode.range.upperBound == stage.range.lowerBound || stage.range.contains(mode.range.lowerBound))
    }
  }

  /// "Musyawarah untuk mendirikan koperasi telah digelar di 108 desa": whether a word of purpose leads an intention, and a word that it is
  /// done stands between it and the amount.
  func isPurposeOfDone(_ cue: Cue, _ quantity: Quantity) -> Bool {
    let kind = reading.match(reading.labels.asides, at: cue.range.lowerBound).flatMap {
      reading.words.asides[$0]
    }
    return kind == .purpose
      && cues.modes.contains(in: quantity.sentence) { other in
        other.mode == .done && other.weight >= 1 && other.range.lowerBound >= cue.range.upperBound
          && other.range.upperBound <= quantity.anchor && quantity.anchor - other.range.upperBound <= 4
          && !isIntended(other)
      }
  }

  /// "Laporan yang masuk sudah 90 desa": whether a word that so many are reached by now stands right before an amount, rather than one that
  /// only counts ("sebanyak", "tercatat").
  func isReported(_ quantity: Quantity) -> Bool {
    cues.modes.contains(in: quantity.sentence) { mode in
      mode.mode == .done && mode.weight >= 1 && mode.range.count == 1
        && mode.range.upperBound <= quantity.anchor
        && quantity.anchor - mode.range.upperBound <= (quantity.bound == nil ? 0 : 2)
        && !reading.has(reading.labels.weighing, at: mode.range.lowerBound)
    }
  }

  /// "Dua hari jelang tenggat, 88,72 persen desa rampung": whether words of time lead a word of intention before an amount, so that it tells
  /// only when.
  func isTimeOnly(_ cue: Cue, before quantity: Quantity) -> Bool {
    cue.range.upperBound < quantity.anchor
      && reading.match(reading.labels.asides, endingAt: cue.range.lowerBound, reach: 3)
        .flatMap { reading.words.asides[$0] } == .time
  }

  /// "Harus tuntas akhir Juni, progres 85 persen": whether a comma parts a token from a share behind it that a word of progress or of completion
  /// leads.
  func isBeforeShare(_ token: Int, _ quantity: Quantity) -> Bool {
    guard quantity.value == nil, let percent = quantity.percent, percent != 100, quantity.role == nil,
      token < quantity.anchor
    else { return false }
    let isReported =
      quantity.isProgress
      || cues.modes.contains(in: quantity.sentence) {
        $0.mode == .done && $0.range.upperBound <= quantity.anchor
          && quantity.anchor - $0.range.upperBound <= 1
      }
    return isReported && (token..<quantity.anchor).contains { reading.isMark($0, ",") }
  }

  /// "Baru 33 persen desa yang telah membentuk koperasi, dan semua desa ditargetkan rampung": whether a word of completion is said of an amount
  /// before, and a comma and a joining word lead the promise of this one.
  func isOfAmountBefore(_ cue: Cue, _ quantity: Quantity) -> Bool {
    let end = cue.range.upperBound
    guard cue.mode == .done, end < quantity.range.lowerBound, !quantity.isListItem,
      (end..<quantity.range.lowerBound).contains(where: { reading.isMark($0, ",") && reading.joins($0 + 1) }),
      cues.modes.contains(
        in: quantity.sentence,
        where: {
          $0.mode == .target && $0.weight >= 1 && quantity.zone.contains($0.range.lowerBound)
        })
    else { return false }
    return quantities.contains { other in
      other.sentence == quantity.sentence && other.range.upperBound <= quantity.range.lowerBound
        && other.zone.contains(cue.range.lowerBound)
    }
  }

  /// "Menargetkan 205 koperasi terbentuk di seluruh desa": whether only words stand between an amount that is a promise by its own
  /// words and the quantity, and none that it is done.
  func followsGoal(_ quantity: Quantity) -> Bool {
    let start = quantity.range.lowerBound
    return quantities.indices.contains { other in
      let end = quantities[other].range.upperBound
      guard quantities[other].role == .target, quantities[other].sentence == quantity.sentence,
        !quantities[other].isOfWhole, end < start, start - end <= 8
      else { return false }
      return (end..<start).allSatisfy { reading.tokens[$0].kind != .punctuation && !reading.joins($0) }
        && !cues.modes.contains(in: quantity.sentence) {
          $0.mode == .done && (end..<start).contains($0.range.lowerBound)
        }
    }
  }

  /// "…, dan 83 koperasi belum": whether a word of lack right behind the amount ends its clause.
  func isLackingAtEnd(_ quantity: Quantity) -> Bool {
    cues.modes.contains(in: quantity.sentence) { mode in
      mode.mode == .lack && mode.range.lowerBound >= quantity.range.upperBound
        && mode.range.lowerBound - quantity.range.upperBound <= 1
        && !reading.has(reading.labels.relatives, at: quantity.range.upperBound)
        && (mode.range.upperBound >= reading.sentences[quantity.sentence].upperBound
          || reading.tokens[mode.range.upperBound].kind == .punctuation)
    }
  }

  /// "210 kopdes berbadan hukum, 18 desa terganjal kapal": whether a word of lack stands beside an amount of which no stage is told in
  /// its own part of the sentence, and no day makes it a promise.
  func isLacking(_ quantity: Quantity, _ stage: Cue?, _ sums: ModeSums, _ target: Double) -> Bool {
    let end = quantity.range.upperBound
    if let stage, quantity.zone.contains(stage.range.lowerBound), stage.sentence == quantity.sentence {
      return false
    }
    if isDue(sums, target) { return false }
    return cues.modes.contains(in: quantity.sentence) { mode in
      mode.mode == .lack && quantity.zone.contains(mode.range.lowerBound)
        && ((end...end + 2).contains(mode.range.lowerBound)
          || (quantity.anchor - 1...quantity.anchor).contains(mode.range.upperBound))
    }
  }

  /// "Tinggal 49 desa dan itu harus rampung akhir Mei": whether a day is set for what is lacking, which makes it a promise; a limit of its own
  /// does so without a word of intention ("Sisanya 66 saya tunggu sampai Jumat").
  func isDue(_ sums: ModeSums, _ target: Double) -> Bool {
    let byDays = target - sums.target
    return (sums.target >= 0.8 && byDays >= 0.5) || byDays >= weights.roleDeadline
  }

  /// "Dari target 345 gerai yang harus selesai Maret, baru 195 dibangun": whether a token stands with the whole of an amount, before the comma
  /// behind which the amount itself begins.
  func isOfWhole(_ token: Int, _ quantity: Quantity) -> Bool {
    guard quantity.of != nil, quantity.range.contains(token), token < quantity.anchor else { return false }
    return (token..<quantity.anchor).contains { reading.isMark($0, ",") }
  }

  /// "Tersisa 13 desa di Kabupaten Maluku Barat Daya": whether a word of what is left stands right before the amount.
  func isLedByLack(_ quantity: Quantity) -> Bool {
    cues.modes.contains(in: quantity.sentence) { mode in
      mode.mode == .lack && mode.range.upperBound == quantity.anchor
    }
  }

  /// "Sudah 45 persen terbentuk, dan diharapkan selesai akhir Juni": whether a word stands in a clause joined to the one in which
  /// a word of completion leads the amount.
  func isBeyondReport(_ token: Int, _ quantity: Quantity) -> Bool {
    let end = quantity.range.upperBound
    guard token > end else { return false }
    if isWeighed(quantity), (end..<token).contains(where: { reading.isMark($0, ",") }) { return true }
    let isJoined = (end..<token).contains { reading.isMark($0, ",") && reading.joins($0 + 1) }
    let isApart =
      isJoined
      || (reading.has(reading.labels.clauseBreaks, in: end..<token)
        && !cues.modes.contains(in: quantity.sentence) {
          $0.mode == .lack && (end..<token).contains($0.range.lowerBound)
        })
    guard isApart else { return false }
    // "Dimulai di 800 titik, dan akan berkembang": begun before the comma.
    let isBegun =
      isJoined
      && cues.stages.contains(in: quantity.sentence) { cue in
        cue.aspect == .start && !cue.isNegated && quantity.zone.contains(cue.range.lowerBound)
          && (0...2).contains(quantity.range.lowerBound - cue.range.upperBound)
      }
    return isBegun
      || cues.modes.contains(in: quantity.sentence) { cue in
        cue.mode == .done && cue.range.upperBound <= quantity.anchor
          && (quantity.range.lowerBound - cue.range.upperBound <= 1 || governs(cue, quantity))
      }
  }

  /// "Baru 30 persen, akta dikejar sampai 20 Juni": whether a strong word of completion stands right before a share, and none of
  /// intention leads both.
  private func isWeighed(_ quantity: Quantity) -> Bool {
    quantity.value == nil
      && cues.modes.contains(in: quantity.sentence) { cue in
        cue.mode == .done && cue.weight >= 1 && cue.range.upperBound <= quantity.anchor
          && quantity.anchor - cue.range.upperBound <= 1 && !isIntended(cue)
      } && governor(of: quantity).map { $0 > quantity.anchor } ?? true
  }

  /// "Lombok Utara tinggal satu desa, Lombok Timur 10, Sumbawa Barat 6": whether a word of lack leads the first item of the amount's
  /// list, and none that something is done stands behind it.
  func isListedAsLacking(_ quantity: Quantity) -> Bool {
    guard quantity.isListItem,
      let first = quantities.first(where: { $0.isListItem && $0.sentence == quantity.sentence }),
      first.anchor < quantity.anchor
    else { return false }
    let leads = cues.modes.contains(in: quantity.sentence) { mode in
      mode.mode == .lack && mode.range.upperBound <= first.anchor && first.anchor - mode.range.upperBound <= 1
    }
    return leads
      && !cues.modes.contains(in: quantity.sentence) { mode in
        mode.mode == .done && (first.anchor..<quantity.anchor).contains(mode.range.lowerBound)
      }
  }

  /// "115 dapur masih disiapkan dan 371 dapur sedang dibangun": whether a word of lack stands right behind the amount before, to which this
  /// one is joined.
  func isSaidBefore(_ cue: Cue, _ quantity: Quantity) -> Bool {
    let start = quantity.range.lowerBound
    guard cue.mode == .lack, cue.range.upperBound < start, reading.joins(start - 1) else { return false }
    return quantities.contains { other in
      let end = other.range.upperBound
      return other.sentence == quantity.sentence && (end...end + 1).contains(cue.range.lowerBound)
    }
  }

  /// "Sedang menggarap 24 unit dan menargetkan 80 gerai": whether a joining word parts a word of intention from an amount, and the next amount
  /// follows right behind.
  func leadsNext(_ cue: Cue, behind quantity: Quantity) -> Bool {
    guard cue.range.lowerBound > quantity.range.upperBound, reading.joins(cue.range.lowerBound - 1) else {
      return false
    }
    return quantities.contains { next in
      next.sentence == quantity.sentence && next.value != nil && next.region == nil
        && (0...Self.reachOfIntent).contains(next.anchor - cue.range.upperBound)
        && (cue.range.upperBound..<next.anchor).allSatisfy { reading.tokens[$0].kind == .word }
    }
  }

  /// Most words between a word of intention and the amount that it leads.
  private static let reachOfIntent = 2
}
