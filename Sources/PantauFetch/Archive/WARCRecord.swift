/// A record of a web archive: WARC 1.1 (ISO 28500:2017, https://iipc.github.io/warc-specifications/).
struct WARCRecord: Sendable, Equatable {
  /// The named fields in their order, without `Content-Length`.
  var fields: [HeaderField]
  /// The content block.
  var block: [UInt8]
  /// Whether the record's length was wrong or its file broke off, so that the block may lack its end.
  var isDamaged = false

  /// The first value of a field, compared without case; the brackets that some writers set about addresses left out.
  subscript(name: String) -> String? {
    let field = fields.first { $0.name.utf8.count == name.utf8.count && $0.name.lowercased() == name }
    guard let value = field?.value else { return nil }
    return value.hasPrefix("<") && value.hasSuffix(">") ? String(value.dropFirst().dropLast()) : value
  }

  /// `response`, `resource`, `request`, `metadata`, `warcinfo`, `revisit`, `conversion` or `continuation`.
  var type: String { self["warc-type"] ?? "" }

  /// The record as it stands in an uncompressed file.
  var bytes: [UInt8] {
    var text = "WARC/1.1\r\n"
    for field in fields { text += "\(field.name): \(field.value)\r\n" }
    text += "Content-Length: \(block.count)\r\n\r\n"
    return Array(text.utf8) + block + Array("\r\n\r\n".utf8)
  }
}
