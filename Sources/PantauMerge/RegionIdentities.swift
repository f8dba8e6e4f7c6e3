internal import PantauRecords

/// The region that a line is about: by code where there is one, else by label and parent.
///
/// A region that was split later has no code of today: its old extent goes by a label of its own.
struct RegionIdentity: Hashable {
  var code: String?
  /// Nil where the code says it all.
  var label: String?
  var within: String?

  var isCountry: Bool { code == nil && label == Statement.country }
}

/// Finds out which labels without a code mean a region that has one elsewhere in the input.
struct RegionIdentities {
  /// Codes of this length and less are unique by label in the whole country: provinces, regencies, cities.
  private static let longestUniqueCode = 5

  private struct Known {
    /// Code, and the parents that were named with it.
    var codes: [String: Set<String>] = [:]
    /// Parents named with the label where it has no code.
    var parents: Set<String> = []

    mutating func add(code: String, within: String?) {
      if let within {
        codes[code, default: []].insert(within)
      } else if codes[code] == nil {
        codes[code] = []
      }
    }
  }

  private var labels: [String: Known] = [:]
  private let resolver: RegionResolver

  /// Counts only the statements whose indices are `known`.
  init(_ statements: [StatementInContext], _ known: [Int], _ resolver: RegionResolver) {
    self.resolver = resolver
    for index in known {
      guard let label = statements[index].statement.region else { continue }
      let within = statements[index].within
      if let code = resolver.identity(of: statements[index])?.code {
        labels[label, default: Known()].add(code: code, within: within)
      } else if let within {
        labels[label, default: Known()].parents.insert(within)
      }
    }
  }

  func identity(of item: StatementInContext) -> RegionIdentity {
    if let identity = resolver.identity(of: item) { return identity }
    guard let label = item.statement.region else { return RegionIdentity() }
    let known = labels[label] ?? Known()
    if let code = code(of: known, within: item.within) { return RegionIdentity(code: code) }
    let within = item.within ?? (known.parents.count == 1 ? known.parents.first : nil)
    return RegionIdentity(label: label, within: within)
  }

  /// The one code that fits, or nil where none or several do.
  private func code(of known: Known, within: String?) -> String? {
    let fitting = known.codes.filter { code, parents in
      if let within, !parents.isEmpty { return parents.contains(within) }
      return code.utf8.count <= RegionIdentities.longestUniqueCode
    }
    return fitting.count == 1 ? fitting.first?.key : nil
  }
}
