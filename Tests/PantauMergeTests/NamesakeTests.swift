import PantauRecords
import Testing

@testable import PantauMerge

@Suite("Namesakes, promotions and judgements")
struct NamesakeTests {
  private struct Office {
    var position: String
    var of: String
    var area: String?
    var first: String
    var last: String
    var acting = false
  }

  private func named(_ name: String, _ office: Office, _ number: Int) -> [OfficialInContext] {
    [office.first, office.last].enumerated().map { part, published in
      var item = official(
        name, office.position, of: office.of, article: "a\(number)-\(part)", published: published,
        acting: office.acting)
      item.official.area = office.area
      return item
    }
  }

  private func count(_ name: String, _ offices: [Office], judgements: [Decision] = []) -> Int {
    let officials = offices.enumerated().flatMap { named(name, $0.element, $0.offset) }
    return Merger().officials(from: officials, judgements: judgements).count
  }

  private static let secretary = Office(
    position: "Sekretaris Daerah", of: "Kabupaten Dahlia", area: "76.01", first: "2025-05-14",
    last: "2025-10-23")

  @Test("who acts for the regent of the same regency is the same person, even while both offices are held")
  func acting() {
    let regent = Office(
      position: "Bupati", of: "Kabupaten Dahlia", area: "76.01", first: "2025-10-01", last: "2026-02-03",
      acting: true)
    #expect(count("Andi Manggala", [Self.secretary, regent]) == 1)
  }

  @Test("who goes from a regency's office to the same office of its province is the same person")
  func promoted() {
    let regency = Office(
      position: "Kepala Dinas Koperasi", of: "Kabupaten Dahlia", area: "93.01", first: "2025-05-19",
      last: "2025-11-19")
    var province = Office(
      position: "Kepala Dinas Koperasi", of: "Provinsi Mawar", area: "93", first: "2025-11-19",
      last: "2026-02-25")
    #expect(count("Hilarius Kaize", [regency, province]) == 1)
    province.area = "91"
    #expect(count("Hilarius Kaize", [regency, province]) == 2)
    province.area = "93"
    province.first = "2025-06-01"
    #expect(count("Hilarius Kaize", [regency, province]) == 2)
  }

  @Test("two heads of districts of one name in two regencies stay two, even of districts of one name")
  func namesakes() {
    let here = Office(
      position: "Camat", of: "Kecamatan Galang", area: "21.71", first: "2025-05-01", last: "2025-05-02")
    var there = here
    there.area = "12.07"
    #expect(count("Muhammad Yusuf Nasution", [here, there]) == 2)
    there.area = nil
    #expect(count("Muhammad Yusuf Nasution", [here, there]) == 1)
  }

  @Test("a long name in two bodies at one time is two persons, one after the other one")
  func time() {
    let regent = Office(
      position: "Bupati", of: "Kabupaten Dahlia", area: "33.05", first: "2025-05-01", last: "2025-07-01")
    var governor = Office(
      position: "Gubernur", of: "Provinsi Mawar", area: "33", first: "2025-08-01", last: "2025-09-01")
    #expect(count("Surya Kencana Wirabuana", [regent, governor]) == 1)
    governor.first = "2025-06-01"
    #expect(count("Surya Kencana Wirabuana", [regent, governor]) == 2)
  }

  @Test("a user's decision separates and joins, also through others' likeness")
  func judgements() throws {
    let offices = ["Surya Kencana Wirabuana", "S. Kencana Wirabuana", "Surya Kencana"].map {
      official($0, "Wali Kota", of: "Kota Melati")
    }
    let entities = Merger().officials(from: offices)
    #expect(entities.map(\.name) == ["Surya Kencana Wirabuana"])
    let holders = offices.map { Holder($0.official).party }
    let apart = Decision(
      subject: .person, holders[0], holders[1], verdict: .different, score: 1, reason: "", author: .user)
    let divided = Merger().officials(from: offices, judgements: [apart])
    #expect(divided.count > 1)
    #expect(
      !divided.contains {
        Set($0.aliases + [$0.name]).isSuperset(of: [offices[0], offices[1]].map(\.official.name))
      })
    let other = official("Budi Santoso", "Wakil Wali Kota", of: "Kota Melati")
    let joined = Decision(
      subject: .person, holders[0], Holder(other.official).party, verdict: .same, score: 1, reason: "",
      author: .user)
    #expect(Merger().officials(from: offices + [other], judgements: [joined]).count == 1)
  }

  @Test("decisions carry reason and score, those against a join too")
  func decisions() {
    let officials = [
      official("Muhammad Rusydi", "Wali Kota", of: "Kota Melati"),
      official("Mahmud Rusydi", "Wali Kota", of: "Kota Melati"),
      official("M. Rusydi", "Wali Kota", of: "Kota Melati"),
    ]
    let decisions = PersonClustering().decisions(of: Merger.tenures(of: officials))
    #expect(decisions.map(\.verdict) == [.different, .different])
    #expect(Set(decisions.map(\.reason)) == ["fits several persons alike"])
    #expect(decisions.allSatisfy { $0.score > 0.5 && $0.author == .rule })
    #expect(Merger().officials(from: officials).count == 3)
  }
}
