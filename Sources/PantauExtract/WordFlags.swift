import PantauRecords
import PantauRules
import PantauText

/// What the rows of word lists say that places are read by, as bits by row, so that no cell is compared on the way.
struct WordFlags: Sendable {
  /// One bit for a cell of a word list that holds a certain word.
  struct Flags: OptionSet, Sendable {
    let rawValue: UInt16

    /// A word that introduces a list opens it; what it opens is only part of what was counted.
    static let opens = Flags(rawValue: 1 << 0)
    static let part = Flags(rawValue: 1 << 1)
    /// A thing's word is the whole of its name; it stands before the name, which is a street's, a school's or the like.
    static let isItself = Flags(rawValue: 1 << 2)
    static let leadsThing = Flags(rawValue: 1 << 3)
    /// A word that ends a place's name may stand inside one; it counts behind a programme's name only.
    static let inside = Flags(rawValue: 1 << 4)
    static let ofProgramme = Flags(rawValue: 1 << 5)
    /// A level word is a district's; it can lead a name.
    static let district = Flags(rawValue: 1 << 6)
    static let leads = Flags(rawValue: 1 << 7)
    /// A preposition says where something is.
    static let within = Flags(rawValue: 1 << 8)
    /// The last word of a place's name may be that of a district named after its city.
    static let endsDistrict = Flags(rawValue: 1 << 9)
    /// It may stand in small letters.
    static let endsSmall = Flags(rawValue: 1 << 13)
    /// An office is the state's; an agency's word stands for a body.
    static let national = Flags(rawValue: 1 << 10)
    static let body = Flags(rawValue: 1 << 11)
    /// A word opens a list of villages behind their district's name.
    static let opensBehindDistrict = Flags(rawValue: 1 << 12)
  }

  private var flags: [Flags] = []

  /// Kinds of things, from a company to a street, whose words lead no district's name; those of nature do.
  private static let things: Set = ["street", "station", "building", "education", "company", "bank", "media"]

  init(_ lexicon: Lexicon, labels: Labels) {
    flags = lexicon.entries.map { entry in
      var found: Flags = []
      func mark(_ label: LabelID, _ flag: Flags, if holds: (Lexicon.Entry) -> Bool) {
        if entry.label == label, holds(entry) { found.insert(flag) }
      }
      mark(labels.listIntros, .opens) { $0["opens"] == "yes" }
      mark(labels.listIntros, .part) { $0["part"] == "yes" }
      mark(labels.listIntros, .opensBehindDistrict) { $0["district"] == "yes" }
      mark(labels.notRegions, .isItself) { $0["side"] == "self" }
      mark(labels.notRegions, .leadsThing) {
        $0["side"] == "before" && Self.things.contains($0["kind"] ?? "")
      }
      mark(labels.placeStops, .inside) { $0["use"] == "inside" }
      mark(labels.placeStops, .ofProgramme) { $0["use"] == "programme" }
      mark(labels.villageWords, .district) { $0["level"] == RegionLevel.district.rawValue }
      mark(labels.villageWords, .leads) { $0["label"] != nil }
      mark(labels.prepositions, .within) { $0["kind"] == "in" }
      mark(labels.placeEndings, .endsDistrict) { $0["district"] == "yes" }
      mark(labels.placeEndings, .endsSmall) { $0["small"] == "yes" }
      mark(labels.offices, .national) { $0["scope"] == "national" }
      mark(labels.agencies, .body) { $0["kind"] == "body" }
      return found
    }
  }

  /// What the row behind a match of a word list says.
  @inline(__always)
  subscript(match: Match) -> Flags {
    let index = Int(match.payload)
    return match.rule < 0 && index >= 0 && index < flags.count ? flags[index] : []
  }
}

/// Several labels of which it is asked at once whether one applies.
struct LabelGroup: Sendable {
  private let bits: MatchTable.LabelSet
  private var members: [Bool] = []

  init(_ labels: [LabelID]) {
    bits = MatchTable.LabelSet(labels)
    for label in labels where label != .max {
      while members.count <= Int(label) { members.append(false) }
      members[Int(label)] = true
    }
  }

  /// Whether a match of one of the labels begins at `token`; there is none behind the text's end.
  @inline(__always)
  func begins(at token: Int, in text: AnnotatedText) -> Bool {
    guard token < text.text.tokens.count, text.matches.mayBegin(bits, at: token) else { return false }
    var found = false
    text.matches.forEach(at: token) { index in
      let label = Int(text.matches.matches[index].label)
      if label < members.count, members[label] { found = true }
    }
    return found
  }

  /// Whether one of the labels applies to the one word at `token`.
  @inline(__always)
  func isWord(_ token: Int, in text: AnnotatedText) -> Bool {
    guard text.matches.mayBegin(bits, at: token) else { return false }
    var found = false
    text.matches.forEach(at: token) { index in
      let match = text.matches.matches[index]
      let label = Int(match.label)
      if Int(match.end) == token + 1, label < members.count, members[label] { found = true }
    }
    return found
  }
}

/// Some of the levels of administration.
struct LevelSet: OptionSet, Sendable {
  let rawValue: UInt8

  static let district = LevelSet(.district)
  /// Villages of both kinds.
  static let village: LevelSet = [LevelSet(.village), LevelSet(.urbanVillage)]
  static let belowRegency: LevelSet = [.district, .village]
  static let regency = LevelSet(.regency)
  static let city = LevelSet(.city)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ level: RegionLevel) {
    switch level {
    case .province: rawValue = 1
    case .regency: rawValue = 2
    case .city: rawValue = 4
    case .district: rawValue = 8
    case .village: rawValue = 16
    case .urbanVillage: rawValue = 32
    }
  }
}
