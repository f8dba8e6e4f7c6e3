import PantauRules
import PantauText

/// Reads short forms of agencies that an article spells out: "Dinas Perdagangan, Koperasi, dan UKM (Dindagkop-UKM)".
///
/// Such names differ from region to region, so that what the article says goes before the word list.
enum AgencyAliases {
  /// Longest name and longest short form in tokens.
  private static let longestName = 16
  private static let longestShort = 5

  /// Full names by folded short form.
  static func aliases(in reading: Reading) -> ShortForms {
    var aliases = ShortForms()
    for bracket in reading.brackets {
      let open = Int(bracket)
      if let spelled = spelledOut(at: open, in: reading) {
        aliases[spelled.short] = spelled.full
        continue
      }
      guard let close = (open + 2...open + 1 + longestShort).first(where: { reading.isMark($0, ")") }),
        reading.tokens[open + 1].traits.contains(.capitalised),
        let head = nameStart(before: open, in: reading)
      else { continue }
      let start = startOfInitials(before: open, from: head, in: reading) ?? head
      let short = PlaceCase.folded(reading.text.text.string(open + 1..<close))
      let full = reading.text.text.string(start..<open)
      if short.count >= 3, short.count < full.utf8.count { aliases[short] = full }
    }
    return aliases
  }

  /// "DKUKMPP (Dinas Koperasi, UKM, Perindustrian dan Perdagangan)": the short form before a bracket that begins with the head of an
  /// agency's name, folded, and that name.
  private static func spelledOut(at open: Int, in reading: Reading) -> (short: [UInt8], full: String)? {
    guard open > 0, reading.tokens[open - 1].traits.contains(.allCapitals),
      reading.match(reading.labels.agencyHeads, at: open + 1) != nil,
      let close = (open + 2...open + 1 + longestName).first(where: { reading.isMark($0, ")") })
    else { return nil }
    return (
      PlaceCase.folded(reading.text.text.string(open - 1..<open)), reading.text.text.string(open + 1..<close)
    )
  }

  /// "Dinas Koperasi dan Usaha Mikro, Kecil, dan Menengah (UMKM)": where the words before the bracket at `open` begin whose initials are
  /// the one word in it, if that is behind `start`.
  private static func startOfInitials(before open: Int, from start: Int, in reading: Reading) -> Int? {
    let short = reading.tokens[open + 1]
    guard short.traits.contains(.allCapitals), reading.isMark(open + 2, ")") else { return nil }
    let bytes = reading.text.text.bytes
    var letter = Int(short.end)
    var first: Int?
    for token in (start..<open).reversed() where letter > Int(short.start) {
      let word = reading.tokens[token]
      guard word.kind == .word, word.traits.contains(.capitalised) else { continue }
      letter -= 1
      guard bytes[Int(word.start)] == bytes[letter] else { return nil }
      first = token
    }
    return letter == Int(short.start) ? first : nil
  }

  /// The full name of the short form that begins at `token`, the longest one, and the token after it.
  static func name(at token: Int, upTo limit: Int, in reading: Reading) -> (name: String, end: Int)? {
    guard limit > token, reading.agencyAliases.hasForm(beginningWith: token, in: reading.text.text) else {
      return nil
    }
    for end in stride(from: min(limit, token + longestShort), to: token, by: -1) {
      if let name = reading.agencyAliases.name(token..<end, in: reading.text.text) { return (name, end) }
    }
    return nil
  }

  /// Where the agency's name begins that ends at `end`: at the first head word of a run of capitalised and joining words.
  private static func nameStart(before end: Int, in reading: Reading) -> Int? {
    let labels = reading.labels
    var start: Int?
    var token = end - 1
    while token >= max(0, end - longestName), reading.sentence(of: token) == reading.sentence(of: end) {
      let found = reading.tokens[token]
      let continues =
        found.traits.contains(.capitalised) || found.kind != .word
        || reading.match(labels.joiners, at: token) != nil
        || reading.match(labels.agencyWords, at: token) != nil
      guard continues, !reading.isMark(token, ")") else { break }
      if found.traits.contains(.capitalised), reading.match(labels.agencyHeads, at: token) != nil {
        start = token
      }
      token -= 1
    }
    return start
  }
}
