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
    // 0xCC and 0xCD differ in the lowest bit.
    let others = (EightBytes(bytes, at: index).value | 0x0101_0101_0101_0101) ^ 0xCDCD_CDCD_CDCD_CDCD
    if (others &- 0x0101_0101_0101_0101) & ~others & EightBytes.all != 0 { return true }
    index &+= 8
  }
  return false
}

/// As above for bytes at hand.
func mayHoldMark(_ bytes: [UInt8]) -> Bool { bytes.withUnsafeBufferPointer { mayHoldMark($0) } }
