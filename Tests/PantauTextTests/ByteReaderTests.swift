import Testing

@testable import PantauText

/// Values written as bytes and read back.
struct ByteReaderTests {
  private static func bytes() -> [UInt8] {
    var writer = ByteWriter()
    writer.add(UInt32(7))
    writer.add("Koperasi Desa Merah Putih")
    writer.add([1.5, -2])
    writer.add(["Batam", "Koperasi Desa Merah Putih", ""])
    writer.add(table: ["desa": 12, "kelurahan": 3]) { $1.add($0) }
    writer.add([UInt8]())
    return writer.bytes()
  }

  private static func read(_ bytes: [UInt8]) throws -> String {
    try bytes.withUnsafeBytes { bytes in
      var reader = try ByteReader(bytes)
      let (number, string) = (try reader.value(UInt32.self), try reader.string())
      let (list, strings) = (try reader.list(Double.self), try reader.strings())
      let table = try reader.table { reader throws(ByteReader.Fault) in try reader.value(Int.self) }
      return
        "\(number) \(string) \(list) \(strings) \(table.sorted { $0.key < $1.key }) \(try reader.list(UInt8.self))"
    }
  }

  @Test func whatIsWrittenIsRead() throws {
    #expect(
      try Self.read(Self.bytes()) == """
        7 Koperasi Desa Merah Putih [1.5, -2.0] ["Batam", "Koperasi Desa Merah Putih", ""] \
        [(key: "desa", value: 12), (key: "kelurahan", value: 3)] []
        """)
  }

  @Test func bytesThatWereDamagedAreAFault() throws {
    let bytes = Self.bytes()
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 1
      #expect(throws: ByteReader.Fault.self) { try Self.read(changed) }
      #expect(throws: ByteReader.Fault.self) { try Self.read(Array(bytes[..<place])) }
    }
  }

  @Test("of another order they are a fault where they end too early")
  func otherOrder() throws {
    var writer = ByteWriter()
    writer.add(Int.max)
    let bytes = writer.bytes()
    try bytes.withUnsafeBytes { bytes in
      var reader = try ByteReader(bytes)
      #expect(throws: ByteReader.Fault.self) { try reader.list(UInt16.self) }
      #expect(throws: ByteReader.Fault.self) { try reader.value(Int.self) }
      #expect(throws: ByteReader.Fault.self) { try reader.string() }
    }
  }
}
