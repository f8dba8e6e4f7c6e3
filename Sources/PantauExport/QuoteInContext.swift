internal import PantauRecords

/// A quote with the words around it, from the article's text.
struct QuoteInContext {
  private(set) var before = ""
  private(set) var quote: String
  private(set) var after = ""
  /// Unicode scalars of context on each side.
  private static let reach = 160

  /// The quote alone where the text is unknown or has other words at its place.
  init(_ evidence: TrackLine.Evidence, text: [Unicode.Scalar]?) {
    quote = evidence.quote
    let (start, end) = (evidence.codePoints.start, evidence.codePoints.end)
    guard let text, 0 <= start, start <= end, end <= text.count,
      text[start..<end].elementsEqual(evidence.quote.unicodeScalars)
    else { return }
    before = QuoteInContext.lead(text[..<start])
    after = QuoteInContext.rest(text[end...])
  }

  /// The end of the paragraph's part before the quote, from a word's beginning.
  private static func lead(_ text: ArraySlice<Unicode.Scalar>) -> String {
    let paragraph = text.suffix(while: { $0 != "\n" })
    guard paragraph.count > QuoteInContext.reach else { return string(paragraph) }
    return "… " + string(paragraph.suffix(QuoteInContext.reach).drop { $0 != " " }.dropFirst())
  }

  private static func rest(_ text: ArraySlice<Unicode.Scalar>) -> String {
    let paragraph = text.prefix { $0 != "\n" }
    guard paragraph.count > QuoteInContext.reach else { return string(paragraph) }
    var kept = paragraph.prefix(QuoteInContext.reach)
    while let last = kept.last, last != " " { kept.removeLast() }
    return string(kept.dropLast()) + " …"
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  /// The quote in pieces, those that write one of the figures in digits marked.
  static func pieces(of quote: String, figures: [Double]) -> [(text: String, isFigure: Bool)] {
    let written = Set(figures.flatMap { [IndonesianNumber.string($0), IndonesianNumber.plain($0)] })
    var pieces: [(text: String, isFigure: Bool)] = []
    var current = String.UnicodeScalarView()
    var isNumber = false
    func close() {
      guard !current.isEmpty else { return }
      let text = String(current)
      pieces.append((text, isNumber && written.contains(text)))
      current = String.UnicodeScalarView()
    }
    let scalars = Array(quote.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let isDigit = QuoteInContext.isDigit(scalar)
      let isInside =
        isNumber && (scalar == "." || scalar == ",") && index + 1 < scalars.count
        && QuoteInContext.isDigit(scalars[index + 1])
      let belongs = isDigit || isInside
      if belongs != isNumber { close() }
      isNumber = belongs
      current.append(scalar)
    }
    close()
    return pieces
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}

extension ArraySlice<Unicode.Scalar> {
  /// The longest end whose elements all pass `test`.
  fileprivate func suffix(while test: (Unicode.Scalar) -> Bool) -> ArraySlice<Unicode.Scalar> {
    var start = endIndex
    while start > startIndex, test(self[start - 1]) { start -= 1 }
    return self[start..<endIndex]
  }
}
