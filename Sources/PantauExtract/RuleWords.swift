import PantauGazetteer
import PantauRules
import PantauText

/// The words that rules may use besides those of the word lists: of programmes, places and kinds of village; and the weights
/// that stand beside the rules.
struct RuleWords {
  let weights: Weights
  private(set) var places: PlaceNames?
  private let gazetteer: Gazetteer
  private let ambiguousNames: [String]
  /// The possessive suffix that units and stages take.
  private let suffix: String
  private let errors: [RuleError]
  /// YAML is parsed while the word lists are read.
  private let reading: Ahead<(programmes: [Programme], faults: [RuleError])>

  /// The programmes of the folder, for which it waits.
  var programmes: [Programme] { reading.value().programmes }

  init(_ folder: RuleFolder, gazetteer: Gazetteer) {
    reading = Ahead {
      var faults: [RuleError] = []
      return (Programme.read(from: folder, errors: &faults), faults)
    }
    var errors: [RuleError] = []
    weights = Weights(folder, errors: &errors)
    suffix = folder.lines(at: "lexicons/possessive.txt").first ?? ""
    ambiguousNames = folder.lines(at: "gazetteer/ambiguous.txt")
    self.gazetteer = gazetteer
    self.errors = errors
  }

  /// Finds the gazetteer's names, whose words become known to `vocabulary`.
  mutating func findPlaces(_ vocabulary: inout Vocabulary) {
    places = PlaceNames(gazetteer: gazetteer, ambiguousNames: ambiguousNames, vocabulary: &vocabulary)
  }

  /// Adds the words to what the word lists gave, and the faults of programmes and weights to `faults`.
  mutating func add(
    to lexicon: inout Lexicon, _ labels: inout LabelTable, _ vocabulary: inout Vocabulary,
    _ faults: inout [RuleError]
  ) {
    let (programmes, found) = reading.value()
    faults += found + errors
    findPlaces(&vocabulary)
    for programme in programmes {
      programme.addWords(to: &lexicon, labels: &labels, vocabulary: &vocabulary, suffix: suffix)
    }
    let unit = labels.intern("unit")
    for entry in lexicon.entries where entry.label == labels["village-words"] {
      guard let name = entry.columns["unit"], name != "-" else { continue }
      func add(_ phrases: [String], _ columns: [String: String]) {
        let row = Lexicon.Entry(
          label: unit, phrases: phrases, columns: columns, path: entry.path, line: entry.line)
        lexicon.add(row, vocabulary: &vocabulary)
      }
      add(entry.phrases, ["unit": name])
      add(entry.phrases.map { $0 + suffix }, ["unit": name, "possessive": "yes"])
    }
  }
}
