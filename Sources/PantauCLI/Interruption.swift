internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// How an interrupt ends the program: at once, or, where a command asked for it, after what is open is finished.
enum Interruption {
  private static let isGraceful = Atomic<Bool>(false)
  private static let count = Atomic<Int>(0)

  /// Whether the user has asked the command to stop.
  static var isRequested: Bool { count.load(ordering: .relaxed) > 0 }

  /// Lets the command finish what is open at the first interrupt; a second one ends it at once.
  static func waitForCommand() { isGraceful.store(true, ordering: .relaxed) }

  /// What the signal's handler does: only what POSIX allows there, no allocation, no buffered output.
  static func take() {
    let earlier = count.add(1, ordering: .relaxed).oldValue
    guard isGraceful.load(ordering: .relaxed), earlier == 0 else {
      say("\npantau: interrupted; the same command finishes what was begun\n")
      _exit(130)
    }
    say("\npantau: stopping when what is open is finished; press Ctrl-C again to stop at once\n")
  }

  private static func say(_ message: StaticString) {
    _ = write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
  }
}
