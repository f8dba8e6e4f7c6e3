import PantauGazetteer

/// Upper and lower case of place names.
enum PlaceCase {
  /// "BATHIN SOLAPAN" as "Bathin Solapan"; other names as they are, with single spaces.
  static func title(_ name: String) -> String {
    if isPlain(name) { return name }
    let words = name.split(whereSeparator: \.isWhitespace)
    return words.map { word in
      let letters = word.utf8.filter { isLetter($0) }
      let isCapitals =
        letters.count > 3 && letters.allSatisfy { $0 < 97 } && !letters.allSatisfy(isRomanDigit)
      return isCapitals ? word.prefix(1) + word.dropFirst().lowercased() : String(word)
    }.joined(separator: " ")
  }

  /// Whether a letter is one of the numbers in names such as "XIII Koto Kampar".
  static func isRomanDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"), UInt8(ascii: "L"), UInt8(ascii: "C"): true
    default: false
    }
  }

  /// Whether ``title(_:)`` leaves the name as it is: ASCII, single spaces inside, no longer word in capitals.
  private static func isPlain(_ name: String) -> Bool {
    name.utf8.withContiguousStorageIfAvailable { bytes in
      var letters = 0
      var capitals = 0
      var last: UInt8 = 32
      for byte in bytes {
        if byte >= 0x80 || 9...13 ~= byte { return false }
        if byte == 32 {
          if last == 32 || (letters > 3 && capitals == letters) { return false }
          letters = 0
          capitals = 0
        } else if isLetter(byte) {
          letters += 1
          if byte < 97 { capitals += 1 }
        }
        last = byte
      }
      return last != 32 && !(letters > 3 && capitals == letters)
    } ?? false
  }

  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 97 && byte | 0x20 <= 122 }

  /// The byte as names are compared: letters in lower case and digits; nil for what does not count.
  @inline(__always)
  static func folded(_ byte: UInt8) -> UInt8? { NameKey.folded(byte) }

  /// Letters and digits only, in lower case.
  static func folded(_ name: String) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(name.utf8.count)
    for byte in name.utf8 {
      if let byte = PlaceCase.folded(byte) { folded.append(byte) }
    }
    return folded
  }

  /// The hash of letters and digits in lower case by which the gazetteer's tables are asked: a ``NameKey``'s.
  static func foldedHash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = noLetters
    for byte in bytes { hash = combined(hash, byte) }
    return hash
  }

  /// The hash of no letters, and that with one byte more.
  static let noLetters = NameKey.start

  @inline(__always)
  static func combined(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    folded(byte).map { NameKey.combined(hash, $0) } ?? hash
  }

  /// Whether the letters and digits of `bytes`, in lower case, are those of `folded`.
  static func isSame(_ bytes: UnsafeBufferPointer<UInt8>, folded: [UInt8]) -> Bool {
    var next = 0
    for byte in bytes {
      guard let byte = PlaceCase.folded(byte) else { continue }
      guard next < folded.count, folded[next] == byte else { return false }
      next += 1
    }
    return next == folded.count
  }

  /// Whether a name has the letters and digits of `bytes`, case apart.
  static func isSame(_ name: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var name = name
    return name.withUTF8 { name in
      var next = 0
      for byte in name {
        guard let byte = folded(byte) else { continue }
        while next < bytes.count, folded(bytes[next]) == nil { next += 1 }
        guard next < bytes.count, folded(bytes[next]) == byte else { return false }
        next += 1
      }
      while next < bytes.count, folded(bytes[next]) == nil { next += 1 }
      return next == bytes.count
    }
  }

  /// The parts of a name between spaces.
  static func words(_ name: String) -> [Substring] {
    name.utf8.split(separator: UInt8(ascii: " ")).map { Substring($0) }
  }

  /// The word with a capital at its beginning.
  static func capitalised(_ word: String) -> String {
    var bytes = Array(word.utf8)
    // A letter that marks of its own follow is no ASCII one.
    guard let first = bytes.first, first < 0x80, bytes.count == 1 || bytes[1] < 0x80 else {
      return word.prefix(1).uppercased() + word.dropFirst()
    }
    guard first &- 97 < 26 else { return word }
    bytes[0] = first & 0xDF
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A hash by which names that ``isSame(_:_:)`` holds for are alike.
  static func key(_ name: String) -> UInt64 {
    var name = name
    return name.withUTF8 { foldedHash($0) }
  }

  /// Whether two names have the same letters and digits, case apart.
  static func isSame(_ left: String, _ right: String) -> Bool {
    var (left, right) = (left.utf8.makeIterator(), right.utf8.makeIterator())
    func next(_ bytes: inout String.UTF8View.Iterator) -> UInt8? {
      while let byte = bytes.next() {
        if let byte = folded(byte) { return byte }
      }
      return nil
    }
    while let byte = next(&left) {
      if byte != next(&right) { return false }
    }
    return next(&right) == nil
  }
}
