public import PantauRecords
public import PantauStore

/// What a reader names to see the sentences behind it: a line, a cell of it, a fact or an article.
public struct EvidenceReference: Sendable, Equatable {
  /// What kind of thing it is.
  enum Subject: Sendable, Equatable {
    /// `[PROGRAMME/]REGION/STAGE`.
    case line(programme: String?, region: String, stage: String)
    /// ``Fact/id``, or ``Article/id``.
    case identifier(String)
  }

  let subject: Subject
  /// The cell that is asked for; nil for the whole line.
  public let cell: TrackLine.Cell?
  /// The name as it was typed.
  public let text: String

  /// Reads `21.71/formed`, `koperasi-merah-putih/21.71/formed/target`, a fact's or an article's identifier; nil for
  /// what can be none of them.
  public init?(_ text: String) {
    self.text = text
    var parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.allSatisfy({ !$0.isEmpty }), !parts.isEmpty else { return nil }
    if parts.count == 1 {
      guard parts[0].utf8.allSatisfy(EvidenceReference.isHexadecimal), parts[0].utf8.count >= 8 else {
        return nil
      }
      (subject, cell) = (.identifier(parts[0]), nil)
      return
    }
    let last = parts.count >= 3 ? TrackLine.Cell(rawValue: parts[parts.count - 1]) : nil
    if last != nil { parts.removeLast() }
    guard parts.count <= 3 else { return nil }
    cell = last
    subject = .line(
      programme: parts.count == 3 ? parts[0] : nil, region: parts[parts.count - 2],
      stage: parts[parts.count - 1])
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }

  /// The statements among which it is found: fewer of them than all, where the name says so.
  public func filter(_ filter: StatementFilter) -> StatementFilter {
    guard case .line(let programme, let region, let stage) = subject else { return filter }
    var narrowed = filter
    narrowed.programme = programme ?? filter.programme
    narrowed.stage = stage
    let isCode = region.utf8.allSatisfy { $0 == UInt8(ascii: ".") || (48...57).contains($0) }
    if isCode { narrowed.region = region }
    return narrowed
  }

  /// The lines that it names, each with its sentences; of a fact or an article only the sentences of it.
  public func lines(of lines: [TrackLine]) -> [TrackLine] {
    switch subject {
    case .line(let programme, let region, let stage):
      return lines.filter { line in
        line.shortID == "\(region)/\(stage)" && (programme.map { $0 == line.programme } ?? true)
      }
    case .identifier(let id):
      return lines.filter { line in line.evidence.contains { $0.fact == id || $0.article.id.hasPrefix(id) } }
    }
  }

  /// Places in ``TrackLine/evidence`` of the sentences that are asked for.
  public func places(in line: TrackLine) -> [Int] {
    if case .identifier(let id) = subject {
      return line.evidence.indices.filter { place in
        line.evidence[place].fact == id || line.evidence[place].article.id.hasPrefix(id)
      }
    }
    return cell.map(line.evidence(behind:)) ?? Array(line.evidence.indices)
  }
}
