import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Everything found so far in one article: the value that the steps of extraction hand on.
struct Reading: ArticleText {
  /// The day of publication, as the article gives it.
  let published: CalendarDate?
  var text: AnnotatedText
  let labels: Labels
  /// Token index of the first token of the body.
  let bodyStart: Int
  /// The place and paper with which the body begins.
  var dateline = 0..<0
  /// Values of the matches labelled `number`, by payload.
  var numbers: [NumberValue] = []
  var dates: [FoundDate] = []
  var regions: [FoundRegion] = []
  /// Places in the text where a region is named, in order of position.
  var regionMentions: [PlaceMention] = []
  var officials: [FoundOfficial] = []
  /// Places' full names by the short forms that the article introduces in brackets.
  var placeAliases = ShortForms()
  /// Agencies' full names by the short forms that the article introduces in brackets.
  var agencyAliases = ShortForms()
  /// Looks up what is in ``regions`` and ``regionMentions``; holds until the first mention is changed.
  var places = PlaceIndex()
  /// The regencies and cities whose districts and villages are looked for; nil while they may still change.
  var holders: [VillageFinder.Holder]?
  /// Index in `regions` of the region that the article is about.
  var focus: Int?
  var reference: CalendarDate?
  /// The tokens at which brackets open, those that are colons, and the words with a capital, in order.
  let brackets: [Int32]
  let colons: [Int32]
  let capitals: [Int32]
  /// The tokens of the matches labelled `number`, in order, each that of the value with its number.
  var numberRanges: [Range<Int>] = []
  /// The tokens at which prepositions and words that point back to a list or a place may begin, in order.
  var leads: [Int32] = []

  init(article: Article, text: AnnotatedText, labels: Labels) {
    published = article.published
    self.text = text
    self.labels = labels
    let titleLength = article.title.utf8.count
    bodyStart = text.tokens.firstIndex { Int($0.start) > titleLength } ?? text.tokens.count
    (brackets, colons, capitals) = Self.bracketsAndCapitals(of: text.text)
  }

  private static func bracketsAndCapitals(
    of text: TokenizedText
  ) -> (brackets: [Int32], colons: [Int32], capitals: [Int32]) {
    var brackets: [Int32] = []
    var colons: [Int32] = []
    let capitals = text.tokens.withUnsafeBufferPointer { tokens in
      text.bytes.withUnsafeBufferPointer { bytes in
        [Int32](unsafeUninitializedCapacity: tokens.count) { capitals, count in
          for index in tokens.indices {
            let number = Int32(truncatingIfNeeded: index)
            switch tokens[index].kind {
            case .word:
              guard tokens[index].traits.contains(.capitalised) else { continue }
              capitals.initializeElement(at: count, to: number)
              count += 1
            case .punctuation:
              switch bytes[Int(tokens[index].start)] {
              case UInt8(ascii: "("): brackets.append(number)
              case UInt8(ascii: ":"): colons.append(number)
              default: continue
              }
            case .number: continue
            }
          }
        }
      }
    }
    return (brackets, colons, capitals)
  }

  var tokens: [Token] { text.tokens }

  var tokenized: TokenizedText { text.text }

  /// Bytes covered by a token range.
  func span(_ range: Range<Int>) -> Span {
    let bytes = text.text.byteRange(range)
    return Span(bytes.lowerBound, bytes.upperBound)
  }

  /// The longest match with `label` that ends at token `end`, reaching back `reach` tokens at most.
  @inline(__always)
  func match(_ label: LabelID, endingAt end: Int, reach: Int = 6) -> Match? {
    text.matches.match(label, endingAt: end, reach: reach)
  }

  /// The longest match with `label` that begins at `token`.
  @inline(__always)
  func match(_ label: LabelID, at token: Int) -> Match? {
    tokens.indices.contains(token) ? text.matches.match(label, at: token) : nil
  }

  /// The longest match with `label` that begins at the first token of `range` at which one does.
  func first(_ label: LabelID, in range: Range<Int>) -> Match? {
    for token in range {
      if let match = text.matches.match(label, at: token) { return match }
    }
    return nil
  }

  /// The region that a mention at `token` is said of: the place right before, where it only says where that one lies.
  func qualified(_ region: Int, at token: Int) -> Int {
    guard var index = regionMentions.firstIndex(where: { $0.range.contains(token) }) else { return region }
    guard regionMentions[index].isQualifier else { return region }
    while index > 0, regionMentions[index].isQualifier { index -= 1 }
    return regionMentions[index].region
  }

  /// Adds a region while places are being found.
  mutating func add(_ region: consuming FoundRegion) {
    places.add(region.key, of: region.level)
    regions.append(region)
  }

  /// Adds a mention while places are being found.
  mutating func add(_ mention: PlaceMention) {
    regionMentions.append(mention)
    places.add(mention, of: regions[mention.region].level)
  }

  /// The sentence that holds `token`.
  func sentence(of token: Int) -> Int { Int(text.text.sentenceOfToken[token]) }
}

/// A number as read: its value and whether the words leave it open.
struct NumberValue: Sendable {
  var value: Double
  /// "puluhan", "30.500-an".
  var approximate = false
  /// Spelled in letters.
  var inWords = false
}

/// A date expression with the days that it covers.
struct FoundDate: Sendable {
  var range: Range<Int>
  var parts: DateParts
  var days: DateRange?
}

/// A region that the article names, with or without a place in the gazetteer.
struct FoundRegion: Sendable {
  /// Index in the gazetteer, nil for villages and districts that it does not hold.
  let gazetteer: Int?
  let level: RegionLevel
  let name: String
  /// The name's ``PlaceCase/key(_:)``.
  let key: UInt64
  /// The canonical label.
  let label: String
  let code: String?
  /// The code as a number, nil where there is none; the province in which it lies, 0 where that is not known.
  let place: PlaceCode?
  let province: Int
  let within: String?
  /// Whether the level is only assumed: of a village that nothing but a cooperative's name tells.
  let isAssumed: Bool

  init(
    gazetteer: Int? = nil, level: RegionLevel, name: String, code: String? = nil, within: String? = nil,
    isAssumed: Bool = false
  ) {
    self.gazetteer = gazetteer
    self.level = level
    self.name = name
    key = PlaceCase.key(name)
    label = Region.label(level, name)
    self.code = code
    place = code.map { PlaceCode($0) }
    province = code.map { PlaceNames.province(ofCode: $0) } ?? 0
    self.within = within
    self.isAssumed = isAssumed
  }
}

/// One place in the text where a region is named.
struct PlaceMention: Sendable {
  /// The tokens, level word included.
  var range: Range<Int>
  /// Index in ``Reading/regions``.
  var region: Int
  /// Whether it is only the place of a report's dateline.
  var isDateline = false
  /// Whether it is no name but words that point back to one: "di kecamatan itu", "tingkat provinsi".
  var isAnaphor = false
  /// Whether it only says where the place named right before it lies: "Kabupaten Rembang, Jawa Tengah".
  var isQualifier = false
  /// Whether it is only where and when something was said: "katanya di Kota Serang, Banten, Rabu (7/5)".
  var isScene = false
  /// Whether it is the place among whose parts the one named before it has a rank.
  var isRanked = false
  /// Whether it stands in the number of an army or police unit: "Kodim 0409/Rejang Lebong".
  var isUnitNumber = false
}

/// A person with an office.
struct FoundOfficial: Sendable {
  var name: String
  /// The name's words folded.
  var words: NameWords
  var position: String
  var of: String?
  /// Whether the office is the country's: a minister's.
  var servesCountry: Bool { of == Statement.country }
  var acting: Bool
  var aliases: [String] = []
  var mentions: [Range<Int>] = []
}
