public import PantauRecords
public import PantauRules

/// Finds the article on a page: main text, headline and the facts of its publication.
///
/// A value without state of its own: one cleaner serves any number of threads, and the same page gives the same
/// article on each.
public struct Cleaner: Sendable {
  let rules: CleanRules

  /// Compiles the word lists below `clean/`; `features` leaves parts of the method out.
  ///
  /// - Throws: ``RuleErrors`` where the clean rules are faulty, with every fault.
  public init(rules: RuleFolder, features: CleanFeatures = .all) throws {
    self.rules = try CleanRules(rules, features: features)
  }

  /// The article on `page`. Time and memory are linear in the page.
  ///
  /// - Throws: ``Failure`` with `stage` "clean" where the page holds none: `empty` where it has no bytes or no text,
  ///   `not-text` where it is no text, `too-large` beyond 2 GB, and where its text is no article `index-page`,
  ///   `search-page`, `login-page`, `missing-page`, `gallery-page`, or `no-article` where nothing tells what it is.
  public func article(from page: Page) throws(Failure) -> Article {
    let (bytes, _) = try decoded(page)
    return page.kind == .html ? try htmlArticle(page, bytes).article : try textArticle(page, bytes)
  }

  /// The page's bytes as UTF-8, and the character set that they were in.
  func decoded(_ page: Page) throws(Failure) -> (bytes: [UInt8], charset: String) {
    guard page.bytes.contains(where: { $0 > 32 }) else {
      throw failure(page, .empty, "the page is empty; fetch it again or remove it")
    }
    let check = UTF8Check(page.bytes)
    if isBinary(page.bytes, check, page.charset) {
      throw failure(
        page, .notText, "the page is not text but binary; give the HTML page or a text file in its place")
    }
    guard page.bytes.count < Int(Int32.max) else {
      throw failure(page, .tooLarge, "the page is larger than 2 GB; split it")
    }
    return CharacterDecoding.utf8(page.bytes, check, transport: page.charset, isHTML: page.kind == .html)
  }

  /// Control characters and broken sequences in a share that no text has; UTF-16 by its mark or by the transport's
  /// word is text.
  private func isBinary(_ bytes: [UInt8], _ check: UTF8Check, _ transport: String?) -> Bool {
    let named = transport.flatMap { CharacterSetLabel.encoding(Array($0.utf8)) }
    if named?.hasPrefix("utf-16") == true { return false }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return false }
    return check.controls * 20 > bytes.count
      || (check.controls * 100 > bytes.count && check.malformed > check.wellFormed)
  }

  func failure(_ page: Page, _ code: Failure.Code, _ message: String) -> Failure {
    Failure(source: page.source, stage: "clean", code: code, message: message)
  }
}
