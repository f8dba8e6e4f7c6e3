import Foundation

@testable import PantauFetch

/// Counts on many threads.
final class Counter: @unchecked Sendable {
  private let lock = NSLock()
  private var count = 0

  /// 1 at the first call.
  func next() -> Int {
    lock.withLock {
      count += 1
      return count
    }
  }
}

extension WebDate {
  /// A moment as HTTP writes it (RFC 9110, 5.6.7).
  static func httpText(_ seconds: Int) -> String {
    let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    let text = WebDate.text(seconds)
    let parts = text.split { "-T:Z".contains($0) }.map(String.init)
    let day = days[seconds / 86_400 % 7]
    return
      "\(day), \(parts[2]) \(names[(Int(parts[1]) ?? 1) - 1]) \(parts[0]) \(parts[3]):\(parts[4]):\(parts[5]) GMT"
  }
}
