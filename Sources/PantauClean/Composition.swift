internal import Foundation

/// Text in normal form C: letters with their accents as one character where there is one.
///
/// Nearly all text is so already; only where a combining mark (U+0300…U+036F) stands is anything looked at further.
func composed(_ text: String) -> String {
  var text = text
  guard text.withUTF8({ $0.contains { $0 == 0xCC || $0 == 0xCD } }) else { return text }
  return text.precomposedStringWithCanonicalMapping
}
