/// The elements of a source, some at a time.
struct Batches<Source: IteratorProtocol & Sendable>: IteratorProtocol, Sendable {
  private var source: Source
  private let size: Int

  /// Batches of `size` elements, of which the last one may have fewer.
  init(_ source: Source, of size: Int) {
    self.source = source
    self.size = size
  }

  mutating func next() -> [Source.Element]? {
    var batch: [Source.Element] = []
    batch.reserveCapacity(size)
    while batch.count < size, let element = source.next() { batch.append(element) }
    return batch.isEmpty ? nil : batch
  }
}
