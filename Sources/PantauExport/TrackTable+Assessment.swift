internal import PantauRecords

extension TrackTable {
  /// The numbers behind a status: days as `YYYY-MM-DD`, levels as they stand on the target line's scale.
  static func write(_ found: TrackLine.Assessment?, to json: inout JSONWriter) {
    guard let found else { return json.null() }
    json.object { json in
      json.key("is_share")
      json.bool(found.isShare)
      json.key("promised")
      json.number(found.promised)
      json.key("reached")
      json.number(found.reached.map { rounded($0.level) })
      json.key("expected")
      json.number(found.expected.map(rounded))
      json.key("expected_now")
      json.number(found.expectedNow.map(rounded))
      json.key("first_deadline")
      json.date(found.firstDeadline)
      json.key("met_on")
      json.date(found.metOn)
      json.key("days_left")
      json.number(found.daysLeft.map(Double.init))
      json.key("report_age")
      json.number(found.reportAge.map(Double.init))
      json.key("contradiction")
      write(found.contradiction, to: &json)
      json.key("target_line")
      json.array { json in for point in found.line { write(point.day, point.level, to: &json) } }
      json.key("reports")
      json.array { json in for report in found.reports { write(report.day, report.level, to: &json) } }
    }
  }

  private static func write(_ day: CalendarDate, _ level: Double, to json: inout JSONWriter) {
    json.array { json in
      json.date(day)
      json.number(rounded(level))
    }
  }

  private static func write(_ pair: TrackLine.Assessment.Contradiction?, to json: inout JSONWriter) {
    guard let pair else { return json.null() }
    json.array { json in
      json.int(pair.claim)
      json.int(pair.rival)
    }
  }

  static func write(_ rivals: RivalFigures?, to json: inout JSONWriter) {
    guard let rivals else { return json.null() }
    json.object { json in
      json.key("day")
      json.date(rivals.day)
      json.key("low")
      json.number(rivals.low)
      json.key("high")
      json.number(rivals.high)
      json.key("percent")
      json.bool(rivals.isPercent)
      json.key("facts")
      json.array { json in for fact in rivals.facts { json.string(fact) } }
    }
  }

  static func write(_ event: FactEvent, to json: inout JSONWriter) {
    json.object { LedgerJSON.write(event, &$0) }
  }
}
