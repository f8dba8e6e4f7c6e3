internal import PantauExport
internal import PantauExtract
internal import PantauRecords

/// Writes how a rule fared, sentence by sentence.
struct WhyNotText {
  private let whyNot: WhyNot

  init(_ whyNot: WhyNot) { self.whyNot = whyNot }

  var text: String {
    var text = "rule     \(whyNot.rule) (\(whyNot.location))\npattern  \(whyNot.pattern)\n"
    for note in whyNot.notes {
      text += "\n  \(note.sentence)\n"
      let marks = WhyNotText.marks(note)
      if !marks.isEmpty { text += "  \(marks)\n" }
      text += "  \(note.text)\n"
    }
    return text
  }

  var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("schema")
      json.string("pantau/why-not/1")
      json.key("rule")
      json.string(whyNot.rule)
      json.key("location")
      json.string(whyNot.location)
      json.key("pattern")
      json.string(whyNot.pattern)
      json.key("sentences")
      json.array { json in
        for note in whyNot.notes { json.object { json in WhyNotText.write(note, &json) } }
      }
    }
    json.newline()
    return json.take()
  }

  private static func write(_ note: WhyNot.Note, _ json: inout JSONWriter) {
    let bytes = Array(note.sentence.utf8)
    json.key("sentence")
    json.string(note.sentence)
    json.key("matches")
    json.bool(note.isMatch)
    json.key("covered")
    json.string(String(decoding: bytes[note.covered], as: UTF8.self))
    json.key("stopped_at")
    json.string(orNull: note.stop.map { String(decoding: bytes[$0], as: UTF8.self) })
    json.key("reason")
    json.string(note.text)
  }

  /// `~` below what the rule covers and `^` below the token that it could not take.
  private static func marks(_ note: WhyNot.Note) -> String {
    var line = ""
    var offset = 0
    for character in note.sentence {
      let width = String(repeating: "~", count: max(1, DisplayWidth.of(String(character))))
      if note.stop?.contains(offset) == true {
        line += String(repeating: "^", count: width.count)
      } else if note.covered.contains(offset) {
        line += width
      } else {
        line += String(repeating: " ", count: width.count)
      }
      offset += character.utf8.count
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}
