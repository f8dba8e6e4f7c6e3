/// Where the imported gazetteer lies.
enum GazetteerLocation {
  /// The file that the user named, else the one in the user's data folder if there is one; nil for none.
  static func file(named option: String?) -> String? {
    if let option { return option }
    return userFile.flatMap { FileSystem.exists($0) ? $0 : nil }
  }

  /// The file in the user's data folder (XDG Base Directory Specification); nil where the user has no home.
  static var userFile: String? {
    let folder = Environment.value("XDG_DATA_HOME") ?? Environment.value("HOME").map { $0 + "/.local/share" }
    return folder.map { $0 + "/pantau/gazetteer.csv" }
  }
}
