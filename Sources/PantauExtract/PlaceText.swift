import PantauRules
import PantauText

/// The words of a token range compared with names, for which no string is made but where a letter beyond ASCII stands in
/// them, whose two cases differ in more than a bit.
struct PlaceText {
  let range: Range<Int>
  /// What ``PlaceCase/key(_:)`` gives for the words as ``PlaceCase/title(_:)`` writes them.
  let key: UInt64
  /// The words as they are titled, where there is a letter beyond ASCII.
  private let title: String?

  init(_ range: Range<Int>, in text: TokenizedText) {
    self.range = range
    let place = text.byteRange(range)
    let (hash, isPlain) = text.bytes.withUnsafeBufferPointer { bytes in
      let bytes = UnsafeBufferPointer(rebasing: bytes[place])
      return (PlaceCase.foldedHash(bytes), PlaceText.isPlain(bytes))
    }
    title = isPlain ? nil : PlaceCase.title(text.string(range))
    key = title.map { PlaceCase.key($0) } ?? hash
  }

  /// Whether the words are those of `name`.
  func isSame(_ name: String, in text: TokenizedText) -> Bool {
    if let title { return PlaceCase.isSame(name, title) }
    let place = text.byteRange(range)
    return text.bytes.withUnsafeBufferPointer {
      PlaceCase.isSame(name, UnsafeBufferPointer(rebasing: $0[place]))
    }
  }

  /// Whether the words of a range are those of `name`: as ``isSame(_:in:)``, where nobody asks for the key.
  static func isSame(_ range: Range<Int>, _ name: String, in text: TokenizedText) -> Bool {
    let place = text.byteRange(range)
    let isSame: Bool? = text.bytes.withUnsafeBufferPointer { bytes in
      let bytes = UnsafeBufferPointer(rebasing: bytes[place])
      return PlaceText.isPlain(bytes) ? PlaceCase.isSame(name, bytes) : nil
    }
    return isSame ?? PlaceText(range, in: text).isSame(name, in: text)
  }

  /// Whether all letters are ASCII; dashes and quotes (U+2010 to U+201F) have no case that could differ.
  @inline(__always)
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
      } else if bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80,
        bytes[index + 2] & 0xF0 == 0x90
      {
        index += 3
      } else {
        return false
      }
    }
    return true
  }

  /// The words with single spaces, a longer word in capitals with one at its beginning.
  func string(in text: TokenizedText) -> String { title ?? PlaceCase.title(text.string(range)) }
}

/// Full names by the short forms that an article introduces for them in brackets.
struct ShortForms: Sendable {
  private typealias Form = (key: UInt64, short: [UInt8], full: String)
  private var forms: [Form] = []

  var isEmpty: Bool { forms.isEmpty }

  /// The full name behind a folded short form; of two, the later one counts.
  subscript(short: [UInt8]) -> String? {
    get { forms.first { $0.short == short }?.full }
    set {
      guard let newValue else { return }
      let key = short.withUnsafeBufferPointer { PlaceCase.foldedHash($0) }
      if let known = forms.firstIndex(where: { $0.short == short }) {
        forms[known].full = newValue
      } else {
        forms.append((key, short, newValue))
      }
    }
  }

  /// The full name whose short form has the letters and digits of `text`'s words from token to token, case apart.
  func name(_ range: Range<Int>, in text: TokenizedText) -> String? {
    if forms.isEmpty { return nil }
    let place = text.byteRange(range)
    return text.bytes.withUnsafeBufferPointer { bytes in
      let words = UnsafeBufferPointer(rebasing: bytes[place])
      let key = PlaceCase.foldedHash(words)
      return forms.first { $0.key == key && PlaceCase.isSame(words, folded: $0.short) }?.full
    }
  }

  /// Whether a short form begins with the letters and digits of the word at `token`.
  func hasForm(beginningWith token: Int, in text: TokenizedText) -> Bool {
    if forms.isEmpty { return false }
    let place = text.byteRange(token..<token + 1)
    return text.bytes.withUnsafeBufferPointer { bytes in
      forms.contains { form in
        var next = 0
        for byte in bytes[place] {
          guard let byte = PlaceCase.folded(byte) else { continue }
          guard next < form.short.count, form.short[next] == byte else { return false }
          next += 1
        }
        return true
      }
    }
  }

  /// The name of a range's words as they are titled, where it is a short form's.
  func name(_ words: PlaceText, in text: TokenizedText) -> String? {
    guard forms.contains(where: { $0.key == words.key }) else { return nil }
    return self[PlaceCase.folded(words.string(in: text))]
  }

  /// Each short form and its full name.
  var all: [(short: [UInt8], full: String)] { forms.map { ($0.short, $0.full) } }
}
