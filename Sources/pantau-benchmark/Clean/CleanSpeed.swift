import CLibXML2
import PantauClean
import PantauRecords

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Bytes to article against libxml2's parse of the same bytes, page by page and by turns.
struct CleanSpeed {
  /// About how long each page takes.
  var seconds: Double

  func report(_ set: CleanSet, _ cleaner: Cleaner) -> String {
    xmlInitParser()
    let stopwatch = Stopwatch(seconds: seconds)
    var ratios: [Double] = []
    var (parse, clean) = (0.0, 0.0)
    for one in set.cases {
      let pair = stopwatch.compare(
        { CleanSpeed.parse(one.page.bytes) }, { (try? cleaner.article(from: one.page)) == nil ? 0 : 1 })
      ratios.append(pair.ratio)
      parse += pair.first
      clean += pair.second
    }
    let cpu = CleanSpeed.cpuSeconds {
      for one in set.cases { Stopwatch.keep((try? cleaner.article(from: one.page)) == nil ? 0 : 1) }
    }
    let bytes = Double(set.cases.reduce(0) { $0 + $1.page.bytes.count })
    return
      "  speed: median \(stopwatch.median(ratios).four) × libxml2's parse, all pages together \((clean / parse).four) ×, "
      + "\(Int(Double(set.cases.count) / cpu)) pages/s and \(Int(bytes / cpu / 1e6)) MB/s of CPU time\n"
  }

  /// Processor time that `body` takes, which other work on the machine disturbs less than the clock; the least of five.
  private static func cpuSeconds(_ body: () -> Void) -> Double {
    (0..<5).map { _ in
      let start = clock()
      body()
      return Double(clock() - start) / Double(CLOCKS_PER_SEC)
    }.min() ?? 0
  }

  /// The floor: libxml2 builds its tree and frees it.
  static func parse(_ bytes: [UInt8]) -> Int {
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue
    let document = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        htmlReadMemory($0.baseAddress, Int32($0.count), nil, "UTF-8", Int32(options))
      }
    }
    guard let document else { return 0 }
    xmlFreeDoc(document)
    return 1
  }
}
