import PantauText

/// Runs a pattern's automaton from a given token.
///
/// The search goes depth first in the order of preference and visits each pair of instruction and token at most once
/// (the bit-state method of Russ Cox, "Regular Expression Matching in the Wild", 2010), so that its cost is bounded by
/// instructions times tokens, whatever the pattern. An element may be an earlier match of several tokens.
struct PatternMatcher {
  private struct Step {
    var instruction: Int32
    var token: Int32
    /// The capture slot to restore when the step is undone, -1 for a step to explore.
    var slot: Int32
    var old: Int32
  }

  private var visited: [UInt32] = []
  private var stamp: UInt32 = 0
  private var stack: [Step] = []
  /// Matchers for look-around, kept for their storage.
  private var inner: [PatternMatcher] = []
  /// Capture slots of the last match: start and end by turns, -1 where a capture took no part.
  private(set) var slots: [Int32] = []

  /// The end of the preferred match of `program` that begins at `start` and does not pass `limit`.
  mutating func end(
    of program: PatternProgram, at start: Int, limit: Int, lower: Int, in text: AnnotatedText
  ) -> Int? {
    let limit = min(limit, start + Self.longestMatch)
    slots.removeAll(keepingCapacity: true)
    slots.append(contentsOf: repeatElement(-1, count: program.captureCount * 2))
    return search(program, from: 0, at: start, limit: limit, lower: lower, target: nil, text: text)
  }

  /// Adds the captures of the last match, by number.
  func appendCaptures(to captures: inout [(start: Int32, end: Int32)]) {
    for slot in stride(from: 0, to: slots.count, by: 2) { captures.append((slots[slot], slots[slot + 1])) }
  }

  private mutating func search(
    _ program: PatternProgram, from entry: Int, at start: Int, limit: Int, lower: Int, target: Int?,
    text: AnnotatedText
  ) -> Int? {
    let width = limit - start + 1
    let instructions = program.instructions
    let needed = instructions.count * width
    if visited.count < needed { visited = Array(repeating: 0, count: needed * 2) }
    stamp &+= 1
    if stamp == 0 {
      for index in visited.indices { visited[index] = 0 }
      stamp = 1
    }
    stack.removeAll(keepingCapacity: true)
    stack.append(Step(instruction: Int32(entry), token: Int32(start), slot: -1, old: 0))
    while let step = stack.popLast() {
      if step.slot >= 0 {
        slots[Int(step.slot)] = step.old
        continue
      }
      var pc = Int(step.instruction)
      var token = Int(step.token)
      explore: while true {
        let cell = pc * width + token - start
        if visited[cell] == stamp { break }
        visited[cell] = stamp
        switch instructions[pc] {
        case .accept:
          if target == nil || target == token { return token }
          break explore
        case .jump(let to): pc = to
        case .split(let first, let second):
          stack.append(Step(instruction: Int32(second), token: Int32(token), slot: -1, old: 0))
          pc = first
        case .save(let slot):
          stack.append(Step(instruction: 0, token: 0, slot: Int32(slot), old: slots[slot]))
          slots[slot] = Int32(token)
          pc += 1
        case .word(let word):
          guard token < limit, text.tokens[token].word == word else { break explore }
          pc += 1
          token += 1
        case .wordSet(let set):
          guard token < limit, contains(program.wordSets[set], text.tokens[token].word) else { break explore }
          pc += 1
          token += 1
        case .tokenClass(let tokenClass):
          guard token < limit, text.tokens[token].belongs(to: tokenClass) else { break explore }
          pc += 1
          token += 1
        case .label(let label, let constraint):
          guard token < limit else { break explore }
          push(label, constraint < 0 ? nil : program.constraints[constraint], pc, token, limit, text)
          break explore
        case .look(let ahead, let negative, let end):
          guard looks(program, pc + 1, ahead, token, limit, lower, text) != negative else { break explore }
          pc = end
        }
      }
    }
    return nil
  }

  /// Pushes a step behind each fitting match, so that the longest is explored first.
  private mutating func push(
    _ label: LabelID, _ constraint: LabelConstraint?, _ pc: Int, _ token: Int, _ limit: Int,
    _ text: AnnotatedText
  ) {
    let mark = stack.count
    text.matches.forEach(at: token) { index in
      let match = text.matches.matches[index]
      guard match.label == label, Int(match.end) <= limit, text.satisfies(match, constraint) else { return }
      stack.append(Step(instruction: Int32(pc + 1), token: match.end, slot: -1, old: 0))
    }
    if stack.count > mark + 1 { stack[mark...].reverse() }
  }

  /// Whether the look-around body that begins at `entry` matches ahead of `token`, or ends there.
  private mutating func looks(
    _ program: PatternProgram, _ entry: Int, _ ahead: Bool, _ token: Int, _ limit: Int, _ lower: Int,
    _ text: AnnotatedText
  ) -> Bool {
    var budget = 64
    if ahead, let known = glance(program, entry, token, limit, text, &budget) { return known }
    var nested = inner.popLast() ?? PatternMatcher()
    defer { inner.append(nested) }
    // Copied into the storage that is there: sharing would cost a new one at the first capture.
    nested.slots.removeAll(keepingCapacity: true)
    nested.slots.append(contentsOf: slots)
    if ahead {
      return nested.search(
        program, from: entry, at: token, limit: limit, lower: lower, target: nil, text: text) != nil
    }
    for start in stride(from: token, through: max(lower, token - Self.longestLookBehind), by: -1) {
      if nested.search(
        program, from: entry, at: start, limit: token, lower: lower, target: token, text: text) != nil
      {
        return true
      }
    }
    return false
  }

  /// What one token tells of whether the instructions from `pc` match ahead of `token`; nil where more is needed.
  private func glance(
    _ program: PatternProgram, _ pc: Int, _ token: Int, _ limit: Int, _ text: AnnotatedText,
    _ budget: inout Int
  ) -> Bool? {
    // A loop over nothing leads back to itself; the search proper knows where it has been.
    budget -= 1
    guard budget > 0 else { return nil }
    switch program.instructions[pc] {
    case .accept: return true
    case .jump(let to): return glance(program, to, token, limit, text, &budget)
    case .split(let first, let second):
      let one = glance(program, first, token, limit, text, &budget)
      if one == true { return true }
      let other = glance(program, second, token, limit, text, &budget)
      return other == true ? true : (one == nil || other == nil ? nil : false)
    case .word(let word):
      guard token < limit, text.tokens[token].word == word else { return false }
    case .wordSet(let set):
      guard token < limit, contains(program.wordSets[set], text.tokens[token].word) else { return false }
    case .tokenClass(let tokenClass):
      guard token < limit, text.tokens[token].belongs(to: tokenClass) else { return false }
    case .label(let label, let constraint):
      guard token < limit else { return false }
      let wanted = constraint < 0 ? nil : program.constraints[constraint]
      var found = false
      text.matches.forEach(at: token) { index in
        let match = text.matches.matches[index]
        if !found, match.label == label, Int(match.end) <= limit, text.satisfies(match, wanted) {
          found = true
        }
      }
      guard found else { return false }
    case .save, .look: return nil
    }
    return endsBehind(program, pc + 1) ? true : nil
  }

  /// Whether nothing but the end follows.
  private func endsBehind(_ program: PatternProgram, _ pc: Int) -> Bool {
    switch program.instructions[pc] {
    case .accept: true
    case .jump(let to): to > pc && endsBehind(program, to)
    default: false
    }
  }

  /// Tokens that a match covers at most, which bounds the search's memory.
  static let longestMatch = 96

  /// Tokens that a look-behind or `before` veto reaches back.
  static let longestLookBehind = 8

  private func contains(_ set: [UInt32], _ word: UInt32) -> Bool {
    guard word != 0 else { return false }
    var low = 0
    var high = set.count
    while low < high {
      let middle = (low + high) / 2
      if set[middle] < word { low = middle + 1 } else { high = middle }
    }
    return low < set.count && set[low] == word
  }
}

extension Token {
  func belongs(to tokenClass: TokenClass) -> Bool {
    switch tokenClass {
    case .any: true
    case .word: kind == .word
    case .capital: kind == .word && traits.contains(.capitalised)
    case .capitals: kind == .word && traits.contains(.allCapitals)
    case .small: kind == .word && !traits.contains(.capitalised)
    case .number: kind == .number
    case .mark: kind == .punctuation
    case .joined: !traits.contains(.spaceBefore) && !traits.contains(.lineStart)
    case .linestart: traits.contains(.lineStart)
    }
  }
}
