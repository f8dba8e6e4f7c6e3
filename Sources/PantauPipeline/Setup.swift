internal import PantauFetch
public import PantauGazetteer
public import PantauRules

/// What a line is built from: the rules and the gazetteer.
public struct Setup: Sendable {
  public var rules: RuleFolder
  public var gazetteer: Gazetteer
  /// Digest of an imported gazetteer, empty where there is none.
  private var gazetteerDigest: String

  /// - Parameter gazetteerFile: a gazetteer that `pantau gazetteer import` wrote, or nil for the rules' own alone.
  public init(rules: RuleFolder, gazetteerFile: String? = nil) throws {
    self.rules = rules
    gazetteer = Gazetteer()
    gazetteerDigest = gazetteerFile.flatMap { Digest.hexadecimal(ofFile: $0) } ?? ""
  }

  /// A digest of everything that decides what a page's record looks like: rules, gazetteer and program.
  ///
  /// Two runs with the same fingerprint make the same record of the same page. Reads the program's own file once.
  public func fingerprint() -> String {
    var digest = Digest()
    func add(_ text: String) {
      digest.update(Array("\(text.utf8.count):".utf8))
      digest.update(Array(text.utf8))
    }
    add(RunStamp.schema)
    add(Digest.hexadecimal(ofFile: "/proc/self/exe") ?? "")
    add(gazetteerDigest)
    for file in rules.files {
      add(file.path)
      add(file.text)
    }
    return digest.hexadecimal()
  }
}
