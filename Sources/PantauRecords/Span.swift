/// A half-open range of UTF-8 byte offsets into `Article.text`.
///
/// In JSON the same fields are Unicode code points; ``RecordJSON`` converts once on writing and once on reading.
public struct Span: Sendable, Hashable, Codable {
  /// The offset of the first byte.
  public var start: Int
  /// The offset after the last byte.
  public var end: Int

  /// The bytes from `start` up to `end`.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// Bytes covered.
  public var count: Int { end - start }

  /// Whether `other` lies within this span.
  public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }

  /// Whether the two share a byte.
  public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }
}
