/// The captures of all rules: their names as numbers, and what types ask of them.
struct CaptureTable: Sendable {
  /// By rule: the captures of which a type asks something, by number.
  let typed: [[(number: Int, type: CaptureType)]]
  /// By rule: whether it has any of those.
  let hasTyped: [Bool]
  /// The names of all rules' captures, and by name and rule the capture's number, -1 where the rule has none.
  private let keys: [String: Int]
  private let numbers: [Int16]

  /// Linear in the names times the rules.
  init(of rules: [Rule]) {
    typed = rules.map { rule in
      if rule.captureTypes.isEmpty { return [] }
      return rule.captureNames.enumerated().compactMap { number, name in
        rule.captureTypes[name].map { (number, $0) }
      }
    }
    hasTyped = typed.map { !$0.isEmpty }
    var keys: [String: Int] = [:]
    for name in rules.lazy.flatMap(\.captureNames) where keys[name] == nil { keys[name] = keys.count }
    var numbers = [Int16](repeating: -1, count: keys.count * rules.count)
    for (rule, names) in rules.lazy.map(\.captureNames).enumerated() {
      for (number, name) in names.enumerated().reversed() {
        if let key = keys[name] { numbers[key * rules.count + rule] = Int16(number) }
      }
    }
    self.keys = keys
    self.numbers = numbers
  }

  /// What stands for captures of this name.
  func key(_ name: String) -> CaptureKey { CaptureKey(number: keys[name] ?? -1) }

  /// The number of a rule's capture; nil where it has none of this name.
  @inline(__always)
  func number(_ key: CaptureKey, ofRule rule: Int) -> Int? {
    guard key.number >= 0 else { return nil }
    let number = numbers[key.number &* hasTyped.count &+ rule]
    return number < 0 ? nil : Int(number)
  }
}

/// A capture's name, as a number of one ``RuleSet`` and of those made from it.
public struct CaptureKey: Sendable {
  /// Stands for no capture of any rule.
  public static let none = CaptureKey(number: -1)
  let number: Int
}
