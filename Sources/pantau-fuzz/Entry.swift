#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

#if FUZZING
  /// libFuzzer's own loop; its `main` gives way to this program's.
  @_silgen_name("LLVMFuzzerRunDriver")
  private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
  ) -> CInt

  @main
  enum Fuzzing {
    static func main() {
      var count = CommandLine.argc
      var arguments = CommandLine.unsafeArgv
      let status = runDriver(&count, &arguments) { start, count in
        Fuzz.run(Array(UnsafeBufferPointer(start: start, count: count)))
        return 0
      }
      exit(status)
    }
  }
#else
  /// Without libFuzzer: runs over the files that are named, once each, to see again what was found.
  @main
  enum Replay {
    static func main() {
      for path in CommandLine.arguments.dropFirst() {
        guard let file = fopen(path, "rb") else {
          perror("pantau-fuzz: \(path)")
          exit(2)
        }
        var input: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { input += buffer[..<count] }
        fclose(file)
        Fuzz.run(input)
      }
    }
  }
#endif
