extension RecordJSON {
  /// The article record up to `body`, then `page`, `blocks` and, where there are any, `links`: keys that readers of the
  /// contract pass over.
  ///
  /// `blocks` leaves paragraphs out; offsets count code points, as all do.
  public static func line(for page: CleanedPage) -> [UInt8] {
    let map = CodePointMap(page.article)
    var writer = JSONWriter(capacity: page.article.body.utf8.count * 5 / 4 + 4096)
    writer.object { json in
      write(page.article, to: &json)
      json.key("page")
      write(page.facts, to: &json)
      json.key("blocks")
      json.array { json in
        for block in page.blocks where block.kind != .paragraph { write(block, map, to: &json) }
      }
      guard !page.links.isEmpty else { return }
      json.key("links")
      json.array { json in for link in page.links { write(link, map, to: &json) } }
    }
    writer.newline()
    return writer.take()
  }

  /// When the page was published and updated, and what else it says of itself.
  private static func write(_ facts: PageFacts, to json: inout JSONWriter) {
    json.object { json in
      json.key("published_at")
      json.string(orNull: facts.published?.description)
      json.key("updated_at")
      json.string(orNull: facts.updated?.description)
      json.key("updated_basis")
      json.string(orNull: facts.updatedBasis?.rawValue)
      json.key("canonical")
      json.string(orNull: facts.canonical)
      json.key("image")
      json.string(orNull: facts.image)
      json.key("section")
      json.string(orNull: facts.section)
      json.key("tags")
      json.array { json in for tag in facts.tags { json.string(tag) } }
      json.key("part")
      write(facts.part, to: &json)
      json.key("charset")
      json.string(facts.charset)
      json.key("notices")
      json.array { json in
        for notice in facts.notices {
          json.object { json in
            json.key("code")
            json.string(notice.code)
            json.key("message")
            json.string(notice.message)
          }
        }
      }
    }
  }

  private static func write(_ part: PagePart?, to json: inout JSONWriter) {
    guard let part else { return json.null() }
    json.object { json in
      json.key("number")
      json.int(part.number)
      json.key("of")
      json.int(part.count)
      json.key("links")
      json.array { json in
        for link in part.links {
          json.object { json in
            json.key("number")
            json.int(link.number)
            json.key("url")
            json.string(link.address)
          }
        }
      }
    }
  }

  private static func write(_ block: Block, _ map: CodePointMap, to json: inout JSONWriter) {
    json.object { json in
      json.key("kind")
      json.string(block.kind.rawValue)
      if block.level > 0 {
        json.key("level")
        json.int(block.level)
      }
      if block.isNumbered {
        json.key("numbered")
        json.bool(true)
      }
      write(block.span, map, to: &json)
    }
  }

  private static func write(_ link: Link, _ map: CodePointMap, to json: inout JSONWriter) {
    json.object { json in
      json.key("url")
      json.string(link.address)
      write(link.span, map, to: &json)
    }
  }
}
