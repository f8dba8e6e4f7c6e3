internal import CLibXML2

/// Who is told what stands in an XML document, in its order.
protocol XMLListener: AnyObject {
  /// An element begins. `attribute` finds a value by local name. False ends the reading.
  func start(_ name: String, space: String, attribute: (StaticString) -> String?) -> Bool
  /// An element ends. False ends the reading.
  func end(_ name: String) -> Bool
  /// Text, in pieces; CDATA too. False ends the reading.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool
}

/// Reads XML from strangers through libxml2's events.
///
/// No DTD is loaded and nothing is opened. A document whose DTD declares an entity is refused where the declaration stands,
/// so that nothing can be expanded; libxml2's own limits (depth 256, 10 MB a text) hold. What is not well-formed is read
/// as far as it goes, as feeds in the world need it.
enum XMLReader {
  private final class Box {
    let listener: any XMLListener
    /// Names of elements are few; each is made a string once.
    var names: [UnsafePointer<xmlChar>: String] = [:]

    init(_ listener: any XMLListener) { self.listener = listener }

    /// libxml2 keeps names in a dictionary for the document's whole life: one pointer, one name.
    func name(_ pointer: UnsafePointer<xmlChar>?) -> String {
      guard let pointer else { return "" }
      if let known = names[pointer] { return known }
      let name = String(cString: pointer)
      if names.count < 4096 { names[pointer] = name }
      return name
    }
  }

  /// - Throws: `declaresEntities`; what else is wrong just ends the events.
  static func read(_ bytes: ArraySlice<UInt8>, to listener: any XMLListener) throws(ListingFault) {
    let box = Box(listener)
    var events = pantau_xml_events()
    events.owner = Unmanaged.passUnretained(box).toOpaque()
    events.start = { owner, name, space, count, attributes in
      let box = XMLReader.box(owner)
      let found = { (wanted: StaticString) in XMLReader.value(wanted, Int(count), attributes) }
      return box.listener.start(box.name(name), space: box.name(space), attribute: found) ? 0 : 1
    }
    events.end = { owner, name, _ in
      let box = XMLReader.box(owner)
      return box.listener.end(box.name(name)) ? 0 : 1
    }
    events.text = { owner, bytes, count in
      XMLReader.box(owner).listener.text(UnsafeBufferPointer(start: bytes, count: Int(count))) ? 0 : 1
    }
    withExtendedLifetime(box) {
      bytes.withUnsafeBytes { raw in
        _ = pantau_xml_read(
          &events, raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: raw.count))
      }
    }
    if events.declares_entities != 0 {
      throw ListingFault(
        code: .declaresEntities,
        message: "the document declares entities of its own, which may hide anything; refused")
    }
  }

  private static func box(_ owner: UnsafeMutableRawPointer?) -> Box {
    guard let owner else { preconditionFailure("libxml2 lost its owner") }
    return Unmanaged<Box>.fromOpaque(owner).takeUnretainedValue()
  }

  private static func value(
    _ wanted: StaticString, _ count: Int, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) -> String? {
    guard let attributes else { return nil }
    for index in 0..<count {
      guard let name = attributes[index * 5], let start = attributes[index * 5 + 3],
        let end = attributes[index * 5 + 4], strcmpName(name, wanted)
      else { continue }
      let bytes = UnsafeBufferPointer(start: start, count: min(end - start, Listing.maximumText))
      return String(decoding: bytes, as: UTF8.self)
    }
    return nil
  }

  private static func strcmpName(_ name: UnsafePointer<xmlChar>, _ wanted: StaticString) -> Bool {
    let count = wanted.utf8CodeUnitCount
    for index in 0..<count where name[index] != wanted.utf8Start[index] { return false }
    return name[count] == 0
  }
}
