/// What a programme counts, in the order of a cooperative's life.
///
/// Records keep the stage as a string, so that a programme's rules may name another; this list gives the known
/// ones their order.
public enum ProgrammeStage: String, Sendable, CaseIterable {
  case deliberated, formed, incorporated, launched, built, building, operating, other

  /// Place of `name` in the order of the cases; unknown names stand behind all of them.
  public static func order(of name: String?) -> Int {
    guard let name, let stage = ProgrammeStage(rawValue: name) else { return allCases.count }
    return switch stage {
    case .deliberated: 0
    case .formed: 1
    case .incorporated: 2
    case .launched: 3
    case .built: 4
    case .building: 5
    case .operating: 6
    case .other: 7
    }
  }
}
