#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

exit(run(CommandLine.arguments))

/// The program: reads the arguments, measures, prints; returns the exit status.
private func run(_ arguments: [String]) -> Int32 {
  do {
    if arguments.dropFirst().first == "clean" {
      print(try CleanBenchmark(Array(arguments.dropFirst(2))).report(), terminator: "")
      return 0
    }
    let options = try Options(Array(arguments.dropFirst()))
    if options.wantsHelp {
      print(Options.help, terminator: "")
      return 0
    }
    let report =
      options.only == .ledger ? try LedgerBenchmark(options).report() : try Benchmark(options).report()
    print(options.isJSON ? report.json : report.table, terminator: "")
    return 0
  } catch let error as UsageError {
    Progress.say("pantau-benchmark: \(error.message)\n\n\(Options.help)")
    return 64
  } catch {
    Progress.say("pantau-benchmark: \(error)\n")
    return 2
  }
}
