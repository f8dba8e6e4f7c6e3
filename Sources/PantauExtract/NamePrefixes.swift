import PantauGazetteer

/// The keys of all beginnings of names at an article's words with capitals, so that each look for names of some table has only those
/// read that its filter lets through.
struct NamePrefixes {
  /// By number of the capital, where its keys begin; one number more than there are capitals.
  private var starts: [Int32] = [0]
  private var keys: [UInt64] = []

  /// None where the article names no regency whose names are known.
  init(of reading: Reading, _ finder: VillageFinder) {
    guard !finder.holders(in: reading).isEmpty else { return }
    starts.reserveCapacity(reading.capitals.count + 1)
    keys.reserveCapacity(reading.capitals.count * 2)
    for capital in reading.capitals {
      finder.forEachPrefix(at: Int(capital), in: reading) { _, key in keys.append(key) }
      starts.append(Int32(truncatingIfNeeded: keys.count))
    }
  }

  /// Whether some beginning of a name at a capital, given by its number, may be in a filter.
  @inline(__always)
  func mayLead(_ capital: Int, to filter: NameFilter) -> Bool {
    for place in Int(starts[capital])..<Int(starts[capital + 1]) where filter.mayContain(keys[place]) {
      return true
    }
    return false
  }
}
