/// A JSON array with one object on each row of the file.
public enum JSONRows {
  /// The array of `elements`, ended by a line feed; `write` writes an object's members.
  public static func bytes<Element>(
    _ elements: [Element], _ write: (Element, inout JSONWriter) -> Void
  ) -> [UInt8] {
    var bytes = Array("[".utf8)
    for (index, element) in elements.enumerated() {
      var json = JSONWriter()
      json.object { write(element, &$0) }
      bytes.append(contentsOf: (index == 0 ? "\n" : ",\n").utf8)
      bytes.append(contentsOf: json.take())
    }
    bytes.append(contentsOf: (elements.isEmpty ? "]\n" : "\n]\n").utf8)
    return bytes
  }
}
