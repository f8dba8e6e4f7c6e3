internal import PantauExtract
internal import PantauFetch
internal import PantauRules

extension Setup {
  /// What reads articles by the rules: these are compiled, or taken from ``cache`` as an earlier start left them.
  ///
  /// - Throws: `RuleErrors` where the rules are faulty.
  func makeExtractor() throws -> Extractor {
    // Rules that only run need no examples.
    let rules = rules.withoutExamples()
    guard let cache = cache.map(RuleCache.init), let name = compiledName() else {
      return try Extractor(rules: rules, gazetteer: gazetteer, programmes: programmes)
    }
    let kept = try cache.read(name) {
      try Extractor(compiled: $0, rules: rules, gazetteer: gazetteer, programmes: programmes)
    }
    if let kept { return kept }
    let extractor = try Extractor(rules: rules, gazetteer: gazetteer, programmes: programmes)
    cache.keep(extractor.rules.compiled(), named: name)
    return extractor
  }

  /// The digest of all that decides what compiled rules look like: the program, the rules and where they lie, and the
  /// gazetteer; nil where the program's own file is not known.
  private func compiledName() -> String? {
    guard let program = FileStamp.program else { return nil }
    var sum = Digest()
    for part in ["\(program.size) \(program.modified)", rules.origin, digest(programmes: [])] {
      sum.update(Array("\(part)\n".utf8))
    }
    return sum.hexadecimal()
  }
}
