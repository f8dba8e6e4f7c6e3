import FoundationEssentials
import PantauClean
import PantauRecords

#if canImport(Glibc)
  import Glibc
#endif

/// The most memory that cleaning a page adds to the process, as Linux counts it.
///
/// Before each page what is free goes back to the system and the high-water mark is set back (`clear_refs`); after it the
/// mark less what was there before is what the page took. The page's own bytes are there before.
enum CleanMemory {
  static func report(_ set: CleanSet, _ cleaner: Cleaner) -> String {
    #if canImport(Glibc)
      var ratios: [Double] = []
      for one in set.cases {
        _ = try? cleaner.article(from: one.page)
        if let peak = peak({ _ = try? cleaner.article(from: one.page) }) {
          ratios.append(Double(peak) / Double(one.page.bytes.count))
        }
      }
      guard !ratios.isEmpty else { return "  memory: this system does not tell\n" }
      let sorted = ratios.sorted()
      return
        "  memory: median \(sorted[sorted.count / 2].four) × page, worst \(sorted[sorted.count - 1].four) × page\n"
    #else
      return "  memory: this system does not tell\n"
    #endif
  }

  #if canImport(Glibc)
    /// Bytes that the process grew by while `body` ran; nil where the system does not tell.
    static func peak(_ body: () -> Void) -> Int? {
      // Not in Swift's view of glibc.
      if let trim = dlsym(nil, "malloc_trim") {
        _ = unsafeBitCast(trim, to: (@convention(c) (Int) -> Int32).self)(0)
      }
      guard (try? Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs"))) != nil,
        let before = status("VmRSS:")
      else { return nil }
      body()
      return status("VmHWM:").map { $0 - before }
    }

    private static func status(_ key: String) -> Int? {
      guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return nil }
      let line = text.split(separator: "\n").first { $0.hasPrefix(key) }
      return line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) }.map { $0 * 1024 }
    }
  #endif
}
