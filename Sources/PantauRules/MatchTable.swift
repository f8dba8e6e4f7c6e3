import PantauText

/// A part of a text to which a label applies, and who found it.
public struct Match: Sendable, Equatable {
  /// What the tokens are.
  public var label: LabelID
  /// Index of the rule in its ``RuleSet``, -1 for what a lexicon or the program itself found.
  public var rule: Int32
  /// Token index of the first token.
  public var start: Int32
  /// Token index after the last token.
  public var end: Int32
  /// What stands behind the match: a lexicon entry's index, or an index into a list of the finder's own.
  public var payload: Int32
  /// Where its captures begin in ``MatchTable/captures``; their number is the rule's.
  public var captures: Int32

  init(label: LabelID, rule: Int32, start: Int32, end: Int32, payload: Int32, captures: Int32) {
    self.label = label
    self.rule = rule
    self.start = start
    self.end = end
    self.payload = payload
    self.captures = captures
  }

  /// A match of the tokens `range`.
  public init(label: LabelID, rule: Int32 = -1, range: Range<Int>, payload: Int32 = -1, captures: Int32 = -1)
  {
    self.label = label
    self.rule = rule
    self.start = Int32(range.lowerBound)
    self.end = Int32(range.upperBound)
    self.payload = payload
    self.captures = captures
  }

  /// The tokens covered.
  public var range: Range<Int> { Int(start)..<Int(end) }
}

/// All matches in one text, found from the token at which they begin.
public struct MatchTable: Sendable {
  /// All matches, in the order of adding.
  public internal(set) var matches: [Match] = []
  /// Captured token ranges of all matches, (-1, -1) for a capture that took no part.
  public private(set) var captures: [(start: Int32, end: Int32)] = []
  /// First match of each token, -1 for none, and next match of each match.
  @usableFromInline var first: [Int32]
  @usableFromInline var next: [Int32] = []
  /// By token: bits of the labels whose matches begin there, and end before it. A label's bit may be another's too, so
  /// that a bit only tells where to look.
  @usableFromInline var beginning: [UInt64]
  @usableFromInline var ending: [UInt64]

  /// An empty table for a text of `tokenCount` tokens.
  public init(tokenCount: Int) {
    first = Array(repeating: -1, count: tokenCount + 1)
    beginning = Array(repeating: 0, count: tokenCount + 1)
    ending = beginning
  }

  /// The table of `matches`, which have no captures and come by first token and then by length. Linear.
  public init(tokenCount: Int, matches: [Match]) {
    self.init(tokenCount: tokenCount)
    self.matches = matches
    guard !matches.isEmpty else { return }
    next = [Int32](unsafeUninitializedCapacity: matches.capacity) { next, count in
      matches.withUnsafeBufferPointer { matches in
        first.withUnsafeMutableBufferPointer { first in
          beginning.withUnsafeMutableBufferPointer { beginning in
            ending.withUnsafeMutableBufferPointer { ending in
              MatchTable.link(matches, first, next, beginning, ending)
            }
          }
        }
      }
      count = matches.count
    }
  }

  /// The table of a lexicon's phrases, given by first token and then by length.
  init(tokenCount: Int, phrases: [PhraseTable.Found], of lexicon: Lexicon) {
    let matches = [Match](unsafeUninitializedCapacity: phrases.count + phrases.count / 4 + 8) {
      buffer, count in
      lexicon.labels.withUnsafeBufferPointer { labels in
        for phrase in phrases {
          buffer.initializeElement(
            at: count,
            to: Match(
              label: labels[Int(phrase.value)], rule: -1, start: phrase.start, end: phrase.end,
              payload: Int32(bitPattern: phrase.value), captures: -1))
          count &+= 1
        }
      }
    }
    self.init(tokenCount: tokenCount, matches: matches)
  }

  /// Links matches that come by first token and then by length, and sets their bits.
  private static func link(
    _ matches: UnsafeBufferPointer<Match>, _ first: UnsafeMutableBufferPointer<Int32>,
    _ next: UnsafeMutableBufferPointer<Int32>, _ beginning: UnsafeMutableBufferPointer<UInt64>,
    _ ending: UnsafeMutableBufferPointer<UInt64>
  ) {
    var index = 0
    while index < matches.count {
      let start = matches[index].start
      var head: Int32 = -1
      var bits: UInt64 = 0
      // Longer ones come first; those of one length, which follow one another, stay in their order.
      repeat {
        let end = matches[index].end
        let front = Int32(truncatingIfNeeded: index)
        var bitsOfLength: UInt64 = 0
        repeat {
          bitsOfLength |= MatchTable.bit(of: matches[index].label)
          index &+= 1
          next[index &- 1] = Int32(truncatingIfNeeded: index)
        } while index < matches.count && matches[index].start == start && matches[index].end == end
        next[index &- 1] = head
        head = front
        ending[Int(end)] |= bitsOfLength
        bits |= bitsOfLength
      } while index < matches.count && matches[index].start == start
      first[Int(start)] = head
      beginning[Int(start)] = bits
    }
  }

  /// Adds a match; longer matches at one token come before shorter ones, else the order is that of adding.
  public mutating func add(_ match: Match, captures added: ArraySlice<(start: Int32, end: Int32)> = []) {
    var match = match
    if !added.isEmpty {
      match.captures = Int32(captures.count)
      captures.append(contentsOf: added)
    }
    place(match)
  }

  /// Adds a match whose captures are `count` of a list, from `first` on.
  mutating func add(_ match: Match, captures list: [(start: Int32, end: Int32)], from first: Int, count: Int)
  {
    var match = match
    if count > 0 {
      match.captures = Int32(captures.count)
      for index in first..<first + count { captures.append(list[index]) }
    }
    place(match)
  }

  private mutating func place(_ match: Match) {
    let bit = MatchTable.bit(of: match.label)
    beginning[Int(match.start)] |= bit
    ending[Int(match.end)] |= bit
    // Longer ones come first among those that begin at one token.
    var before: Int32 = -1
    var after = first[Int(match.start)]
    while after >= 0, matches[Int(after)].end >= match.end {
      before = after
      after = next[Int(after)]
    }
    let index = Int32(truncatingIfNeeded: matches.count)
    matches.append(match)
    next.append(after)
    if before < 0 { first[Int(match.start)] = index } else { next[Int(before)] = index }
  }

  /// The label of a match that was taken out.
  public static let hidden = LabelID.max

  /// Takes matches out, given by their places in ``matches``: they keep their places there, with the label ``hidden``, and no
  /// token leads to them any more. Costs a look at what begins where they do.
  public mutating func hide(_ places: [Int32]) {
    matches.withUnsafeMutableBufferPointer { matches in
      first.withUnsafeMutableBufferPointer { first in
        next.withUnsafeMutableBufferPointer { next in
          for place in places {
            let start = Int(matches[Int(place)].start)
            matches[Int(place)].label = MatchTable.hidden
            guard first[start] != place else {
              first[start] = next[Int(place)]
              continue
            }
            var before = Int(first[start])
            while next[before] != place { before = Int(next[before]) }
            next[before] = next[Int(place)]
          }
        }
      }
    }
  }

  /// Gives the match at a place in ``matches`` another label and payload.
  public mutating func relabel(_ place: Int32, _ label: LabelID, payload: Int32) {
    matches[Int(place)].label = label
    matches[Int(place)].payload = payload
    beginning[Int(matches[Int(place)].start)] |= MatchTable.bit(of: label)
    ending[Int(matches[Int(place)].end)] |= MatchTable.bit(of: label)
  }

  /// Labels of which ``mayBegin(_:at:)`` asks.
  public struct LabelSet: Sendable, BitwiseCopyable {
    @usableFromInline var bits: UInt64 = 0

    /// The set of `labels`.
    @inlinable
    public init(_ labels: LabelID...) { self.init(labels) }

    /// The set of `labels`.
    @inlinable
    public init(_ labels: [LabelID]) {
      for label in labels { bits |= MatchTable.bit(of: label) }
    }
  }

  /// Whether a match of one of the labels can begin at `token`: false is certain, true is not. Costs one look.
  @inlinable
  public func mayBegin(_ labels: LabelSet, at token: Int) -> Bool { beginning[token] & labels.bits != 0 }

  @inlinable @inline(__always)
  static func bit(of label: LabelID) -> UInt64 { 1 << UInt64(label & 63) }

  /// Whether no match begins at `token`.
  @inlinable
  public func isEmpty(at token: Int) -> Bool { first[token] < 0 }

  /// Calls `body` with the index of each match that begins at `token`, longer ones first.
  @inlinable @inline(__always)
  public func forEach(at token: Int, _ body: (_ index: Int) -> Void) {
    var index = first[token]
    while index >= 0 {
      body(Int(index))
      index = next[Int(index)]
    }
  }

  /// The first match with `label` that begins at `token` (and ends at `end`, if given).
  @inlinable @inline(__always)
  public func match(_ label: LabelID, at token: Int, end: Int? = nil) -> Match? {
    guard beginning[token] & MatchTable.bit(of: label) != 0 else { return nil }
    return search(label, at: token, end: end ?? -1)
  }

  /// The longest match with `label` that ends at `end` (the token behind it) and begins at most `reach` tokens before.
  @inlinable @inline(__always)
  public func match(_ label: LabelID, endingAt end: Int, reach: Int) -> Match? {
    guard end >= 0, end < ending.count, ending[end] & MatchTable.bit(of: label) != 0 else { return nil }
    return search(label, endingAt: end, reach: reach)
  }

  @usableFromInline
  func search(_ label: LabelID, endingAt end: Int, reach: Int) -> Match? {
    for start in max(0, end - reach)..<end {
      if let match = match(label, at: start, end: end) { return match }
    }
    return nil
  }

  @usableFromInline
  func search(_ label: LabelID, at token: Int, end: Int) -> Match? {
    matches.withUnsafeBufferPointer { matches in
      next.withUnsafeBufferPointer { next in
        var index = Int(first[token])
        while index >= 0 {
          if matches[index].label == label, end < 0 || Int(matches[index].end) == end {
            return matches[index]
          }
          index = Int(next[index])
        }
        return nil
      }
    }
  }

  /// The matches with `label`, in the order of adding. Linear in all matches.
  public func matches(labelled label: LabelID) -> [Match] {
    var found: [Match] = []
    matches.withUnsafeBufferPointer { matches in
      for match in matches where match.label == label { found.append(match) }
    }
    return found
  }

  /// The token range of a match's capture, by its number in the rule.
  public func capture(_ number: Int, of match: Match) -> Range<Int>? {
    guard match.captures >= 0 else { return nil }
    let capture = captures[Int(match.captures) + number]
    return capture.start < 0 ? nil : Int(capture.start)..<Int(capture.end)
  }

  /// Calls `body` with the bits of the labels whose matches end before each token.
  func withUnsafeEndings(_ body: (UnsafePointer<UInt64>) -> Void) {
    ending.withUnsafeBufferPointer { if let ending = $0.baseAddress { body(ending) } }
  }

  /// Calls `body` with the matches, the first match of each token (-1 for none) and the next of each match.
  func withUnsafePointers(
    _ body: (UnsafePointer<Match>, UnsafePointer<Int32>, UnsafePointer<Int32>) -> Void
  ) {
    matches.withUnsafeBufferPointer { matches in
      first.withUnsafeBufferPointer { first in
        next.withUnsafeBufferPointer { next in
          // An array that never held an element may have no address; then no token leads to it.
          let none = UnsafePointer<Match>(bitPattern: MemoryLayout<Match>.alignment)
          let nowhere = UnsafePointer<Int32>(bitPattern: MemoryLayout<Int32>.alignment)
          guard let matches = matches.baseAddress ?? none, let first = first.baseAddress,
            let next = next.baseAddress ?? nowhere
          else { return }
          body(matches, first, next)
        }
      }
    }
  }
}
