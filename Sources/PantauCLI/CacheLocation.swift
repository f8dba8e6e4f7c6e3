/// Where compiled rules are kept.
enum CacheLocation {
  /// The folder that `PANTAU_CACHE` names, else that in the user's cache (XDG Base Directory Specification); nil where that is
  /// set to nothing, or the user has no home.
  static var folder: String? {
    if Environment.isSet("PANTAU_CACHE") { return Environment.value("PANTAU_CACHE") }
    let cache = Environment.value("XDG_CACHE_HOME") ?? Environment.value("HOME").map { $0 + "/.cache" }
    return cache.map { $0 + "/pantau" }
  }
}
