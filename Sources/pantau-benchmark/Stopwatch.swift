#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Times pieces of work against one another.
struct Stopwatch {
  /// What is measured.
  enum Clock {
    /// The processor's time of this thread, which counts less of what other programs do beside it.
    case processor
    /// The time that passes.
    case wall
  }

  /// The medians of a comparison, in seconds a run, and the median of the pairs' ratios.
  struct Pair {
    var first: Double
    var second: Double
    /// Second by first.
    var ratio: Double
  }

  /// About how long a comparison takes.
  var seconds: Double
  var clock = Clock.processor

  /// Runs `first` and `second` by turns, each long enough for the clock, at least five times.
  func compare(_ first: () -> Int, _ second: () -> Int) -> Pair {
    let firstRuns = runs(for: first)
    let secondRuns = runs(for: second)
    var times: [(Double, Double)] = []
    let end = ContinuousClock.now + .seconds(seconds)
    while times.count < 5 || ContinuousClock.now < end {
      times.append((time(first, firstRuns), time(second, secondRuns)))
    }
    return Pair(
      first: median(times.map { $0.0 }), second: median(times.map { $0.1 }),
      ratio: median(times.map { $0.1 / $0.0 }))
  }

  /// Seconds that one run of `body` takes, over `runs` of them.
  func time(_ body: () -> Int, _ runs: Int = 1) -> Double {
    let start = now
    for _ in 0..<runs { Stopwatch.keep(body()) }
    return (now - start) / Double(runs)
  }

  /// Seconds since some moment.
  var now: Double {
    var time = timespec()
    clock_gettime(clock == .processor ? CLOCK_THREAD_CPUTIME_ID : CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// The median of five runs or more, in seconds.
  func median(of body: () -> Int) -> Double {
    let count = max(5, min(50, Int(seconds / max(1e-4, time(body)))))
    return median((0..<count).map { _ in time(body) })
  }

  /// The median of seven runs or more, in seconds; what `body` returns goes between the runs, so that taking it apart is not timed.
  func medianKeeping<Result>(_ body: () -> Result?) -> Double {
    func once() -> Double {
      let start = now
      let result = body()
      let seconds = now - start
      return result == nil ? .nan : seconds
    }
    let count = max(7, min(50, Int(seconds / max(1e-4, once()))))
    return median((0..<count).map { _ in once() })
  }

  func median(_ numbers: [Double]) -> Double {
    let sorted = numbers.sorted()
    guard !sorted.isEmpty else { return 0 }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// How often `body` runs in 30 ms, or in less where a comparison is to be short; warms up on the way.
  private func runs(for body: () -> Int) -> Int {
    max(1, Int(min(0.03, seconds / 20) / max(1e-7, min(time(body), time(body)))))
  }

  /// Uses a result, so that no work is optimised away.
  @inline(never)
  static func keep(_ value: Int) {}
}
