public import PantauExport
internal import PantauRecords
public import PantauStore

/// The health of a ledger, for people and programs.
public enum HealthText {
  /// One row for each thing that was looked at, faults and remedies below it, then what the ledger holds.
  public static func text(_ health: LedgerHealth, style: TextStyle = .plain) -> String {
    var text = style.bold(health.path) + "\n"
    for finding in health.findings {
      let verdict = finding.isSound ? "ok" : finding.isMinor ? "note" : "FAULT"
      let padding = String(repeating: " ", count: 5 - verdict.count)
      let mark = style.verdict(verdict + padding, isGood: finding.isSound || finding.isMinor)
      text += "  \(mark)  \(finding.check)" + (finding.detail.map { ": \($0)" } ?? "") + "\n"
      for fault in finding.faults { text += "         \(TerminalText.safe(fault))\n" }
      if let remedy = finding.remedy { text += "         → \(remedy)\n" }
    }
    var table = PlainTable([.init("", isNumber: true), .init("")])
    table.rows = health.counts.map { [IndonesianNumber.string(Double($0.number)), $0.noun] }
    text += "\n" + table.text(indent: 2, hasTitles: false)
    if let published = health.published { text += "  published \(published.first) to \(published.last)\n" }
    let megabytes = IndonesianNumber.string(Double(health.size) / 1e6, decimals: 1)
    return text + "  schema \(health.schema.joined(separator: ", ")); \(megabytes) MB\n"
  }

  /// One JSON object.
  public static func json(_ health: LedgerHealth) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("path")
      json.string(health.path)
      json.key("sound")
      json.bool(health.isSound)
      json.key("usable")
      json.bool(health.isUsable)
      json.key("bytes")
      json.int(health.size)
      json.key("schema")
      json.array { json in for step in health.schema { json.string(step) } }
      json.key("first_published")
      json.string(orNull: health.published?.first)
      json.key("last_published")
      json.string(orNull: health.published?.last)
      json.key("findings")
      json.array { json in for finding in health.findings { write(finding, to: &json) } }
      json.key("counts")
      json.array { json in
        for count in health.counts {
          json.object { json in
            json.key("what")
            json.string(count.noun)
            json.key("number")
            json.int(count.number)
          }
        }
      }
    }
    json.newline()
    return json.take()
  }

  private static func write(_ finding: LedgerHealth.Finding, to json: inout JSONWriter) {
    json.object { json in
      json.key("check")
      json.string(finding.check)
      json.key("sound")
      json.bool(finding.isSound)
      json.key("minor")
      json.bool(finding.isMinor)
      json.key("faults")
      json.array { json in for fault in finding.faults { json.string(fault) } }
      json.key("remedy")
      json.string(orNull: finding.remedy)
    }
  }
}
