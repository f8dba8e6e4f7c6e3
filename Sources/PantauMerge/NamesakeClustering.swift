internal import PantauRecords

/// Decides which holders of one full name in different offices are one person.
struct NamesakeClustering {
  private let matcher: PersonMatcher
  private let apart: Apart
  private let regions: RegionResolver

  init(_ matcher: PersonMatcher, apart: Apart, regions: RegionResolver) {
    self.matcher = matcher
    self.apart = apart
    self.regions = regions
  }

  private struct Member {
    let party: Decision.Party
    /// With its area as a code where that is known.
    let tenure: HolderTenure
    let form: HolderForm

    init(_ tenure: HolderTenure, _ regions: RegionResolver) {
      party = tenure.holder.party
      var resolved = tenure
      resolved.holder.area = regions.area(of: tenure.holder)
      self.tenure = resolved
      form = HolderForm(resolved.holder)
    }
  }

  /// Decisions for holders whose names are equal in all words; the order of `namesakes` does not matter.
  ///
  /// A holder joins the first group of which it contradicts no member; else it is decided against the first that
  /// contradicts it. O(n · k) for n holders in k groups.
  func decisions(of namesakes: [HolderTenure]) -> [Decision] {
    let ordered = namesakes.map { Member($0, regions) }.sorted { left, right in
      let (one, other) = (left.tenure.first ?? Int.max, right.tenure.first ?? Int.max)
      return one == other ? left.party.id < right.party.id : one < other
    }
    var groups: [[Member]] = []
    var decisions: [Decision] = []
    for member in ordered {
      var against: Decision?
      let place = groups.firstIndex { group in
        let made = group.map { decision($0, member) }
        guard let contradiction = made.first(where: { $0.verdict == .different }) else {
          decisions += made.prefix(1)
          return true
        }
        against = against ?? contradiction
        return false
      }
      if let place {
        groups[place].append(member)
      } else {
        groups.append([member])
        if let against { decisions.append(against) }
      }
    }
    return decisions
  }

  private func decision(_ left: Member, _ right: Member) -> Decision {
    let verdict = verdict(left, right)
    return Decision(
      subject: .person, left.party, right.party, verdict: verdict.isSame ? .same : .different,
      score: verdict.score, reason: verdict.reason)
  }

  private func verdict(_ left: Member, _ right: Member) -> PersonMatcher.Verdict {
    if apart.contains(left.party.id, right.party.id) {
      return PersonMatcher.Verdict(isSame: false, score: 0, reason: "told apart by a user")
    }
    if left.form.office.agrees(with: right.form.office) { return matcher.verdict(left.form, right.form) }
    return matcher.verdict(left.tenure, left.form, right.tenure, right.form)
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
