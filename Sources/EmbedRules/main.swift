// Writes all files of a folder as string literals of one Swift source file: embed-rules FOLDER OUTPUT
import Foundation

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
  FileHandle.standardError.write(Data("usage: EmbedRules FOLDER OUTPUT\n".utf8))
  exit(64)
}
let folder = URL(fileURLWithPath: arguments[1]).standardizedFileURL
let prefix = folder.path + "/"
var entries: [String] = []
let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
  .compactMap { $0 as? URL }
  .filter { !$0.hasDirectoryPath && !$0.lastPathComponent.hasPrefix(".") }
  .sorted { $0.path < $1.path }
for file in found ?? [] {
  let text = try String(contentsOf: file, encoding: .utf8)
  let name = String(file.standardizedFileURL.path.dropFirst(prefix.count))
  entries.append("  (\"\(name)\", ###\"\"\"\n\(text)\n\"\"\"###),\n")
}
let source = """
  // Made by EmbedRules from rules/; do not edit.
  let embeddedRules: [(path: StaticString, text: StaticString)] = [
  \(entries.joined())]

  """
try source.write(to: URL(fileURLWithPath: arguments[2]), atomically: true, encoding: .utf8)
