internal import PantauFetch
internal import PantauRecords

/// The elements of a source in batches, each twice as large as the one before up to the largest, so that several threads
/// share a source of few elements too.
struct Batches<Source: IteratorProtocol & Sendable>: IteratorProtocol, Sendable {
  private var source: Source
  private let largest: Int
  private var size = 1

  /// Batches of `largest` elements at most.
  init(_ source: Source, upTo largest: Int) {
    self.source = source
    self.largest = largest
  }

  mutating func next() -> [Source.Element]? {
    var batch: [Source.Element] = []
    batch.reserveCapacity(size)
    while batch.count < size, let element = source.next() { batch.append(element) }
    size = min(size * 2, largest)
    return batch.isEmpty ? nil : batch
  }
}

extension Line {
  /// Documents of inputs that are worked on together at most; what may come bit by bit is not waited for.
  static func together(_ inputs: [String]) -> Int { inputs.contains("-") ? 1 : 32 }

  /// Batches that a job may be ahead, of so many documents: the fewer, the larger they are.
  static func ahead(_ together: Int) -> Int { together == 1 ? 8 : 2 }

  /// Bytes of documents from which on no further one is read before their records are made.
  private static let mostBytes = 4 << 20

  /// Takes entries through the line. A step is taken for all documents before the next one begins: what it runs and looks up
  /// stays in the processor's caches, which takes a quarter off the time.
  ///
  /// - Parameters:
  ///   - entries: the documents.
  ///   - known: what is known of a document without its record; nil where nothing is.
  ///   - made: what is to be made of an outcome.
  /// - Returns: what was known or made of each entry, in their order.
  func results<Made>(
    of entries: [Entry], known: (Document) -> Made? = { _ in nil }, made: (Outcome) -> Made
  ) -> [Made] {
    var results: [Made] = []
    var open: [Result<Document, Failure>] = []
    var bytes = 0
    func settle() {
      results += outcomes(of: open).map(made)
      open.removeAll()
      bytes = 0
    }
    for entry in entries {
      let document = Result { () throws(Failure) in try entry.document() }
      if case .success(let document) = document {
        if let result = known(document) {
          settle()
          results.append(result)
          continue
        }
        bytes += document.byteCount
      }
      open.append(document)
      if bytes > Self.mostBytes { settle() }
    }
    settle()
    return results
  }
}

extension Document {
  /// Bytes of its pages, or of the article's text.
  fileprivate var byteCount: Int {
    switch self {
    case .page(let page): page.bytes.count
    case .parts(let pages): pages.reduce(0) { $0 + $1.bytes.count }
    case .article(let article): article.body.utf8.count
    }
  }
}

extension Outcome {
  /// Why there is no record; nil where there is one.
  var failure: Failure? { if case .failure(let failure) = self { failure } else { nil } }
}
