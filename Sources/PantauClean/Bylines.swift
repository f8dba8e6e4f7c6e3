extension CleanRules {
  /// The name in a line that says no more than whose the text is: `Oleh Sari Lestari`.
  func name(alone line: ArraySlice<UInt8>) -> String? {
    guard line.count <= 60 else { return nil }
    let source = Array(line)
    guard let phrase = bylines.match(source.map(lowercase), at: 0), phrase.always else {
      return nil
    }
    let name = String(decoding: source.dropFirst(phrase.bytes.count), as: UTF8.self).trimmingMarks()
    let words = name.split(separator: " ")
    guard 2...4 ~= words.count, source.dropFirst(phrase.bytes.count).first == 32,
      words.allSatisfy({ $0.utf8.first.map { $0 &- 65 < 26 } ?? false }), !name.utf8.contains(where: isDigit)
    else { return nil }
    return name
  }

  /// Names in a credit line: `Penulis: Sari Dewi | Editor: Bram`, `Reporter: Hasan   Editor: Iwan`.
  func names(inCredit line: ArraySlice<UInt8>) -> [String] {
    guard line.count <= 160, line.contains(UInt8(ascii: ":")), mayHoldByline(line) else { return [] }
    let source = Array(line)
    var names: [String] = []
    var index = 0
    var nameStart: Int?
    func take(_ end: Int) {
      guard let start = nameStart else { return }
      let name = folded(String(decoding: source[start..<max(start, end)], as: UTF8.self)).trimmingMarks()
      let words = name.split(separator: " ")
      if (1...5).contains(words.count), !name.utf8.contains(where: isDigit), name.utf8.count <= 60 {
        names.append(name)
      }
      nameStart = nil
    }
    let lower = source.map(lowercase)
    var atWord = true
    while index < source.count {
      let letter = isLetterOrDigit(source[index])
      if letter, atWord, let phrase = bylines.match(lower, at: index) {
        var after = index + phrase.bytes.count
        while after < source.count, source[after] == 32 { after += 1 }
        if after < source.count, source[after] == UInt8(ascii: ":") {
          take(index)
          nameStart = after + 1
          index = after + 1
          atWord = true
          continue
        }
      }
      if source[index] == UInt8(ascii: "|")
        || source[index] == UInt8(ascii: ",") && names.isEmpty && nameStart == nil
      {
        take(index)
      }
      atWord = !letter
      index += 1
    }
    take(source.count)
    return names
  }

  /// Whether a word of the line is one with which a byline begins.
  private func mayHoldByline(_ line: ArraySlice<UInt8>) -> Bool {
    line.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        guard isLetterOrDigit(bytes[index]) else {
          index += 1
          continue
        }
        if bylines.isFirstWord(WordHash.ofWord(bytes, from: &index, underscores: false)) { return true }
      }
      return false
    }
  }
}

extension String {
  /// Without spaces and marks at its ends.
  func trimmingMarks() -> String {
    var bytes = utf8[...]
    while let first = bytes.first, !isLetterOrDigit(first) { bytes.removeFirst() }
    while let last = bytes.last, !isLetterOrDigit(last), last != UInt8(ascii: ".") { bytes.removeLast() }
    return String(Substring(bytes))
  }
}
