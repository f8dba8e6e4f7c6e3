public import PantauRecords

/// Names, codes and sizes of Indonesia's administrative regions.
public struct Gazetteer: Sendable {
  public init() {}
}
