/// A word, number or punctuation mark of a text: 16 bytes, so that an article is one flat array.
public struct Token: Sendable, Equatable {
  /// What kind of characters the token is made of.
  public enum Kind: UInt8, Sendable {
    case word, number, punctuation
  }

  /// What the token looks like and what precedes it.
  public struct Traits: OptionSet, Sendable {
    /// The bits of the set.
    public let rawValue: UInt8
    /// The set with these bits.
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The first letter is a capital.
    @inlinable public static var capitalised: Traits { Traits(rawValue: 1) }
    /// Two letters or more, all capitals.
    @inlinable public static var allCapitals: Traits { Traits(rawValue: 2) }
    /// White space stands before the token.
    @inlinable public static var spaceBefore: Traits { Traits(rawValue: 4) }
    /// The token begins a line.
    @inlinable public static var lineStart: Traits { Traits(rawValue: 8) }
    /// One letter only.
    @inlinable public static var singleLetter: Traits { Traits(rawValue: 16) }
  }

  /// UTF-8 byte offset of the first byte.
  public var start: UInt32
  /// UTF-8 byte offset after the last byte.
  public var end: UInt32
  /// Identifier of the folded form in the ``Vocabulary``; 0 for a word that it does not know.
  public var word: UInt32
  /// What kind of characters it is made of.
  public var kind: Kind
  /// What it looks like and what precedes it.
  public var traits: Traits
}
