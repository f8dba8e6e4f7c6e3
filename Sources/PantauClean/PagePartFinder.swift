internal import PantauRecords

/// Tells which of several pages of one article a page is: "Halaman 2 dari 3", and a row of numbered links.
struct PagePartFinder {
  let outline: Outline
  let rules: CleanRules
  /// The page's own address.
  let address: String?

  /// Nil where the article comes on one page, as far as this one tells. Linear.
  func part() -> PagePart? {
    let counted = outline.lines.lazy.filter { $0.count <= 60 && $0.shape.digits >= 2 }.compactMap(counted)
      .first
    var links = linkedPages()
    let most = max(counted?.count ?? 0, links.map(\.number).max() ?? 0)
    guard most >= 2, most <= 100 else { return nil }
    let linked = Set(links.map(\.number))
    let number = counted?.number ?? (1...most).first { !linked.contains($0) } ?? 1
    guard counted != nil || !linked.contains(number) || links.count >= 2 else { return nil }
    addNeighbours(of: number, of: most, to: &links)
    links.removeAll { $0.number == number }
    return PagePart(number: number, count: most, links: links)
  }

  /// `Halaman 2 dari 3`, `2 dari 3 halaman`, `Page 2 of 3`: two numbers with "of" between them and "page" beside them.
  private func counted(_ line: Line) -> (number: Int, count: Int)? {
    var numbers: [Int] = []
    var isPage = false
    var isOf = false
    var others = 0
    rules.forEachWord(Array(outline.bytes(line))) { word, hash in
      if word.allSatisfy(isDigit), word.count <= 3 {
        numbers.append(word.reduce(0) { $0 * 10 + Int($1) - 48 })
      } else if rules.pageWords[hash] == 1 {
        isPage = true
      } else if rules.pageWords[hash] == 2 {
        isOf = numbers.count == 1
      } else {
        others += 1
      }
    }
    guard numbers.count == 2, isPage, isOf, others == 0, 1...numbers[1] ~= numbers[0] else { return nil }
    return (numbers[0], numbers[1])
  }

  /// Adds the `prev` and `next` of the page's head where no link has their numbers.
  private func addNeighbours(of number: Int, of count: Int, to links: inout [PagePart.Link]) {
    for (address, neighbour) in [(outline.head.previous, number - 1), (outline.head.next, number + 1)] {
      guard let address, WebAddress.isWeb(address), 1...count ~= neighbour,
        !links.contains(where: { $0.number == neighbour })
      else { continue }
      links.append(
        PagePart.Link(number: neighbour, address: WebAddress.resolved(address, against: self.address)))
    }
    links.sort { $0.number < $1.number }
  }

  /// Links of a number each that lead on from the page's own address, as a query does where that is not known.
  private func linkedPages() -> [PagePart.Link] {
    var pages: [PagePart.Link] = []
    for link in outline.head.numberedLinks where 1...100 ~= link.number {
      let target = WebAddress.resolved(link.address, against: address)
      guard
        address.map({ WebAddress.isSamePath($0, target) || WebAddress.isSamePath(target, $0) })
          ?? target.hasPrefix("?"),
        !pages.contains(where: { $0.number == link.number })
      else { continue }
      pages.append(PagePart.Link(number: link.number, address: target))
    }
    return pages.sorted { $0.number < $1.number }
  }
}
