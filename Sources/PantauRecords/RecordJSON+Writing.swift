extension RecordJSON {
  static func write(_ source: Source, to json: inout JSONWriter) {
    json.object { json in
      json.key("path")
      json.string(source.path)
      json.key("url")
      json.string(orNull: source.url)
      json.key("site")
      json.string(orNull: source.site)
      json.key("retrieved_at")
      json.string(orNull: source.retrievedAt)
      json.key("sha256")
      json.string(source.sha256)
    }
  }

  static func write(_ article: Article, to json: inout JSONWriter) {
    json.key("schema")
    json.string(articleSchema)
    json.key("id")
    json.string(article.id)
    json.key("source")
    write(article.source, to: &json)
    json.key("title")
    json.string(article.title)
    json.key("published")
    json.date(article.published)
    json.key("published_basis")
    json.string(orNull: article.publishedBasis?.rawValue)
    json.key("byline")
    json.array { json in for name in article.byline { json.string(name) } }
    json.key("dateline")
    json.string(orNull: article.dateline)
    json.key("language")
    json.string(orNull: article.language)
    json.key("body")
    json.string(article.body)
  }

  static func write(_ region: RegionMention, _ map: CodePointMap, to json: inout JSONWriter) {
    json.object { json in
      json.key("id")
      json.string(region.id)
      json.key("region")
      json.string(region.region)
      json.key("name")
      json.string(region.name)
      json.key("level")
      json.string(region.level.rawValue)
      json.key("code")
      json.string(orNull: region.code)
      json.key("within")
      json.string(orNull: region.within)
      write(mentions: region.mentions, map, to: &json)
    }
  }

  static func write(_ official: Official, _ map: CodePointMap, to json: inout JSONWriter) {
    json.object { json in
      json.key("id")
      json.string(official.id)
      json.key("name")
      json.string(official.name)
      json.key("position")
      json.string(official.position)
      json.key("of")
      json.string(orNull: official.of)
      json.key("acting")
      json.bool(official.acting)
      json.key("aliases")
      json.array { json in for alias in official.aliases { json.string(alias) } }
      write(mentions: official.mentions, map, to: &json)
    }
  }

  static func write(_ deadline: Deadline, _ map: CodePointMap, to json: inout JSONWriter) {
    json.object { json in
      json.key("id")
      json.string(deadline.id)
      json.key("text")
      json.string(deadline.text)
      json.key("relation")
      json.string(deadline.relation)
      json.key("earliest")
      json.date(deadline.earliest)
      json.key("latest")
      json.date(deadline.latest)
      json.key("approximate")
      json.bool(deadline.approximate)
      json.key("edtf")
      json.string(orNull: deadline.edtf)
      write(deadline.span, map, to: &json)
    }
  }

  static func write(_ statement: Statement, _ map: CodePointMap, to json: inout JSONWriter) {
    json.object { json in
      json.key("id")
      json.string(statement.id)
      json.key("programme")
      json.string(statement.programme)
      json.key("stage")
      json.string(orNull: statement.stage)
      json.key("value")
      json.number(statement.value)
      json.key("percent")
      json.number(statement.percent)
      json.key("all")
      json.bool(statement.all)
      json.key("bound")
      json.string(orNull: statement.bound)
      json.key("of")
      json.number(statement.of)
      json.key("unit")
      json.string(orNull: statement.unit)
      json.key("region")
      json.string(orNull: statement.region)
      json.key("region_code")
      json.string(orNull: statement.regionCode)
      if statement.kind == .target {
        json.key("earliest")
        json.date(statement.earliest)
        json.key("latest")
        json.date(statement.latest)
        json.key("deadline")
        json.string(orNull: statement.deadline)
      } else {
        json.key("as_of")
        json.date(statement.asOf)
      }
      json.key("speaker")
      json.string(orNull: statement.speaker)
      json.key("quote")
      json.string(statement.quote)
      write(statement.span, map, to: &json)
      json.key("rule")
      json.string(statement.rule)
      json.key("confidence")
      json.number(statement.confidence)
    }
  }

  static func write(total: Statement, _ map: CodePointMap, to json: inout JSONWriter) {
    json.object { json in
      json.key("value")
      json.number(total.value)
      json.key("unit")
      json.string(orNull: total.unit)
      json.key("region")
      json.string(orNull: total.region)
      json.key("quote")
      json.string(total.quote)
      write(total.span, map, to: &json)
      json.key("rule")
      json.string(total.rule)
    }
  }

  static func write(_ check: Check, to json: inout JSONWriter) {
    json.object { json in
      json.key("kind")
      json.string(check.kind)
      json.key("statement")
      json.string(orNull: check.statement)
      json.key("stated")
      json.number(check.stated)
      json.key("computed")
      json.number(check.computed)
      json.key("message")
      json.string(check.message)
    }
  }

  static func write(_ span: Span, _ map: CodePointMap, to json: inout JSONWriter) {
    json.key("start")
    json.int(map.codePoint(ofByte: span.start))
    json.key("end")
    json.int(map.codePoint(ofByte: span.end))
  }

  private static func write(mentions: [Span], _ map: CodePointMap, to json: inout JSONWriter) {
    json.key("mentions")
    json.array { json in
      for span in mentions { json.object { write(span, map, to: &$0) } }
    }
  }
}
