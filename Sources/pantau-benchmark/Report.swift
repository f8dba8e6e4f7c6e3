import PantauRecords

/// What was measured.
struct Report {
  struct Line {
    /// Stable name for programs: `text.share-of-tokenising`.
    var name: String
    var what: String
    var value: Double
    var unit: String
  }

  var input: String
  var lines: [Line] = []

  mutating func add(_ name: String, _ what: String, _ value: Double, _ unit: String) {
    lines.append(Line(name: name, what: what, value: value, unit: unit))
  }

  /// Aligned text.
  var table: String {
    let width = lines.map(\.what.count).max() ?? 0
    let values = lines.map { Report.format($0.value) }
    let valueWidth = values.map(\.count).max() ?? 0
    var text = input + "\n"
    for (line, value) in zip(lines, values) {
      text += "  " + line.what + String(repeating: " ", count: width - line.what.count + 2)
      text += String(repeating: " ", count: valueWidth - value.count) + value + " " + line.unit + "\n"
    }
    return text
  }

  /// One object.
  var json: String {
    var json = JSONWriter()
    json.object { json in
      json.key("schema")
      json.string("pantau/benchmark/1")
      json.key("input")
      json.string(input)
      json.key("results")
      json.array { json in
        for line in lines {
          json.object { json in
            json.key("name")
            json.string(line.name)
            json.key("what")
            json.string(line.what)
            json.key("value")
            json.number(line.value)
            json.key("unit")
            json.string(line.unit)
          }
        }
      }
    }
    json.newline()
    return String(decoding: json.take(), as: UTF8.self)
  }

  /// Three digits that count, at least.
  private static func format(_ number: Double) -> String {
    let decimals = abs(number) >= 100 ? 0 : abs(number) >= 10 ? 1 : 2
    let factor = [1.0, 10, 100][decimals]
    let scaled = Int((abs(number) * factor).rounded())
    let whole = scaled / Int(factor)
    let rest = String(scaled % Int(factor))
    let sign = number < 0 ? "-" : ""
    guard decimals > 0 else { return sign + String(whole) }
    return "\(sign)\(whole)." + String(repeating: "0", count: decimals - rest.count) + rest
  }
}
