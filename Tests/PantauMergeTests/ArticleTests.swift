import PantauRecords
import Testing

@testable import PantauMerge

@Suite("Articles that are one report")
struct ArticleTests {
  static let sentences = [
    "Sebanyak 24 koperasi desa di Kabupaten Dahlia telah berbadan hukum hingga Jumat pekan lalu.",
    "Kepala Dinas Koperasi Kabupaten Dahlia Surya Kencana mengatakan seluruh akta selesai pekan ini.",
    "Ia menambahkan bahwa pengurus akan dilatih bergiliran di balai kecamatan mulai bulan depan.",
    "Pemerintah kabupaten menyiapkan gerai di bekas gedung sekolah yang sudah tidak dipakai lagi.",
    "Warga berharap harga pupuk lebih murah setelah koperasi membuka layanan di dekat rumah mereka.",
    "Camat Kenanga menyebut dua desa di lereng gunung baru menyelesaikan musyawarah hari Selasa.",
  ]
  static let others = [
    "Dewan perwakilan rakyat daerah membahas anggaran jalan lingkar selatan pada sidang semalam.",
    "Hujan deras membuat tiga jembatan gantung di hulu sungai tidak bisa dilewati sejak kemarin.",
    "Para pedagang pasar lama meminta pemindahan ditunda sampai kios pengganti benar siap dipakai.",
  ]

  func article(
    _ body: [String], day: String? = "2025-06-03", url: String? = nil, title: String = "Judul"
  ) -> Article {
    let text = body.joined(separator: "\n")
    return Article(
      source: Source(path: "a.txt", url: url, sha256: StableHash.text([text, url ?? "", day ?? ""])),
      title: title,
      published: day.flatMap { CalendarDate(iso: $0) }, body: text)
  }

  @Test("a verbatim copy on another site")
  func copy() {
    let verdict = ArticleMatcher().likeness(
      of: article(Self.sentences, url: "https://satu.example/a"),
      article(Self.sentences, day: "2025-06-04", url: "https://dua.example/b", title: "Judul lain"))
    #expect(verdict == ArticleLikeness(isSame: true, score: 1, reason: "the same words"))
  }

  @Test("one page of a paged article, and a shortened copy")
  func part() {
    let verdict = ArticleMatcher().likeness(
      of: article(Self.sentences), article(Array(Self.sentences.prefix(2))))
    #expect(verdict.isSame)
    #expect(verdict.reason == "one text holds the other")
  }

  @Test("a rewrite with whole sentences within a week, but not a month later")
  func rewrite() {
    let rewritten = [Self.others[0], Self.sentences[1], Self.others[1], Self.sentences[3], Self.others[2]]
    let near = article(rewritten, day: "2025-06-05")
    #expect(ArticleMatcher().likeness(of: article(Self.sentences), near).isSame)
    let far = article(rewritten, day: "2025-07-05")
    #expect(!ArticleMatcher().likeness(of: article(Self.sentences), far).isSame)
  }

  @Test("another report of the same event in words of its own stays another report")
  func independent() {
    let own = [
      "Dua puluh empat koperasi di Dahlia kini memegang akta pendirian dari notaris.",
      "Surya Kencana, kepala dinas, memastikan tidak ada desa yang tertinggal sampai pekan ini berakhir.",
      "Pelatihan bagi para pengurus digelar per kecamatan, kata dia saat ditemui di kantornya.",
    ]
    #expect(!ArticleMatcher().likeness(of: article(Self.sentences), article(own)).isSame)
  }

  @Test(
    "editions of one page have one address",
    arguments: [
      ("https://www.kabar.example/2025/koperasi", "http://kabar.example/2025/koperasi/"),
      ("https://kabar.example/2025/koperasi/amp", "https://amp.kabar.example/2025/koperasi"),
      ("https://m.kabar.example/koperasi?page=2", "https://kabar.example/koperasi?page=all"),
      ("https://kabar.example/koperasi?utm_source=x&id=7#komentar", "https://kabar.example/koperasi?id=7"),
      ("https://kabar.example/koperasi/page/3", "https://kabar.example/koperasi"),
    ])
  func address(_ one: String, _ other: String) throws {
    #expect(try #require(Address(one)) == #require(Address(other)))
  }

  @Test("other pages have other addresses, and a front page is none")
  func otherAddresses() {
    #expect(Address("https://kabar.example/koperasi?id=7") != Address("https://kabar.example/koperasi?id=8"))
    #expect(Address("https://kabar.example/a") != Address("https://lain.example/a"))
    #expect(Address("https://kabar.example/") == nil)
    #expect(Address("halaman.html") == nil)
  }

  @Test("an article that changed at one address is one report with its former state")
  func sameAddress() {
    let url = "https://kabar.example/koperasi"
    let changed =
      Array(Self.sentences.prefix(3)) + Self.others + Self.others.map { $0 + " Lagi pula begitu." }
    let verdict = ArticleMatcher().likeness(
      of: article(Self.sentences, url: url), article(changed, url: url + "?page=2"))
    #expect(verdict.isSame && verdict.reason == "the same address")
  }

  @Test("bands make alike texts candidates as the formula says")
  func bands() {
    // Two sets with 60 of 100 elements in common: 1 − (1 − 0.6^4)^20 = 0.94 of such pairs share a band.
    var random = Seeded(7)
    let trials = 200
    let hits = (0..<trials).count { _ in
      let all = (0..<100).map { _ in random.next() }
      let one = MinHash.bandHashes(of: all.prefix(80).sorted())
      let other = MinHash.bandHashes(of: all.suffix(80).sorted())
      return !Set(one).isDisjoint(with: other)
    }
    #expect(Double(hits) / Double(trials) > 0.88)
    #expect(MinHash.bandHashes(of: []) == [])
  }

  @Test("groups depend on the set of articles alone", arguments: 1...10 as ClosedRange<UInt64>)
  func order(seed: UInt64) {
    var articles = (0..<6).map { start in
      article(
        (0..<6).map { "\(Self.sentences[($0 + start) % 6]) Nomor \(start * 10 + $0) dari daftar panjang." })
    }
    articles += articles.map { article(Array($0.body.split(separator: "\n").map(String.init).dropLast())) }
    articles.append(article(Self.others, day: nil))
    func groups(_ order: [Article]) -> Set<Set<String>> {
      Set(Merger().groups(of: order).map { Set($0.map { order[$0].id }) })
    }
    var random = Seeded(seed)
    #expect(groups(articles.shuffled(using: &random)) == groups(articles))
    #expect(groups(articles).contains { $0.count > 1 })
  }

  @Test("a user's decision goes before the rules, and what it separates stays apart through others")
  func judged() {
    let articles = [article(Self.sentences), article(Array(Self.sentences.dropLast())), article(Self.others)]
    func party(_ index: Int) -> Decision.Party { Decision.Party(id: articles[index].id, label: "") }
    func judge(_ verdict: Decision.Verdict, _ one: Int, _ other: Int) -> Decision {
      Decision(
        subject: .article, party(one), party(other), verdict: verdict, score: 1, reason: "", author: .user)
    }
    #expect(Merger().groups(of: articles) == [[0, 1], [2]])
    #expect(Merger().groups(of: articles, judgements: [judge(.different, 0, 1)]) == [[0], [1], [2]])
    #expect(Merger().groups(of: articles, judgements: [judge(.same, 1, 2)]) == [[0, 1, 2]])
    #expect(
      Merger().groups(of: articles, judgements: [judge(.same, 1, 2), judge(.different, 0, 2)]) == [
        [0], [1, 2],
      ])
  }
}
