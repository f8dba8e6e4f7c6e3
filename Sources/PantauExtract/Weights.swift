import PantauRules

/// The weights of the features by which a number gets its stage, role and region: `rules/extract/weights.tsv`.
struct Weights: Sendable {
  var values: [String: Double]

  /// Reads `feature<TAB>weight` lines; faults are added to `errors`.
  init(_ folder: RuleFolder, errors: inout [RuleError]) {
    var values: [String: Double] = [:]
    for line in folder.lines(at: "extract/weights.tsv").dropFirst() {
      let cells = line.split(separator: "\t")
      if cells.count == 2, let weight = Double(cells[1]) {
        values[String(cells[0])] = weight
      } else {
        errors.append(
          RuleError(
            path: folder.file(at: "extract/weights.tsv")?.displayPath ?? "extract/weights.tsv",
            message: "'\(line)' is no line of the form feature, tab, number"))
      }
    }
    self.values = values
  }

  /// The weight of a feature, 0 where the file does not name it.
  subscript(feature: String) -> Double { values[feature] ?? 0 }
}

/// The weights, each in a stored property, so that the hot path looks nothing up by name.
struct FeatureWeights: Sendable {
  let stageSameZone, stageSameClause, stageSameSentence, stageAfter, stageDistance, stageCrosses: Double
  let stageState, stagePrevious, stageHeadline, stagePredicate, stageInside, stageOrder, stageCompletion,
    stageAside, stageOccasion: Double
  let roleZone, roleClause, roleCrossing, roleSentence, roleState, roleDeadline, rolePast,
    roleThreshold: Double
  let regionAttached, regionAfter, regionBefore, regionSentenceBefore, regionSentenceAfter: Double
  let regionPrevious, regionParagraph, regionFocus, regionNational, regionAbove, regionDistance: Double
  let regionTopic, regionInherited, regionPossessive, regionQualifier, regionLinked, regionExample: Double

  init(_ weights: Weights) {
    stageSameZone = weights["stage.same-zone"]
    stageSameClause = weights["stage.same-clause"]
    stageSameSentence = weights["stage.same-sentence"]
    stageAfter = weights["stage.after-number"]
    stageDistance = weights["stage.distance"]
    stageCrosses = weights["stage.crosses-number"]
    stageState = weights["stage.state"]
    stagePrevious = weights["stage.preceding-sentence"]
    stageHeadline = weights["stage.headline"]
    stagePredicate = weights["stage.predicate"]
    stageOrder = weights["stage.order"]
    stageOccasion = weights["stage.occasion"]
    stageAside = weights["stage.aside"]
    stageCompletion = weights["stage.completion"]
    stageInside = weights["stage.inside-whole"]
    roleZone = weights["role.same-zone"]
    roleCrossing = weights["role.crosses-number"]
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
  }
}
