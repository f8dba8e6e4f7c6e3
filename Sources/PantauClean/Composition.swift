internal import Foundation

/// Text in normal form C: letters with their accents as one character where there is one.
///
/// Nearly all text is so already; only where a combining mark (U+0300…U+036F) stands is anything looked at further.
func composed(_ text: String) -> String {
  var text = text
  guard text.withUTF8({ mayHoldMark($0) }) else { return text }
  return text.precomposedStringWithCanonicalMapping
}

/// Whether a byte with which combining marks begin is among `bytes`; looks at eight at a time where they are ASCII.
func mayHoldMark(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  var index = 0
  while index < bytes.count {
    if index + 8 <= bytes.count {
      let eight = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if eight & 0x8080_8080_8080_8080 == 0 {
        index += 8
        continue
      }
    }
    if bytes[index] == 0xCC || bytes[index] == 0xCD { return true }
    index += 1
  }
  return false
}

/// As above for bytes at hand.
func mayHoldMark(_ bytes: [UInt8]) -> Bool { bytes.withUnsafeBufferPointer { mayHoldMark($0) } }
