/// The words that the comparison of names and labels needs; `rules/evaluation/` holds them.
public struct EvaluationVocabulary: Sendable, Equatable {
  /// Folded honorifics and degrees, which do not count in a person's name.
  public var honorifics: Set<String>
  /// Folded labels with what they are compared as.
  public private(set) var labels: [String: String] = [:]
  /// Folded beginnings of labels with what takes their place.
  public private(set) var beginnings: [(written: String, compared: String)] = []

  /// A comparison of bare words.
  public static let none = EvaluationVocabulary(honorifics: [], regionLabels: [])

  /// Reads the lines of the two lists.
  ///
  /// - Parameters:
  ///   - honorifics: several a line, separated by spaces (`honorifics.txt`).
  ///   - regionLabels: `written = compared`, with `*` at both ends for any rest (`region-labels.txt`); a line without `=`
  ///     is left out.
  public init(honorifics: [String], regionLabels: [String]) {
    self.honorifics = Set(honorifics.flatMap { Folding.words($0) })
    for line in regionLabels {
      let sides = line.split(separator: "=", maxSplits: 1).map { Folding.text(String($0)) }
      guard sides.count == 2 else { continue }
      if sides[0].hasSuffix("*"), sides[1].hasSuffix("*") {
        beginnings.append((String(sides[0].dropLast()), String(sides[1].dropLast())))
      } else {
        labels[sides[0]] = sides[1]
      }
    }
  }

  /// Whether both hold the same words.
  public static func == (left: EvaluationVocabulary, right: EvaluationVocabulary) -> Bool {
    left.honorifics == right.honorifics && left.labels == right.labels
      && left.beginnings.elementsEqual(right.beginnings, by: ==)
  }

  /// What two labels of one region have in common: the level's word, and the rest without spaces and signs.
  func regionKey(_ label: String?) -> String {
    var key = Folding.text(label ?? "")
    for (written, compared) in beginnings where key.hasPrefix(written) {
      key = compared + key.dropFirst(written.count)
    }
    key = labels[key] ?? key
    guard let space = key.firstIndex(of: " ") else { return key }
    let rest = key[key.index(after: space)...].utf8.filter(Folding.isPlain)
    return key[..<space] + " " + String(decoding: rest, as: UTF8.self)
  }

  /// A name's words without honorifics and what follows a comma.
  func nameKey(_ name: String) -> [UInt8] {
    let bare = String(name.prefix { $0 != "," })
    let words = Folding.text(bare).utf8.split { byte in
      !(Folding.isPlain(byte) || byte == UInt8(ascii: "'"))
    }.map(Array.init)
    let kept = words.filter { !honorifics.contains(String(decoding: $0, as: UTF8.self)) }
    return Array((kept.isEmpty ? words : kept).joined(separator: [UInt8(ascii: " ")]))
  }
}
