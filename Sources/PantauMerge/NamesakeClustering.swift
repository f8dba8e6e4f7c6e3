internal import PantauRecords

/// Decides which holders of one full name in different offices are one person.
struct NamesakeClustering {
  let matcher: PersonMatcher
  let apart: Apart

  /// Decisions for holders whose names are equal in all words; the order of `namesakes` does not matter.
  ///
  /// A holder joins the first group of which it contradicts no member; only holders of different offices are decided
  /// on, since ``OfficeClustering`` decides within one. O(n · k) for n holders in k groups.
  func decisions(of namesakes: [HolderTenure]) -> [Decision] {
    let ordered = namesakes.map { ($0, HolderForm($0.holder), $0.holder.id) }.sorted { left, right in
      let (one, other) = (left.0.first ?? Int.max, right.0.first ?? Int.max)
      return one == other ? left.2 < right.2 : one < other
    }
    var groups: [[(HolderTenure, HolderForm, String)]] = []
    var decisions: [Decision] = []
    for item in ordered {
      var place: Int?
      var against: Decision?
      for (number, group) in groups.enumerated() {
        let verdicts = group.map { verdict($0, item) }
        let made = zip(group, verdicts).map { member, verdict in
          Decision(
            subject: .person, member.0.holder.party, item.0.holder.party,
            verdict: verdict.isSame ? .same : .different, score: verdict.score, reason: verdict.reason)
        }
        if verdicts.allSatisfy(\.isSame) {
          decisions += made.prefix(1)
          place = number
          break
        }
        against = against ?? made.first { $0.verdict == .different }
      }
      if let place {
        groups[place].append(item)
      } else {
        groups.append([item])
        if let against { decisions.append(against) }
      }
    }
    return decisions
  }

  private func verdict(
    _ left: (HolderTenure, HolderForm, String), _ right: (HolderTenure, HolderForm, String)
  ) -> PersonMatcher.Verdict {
    if apart.contains(left.2, right.2) {
      return PersonMatcher.Verdict(isSame: false, score: 0, reason: "told apart by a user")
    }
    if left.1.office.agrees(with: right.1.office) { return matcher.verdict(left.1, right.1) }
    return matcher.verdict(left.0, left.1, right.0, right.1)
  }
}

extension PersonMatcher {
  /// Whether two holders of one full name in different offices are one person, by body, area and time.
  func verdict(
    _ left: HolderTenure, _ leftForm: HolderForm, _ right: HolderTenure, _ rightForm: HolderForm
  ) -> Verdict {
    func different(_ reason: String) -> Verdict { Verdict(isSame: false, score: 0, reason: reason) }
    let sameBody = leftForm.office.body == rightForm.office.body
    let areas = Areas(left.holder.area, right.holder.area)
    guard sameBody || areas != .different else {
      return different("the same name in areas that have nothing to do with each other")
    }
    if !sameBody, left.overlaps(right), !left.isActing, !right.isActing {
      return different("the same name in two bodies at one time")
    }
    let found = verdict(leftForm, rightForm)
    guard !found.isSame, leftForm.name.fullCount >= 2 else { return found }
    if areas == .one {
      return Verdict(
        isSame: true, score: 0.75, reason: "same full name in one regency, one office after the other")
    }
    if areas == .nested, leftForm.office.words == rightForm.office.words {
      return Verdict(
        isSame: true, score: 0.75, reason: "same full name, the same office in a regency and in its province")
    }
    return found
  }

  private enum Areas {
    /// One regency or city.
    case one
    /// A province and a regency in it.
    case nested
    /// Both in one province; or it is not known.
    case compatible
    case different

    init(_ left: String?, _ right: String?) {
      guard let left, let right else {
        self = .compatible
        return
      }
      if left == right {
        self = left.utf8.count > 2 ? .one : .compatible
      } else {
        let areCodes = [left, right].allSatisfy { $0.utf8.first.map { 48...57 ~= $0 } ?? false }
        let isNested = areCodes && (left.hasPrefix(right + ".") || right.hasPrefix(left + "."))
        self = areCodes && left.prefix(2) != right.prefix(2) ? .different : isNested ? .nested : .compatible
      }
    }
  }
}
