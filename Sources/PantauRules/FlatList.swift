/// A growing list of plain values for the innermost loops of matching.
///
/// It has one owner, so that nothing counts references to it, and checks its bounds in debug builds only.
struct FlatList<Element: BitwiseCopyable>: ~Copyable {
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int = 16) {
    self.capacity = max(1, capacity)
    base = .allocate(capacity: self.capacity)
  }

  init(repeating element: Element, count: Int) {
    self.init(capacity: count)
    extend(to: count, with: element)
  }

  deinit { base.deallocate() }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      assert(index >= 0 && index < count)
      return base[index]
    }
    @inline(__always) set {
      assert(index >= 0 && index < count)
      base[index] = newValue
    }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow(to: count + 1) }
    base[count] = element
    count &+= 1
  }

  /// The last element, which goes; the list must hold one.
  @inline(__always)
  mutating func removeLast() -> Element {
    assert(count > 0)
    count &-= 1
    return base[count]
  }

  /// Keeps the first `count` elements, and the room of the others.
  @inline(__always)
  mutating func shorten(to count: Int) {
    assert(count >= 0 && count <= self.count)
    self.count = count
  }

  /// Adds `element` until the list has `count` elements.
  mutating func extend(to count: Int, with element: Element) {
    guard count > self.count else { return }
    if count > capacity { grow(to: count) }
    (base + self.count).update(repeating: element, count: count - self.count)
    self.count = count
  }

  private mutating func grow(to least: Int) {
    capacity = max(least, capacity * 2)
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
  }
}

/// Numbers from 0 on by 64-bit keys other than 0: a table with open addressing.
struct KeyedNumbers: ~Copyable {
  struct Slot: BitwiseCopyable {
    /// 0 for a free one.
    var key: UInt64
    var number: Int32
  }

  private var slots: FlatList<Slot>
  private var shift: UInt64
  private(set) var count = 0

  private static let free = Slot(key: 0, number: -1)
  private static let smallest = 256

  init() {
    slots = FlatList(repeating: Self.free, count: Self.smallest)
    shift = UInt64(64 - Self.smallest.trailingZeroBitCount)
  }

  /// The number of a key, -1 for one that has none.
  @inline(__always)
  subscript(key: UInt64) -> Int32 { slots.base[slot(of: key)].number }

  /// Gives a number to a key that has none.
  mutating func insert(_ key: UInt64, _ number: Int32) {
    assert(key != 0)
    count += 1
    if count * 2 > slots.count { grow() }
    slots[slot(of: key)] = Slot(key: key, number: number)
  }

  mutating func removeAll() {
    count = 0
    slots.base.update(repeating: Self.free, count: slots.count)
  }

  /// The slot that holds a key, or the free one that would.
  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    let mask = slots.count &- 1
    // Fibonacci hashing (Knuth, "The Art of Computer Programming", 6.4): the highest bits of the product.
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> shift)
    while slots.base[slot].key != 0, slots.base[slot].key != key { slot = (slot &+ 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = exchange(&slots, with: FlatList(repeating: Self.free, count: slots.count * 2))
    shift -= 1
    for index in 0..<old.count where old[index].key != 0 {
      slots[slot(of: old[index].key)] = old[index]
    }
  }
}

extension FlatList where Element: Comparable {
  /// Sorts the elements and keeps each once.
  mutating func sortUnique() {
    guard count > 1 else { return }
    sort(by: <)
    var kept = 1
    for index in 1..<count where base[index] != base[kept - 1] {
      base[kept] = base[index]
      kept += 1
    }
    shorten(to: kept)
  }
}

extension FlatList {
  /// Sorts the elements; those that are alike may change places.
  @inline(__always)
  mutating func sort(by isBefore: (Element, Element) -> Bool) {
    guard count <= 32 else {
      var elements = UnsafeMutableBufferPointer(start: base, count: count)
      elements.sort(by: isBefore)
      return
    }
    for index in 1..<max(1, count) {
      let element = base[index]
      var free = index
      while free > 0, isBefore(element, base[free - 1]) {
        base[free] = base[free - 1]
        free -= 1
      }
      base[free] = element
    }
  }
}

/// Hashing for tables that live in memory only.
enum Hash {
  /// A hash that `number` was added to: two multiplications apart, each bit changes all that come after.
  @inline(__always)
  static func mix(_ hash: UInt64, _ number: UInt64) -> UInt64 {
    let product = (hash ^ number) &* 0xff51_afd7_ed55_8ccd
    return (product ^ product &>> 32) &* 0xc4ce_b9fe_1a85_ec53
  }
}
