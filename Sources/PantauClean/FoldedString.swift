/// Text with white space folded and zero-width characters lost.
func foldedString(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
  var output: [UInt8] = []
  output.reserveCapacity(bytes.count)
  _ = appendFolded(bytes, to: &output)
  return String(decoding: output, as: UTF8.self)
}

/// Appends text to `output`, white space folded, zero-width characters and what is no UTF-8 lost; returns whether two
/// spaces or a tab stood somewhere in a row.
func appendFolded(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) -> Bool {
  let start = output.count
  var pending = false
  var hasGap = false
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    if byte > 32, byte < 0x80 {
      if pending, output.count > start { output.append(32) }
      pending = false
      var end = index + 1
      while end < bytes.count, bytes[end] &- 33 < 95 { end += 1 }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[index..<end]))
      index = end
    } else if byte <= 32 {
      hasGap = hasGap || pending || byte == 9
      pending = true
      index += 1
    } else {
      index += appendWide(bytes, at: index, to: &output, start, &pending)
    }
  }
  return hasGap
}

/// Appends the character beyond ASCII at `index`; returns its bytes.
private func appendWide(
  _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, to output: inout [UInt8], _ start: Int,
  _ pending: inout Bool
) -> Int {
  let length = UTF8Check.length(bytes, at: index)
  guard length > 1 else { return 1 }
  switch WideCharacter(bytes, at: index, length) {
  case .space: pending = true
  case .nothing: break
  case .letter:
    if pending, output.count > start { output.append(32) }
    pending = false
    if let meant = WindowsLatin.character(bytes, at: index, length) {
      output += meant
      return length
    }
    for offset in 0..<length { output.append(bytes[index + offset]) }
  }
  return length
}

/// A string with white space folded and zero-width characters lost.
func folded(_ text: String) -> String {
  Array(text.utf8).withUnsafeBufferPointer { foldedString($0) }
}
