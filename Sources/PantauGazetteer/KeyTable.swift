/// Numbers by 64-bit key, any number to a key, in the order in which they were added.
///
/// Open addressing with linear probing; the numbers of one key are linked. Adding and finding take constant time, so
/// that a table of 91,000 regions is made in a few milliseconds.
struct KeyTable: Sendable {
  /// 0 for a free slot.
  private var keys: [UInt64]
  /// First and last entry of each slot's key.
  private var ends: [(first: Int32, last: Int32)]
  private var entries: [(value: Int32, next: Int32)] = []
  private var keyCount = 0

  /// A table with room for `capacity` keys; it grows where there are more.
  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    ends = Array(repeating: (-1, -1), count: size)
    entries.reserveCapacity(capacity)
  }

  mutating func add(_ value: Int, under key: UInt64) {
    if (keyCount + 1) * 2 > keys.count { grow() }
    let slot = self.slot(of: key)
    let added = Int32(entries.count)
    entries.append((Int32(value), -1))
    if keys[slot] == 0 {
      keys[slot] = KeyTable.stored(key)
      ends[slot] = (added, added)
      keyCount += 1
    } else {
      entries[Int(ends[slot].last)].next = added
      ends[slot].last = added
    }
  }

  func forEach(_ key: UInt64, _ body: (_ value: Int) -> Void) {
    let slot = self.slot(of: key)
    guard keys[slot] != 0 else { return }
    var entry = ends[slot].first
    while entry >= 0 {
      body(Int(entries[Int(entry)].value))
      entry = entries[Int(entry)].next
    }
  }

  /// The slot that holds `key`, or the free one where it belongs.
  private func slot(of key: UInt64) -> Int {
    let key = KeyTable.stored(key)
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: key ^ (key >> 32)) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private static func stored(_ key: UInt64) -> UInt64 { key == 0 ? 1 : key }

  private mutating func grow() {
    let old = zip(keys, ends).filter { $0.0 != 0 }
    let size = keys.count * 2
    keys = Array(repeating: 0, count: size)
    ends = Array(repeating: (-1, -1), count: size)
    for (key, pair) in old {
      let slot = self.slot(of: key)
      keys[slot] = key
      ends[slot] = pair
    }
  }
}
