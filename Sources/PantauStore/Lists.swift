internal import FoundationEssentials
internal import PantauRecords

/// Short lists in one column: JSON arrays, which SQLite can take apart with `json_each`.
enum Lists {
  static func json(_ words: [String]) -> String {
    guard !words.isEmpty else { return "[]" }
    var writer = JSONWriter()
    writer.array { json in for word in words { json.string(word) } }
    return String(decoding: writer.take(), as: UTF8.self)
  }

  /// `[[start,end],…]`, in bytes.
  static func json(_ spans: [Span]) -> String {
    guard !spans.isEmpty else { return "[]" }
    var writer = JSONWriter()
    writer.array { json in
      for span in spans {
        json.array { json in
          json.int(span.start)
          json.int(span.end)
        }
      }
    }
    return String(decoding: writer.take(), as: UTF8.self)
  }

  static func words(_ json: String) throws -> [String] {
    guard json != "[]" else { return [] }
    return try JSONDecoder().decode([String].self, from: Data(json.utf8))
  }

  static func spans(_ json: String) throws -> [Span] {
    guard json != "[]" else { return [] }
    return try JSONDecoder().decode([[Int]].self, from: Data(json.utf8)).compactMap { pair in
      pair.count == 2 ? Span(pair[0], pair[1]) : nil
    }
  }
}
