import PantauRules
import PantauText

/// What is asked of an article's text alike while it is read and when its reading is final.
protocol ArticleText {
  var tokenized: TokenizedText { get }
  var labels: Labels { get }

  /// The longest match with `label` that begins at `token`.
  func match(_ label: LabelID, at token: Int) -> Match?
}

extension ArticleText {
  /// Whether the token at `index` is the given ASCII mark.
  @inline(__always)
  func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
    let text = tokenized
    guard index >= 0, index < text.tokens.count, text.tokens[index].kind == .punctuation else { return false }
    let first = Int(text.tokens[index].start)
    if text.bytes[first] == UInt8(ascii: mark) { return true }
    // En and em dashes are dashes.
    return mark == "-" && text.tokens[index].end - text.tokens[index].start == 3 && text.bytes[first] == 0xE2
      && text.bytes[first + 1] == 0x80 && 0x93...0x94 ~= text.bytes[first + 2]
  }

  /// Whether a double quotation mark stands at a token, straight or curly.
  func isQuotation(_ token: Int) -> Bool {
    isMark(token, "\"") || isCurly(token, 0x9C) || isCurly(token, 0x9D)
  }

  /// Whether the curly quotation mark that ends with this byte stands at a token: 0x9C opens, 0x9D closes.
  func isCurly(_ token: Int, _ last: UInt8) -> Bool {
    let text = tokenized
    guard token >= 0, token < text.tokens.count, text.tokens[token].kind == .punctuation,
      text.tokens[token].end - text.tokens[token].start == 3
    else { return false }
    let first = Int(text.tokens[token].start)
    return text.bytes[first] == 0xE2 && text.bytes[first + 1] == 0x80 && text.bytes[first + 2] == last
  }

  /// Whether the word at `token` begins with a capital and stands behind another word of its sentence that does so too.
  func isCapitalInside(_ token: Int) -> Bool {
    let text = tokenized
    guard text.tokens[token].traits.contains(.capitalised),
      token > text.sentences[Int(text.sentenceOfToken[token])].lowerBound
    else { return false }
    return text.tokens[token - 1].kind == .word && text.tokens[token - 1].traits.contains(.capitalised)
  }

  /// Whether a word that points to what was spoken of stands at a token: "koperasi | tersebut".
  func pointsBack(_ token: Int) -> Bool {
    match(labels.listIntros, at: token).flatMap { labels.amounts.opens[$0] } == false
  }

  /// "Dari 156 koperasi itu yang sudah berjalan tujuh": a stage's word between whole and part, with no comma behind it, is said of the
  /// part where nothing is told behind that.
  func saysOfPart(_ stage: Range<Int>, _ quantity: Quantity) -> Bool {
    guard stage.upperBound <= quantity.anchor,
      !(stage.upperBound..<quantity.anchor).contains(where: { isMark($0, ",") })
    else { return false }
    let end = quantity.range.upperBound
    let behind = end..<max(end, min(end + 5, tokenized.sentences[quantity.sentence].upperBound))
    return !behind.contains { match(labels.stage, at: $0) != nil }
  }

  /// Whether a token stands between quotation marks of its paragraph, of which 4096 bytes before it are looked at.
  func isQuoted(_ token: Int) -> Bool {
    let bytes = tokenized.bytes
    let end = Int(tokenized.tokens[token].start)
    var at = end
    while at > 0, at > end - 4096, bytes[at - 1] != 10 { at -= 1 }
    var isOpen = false
    while at < end {
      if bytes[at] == 34 {
        isOpen.toggle()
      } else if bytes[at] == 0xE2, at + 2 < end, bytes[at + 1] == 0x80 {
        if bytes[at + 2] == 0x9C { isOpen = true } else if bytes[at + 2] == 0x9D { isOpen = false }
      }
      at += 1
    }
    return isOpen
  }
}
