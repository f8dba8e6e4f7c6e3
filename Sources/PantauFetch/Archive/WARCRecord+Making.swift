internal import Crypto

extension WARCRecord {
  /// The first record of a file: who wrote it.
  static func info(software: String, date: Int, file: String) -> WARCRecord {
    let text = "software: \(software)\r\nformat: WARC File Format 1.1\r\n"
    return make(
      "warcinfo", date: date, [("WARC-Filename", file), ("Content-Type", "application/warc-fields")],
      Array(text.utf8))
  }

  /// A response with its body decoded: the coding's header fields are kept under the name that archives use for it, so
  /// that every reader finds body and header in agreement.
  static func response(
    _ response: HTTPResponse, of address: WebAddress, date: Int, fields extra: [(String, String)] = []
  ) -> WARCRecord {
    var head = "HTTP/1.1 \(response.status) \(response.status == 200 ? "OK" : "")\r\n"
    for field in response.fields where field.name.lowercased() != "set-cookie" {
      let isOfCoding = ["content-encoding", "content-length", "transfer-encoding"].contains(
        field.name.lowercased())
      head += "\(isOfCoding ? "X-Archive-Orig-" : "")\(field.name): \(field.value)\r\n"
    }
    head += "Content-Length: \(response.body.count)\r\n\r\n"
    var fields = [("WARC-Target-URI", address.description)]
    if let ip = response.ip { fields.append(("WARC-IP-Address", ip)) }
    fields += [
      ("WARC-Payload-Digest", digest(response.body)), ("Content-Type", "application/http;msgtype=response"),
    ]
    return make("response", date: date, fields + extra, Array(head.utf8) + response.body)
  }

  /// A document that came from a file.
  static func resource(_ bytes: [UInt8], target: String, type: String, date: Int) -> WARCRecord {
    let made = digest(bytes)
    let fields = [("WARC-Target-URI", target), ("WARC-Payload-Digest", made), ("Content-Type", type)]
    return make("resource", date: date, fields, bytes, digest: made)
  }

  /// `known` is the block's digest, where it has been made already.
  private static func make(
    _ type: String, date: Int, _ fields: [(String, String)], _ block: [UInt8], digest known: String? = nil
  ) -> WARCRecord {
    let first = [
      ("WARC-Type", type), ("WARC-Record-ID", "<urn:uuid:\(identifier())>"),
      ("WARC-Date", WebDate.text(date)),
      ("WARC-Block-Digest", known ?? digest(block)),
    ]
    return WARCRecord(
      fields: (first + fields).map { HeaderField(name: $0.0, value: oneLine($0.1)) }, block: block)
  }

  /// What comes from outside may not end a field.
  private static func oneLine(_ text: String) -> String {
    text.utf8.contains { $0 < 0x20 }
      ? String(decoding: text.utf8.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self) : text
  }

  /// A random UUID (RFC 9562, version 4).
  private static func identifier() -> String {
    let numbers = (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max))
    var bytes = withUnsafeBytes(of: numbers) { Array($0) }
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    var text = ""
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { text += "-" }
      if byte < 16 { text += "0" }
      text += String(byte, radix: 16)
    }
    return text
  }

  /// SHA-1 in base 32 (RFC 4648), the form that archives' indexes use.
  static func digest(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
    var out: [UInt8] = []
    var buffer: UInt32 = 0
    var bits = 0
    for byte in Insecure.SHA1.hash(data: bytes) {
      buffer = buffer << 8 | UInt32(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        out.append(alphabet[Int(buffer >> UInt32(bits) & 31)])
      }
    }
    return "sha1:" + String(decoding: out, as: UTF8.self)
  }
}
