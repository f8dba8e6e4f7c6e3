import PantauRecords

/// Looks up the regions and mentions of a ``Reading`` while they are being found, so that no step goes through all of them.
struct PlaceIndex: Sendable {
  /// The regions' numbers by key: a hash table with linear probing, -1 for a free slot.
  private var slots: [Int32] = []
  private var keys: [UInt64] = []
  /// By token: how many mentions cover it.
  private var covering: [Int32] = []
  /// By region: how often it is mentioned.
  private(set) var counts: [Int32] = []
  /// How many of the regions are districts.
  private(set) var districts = 0
  /// The regency or city mentioned most often, -1 where none is; nil while that must be counted again.
  private var regency: Int?

  /// Makes room for a text of `count` tokens.
  mutating func prepare(tokenCount count: Int) {
    covering = Array(repeating: 0, count: count + 1)
    slots = Array(repeating: -1, count: 64)
    keys.reserveCapacity(32)
    counts.reserveCapacity(32)
  }

  // MARK: - Regions

  /// Takes in the region that is added next, by its key.
  mutating func add(_ key: UInt64, of level: RegionLevel) {
    if (keys.count + 1) * 2 > slots.count { grow() }
    place(Int32(truncatingIfNeeded: keys.count), key)
    keys.append(key)
    counts.append(0)
    if level == .district { districts += 1 }
  }

  /// The first region with `key` for which `isWanted` holds.
  @inline(__always)
  func first(_ key: UInt64, where isWanted: (Int) -> Bool) -> Int? {
    guard !slots.isEmpty else { return nil }
    let mask = slots.count &- 1
    var slot = PlaceIndex.slot(key) & mask
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if keys[number] == key, isWanted(number) { return number }
      slot = (slot &+ 1) & mask
    }
    return nil
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: max(64, slots.count * 2))
    for number in keys.indices { place(Int32(truncatingIfNeeded: number), keys[number]) }
  }

  /// Those of one key stand in the order of their numbers.
  private mutating func place(_ number: Int32, _ key: UInt64) {
    let mask = slots.count &- 1
    var slot = PlaceIndex.slot(key) & mask
    while slots[slot] >= 0 { slot = (slot &+ 1) & mask }
    slots[slot] = number
  }

  private static func slot(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key ^ key >> 32) }

  // MARK: - Mentions

  /// Takes in a mention that was added.
  mutating func add(_ mention: PlaceMention, of level: RegionLevel) { change(mention, of: level, by: 1) }

  /// Takes out a mention that was removed.
  mutating func remove(_ mention: PlaceMention, of level: RegionLevel) { change(mention, of: level, by: -1) }

  private mutating func change(_ mention: PlaceMention, of level: RegionLevel, by step: Int32) {
    for token in mention.range { covering[token] += step }
    counts[mention.region] += step
    if level == .regency || level == .city { regency = nil }
  }

  /// Whether a mention covers the token.
  @inline(__always)
  func isCovered(_ token: Int) -> Bool { covering[token] != 0 }

  /// Whether a mention covers one of the tokens.
  @inline(__always)
  func overlaps(_ range: Range<Int>) -> Bool {
    for token in range where covering[token] != 0 { return true }
    return false
  }

  /// The regency or city mentioned most often so far, the first of several; nil where none is.
  mutating func regency(of regions: [FoundRegion]) -> Int? {
    if let regency { return regency < 0 ? nil : regency }
    var best = -1
    for number in counts.indices where counts[number] > (best < 0 ? 0 : counts[best]) {
      if regions[number].level == .regency || regions[number].level == .city { best = number }
    }
    regency = best
    return best < 0 ? nil : best
  }
}
