internal import PantauRules

/// The word lists of `rules/clean/`, compiled for look-up. Of reference type, because all that reads text holds them.
final class CleanRules: Sendable {
  /// What words of class names say about an element.
  let hints: WordTable
  let months: WordTable
  let weekdays: WordTable
  /// Names of time zones: minutes east of Greenwich, and ``zoneBase``.
  let zones: WordTable
  /// Added to a zone's offset, so that none of them is 0.
  static let zoneBase = 1000
  /// Words that say that a date is one of a change.
  let updateWords: WordTable
  /// How a page says which of several it is: value 1 for "page", 2 for "of".
  let pageWords: WordTable
  let dateWords: WordTable
  let menuWords: WordTable
  let counters: WordTable
  let shareWords: WordTable
  /// Relative times: value 1 a unit, 2 an ending.
  let ago: WordTable
  /// Whole lines that are residue, by the hash of their folded form.
  let residueLines: WordTable
  /// Whole lines after which the article is over.
  let sectionEnds: WordTable
  /// Whole lines that stand over lists of other articles.
  let listHeads: WordTable
  let residueStarts: PhraseTable
  let residueParts: PhraseTable
  let captionEnds: PhraseTable
  /// What stands before a writer's name.
  let bylines: PhraseTable
  /// How headlines of pages that are no articles begin, by what they are.
  let pageKinds: [(kind: PageKind, phrases: PhraseTable)]
  /// Frequent words, bit n set where the word belongs to `languages[n]`, and words with which phrases begin:
  /// ``partCue`` for those of ``residueParts``, ``captionCue`` for those of ``captionEnds``.
  let cues: WordTable
  static let partCue: UInt32 = 1 << 31
  static let captionCue: UInt32 = 1 << 30
  /// The bits of languages.
  static let languageCues = captionCue - 1
  let languages: [String]
  /// Parts of the method that are in use.
  let features: CleanFeatures

  /// - Throws: ``RuleErrors`` with every fault of the lists.
  init(_ folder: RuleFolder, features: CleanFeatures = .all) throws {
    self.features = features
    var reader = RuleListReader(folder: folder)
    hints = WordTable(reader.grouped("hints", names: Hints.names, hash: NameHash.of))
    months = WordTable(reader.numbered("months", range: 1...12).map { ($0, UInt32($1)) })
    weekdays = reader.words("weekdays")
    zones = WordTable(
      reader.numbered("zones", range: -720...840).map { ($0, UInt32(Int($1) + CleanRules.zoneBase)) })
    updateWords = reader.words("update-words")
    pageWords = WordTable(reader.grouped("page-words", names: ["page": 1, "of": 2]))
    dateWords = reader.words("date-words")
    menuWords = reader.words("menu-words")
    counters = reader.words("counters")
    shareWords = reader.words("share-words")
    ago = WordTable(reader.grouped("ago", names: ["unit": 1, "end": 2]))
    residueLines = reader.wholeLines("residue-lines")
    sectionEnds = reader.wholeLines("section-ends")
    listHeads = reader.wholeLines("list-heads")
    residueStarts = PhraseTable(reader.lines("residue-starts"))
    residueParts = PhraseTable(reader.lines("residue-parts"))
    captionEnds = PhraseTable(reader.lines("captions"))
    bylines = PhraseTable(reader.lines("bylines"))
    pageKinds = reader.pageKinds("page-kinds")
    let stopwords: [(UInt64, UInt32)]
    (stopwords, languages) = reader.languages("stopwords")
    cues = WordTable(
      stopwords + residueParts.firstWords.map { ($0, Self.partCue) }
        + captionEnds.firstWords.map { ($0, Self.captionCue) })
    if !reader.errors.isEmpty { throw RuleErrors(reader.errors) }
  }
}

/// Reads the plain lists and gathers their faults.
private struct RuleListReader {
  let folder: RuleFolder
  var errors: [RuleError] = []

  mutating func lines(_ name: String) -> [String] {
    let path = "clean/\(name).txt"
    if folder.file(at: path) == nil {
      errors.append(
        RuleError(
          path: "\(folder.origin)/\(path)",
          message: "the list is missing; restore it or name another rules folder"))
    }
    return folder.lines(at: path)
  }

  mutating func words(_ name: String) -> WordTable { WordTable(words: lines(name)) }

  mutating func wholeLines(_ name: String) -> WordTable {
    WordTable(lines(name).map { (FoldedLine(Array($0.utf8)).wholeHash, 1) })
  }

  /// Lines `word=number`.
  mutating func numbered(_ name: String, range: ClosedRange<Int>) -> [(UInt64, Int)] {
    var entries: [(UInt64, Int)] = []
    for line in lines(name) {
      let parts = line.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let number = Int(parts[1]), range.contains(number) else {
        fault(name, line, "'\(line)' is not of the form word=number with a number of \(range)")
        continue
      }
      entries.append((WordHash.of(String(parts[0])), number))
    }
    return entries
  }

  /// Lines `group: words…`.
  mutating func grouped(
    _ name: String, names: [String: UInt32], hash: (String) -> UInt64 = WordHash.of
  ) -> [(UInt64, UInt32)] {
    var entries: [(UInt64, UInt32)] = []
    for line in lines(name) {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, let value = names[String(parts[0])] else {
        fault(name, line, "'\(line)' begins with no known group; known are \(names.keys.sorted())")
        continue
      }
      entries += parts[1].split(separator: " ").map { (hash(String($0)), value) }
    }
    return entries
  }

  /// Lines `kind: phrase`.
  mutating func pageKinds(_ name: String) -> [(kind: PageKind, phrases: PhraseTable)] {
    var phrases: [PageKind: [String]] = [:]
    for line in lines(name) {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, let kind = PageKind(rawValue: String(parts[0])) else {
        fault(
          name, line, "'\(line)' begins with no known kind; known are \(PageKind.allCases.map(\.rawValue))")
        continue
      }
      phrases[kind, default: []].append(String(parts[1]))
    }
    return PageKind.allCases.map { ($0, PhraseTable(phrases[$0] ?? [])) }
  }

  mutating func languages(_ name: String) -> ([(UInt64, UInt32)], [String]) {
    var codes: [String] = []
    var entries: [(UInt64, UInt32)] = []
    for line in lines(name) {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[0].count == 2, codes.count < 30 else {
        fault(name, line, "'\(line)' is not of the form code: words")
        continue
      }
      entries += parts[1].split(separator: " ").map { (WordHash.of(String($0)), 1 << UInt32(codes.count)) }
      codes.append(String(parts[0]))
    }
    return (entries, codes)
  }

  private mutating func fault(_ name: String, _ line: String, _ message: String) {
    let path = "clean/\(name).txt"
    let file = folder.file(at: path)
    let number = file?.text.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.trimmingPrefix(while: \.isWhitespace).hasPrefix(line) }
    errors.append(
      RuleError(path: file?.displayPath ?? path, line: number.map { $0 + 1 }, message: message, excerpt: line)
    )
  }
}
