#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The program itself, run as its users run it.
enum ChildProcess {
  /// Where it lies: `PANTAU_PROGRAM`, else `pantau` beside this executable; nil where there is none.
  static var program: String? {
    let path: String
    if let named = getenv("PANTAU_PROGRAM") {
      path = String(cString: named)
    } else {
      let own = CommandLine.arguments[0].split(separator: "/", omittingEmptySubsequences: false)
      path = (own.dropLast() + ["pantau"]).joined(separator: "/")
    }
    return access(path, X_OK) == 0 ? path : nil
  }

  /// Runs a program to its end, its output thrown away; returns whether it said that all was done.
  static func run(_ program: String, _ arguments: [String]) -> Bool {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var process = pid_t()
    guard posix_spawn(&process, program, &actions, nil, &words, environ) == 0 else { return false }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      if errno != EINTR { return false }
    }
    return status == 0
  }
}
