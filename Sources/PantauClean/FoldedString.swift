/// The length of a C string.
@inline(__always)
func length(_ text: UnsafePointer<UInt8>) -> Int {
  var count = 0
  while text[count] != 0 { count += 1 }
  return count
}

/// Text with white space folded and zero-width characters lost.
func foldedString(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
  var output: [UInt8] = []
  output.reserveCapacity(bytes.count)
  var pending = false
  var index = 0
  while index < bytes.count {
    let length = UTF8Check.length(bytes, at: index)
    if length <= 1 {
      if bytes[index] <= 32 {
        pending = true
      } else if length == 1 {
        if pending, !output.isEmpty { output.append(32) }
        pending = false
        output.append(bytes[index])
      }
      index += 1
      continue
    }
    var four: (UInt8, UInt8, UInt8, UInt8) = (bytes[index], bytes[index + 1], 0, 0)
    if length > 2 { four.2 = bytes[index + 2] }
    if length > 3 { four.3 = bytes[index + 3] }
    let kind = withUnsafeBytes(of: &four) { raw in
      raw.assumingMemoryBound(to: UInt8.self).baseAddress.map { WideCharacter($0) } ?? .letter
    }
    switch kind {
    case .space: pending = true
    case .nothing: break
    case .letter:
      if pending, !output.isEmpty { output.append(32) }
      pending = false
      for offset in 0..<length { output.append(bytes[index + offset]) }
    }
    index += length
  }
  return String(decoding: output, as: UTF8.self)
}

/// A string with white space folded and zero-width characters lost.
func folded(_ text: String) -> String {
  Array(text.utf8).withUnsafeBufferPointer { foldedString($0) }
}
