internal import PantauRecords

/// What a line says, in a few rows above its sentences or its time line.
enum LineHead {
  static func text(_ line: TrackLine, style: TextStyle) -> String {
    let place = [line.region ?? "no region", line.within].compactMap(\.self).map(TerminalText.safe)
    var rows: [[String]] = []
    if let target = line.target { rows.append(["target", self.target(target)]) }
    if let actual = line.actual {
      let day = actual.date.map { (actual.isDated ? " for \($0)" : ", published \($0)") } ?? ""
      let amount = FigureText.amount(actual, beside: line.target?.value) + unit(actual)
      rows.append(["reported", amount + day])
    }
    if let share = line.progress { rows.append(["progress", progress(line, share)]) }
    let status = style.show(line.status.rawValue, line.status.emphasis)
    rows.append(["status", status + ": " + StatusReason.text(line)])
    if let rivals = line.rivalText { rows.append(["rivals", rivals]) }
    rows.append(["sources", line.voices(short: false)])
    let title = "\(place.joined(separator: ", ")) · \(line.stage)"
    let head = style.show(title, .bold) + "  " + style.show(line.id, .dim) + "\n"
    return head + PlainTable([.init(""), .init("")], rows: rows).text(indent: 2, hasTitles: false)
  }

  private static func target(_ figure: TrackLine.Figure) -> String {
    FigureText.amount(figure) + unit(figure) + (figure.deadline.map { " by \($0)" } ?? ", no deadline")
  }

  private static func unit(_ figure: TrackLine.Figure) -> String {
    figure.unit.map { " " + FigureText.words($0) } ?? ""
  }

  private static func progress(_ line: TrackLine, _ share: Double) -> String {
    let basis: String? =
      switch line.progressBasis {
      case .target: "of the target"
      case .percent: "by the reported percentage"
      case .denominator: "of \(number(line.denominator)), the number beside it"
      case .all: "by the word for all of them"
      case .total: "of \(number(line.denominator)), counted by an article"
      case .universe: "of \(number(line.denominator)) in the gazetteer"
      case nil: nil
      }
    return IndonesianNumber.percent(ofShare: share) + (basis.map { " " + $0 } ?? "")
  }

  private static func number(_ number: Double?) -> String {
    number.map { IndonesianNumber.string($0) } ?? "–"
  }
}
