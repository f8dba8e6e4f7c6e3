/// The name of a line of the tracking table.
public enum LineID {
  /// `REGION/STAGE`: the region is its official code, `ID` for the whole country, `-` for none; without a code it is the
  /// label and its parent in small letters with eight digits of their hash.
  public static func short(region: String?, code: String?, within: String?, stage: String) -> String {
    "\(place(region, code, within))/\(stage)"
  }

  private static func place(_ region: String?, _ code: String?, _ within: String?) -> String {
    if let code { return code }
    guard let region else { return "-" }
    if region == Statement.country { return "ID" }
    let names = [region, within].compactMap(\.self)
    return names.map(plain).joined(separator: ".") + "~" + StableHash.text(names).prefix(8)
  }

  /// ASCII letters and digits in lower case, hyphens for all else.
  private static func plain(_ name: String) -> String {
    var bytes: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): bytes.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
      default: if bytes.last != UInt8(ascii: "-") { bytes.append(UInt8(ascii: "-")) }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func isCountry(_ region: String?, _ code: String?) -> Bool {
    code == nil && region == Statement.country
  }
}

extension FactHistory {
  /// The name of the line that it is the history of: ``TrackLine/id``.
  public var lineID: String {
    "\(programme)/" + LineID.short(region: region, code: regionCode, within: within, stage: stage)
  }
}
