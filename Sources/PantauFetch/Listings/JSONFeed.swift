internal import FoundationEssentials

/// Reads JSON Feed, versions 1 and 1.1 (https://www.jsonfeed.org/version/1.1/).
enum JSONFeed {
  private struct Form: Decodable {
    var version: String
    var items: [Item]
  }

  private struct Item: Decodable {
    var url: String?
    var title: String?
    var published: String?
    var modified: String?

    enum CodingKeys: String, CodingKey {
      case url, title
      case published = "date_published"
      case modified = "date_modified"
    }

    /// What has the wrong type is not there.
    init(from decoder: any Decoder) throws {
      let values = try? decoder.container(keyedBy: CodingKeys.self)
      url = try? values?.decode(String.self, forKey: .url)
      title = try? values?.decode(String.self, forKey: .title)
      published = try? values?.decode(String.self, forKey: .published)
      modified = try? values?.decode(String.self, forKey: .modified)
    }
  }

  static func read(_ bytes: ArraySlice<UInt8>, base: WebAddress?) throws(ListingFault) -> Listing {
    guard let form = try? JSONDecoder().decode(Form.self, from: Data(bytes)),
      form.version.contains("jsonfeed.org")
    else { throw .unknown }
    var listing = Listing(form: .feed)
    for item in form.items {
      let address = item.url.flatMap { try? WebAddress($0, relativeTo: base) }
      let (published, modified) = (
        item.published.flatMap(WebDate.moment), item.modified.flatMap(WebDate.moment)
      )
      listing.add(
        address.map {
          Listing.Item(
            address: $0, title: item.title.flatMap(JSONFeed.cut),
            published: published?.seconds, modified: modified?.seconds, day: (published ?? modified)?.day)
        })
      if listing.isCut { break }
    }
    return listing
  }

  private static func cut(_ title: String) -> String? {
    OneLine.text(String(decoding: title.utf8.prefix(Listing.maximumText), as: UTF8.self))
  }
}
