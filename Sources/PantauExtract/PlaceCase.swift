/// Upper and lower case of place names.
enum PlaceCase {
  /// "BATHIN SOLAPAN" as "Bathin Solapan"; other names as they are, with single spaces.
  static func title(_ name: String) -> String {
    let words = name.split(whereSeparator: \.isWhitespace)
    return words.map { word in
      let letters = word.utf8.filter { $0 | 0x20 >= 97 && $0 | 0x20 <= 122 }
      let isCapitals = letters.count > 3 && letters.allSatisfy { $0 < 97 }
      return isCapitals ? word.prefix(1) + word.dropFirst().lowercased() : String(word)
    }.joined(separator: " ")
  }

  /// Letters and digits only, in lower case.
  static func folded(_ name: String) -> [UInt8] {
    name.utf8.compactMap { byte in
      let lower = byte &- 65 < 26 ? byte | 0x20 : byte
      return lower &- 97 < 26 || lower &- 48 < 10 || lower >= 0x80 ? lower : nil
    }
  }
}
