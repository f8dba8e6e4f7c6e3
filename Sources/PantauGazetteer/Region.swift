public import PantauRecords

/// One administrative region of the gazetteer.
public struct Region: Sendable, Equatable {
  /// Official code in the Ministry of Home Affairs' form (`21.71`).
  public var code: String
  /// The level of administration.
  public var level: RegionLevel
  /// Name without its level ("Batam").
  public var name: String
  /// ISO 3166-2 code, provinces only.
  public var iso: String?
  /// Seat of the government.
  public var capital: String?
  /// Short forms and other spellings that papers use.
  public var short: [String]
  /// Number of districts, kelurahan and desa below the region; nil where the table does not say.
  public var districts: Int?
  /// Number of kelurahan below the region; nil where the table does not say.
  public var urbanVillages: Int?
  /// Number of desa and desa adat below the region; nil where the table does not say.
  public var villages: Int?

  /// Code of the region above, nil for provinces.
  public var parentCode: String? {
    guard let point = code.lastIndex(of: ".") else { return nil }
    return String(code[..<point])
  }

  /// The canonical label ("Kota Batam").
  public var label: String { Region.label(level, name) }

  /// The canonical label of a region with this level and name.
  public static func label(_ level: RegionLevel, _ name: String) -> String {
    var (word, name) = (level.word, name)
    return word.withUTF8 { word in
      name.withUTF8 { name in
        String(unsafeUninitializedCapacity: word.count + 1 + name.count) { bytes in
          let end = bytes.initialize(fromContentsOf: word)
          bytes.initializeElement(at: end, to: UInt8(ascii: " "))
          return bytes[(end + 1)...].initialize(fromContentsOf: name)
        }
      }
    }
  }

  /// Desa and kelurahan together, nil where the table does not say.
  public var allVillages: Int? {
    guard let villages, let urbanVillages else { return nil }
    return villages + urbanVillages
  }
}

extension RegionLevel {
  /// The word that begins the canonical label: a keyword of the record format.
  public var word: String {
    switch self {
    case .province: "Provinsi"
    case .regency: "Kabupaten"
    case .city: "Kota"
    case .district: "Kecamatan"
    case .village: "Desa"
    case .urbanVillage: "Kelurahan"
    }
  }
}
