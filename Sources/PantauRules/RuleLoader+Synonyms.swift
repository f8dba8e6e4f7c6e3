import PantauText

extension RuleLoader {
  /// Reads `synonyms.txt`: on each line forms between `|`, all of which are read as the first; `#` begins a comment. Call it
  /// before any other word is known.
  mutating func read(synonyms file: RuleFolder.File) {
    var later: [(form: SynonymForm, standard: String)] = []
    for (number, line) in file.lines.enumerated() where !line.isEmpty && line.first != "#" {
      let forms = SynonymForm.forms(of: line, number: number + 1)
      guard let standard = forms.first, forms.count > 1 else {
        let hint = "write the standard form first, then what is read as it: 'first|second|a third'"
        errors.append(
          fault(file, SynonymForm(text: "", line: number + 1, column: 1), "one form alone", hint, line))
        continue
      }
      for form in forms.dropFirst() {
        // Longer forms are looked up by words that may share another's identifier, so that single words come first.
        guard !standard.text.contains(" "), form.isWord else {
          later.append((form, standard.text))
          continue
        }
        do {
          try Synonyms.join(form.text, to: standard.text, vocabulary: &vocabulary)
        } catch { add(error, form, file, line) }
      }
    }
    let lines = file.lines
    for (form, standard) in later {
      do {
        try lexicon.synonyms.add(form.text, for: standard, vocabulary: &vocabulary)
      } catch { add(error, form, file, lines[form.line - 1]) }
    }
  }

  private mutating func add(
    _ error: Synonyms.Fault, _ form: SynonymForm, _ file: RuleFolder.File, _ line: Substring
  ) {
    switch error {
    case .empty: errors.append(fault(file, form, "an empty form", "take one '|' out", line))
    case .taken:
      errors.append(
        fault(file, form, "'\(form.text)' is read as another word already", "name each form once", line))
    case .tooShort:
      let hint = "it may only be the standard's two words written together"
      errors.append(fault(file, form, "'\(form.text)' has fewer words than its standard", hint, line))
    }
  }

  private func fault(
    _ file: RuleFolder.File, _ form: SynonymForm, _ message: String, _ hint: String, _ line: Substring
  ) -> RuleError {
    RuleError(
      path: file.displayPath, line: form.line, column: form.column, message: message,
      excerpt: String(line), hint: hint)
  }
}

/// One form of a line of `synonyms.txt`.
private struct SynonymForm {
  var text: String
  /// 1-based.
  var line: Int
  /// 1-based, in characters.
  var column: Int

  /// Whether it is one token for sure; what holds marks is cut by the tokenizer.
  var isWord: Bool { text.allSatisfy { $0.isLetter || $0 == "'" } && !text.isEmpty }

  static func forms(of line: Substring, number: Int) -> [SynonymForm] {
    var column = 1
    return line.split(separator: "|", omittingEmptySubsequences: false).map { part in
      defer { column += part.count + 1 }
      return SynonymForm(text: String(part), line: number, column: column)
    }
  }
}
