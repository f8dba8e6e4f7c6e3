internal import PantauRecords

/// Groups the names of one body and kind of office by person.
///
/// The fullest names come first and make the groups; a name joins a group only where it fits all of its members, and a
/// shorter or abbreviated one only where one group fits better than all others.
struct OfficeClustering {
  /// A holder with what is compared of it.
  struct Member {
    let holder: Holder
    let id: String
    let form: HolderForm

    init(_ holder: Holder) {
      self.holder = holder
      id = holder.id
      form = HolderForm(holder)
    }
  }

  private let matcher: PersonMatcher
  private let apart: Apart
  private var clusters: [[Member]] = []
  private var index: [[UInt8]: [Int]] = [:]
  private var decisions: [Decision] = []

  init(_ matcher: PersonMatcher, apart: Apart = Apart()) {
    self.matcher = matcher
    self.apart = apart
  }

  /// Each name's decision against the fullest name of its group; and where a name could have joined a group but did
  /// not, the decision against it. The order of `block` does not matter.
  func decisions(of block: [Member]) -> [Decision] {
    var state = self
    let ordered = block.sorted { left, right in
      if left.form != right.form { return left.form < right.form }
      return left.id < right.id
    }
    for member in ordered { state.place(member) }
    return state.decisions
  }

  private mutating func place(_ member: Member) {
    let keys = member.form.name.blockingKeys
    let candidates = Set(keys.flatMap { index[$0] ?? [] }).sorted()
    let fits = candidates.compactMap { cluster in
      fit(member, clusters[cluster]).map { (cluster: cluster, score: $0) }
    }
    let best = fits.map(\.score).max()
    let winners = fits.filter { $0.score == best }
    let place: Int
    if winners.count == 1, let winner = winners.first {
      place = winner.cluster
      decide(member, clusters[place], .same)
      clusters[place].append(member)
    } else {
      place = clusters.count
      clusters.append([member])
      for rival in winners {
        decide(member, clusters[rival.cluster], .different, "fits several persons alike")
      }
    }
    for key in keys where index[key]?.contains(place) != true { index[key, default: []].append(place) }
  }

  private mutating func decide(
    _ member: Member, _ cluster: [Member], _ verdict: Decision.Verdict, _ reason: String? = nil
  ) {
    guard let fullest = cluster.first else { return }
    let found = matcher.verdict(fullest.form, member.form)
    decisions.append(
      Decision(
        subject: .person, fullest.holder.party, member.holder.party, verdict: verdict, score: found.score,
        reason: reason ?? found.reason))
  }

  /// The least score of `member` with the group's members; nil where one does not fit.
  private func fit(_ member: Member, _ cluster: [Member]) -> Double? {
    var least = 1.0
    for other in cluster {
      if apart.contains(member.id, other.id) { return nil }
      let verdict = matcher.verdict(member.form, other.form)
      guard verdict.isSame else { return nil }
      least = min(least, verdict.score)
    }
    return least
  }
}

/// Pairs that a user has told apart.
struct Apart: Sendable {
  private var pairs: Set<[String]> = []

  init() {}

  init(_ judgements: [Decision]) {
    for judgement in judgements where judgement.verdict == .different && judgement.author == .user {
      pairs.insert([judgement.left.id, judgement.right.id])
    }
  }

  var isEmpty: Bool { pairs.isEmpty }

  func contains(_ one: String, _ other: String) -> Bool {
    !pairs.isEmpty && pairs.contains(one < other ? [one, other] : [other, one])
  }

  var all: [(String, String)] { pairs.map { ($0[0], $0[1]) } }
}
