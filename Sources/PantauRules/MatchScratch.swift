import Synchronization

/// What matching keeps from text to text: symbols, lazily made automata, and storage.
///
/// Belongs to one text at a time, whose ``ScratchLease`` gives it to one caller at a time.
final class MatchScratch: @unchecked Sendable {
  /// Unlike that of all others: symbols are numbers of one scratch only.
  let identity: Int
  var engine: MatchEngine

  private static let created = Atomic(0)

  init(_ alphabet: Alphabet, _ automata: [RuleAutomaton]) {
    identity = Self.created.add(1, ordering: .relaxed).newValue
    engine = MatchEngine(alphabet, automata)
  }
}

/// Hands out scratches: each is used by one text at a time, and by as few threads as possible.
final class ScratchPool: Sendable {
  /// Symbols beyond which a scratch is not kept for the next text.
  private static let mostSymbols = 50_000
  private let free = Mutex<[MatchScratch]>([])

  func take() -> MatchScratch? { free.withLock { $0.popLast() } }

  func giveBack(_ scratch: MatchScratch) {
    guard scratch.engine.symbolCount < Self.mostSymbols else { return }
    free.withLock { $0.append(scratch) }
  }
}

/// A text's claim on a scratch, which goes back to the pool with the text's last copy.
final class ScratchLease: Sendable {
  private let pool: ScratchPool
  private let held = Mutex<MatchScratch?>(nil)

  init(_ pool: ScratchPool) { self.pool = pool }

  /// The scratch, for the time in which the caller matches; another one where a copy of the text matches at the same
  /// time. Nil where none is free.
  func take() -> MatchScratch? { held.withLock { $0.take() } ?? pool.take() }

  func giveBack(_ used: MatchScratch) {
    let isExtra = held.withLock { held in
      guard held == nil else { return true }
      held = used
      return false
    }
    if isExtra { pool.giveBack(used) }
  }

  deinit {
    if let kept = held.withLock({ $0.take() }) { pool.giveBack(kept) }
  }
}
