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
