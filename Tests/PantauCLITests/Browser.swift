import Foundation
import Testing

/// A headless browser, where the machine has one.
enum Browser {
  /// The first browser of the Chromium family in PATH.
  static let path: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    for name in ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"] {
      for folder in folders where FileManager.default.isExecutableFile(atPath: "\(folder)/\(name)") {
        return "\(folder)/\(name)"
      }
    }
    return nil
  }()

  static let isMissing: Comment = "no chromium or google-chrome in PATH; install one to look at report pages"

  /// What the browser writes about the page at `page` with these options.
  ///
  /// Without a sandbox, which needs rights that a container does not give; the page is our own.
  static func run(_ options: String, page: String, in folder: String) throws -> String {
    let browser = path ?? "false"
    let always = "--headless --no-sandbox --disable-gpu --hide-scrollbars --allow-file-access-from-files"
    let profile = "--user-data-dir=\(folder)/profil"
    let line = "timeout 60 \(browser) \(always) \(profile) \(options) 'file://\(page)' 2>/dev/null"
    return try Command.shell(line, in: folder).text
  }
}
