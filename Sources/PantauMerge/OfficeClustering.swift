/// Groups the names of one body and kind of office by person.
///
/// The fullest names come first and make the groups; a name joins a group only where it fits all of its members, and a
/// shorter or abbreviated one only where one group fits better than all others.
struct OfficeClustering {
  private let matcher: PersonMatcher
  private var clusters: [[HolderForm]] = []
  private var index: [[UInt8]: [Int]] = [:]

  init(_ matcher: PersonMatcher) { self.matcher = matcher }

  /// Takes distinct forms, the fullest first.
  func clusters(of block: [HolderForm]) -> [[HolderForm]] {
    var state = self
    for form in block { state.place(form) }
    return state.clusters
  }

  private mutating func place(_ form: HolderForm) {
    let keys = form.name.blockingKeys
    let candidates = Set(keys.flatMap { index[$0] ?? [] }).sorted()
    var best: (cluster: Int, score: Double)?
    var isTie = false
    for candidate in candidates {
      guard let score = fit(form, clusters[candidate]) else { continue }
      if let before = best {
        if score < before.score { continue }
        isTie = score == before.score
        if isTie { continue }
      }
      best = (candidate, score)
    }
    let place: Int
    if let best, !isTie {
      place = best.cluster
      clusters[place].append(form)
    } else {
      place = clusters.count
      clusters.append([form])
    }
    for key in keys where index[key]?.contains(place) != true { index[key, default: []].append(place) }
  }

  /// The least score of `form` with a member; nil where one does not fit.
  private func fit(_ form: HolderForm, _ cluster: [HolderForm]) -> Double? {
    var least = 1.0
    for member in cluster {
      let verdict = matcher.verdict(form, member)
      guard verdict.isSame else { return nil }
      least = min(least, verdict.score)
    }
    return least
  }
}

/// Joins groups of different offices by the full name.
struct FullNameClustering {
  private let matcher: PersonMatcher

  init(_ matcher: PersonMatcher) { self.matcher = matcher }

  func joined(_ clusters: [[HolderForm]]) -> [[HolderForm]] {
    var byName: [[UInt8]: [(cluster: Int, form: HolderForm)]] = [:]
    for (number, cluster) in clusters.enumerated() {
      for form in cluster where form.name.fullCount >= 2 && form.name.fullCount == form.name.tokens.count {
        byName[form.name.key, default: []].append((number, form))
      }
    }
    var sets = DisjointSets(count: clusters.count)
    for namesakes in byName.values where namesakes.count > 1 {
      if let first = namesakes.first, first.form.name.fullCount >= 3 {
        for other in namesakes { sets.join(first.cluster, other.cluster) }
        continue
      }
      let byBody = Dictionary(grouping: namesakes, by: \.form.office.body)
      for sameBody in byBody.values {
        guard let first = sameBody.first else { continue }
        for other in sameBody where matcher.verdict(first.form, other.form).isSame {
          sets.join(first.cluster, other.cluster)
        }
      }
    }
    return sets.groups().map { group in group.flatMap { clusters[$0] } }
  }
}

/// Union by root with path halving (Tarjan and van Leeuwen 1984).
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func join(_ left: Int, _ right: Int) {
    let (one, other) = (root(of: left), root(of: right))
    if one != other { parents[max(one, other)] = min(one, other) }
  }

  mutating func root(of element: Int) -> Int {
    var element = element
    while parents[element] != element {
      parents[element] = parents[parents[element]]
      element = parents[element]
    }
    return element
  }

  /// The sets, each sorted, in the order of their least elements.
  mutating func groups() -> [[Int]] {
    var groups: [Int: [Int]] = [:]
    for element in parents.indices { groups[root(of: element), default: []].append(element) }
    return groups.keys.sorted().compactMap { groups[$0] }
  }
}
