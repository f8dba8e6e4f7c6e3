import PantauRules
import Synchronization

/// A word by which rule files and programmes call a thing (a stage, a unit, a mode), as a number: copying and comparing
/// it touches no storage and counts no reference.
struct Term: Hashable, Sendable {
  /// Its place among the words of all terms; the highest bit is set where the word ends in `village`.
  let number: UInt32

  private static let villageBit: UInt32 = 1 << 31

  /// The words in the order of their numbers, each once; never given up, for they are as few as the rules' own.
  private struct Words {
    var words: [String] = []
    var numbers: [String: UInt32] = [:]

    init() {
      for word in Term.known { add(word) }
    }

    @discardableResult
    mutating func add(_ word: String) -> UInt32 {
      if let known = numbers[word] { return known }
      let number = UInt32(words.count) | (word.hasSuffix("village") ? Term.villageBit : 0)
      words.append(word)
      numbers[word] = number
      return number
    }
  }

  private static let all = Mutex(Words())

  /// The words that the program itself knows, in the order of the numbers below.
  private static let known = [
    "", "other", "launched", "target", "done", "lack", "total", "hypothesis", "site", "village_any", "about",
    "time", "ready", Programme.completed, "after", "any", "purpose", "min",
  ]
  /// No word.
  static var empty: Term { Term(number: 0) }
  static var other: Term { Term(number: 1) }
  static var launched: Term { Term(number: 2) }
  static var target: Term { Term(number: 3) }
  static var done: Term { Term(number: 4) }
  static var lack: Term { Term(number: 5) }
  static var total: Term { Term(number: 6) }
  static var hypothesis: Term { Term(number: 7) }
  static var site: Term { Term(number: 8) }
  static var anyVillage: Term { Term(number: 9) }
  static var about: Term { Term(number: 10) }
  static var time: Term { Term(number: 11) }
  static var ready: Term { Term(number: 12) }
  /// What stands in the place of a stage's name for words of completion.
  static var completed: Term { Term(number: 13) }
  static var after: Term { Term(number: 14) }
  static var any: Term { Term(number: 15) }
  static var purpose: Term { Term(number: 16) }
  static var min: Term { Term(number: 17) }

  init(number: UInt32) { self.number = number }

  /// The term for a word. Takes a lock: to be asked for where rules are read, not where an article is.
  init(_ word: String) { number = Self.all.withLock { $0.add(word) } }

  /// The word.
  var string: String { Self.all.withLock { $0.words[Int(number & ~Self.villageBit)] } }

  var isEmpty: Bool { number == 0 }

  /// Whether it is a unit of villages of one kind: a word that ends in `village`.
  var isVillage: Bool { number & Self.villageBit != 0 }

  /// Whether it is a unit of villages, of one kind or of any.
  var isAnyVillage: Bool { isVillage || self == .anyVillage }
}
