#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Where the rules lie.
enum RuleLocation {
  /// The folder that the user named, else the one that belongs to the program; nil where the program's own copy is all
  /// there is.
  static func folder(named option: String?) -> String? {
    if let option { return option }
    if let variable = Environment.value("PANTAU_RULES") { return variable }
    return executable().flatMap { folder(besideExecutable: $0) }
  }

  /// What to do about faulty rules that nobody named: an older program meets in its checkout what a newer one understands. Nil
  /// where the user named the folder.
  static func remedy(named option: String?) -> String? {
    guard option == nil, Environment.value("PANTAU_RULES") == nil, let folder = folder(named: nil) else {
      return nil
    }
    return
      "these are the rules beside the program, in \(folder); where they are newer than the program, "
      + "build it again, or name its own rules with --rules"
  }

  /// The folder that belongs to the program at `executable`: beside it, in its installation, or in the project
  /// whose build folder it lies in.
  static func folder(besideExecutable executable: String) -> String? {
    var parent = directory(of: executable)
    let near = ["/rules", "/../rules", "/../share/pantau/rules"].map { parent + $0 }
    if let found = near.first(where: FileSystem.isFolder) { return found }
    while !parent.isEmpty {
      if FileSystem.isFolder(parent + "/rules"), FileSystem.exists(parent + "/Package.swift") {
        return parent + "/rules"
      }
      parent = directory(of: parent)
    }
    return nil
  }

  /// Empty for the root and for a name without a slash.
  private static func directory(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(path[..<slash])
  }

  /// The program's own file, links resolved.
  private static func executable() -> String? {
    let name = FileSystem.exists("/proc/self/exe") ? "/proc/self/exe" : CommandLine.arguments.first ?? ""
    guard let resolved = realpath(name, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
