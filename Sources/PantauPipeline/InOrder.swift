#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Applies `work` to what `source` yields, on `jobs` threads, and hands each result to `sink` on the calling thread in
/// the order of `source`, whichever thread was faster.
///
/// At most `ahead` elements a job are under way or waiting for their turn, so that memory does not grow with the
/// source. One job works on the calling thread. Where `sink` throws, nothing more is taken from `source` and the error
/// is passed on at once; a thread that still works ends on its own.
func inOrder<Source: IteratorProtocol & Sendable, Result: Sendable>(
  _ source: Source, jobs: Int, ahead: Int = 8,
  work: @escaping @Sendable (Source.Element) -> Result,
  sink: (Result) throws -> Void
) throws where Source.Element: Sendable {
  var source = source
  guard jobs > 1 else {
    while let element = source.next() { try sink(work(element)) }
    return
  }
  let belt = Belt(source, room: jobs * ahead, work: work)
  for _ in 0..<jobs { WorkerThread.start { belt.work() } }
  do {
    while let result = belt.next() { try sink(result) }
  } catch {
    belt.stop()
    throw error
  }
}

/// What the threads of ``inOrder(_:jobs:work:sink:)`` share.
private final class Belt<Source: IteratorProtocol & Sendable, Result: Sendable>: @unchecked Sendable
where Source.Element: Sendable {
  private let transform: @Sendable (Source.Element) -> Result
  private let room: Int

  /// Guards `source`: listing may wait for a slow input without holding up those who deliver.
  private let sourceLock = Lock()
  private var source: Source

  /// Guards everything below.
  private let lock = Lock()
  private let roomFreed = Condition()
  private let resultReady = Condition()
  /// Results by index modulo `room`.
  private var results: [Result?]
  private var taken = 0
  private var delivered = 0
  private var isExhausted = false
  private var isStopped = false

  init(_ source: Source, room: Int, work: @escaping @Sendable (Source.Element) -> Result) {
    self.source = source
    self.room = room
    transform = work
    results = Array(repeating: nil, count: room)
  }

  /// A worker's life: take, work, lay down, until the source or the run ends.
  func work() {
    while let (index, element) = take() {
      let result = transform(element)
      lock.hold {
        results[index % room] = result
        if index == delivered { resultReady.signal() }
      }
    }
  }

  private func take() -> (Int, Source.Element)? {
    sourceLock.hold {
      let goesOn = lock.hold {
        while taken - delivered >= room, !isStopped { roomFreed.wait(lock) }
        return !isStopped && !isExhausted
      }
      guard goesOn else { return nil }
      let element = source.next()
      return lock.hold {
        guard let element else {
          isExhausted = true
          resultReady.signal()
          return nil
        }
        taken += 1
        return (taken - 1, element)
      }
    }
  }

  /// The next result in order; nil when all are delivered.
  func next() -> Result? {
    lock.hold {
      while true {
        if let result = results[delivered % room] {
          results[delivered % room] = nil
          delivered += 1
          roomFreed.signal()
          return result
        }
        if isExhausted, delivered == taken { return nil }
        resultReady.wait(lock)
      }
    }
  }

  func stop() {
    lock.hold {
      isStopped = true
      roomFreed.signal()
    }
  }
}
