/// Appends HTML (or the SVG within it) to a byte array, everything from outside escaped.
///
/// Names of elements and attributes are literals of the program; text and values of attributes may hold anything.
/// Escaping goes byte by byte over UTF-8, which is scalar by scalar: a quotation mark followed by a combining accent is
/// one `Character`, and a mapping of characters would let it through.
public struct HTMLWriter: Sendable {
  /// An attribute; nil values are left out.
  public struct Attribute: Sendable {
    let name: StaticString
    let value: String?

    /// `name="value"`, or nothing where `value` is nil.
    public init(_ name: StaticString, _ value: String?) {
      self.name = name
      self.value = value
    }
  }

  private var bytes: [UInt8] = []

  /// A writer that has written nothing.
  public init() {}

  /// The bytes so far, which leave the writer empty.
  public mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  /// Markup that stands in the program's source.
  public mutating func literal(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// An element and what `body` writes within it; without `body`, an empty one.
  public mutating func element(
    _ name: StaticString, _ attributes: Attribute..., body: (inout HTMLWriter) -> Void = { _ in }
  ) {
    open(name, attributes)
    body(&self)
    literal("</")
    literal(name)
    literal(">")
  }

  /// An element that holds nothing but text.
  public mutating func element(_ name: StaticString, _ attributes: Attribute..., text: String) {
    open(name, attributes)
    self.text(text)
    literal("</")
    literal(name)
    literal(">")
  }

  /// An element without content and end tag (`meta`, `br`).
  public mutating func void(_ name: StaticString, _ attributes: Attribute...) { open(name, attributes) }

  /// A line feed between blocks, for people who read the source.
  public mutating func newline() { bytes.append(0x0A) }

  /// Text, with `&`, `<`, `>` and both quotation marks as references.
  ///
  /// What HTML forbids (control characters but tab, line feed and carriage return) becomes U+FFFD.
  public mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      for byte in utf8 {
        switch byte {
        case UInt8(ascii: "&"): literal("&amp;")
        case UInt8(ascii: "<"): literal("&lt;")
        case UInt8(ascii: ">"): literal("&gt;")
        case UInt8(ascii: "\""): literal("&quot;")
        case UInt8(ascii: "'"): literal("&#39;")
        case 0x09, 0x0A, 0x0D: bytes.append(byte)
        case 0..<0x20, 0x7F: literal("\u{FFFD}")
        default: bytes.append(byte)
        }
      }
    }
  }

  private mutating func open(_ name: StaticString, _ attributes: [Attribute]) {
    literal("<")
    literal(name)
    for attribute in attributes {
      guard let value = attribute.value else { continue }
      literal(" ")
      literal(attribute.name)
      literal("=\"")
      text(value)
      literal("\"")
    }
    literal(">")
  }
}

/// Addresses that a page may link to.
enum WebAddress {
  /// `text` where it is an `http` or `https` address without white space and control characters, else nil.
  ///
  /// Anything else (`javascript:`, `data:`, a path of the machine) is shown as text only.
  static func safe(_ text: String?) -> String? {
    guard let text, !text.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { return nil }
    let start = text.prefix(8).lowercased()
    return start.hasPrefix("http://") || start.hasPrefix("https://") ? text : nil
  }

  /// The address's host without `www.`, for naming a paper that does not name itself.
  static func host(_ text: String?) -> String? {
    guard let text = safe(text), let start = text.firstRange(of: "://")?.upperBound else { return nil }
    let host = text[start...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let name = host.hasPrefix("www.") ? host.dropFirst(4) : host
    return name.isEmpty ? nil : String(name)
  }
}
