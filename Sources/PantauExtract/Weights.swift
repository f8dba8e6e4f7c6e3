import PantauRules

/// The weights of the features by which a number gets its stage, role and region: `rules/extract/weights.tsv`.
struct Weights: WeightSource, Sendable {
  var values: [String: Double] = [:]

  /// Reads `feature<TAB>weight` lines; faults are added to `errors`.
  init(_ folder: RuleFolder, errors: inout [RuleError]) {
    guard let file = folder.file(at: "extract/weights.tsv") else { return }
    let known = Weights.known
    let lines = Array(file.text.utf8).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0.last == 13 ? $0.dropLast() : $0, as: UTF8.self) }
    let rows = lines.indices.filter { !lines[$0].isEmpty && !lines[$0].utf8.starts(with: "#".utf8) }
    for row in rows.dropFirst() {
      func fault(_ message: String, hint: String? = nil) {
        errors.append(
          RuleError(
            path: file.displayPath, line: row + 1, message: message, excerpt: lines[row], hint: hint))
      }
      let cells = lines[row].split(separator: "\t").map(String.init)
      guard cells.count == 2, let weight = Double(cells[1]) else {
        fault("'\(lines[row])' is no line of the form feature, tab, number")
        continue
      }
      if !known.contains(cells[0]) {
        fault("unknown feature '\(cells[0])'", hint: Spelling.didYouMean(cells[0], among: known))
      }
      values[cells[0]] = weight
    }
  }

  /// The features that the program weighs.
  static let known: [String] = {
    let recorder = FeatureRecorder()
    _ = FeatureWeights(recorder)
    return recorder.names
  }()

  /// The weight of a feature, 0 where the file does not name it.
  subscript(feature: String) -> Double { values[feature] ?? 0 }
}

/// What gives features their weights by name.
protocol WeightSource {
  subscript(feature: String) -> Double { get }
}

/// Takes down the features that are asked for.
private final class FeatureRecorder: WeightSource {
  private(set) var names: [String] = []

  subscript(feature: String) -> Double {
    names.append(feature)
    return 0
  }
}

/// The weights, each in a stored property, so that the hot path looks nothing up by name.
final class FeatureWeights: Sendable {
  let stageSameZone, stageSameClause, stageSameSentence, stageAfter, stageDistance, stageCrosses: Double
  let stageCrossesDate: Double
  let stageState, stagePrevious, stageHeadline, stagePredicate, stageInside, stageOrder, stageCompletion,
    stageAdjacent,
    stageAside, stageOccasion: Double
  let roleZone, roleClause, roleCrossing, roleOther, roleSentence, roleState, roleDeadline, rolePast,
    roleThreshold: Double
  let regionAttached, regionAfter, regionBefore, regionSentenceBefore, regionSentenceAfter: Double
  let regionPrevious, regionParagraph, regionFocus, regionNational, regionAbove, regionDistance: Double
  let regionTopic, regionInherited, regionPossessive, regionQualifier, regionLinked, regionExample: Double
  let regionSpeaker, regionUniverse: Double
  let targetConfidence, actualConfidence: ConfidenceWeights

  init(_ weights: some WeightSource) {
    stageSameZone = weights["stage.same-zone"]
    stageSameClause = weights["stage.same-clause"]
    stageSameSentence = weights["stage.same-sentence"]
    stageAfter = weights["stage.after-number"]
    stageDistance = weights["stage.distance"]
    stageCrosses = weights["stage.crosses-number"]
    stageCrossesDate = weights["stage.crosses-date"]
    stageState = weights["stage.state"]
    stagePrevious = weights["stage.preceding-sentence"]
    stageHeadline = weights["stage.headline"]
    stagePredicate = weights["stage.predicate"]
    stageOrder = weights["stage.order"]
    stageOccasion = weights["stage.occasion"]
    stageAside = weights["stage.aside"]
    stageCompletion = weights["stage.completion"]
    stageAdjacent = weights["stage.adjacent"]
    stageInside = weights["stage.inside-whole"]
    roleZone = weights["role.same-zone"]
    roleCrossing = weights["role.crosses-number"]
    roleOther = weights["role.of-another"]
    roleClause = weights["role.same-clause"]
    roleSentence = weights["role.same-sentence"]
    roleState = weights["role.state"]
    roleDeadline = weights["role.deadline"]
    rolePast = weights["role.past-date"]
    roleThreshold = weights["role.threshold"]
    regionAttached = weights["region.attached"]
    regionAfter = weights["region.after-in-zone"]
    regionBefore = weights["region.before-in-zone"]
    regionSentenceBefore = weights["region.same-sentence-before"]
    regionSentenceAfter = weights["region.same-sentence-after"]
    regionPrevious = weights["region.preceding-sentence"]
    regionParagraph = weights["region.same-paragraph"]
    regionFocus = weights["region.focus"]
    regionNational = weights["region.national-word"]
    regionAbove = weights["region.above-universe"]
    regionDistance = weights["region.distance"]
    regionTopic = weights["region.topic"]
    regionPossessive = weights["region.possessive"]
    regionExample = weights["region.example"]
    regionLinked = weights["region.linked"]
    regionQualifier = weights["region.qualifier"]
    regionInherited = weights["region.inherited"]
    regionSpeaker = weights["region.speaker"]
    regionUniverse = weights["region.universe"]
    targetConfidence = ConfidenceWeights(weights, kind: "target")
    actualConfidence = ConfidenceWeights(weights, kind: "actual")
  }
}
