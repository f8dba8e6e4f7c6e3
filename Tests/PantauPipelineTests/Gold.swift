import Foundation
import PantauEvaluation
import PantauFetch
import PantauRecords
import PantauRules
import PantauTestSupport

@testable import PantauPipeline

/// A set of pages with the facts that a careful reader takes out of them.
struct Gold {
  var facts: [String: GoldRecord] = [:]
  var bodies: [String: String] = [:]
  var records: [String: ArticleRecord] = [:]

  static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The sets beside the project, where they were downloaded.
  static let shared = project.deletingLastPathComponent().appending(path: "shared/gold")

  static func exists(_ folder: URL) -> Bool { FileManager.default.fileExists(atPath: folder.path) }

  /// Runs the line on `pages`, and reads the gold beside them.
  ///
  /// Only names that begin with `batches` count; without `programmes` those are followed that the rules follow by
  /// themselves.
  init(pages: URL, gold: URL, batches: String = "", programmes: [String] = []) throws {
    let line = try Line(Setup(rules: .builtIn, programmes: programmes))
    let paths = try Gold.files(in: pages, beginningWith: batches)
      .filter { !$0.hasSuffix(".json") && !$0.hasSuffix(".body.txt") }
    for entry in LocalSource(paths) {
      if case .record(let record) = line.outcome(of: try entry.document()) {
        records[Evaluation.stem(ofPath: record.article.source.path)] = record
      }
    }
    for path in try Gold.files(in: gold, beginningWith: batches) {
      let data = try Data(contentsOf: URL(filePath: path))
      if path.hasSuffix(".json") {
        facts[Evaluation.stem(ofPath: path)] = try JSONDecoder().decode(GoldRecord.self, from: data)
      } else if path.hasSuffix(".body.txt") {
        bodies[Evaluation.stem(ofPath: String(path.dropLast(9)) + ".txt")] = String(
          decoding: data, as: UTF8.self)
      }
    }
  }

  var scores: Scores {
    let rules = RuleFolder.builtIn
    let vocabulary = EvaluationVocabulary(
      honorifics: rules.lines(at: "evaluation/honorifics.txt"),
      regionLabels: rules.lines(at: "evaluation/region-labels.txt"))
    return Evaluation.score(gold: facts, bodies: bodies, predicted: records, vocabulary: vocabulary)
  }

  private static func files(in folder: URL, beginningWith start: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { !$0.hasPrefix(".") && $0.hasPrefix(start) }.sorted()
      .map { folder.appending(path: $0).path }
  }
}
