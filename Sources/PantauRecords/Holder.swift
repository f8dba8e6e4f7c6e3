/// A name with its office, as articles write it: what persons are made of.
public struct Holder: Sendable, Hashable {
  /// The name as it is written.
  public var name: String
  /// The office spelled out, without its region.
  public var position: String
  /// Region label or body served.
  public var of: String?
  /// What tells bodies of one label apart, as ``Official/area``; nil where unknown.
  public var area: String?

  /// A holder of its parts.
  public init(name: String, position: String, of: String?, area: String? = nil) {
    self.name = name
    self.position = position
    self.of = of
    self.area = area
  }

  /// The holder that `official` is.
  public init(_ official: Official) {
    self.init(name: official.name, position: official.position, of: official.of, area: official.area)
  }

  /// `p` and 16 hexadecimal digits; the same name, office, body and area have the same identifier in every ledger.
  ///
  /// A person (``OfficialEntity``) bears the identifier of its fullest name, and may be named by that of any other.
  public var id: String { "p" + StableHash.text([name, position, of ?? "", area ?? ""]) }

  /// The holder as a side of a decision.
  public var party: Decision.Party {
    Decision.Party(id: id, label: name + ", " + position + (of.map { ", " + $0 } ?? ""))
  }
}

/// A holder with the days on which articles give the name with the office.
public struct HolderTenure: Sendable, Hashable {
  /// Name and office.
  public var holder: Holder
  /// First day of publication, as days after 1970-01-01; nil where no article tells its day.
  public var first: Int?
  /// Last such day.
  public var last: Int?
  /// Whether every article says that the office is held for the time being.
  public var isActing: Bool

  /// A holder and its days.
  public init(holder: Holder, first: Int?, last: Int?, isActing: Bool) {
    self.holder = holder
    self.first = first
    self.last = last
    self.isActing = isActing
  }

  /// Whether both offices were held at one time, as far as articles tell; a single day is that of the change.
  public func overlaps(_ other: HolderTenure) -> Bool {
    guard let first, let last, let otherFirst = other.first, let otherLast = other.last else { return false }
    return first < otherLast && otherFirst < last
  }
}
