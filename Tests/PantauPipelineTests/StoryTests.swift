import Foundation
import PantauEvaluation
import PantauRecords
import PantauStore
import PantauTestSupport
import Testing

@testable import PantauPipeline

/// The ledger of the story corpus against its gold ledger, from gold records: what is tested is merging alone.
@Suite("The story's ledger")
struct StoryTests {
  private let folder: TemporaryFolder
  private let story: Story
  private let setup: Setup
  private let store: LedgerStore
  private let histories: [FactHistory]

  init() throws {
    folder = try TemporaryFolder()
    story = try Story()
    setup = try Pages.setup()
    store = try LedgerStore(path: folder.path("ledger.sqlite"))
    _ = try store.merge(Array(story.records.values), extractor: "gold", rules: setup.merger)
    try store.settle(setup.merger)
    histories = try store.histories(asOf: story.ledger.asOf, setup: setup)
  }

  private func names(_ ids: [String]) -> [String] {
    let names = Dictionary(uniqueKeysWithValues: story.records.map { ($0.value.article.id, $0.key) })
    return ids.compactMap { names[$0] }
  }

  @Test("articles are grouped as the gold ledger groups them")
  func groups() throws {
    let found = try store.reports(setup: setup)
    let score = PairScore(
      gold: story.ledger.articleGroups.map(\.articles),
      found: found.map { names($0.members.map(\.article.id)) })
    #expect(score.both >= 12)
    #expect(score.wrong == [])
    #expect(score.missing == [])
    #expect(found.count == story.ledger.articleGroups.count)
    #expect(found.flatMap(\.members).allSatisfy { $0.copies.count == 1 })
    #expect(found.allSatisfy { $0.members.dropFirst().allSatisfy { $0.links.count == 1 } })
  }

  @Test("names are persons as in the gold ledger, and two of one name stay two")
  func persons() throws {
    let gold = story.ledger.officials.map { person in person.mentions.map { "\($0.article): \($0.name)" } }
    let officials = try store.officials()
    let persons = try store.persons(of: Set(officials.map { Holder($0.official).id }))
    let found = Dictionary(grouping: officials) { persons[Holder($0.official).id] ?? "" }.values.map {
      group in
      group.map { "\(names([$0.article.id])[0]): \($0.official.name)" }
    }
    let score = PairScore(gold: gold, found: Array(found))
    #expect(score.both > 100)
    #expect(score.wrong == [])
    #expect(score.missing == [])
    #expect(found.count == story.ledger.officials.count)
  }

  @Test("a speaker is the person, whichever spelling is asked for and whichever the sentence gives")
  func speakers() throws {
    let all = try store.track(asOf: story.ledger.asOf, setup: setup)
    var unspelled = 0
    for person in try store.persons(setup: setup) where !person.aliases.isEmpty {
      let said = all.filter { line in line.evidence.contains { $0.person == person.id } }
      for spelling in [person.name, person.id] + person.aliases {
        var selection = TrackSelection()
        selection.speaker = spelling
        let lines = try store.track(
          StatementFilter(), asOf: story.ledger.asOf, selection: selection, setup: setup)
        #expect(Set(lines.map(\.id)).isSuperset(of: said.map(\.id)), "\(spelling)")
        unspelled += said.count { line in
          !line.evidence.contains { $0.speaker?.contains(spelling) ?? false }
        }
      }
    }
    #expect(unspelled > 0)
  }

  @Test("each person's offices have their days")
  func tenures() throws {
    func line(_ position: String, _ of: String?, _ acting: Bool, _ first: Any?, _ last: Any?) -> String {
      "\(position), \(of ?? "") \(acting) \(first.map { "\($0)" } ?? "") \(last.map { "\($0)" } ?? "")"
    }
    let gold = story.ledger.officials.map { person in
      person.offices.map { line($0.position, $0.of, $0.acting, $0.first, $0.last) }.sorted()
    }
    let found = try store.persons(setup: setup).map { person in
      person.tenures.map { line($0.office.position, $0.office.of, $0.office.acting, $0.first, $0.last) }
        .sorted()
    }
    #expect(Set(found) == Set(gold))
  }

  private func key(_ article: String, _ kind: String, _ stage: String?, _ region: String?, _ quote: String)
    -> String
  {
    "\(article) \(kind) \(stage ?? "") \(region ?? "") \(quote)"
  }

  private var all: [Fact] {
    var seen: Set<String> = []
    return histories.flatMap { $0.targets + $0.actuals + $0.totals }.filter { seen.insert($0.id).inserted }
  }

  private func keys(of fact: Fact) -> [String] {
    fact.sayings.map { saying in
      key(
        names([saying.statement.article.id])[0], fact.kind.rawValue, fact.stage,
        saying.statement.statement.region, saying.statement.statement.quote)
    }
  }

  private func keys(of fact: Story.Ledger.Fact) -> [String] {
    fact.statements.map { key($0.article, fact.kind, fact.stage, fact.region, $0.quote) }
  }

  @Test("statements are facts as in the gold ledger, with sources, echoes and what was corrected")
  func facts() throws {
    let found = all
    let score = PairScore(gold: story.ledger.facts.map(keys), found: found.map(keys))
    #expect(score.both > 50)
    #expect(score.wrong == [])
    #expect(score.missing == [])
    #expect(found.count == story.ledger.facts.count)
    let byKey = Dictionary(found.flatMap { fact in keys(of: fact).map { ($0, fact) } }) { one, _ in one }
    for gold in story.ledger.facts {
      let fact = try #require(byKey[keys(of: gold)[0]])
      #expect(fact.number == gold.value ?? gold.whole, "\(gold.id)")
      #expect(fact.latest == gold.latest && fact.asOf == gold.asOf, "\(gold.id)")
      #expect(fact.isVoid == gold.void, "\(gold.id)")
      #expect(fact.independentCount == gold.independentSources, "\(gold.id)")
      #expect(fact.echoCount == gold.echoes, "\(gold.id)")
    }
  }

  @Test("what was moved, slipped, corrected or contested is an event, and nothing else")
  func events() throws {
    let goldFacts = Dictionary(uniqueKeysWithValues: story.ledger.facts.map { ($0.id, keys(of: $0)[0]) })
    let byKey = Dictionary(all.flatMap { fact in keys(of: fact).map { ($0, fact.id) } }) { one, _ in one }
    let gold = story.ledger.events.map { event in
      let ids = event.facts.map { goldFacts[$0].flatMap { byKey[$0] } ?? "" }
      return "\(event.date) \(event.kind) \(event.kind == "rival" ? ids.sorted() : ids)"
    }
    let kinds: [FactEvent.Kind: String] = [.correction: "corrected"]
    let events = histories.flatMap(\.events).map { event in
      "\(event.day.map { "\($0)" } ?? "") \(kinds[event.kind] ?? event.kind.rawValue) "
        + "\([event.before, event.after])"
    }
    let rivals = histories.flatMap { history in
      history.rivals.map { rival in
        let days = rival.facts.compactMap { history.fact($0)?.firstPublished }
        return "\(days.max().map { "\($0)" } ?? "") rival \(rival.facts.sorted())"
      }
    }
    #expect(Set(events + rivals).sorted() == Set(gold).sorted())
  }
}
