public import PantauRecords

/// The ledger as JSON lines, `pantau/ledger/1`: one object a line, keys in a fixed order, no clock in it.
///
/// A line's `kind` is `report` (articles that are one, with every copy), `person`, `decision` or `line` (programme, region and
/// stage with facts, rival figures and events). Offsets count Unicode code points as in the article record.
public enum LedgerJSON {
  static let schema = "pantau/ledger/1"

  /// A report with its articles, their copies and what links them.
  public static func line(for report: ArticleGroup) -> [UInt8] {
    object("report") { json in
      json.key("id")
      json.string(report.id)
      json.key("articles")
      json.array { json in for member in report.members { json.object { LedgerJSON.write(member, &$0) } } }
    }
  }

  /// A person with names, offices and articles.
  public static func line(for person: OfficialEntity) -> [UInt8] {
    object("person") { json in
      json.key("id")
      json.string(person.id)
      json.key("name")
      json.string(person.name)
      LedgerJSON.write("aliases", person.aliases, &json)
      json.key("offices")
      json.array { json in
        for tenure in person.tenures {
          json.object { json in
            json.key("position")
            json.string(tenure.office.position)
            json.key("of")
            json.string(orNull: tenure.office.of)
            json.key("acting")
            json.bool(tenure.office.acting)
            json.key("first")
            json.date(tenure.first)
            json.key("last")
            json.date(tenure.last)
          }
        }
      }
      LedgerJSON.write("articles", person.articles, &json)
    }
  }

  /// A decision, without the times at which it entered the ledger.
  public static func line(for decision: Decision) -> [UInt8] {
    object("decision") { json in LedgerJSON.write(decision, &json) }
  }

  /// A line of the ledger: its facts with everyone who says them, rival figures and events.
  public static func line(for history: FactHistory) -> [UInt8] {
    object("line") { json in
      json.key("programme")
      json.string(history.programme)
      json.key("region")
      json.string(orNull: history.region)
      json.key("region_code")
      json.string(orNull: history.regionCode)
      json.key("within")
      json.string(orNull: history.within)
      json.key("stage")
      json.string(history.stage)
      json.key("facts")
      json.array { json in
        for fact in history.targets + history.actuals + history.totals {
          json.object { LedgerJSON.write(fact, &$0) }
        }
      }
      json.key("rivals")
      json.array { json in for rival in history.rivals { json.object { LedgerJSON.write(rival, &$0) } } }
      json.key("events")
      json.array { json in for event in history.events { json.object { LedgerJSON.write(event, &$0) } } }
    }
  }

  private static func object(_ kind: String, _ body: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("schema")
      json.string(schema)
      json.key("kind")
      json.string(kind)
      body(&json)
    }
    json.newline()
    return json.take()
  }

  private static func write(_ key: StaticString, _ words: [String], _ json: inout JSONWriter) {
    json.key(key)
    json.array { json in for word in words { json.string(word) } }
  }

  private static func write(_ member: ArticleGroup.Member, _ json: inout JSONWriter) {
    json.key("id")
    json.string(member.article.id)
    json.key("title")
    json.string(member.article.title)
    json.key("published")
    json.date(member.article.published)
    json.key("copies")
    json.array { json in
      for copy in member.copies {
        json.object { json in
          json.key("path")
          json.string(copy.path)
          json.key("url")
          json.string(orNull: copy.url)
          json.key("site")
          json.string(orNull: copy.site)
        }
      }
    }
    json.key("links")
    json.array { json in for link in member.links { json.object { LedgerJSON.write(link, &$0) } } }
  }

  private static func write(_ decision: Decision, _ json: inout JSONWriter) {
    json.key("id")
    json.string(decision.id)
    json.key("subject")
    json.string(decision.subject.rawValue)
    for (key, party) in [("left" as StaticString, decision.left), ("right", decision.right)] {
      json.key(key)
      json.object { json in
        json.key("id")
        json.string(party.id)
        json.key("label")
        json.string(party.label)
      }
    }
    json.key("verdict")
    json.string(decision.verdict.rawValue)
    json.key("score")
    json.number(decision.score)
    json.key("reason")
    json.string(decision.reason)
    json.key("author")
    json.string(decision.author.rawValue)
  }
}
