internal import ArgumentParser
internal import PantauPipeline

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The whole program: reads the arguments, runs the command, ends the process.
public enum Program {
  /// Never returns; the process ends with the command's exit status.
  public static func main() -> Never {
    Signals.install()
    do {
      var command = try Pantau.parseAsRoot()
      try command.run()
      exit(ExitStatus.done.rawValue)
    } catch {
      exit(report(error))
    }
  }

  /// Prints help or the fault in the arguments.
  private static func report(_ error: any Error) -> Int32 {
    let status = Pantau.exitCode(for: error)
    let message = Pantau.fullMessage(for: error)
    guard !message.isEmpty else { return status.rawValue }
    if status.isSuccess {
      let output = OutputFile.standardOutput()
      // A reader who has seen enough of the help is no fault.
      try? output.write(message + "\n")
      try? output.flush()
    } else {
      StandardError.write(message + "\n")
    }
    return status.rawValue
  }
}

/// What the process tells its caller.
enum ExitStatus: Int32 {
  case done = 0
  /// Done, but some inputs failed.
  case someFailed = 1
  /// Could not start, or output or store is unusable.
  case unusable = 2
  case interrupted = 130

  /// Ends a command with this status and without a message.
  var error: ExitCode { ExitCode(rawValue) }
}

/// How the program meets the signals that users send.
private enum Signals {
  /// A broken pipe and a file beyond the user's limit become errors of `write`; an interrupt ends the process with its status.
  static func install() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    // The first use of a static makes it, which a handler may not do.
    _ = Interruption.isRequested
    signal(SIGINT) { _ in Interruption.take() }
    // A parent may have started the program from a thread that blocks them.
    var ending = sigset_t()
    sigemptyset(&ending)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&ending, number) }
    pthread_sigmask(SIG_UNBLOCK, &ending, nil)
  }
}
