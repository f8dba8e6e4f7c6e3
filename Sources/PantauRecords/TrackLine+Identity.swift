extension TrackLine {
  /// A part of the line that a reader may ask the sentences of.
  public enum Cell: String, Sendable, CaseIterable {
    case target, deadline, reported, progress
  }

  /// `PROGRAMME/REGION/STAGE`: names the line in every table, and goes back to it.
  ///
  /// The same line has the same name whatever else the ledger holds and in whatever order it came.
  public var id: String { "\(programme)/\(shortID)" }

  /// The name without the programme: enough in a table of one programme.
  public var shortID: String {
    LineID.short(region: region, code: regionCode, within: within, stage: stage)
  }

  /// The name of one of the line's cells.
  public func id(of cell: Cell) -> String { "\(id)/\(cell.rawValue)" }

  /// Whether the line is about the whole country.
  public var isCountry: Bool { LineID.isCountry(region, regionCode) }

  /// Indices into ``evidence`` of the sentences behind a cell, ascending.
  public func evidence(behind cell: Cell) -> [Int] {
    let denominators = evidence.indices.filter { evidence[$0].kind == .total }
    return switch cell {
    case .target: [target?.evidence].compactMap(\.self)
    case .deadline: [target?.deadlineEvidence].compactMap(\.self)
    case .reported: [actual?.evidence].compactMap(\.self)
    case .progress:
      Set([target?.evidence, actual?.evidence].compactMap(\.self) + denominators).sorted()
    }
  }
}
