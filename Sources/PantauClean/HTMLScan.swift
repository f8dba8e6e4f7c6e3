internal import CLibXML2

/// libxml2's reading of a page, handed on tag by tag; no tree is built.
///
/// The parser closes what a page leaves open and opens what it leaves out (`html`, `body`, `p`), so that starts and
/// ends come in pairs as a tree would have them. Beside the page's bytes it holds one copy of them.
enum HTMLScan {
  private static let initialised: Void = xmlInitParser()

  /// Feeds UTF-8 to `builder`; false where libxml2 has no memory for it.
  ///
  /// Linear in practice: ``HTMLGuard`` keeps away what makes libxml2 quadratic.
  static func feed(_ bytes: [UInt8], to builder: inout OutlineBuilder) -> Bool {
    _ = HTMLScan.initialised
    guard bytes.count < Int(Int32.max) else { return false }
    return bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { text in
        withUnsafeMutablePointer(to: &builder) { builder in
          pantau_html_scan_utf8(
            text.baseAddress, Int32(text.count), UnsafeMutableRawPointer(builder), start, end, characters,
            script)
            != 0
        }
      }
    }
  }

  private static func builder(_ user: UnsafeMutableRawPointer) -> UnsafeMutablePointer<OutlineBuilder> {
    user.assumingMemoryBound(to: OutlineBuilder.self)
  }

  private static let start: startElementSAXFunc = { user, name, attributes in
    guard let user, let name else { return }
    builder(user).pointee.start(name, Attributes(attributes))
  }

  private static let end: endElementSAXFunc = { user, _ in
    guard let user else { return }
    builder(user).pointee.end()
  }

  private static let characters: charactersSAXFunc = { user, text, count in
    guard let user, let text, count > 0 else { return }
    builder(user).pointee.characters(UnsafeBufferPointer(start: text, count: Int(count)))
  }

  private static let script: cdataBlockSAXFunc = { user, text, count in
    guard let user, let text, count > 0 else { return }
    builder(user).pointee.script(UnsafeBufferPointer(start: text, count: Int(count)))
  }
}

/// An element's attributes as the parser lists them; they live as long as its call.
struct Attributes: Sequence {
  typealias Element = (name: UInt64, value: UnsafePointer<UInt8>?)
  typealias List = UnsafeMutablePointer<UnsafePointer<UInt8>?>
  private let list: List?

  init(_ list: List?) { self.list = list }

  /// Names as ``packed(_:)`` writes them, with values.
  struct Iterator: IteratorProtocol {
    var at: List?

    mutating func next() -> Element? {
      guard let here = at, let name = here[0] else { return nil }
      at = here + 2
      return (packed(name), here[1])
    }
  }

  func makeIterator() -> Iterator { Iterator(at: list) }

  /// The value of the attribute, `""` where it has none, nil where there is no such attribute.
  func text(_ name: StaticString) -> String? {
    let key = packed(name.utf8Start)
    for attribute in self where attribute.name == key {
      return attribute.value.map { String(cString: $0) } ?? ""
    }
    return nil
  }
}
