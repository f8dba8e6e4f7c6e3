/// What is known of a site's robots.txt, and since when.
struct RobotsVerdict: Sendable, Equatable {
  enum Content: Sendable, Equatable {
    /// The file was read; kept as text, so that another run can read it again.
    case file(text: [UInt8], rules: RobotsRules)
    /// There is none: everything is allowed (RFC 9309, 2.3.1.3).
    case none
    /// It could not be had: nothing is allowed (RFC 9309, 2.3.1.4).
    case unreachable(reason: String)
    /// The site lies where no connection may be made to.
    case refused(String)
  }

  var content: Content
  /// When it was asked, seconds since 1970.
  var date: Double

  var crawlDelay: Double { if case .file(_, let rules) = content { rules.crawlDelay ?? 0 } else { 0 } }
  var sitemaps: [String] { if case .file(_, let rules) = content { rules.sitemaps } else { [] } }

  /// Why an address of this site may not be asked; nil where it may.
  func reasonAgainst(_ address: WebAddress) -> FetchMachine.Ending? {
    switch content {
    case .none: nil
    case .file(_, let rules):
      rules.allows(address.target) ? nil : (.disallowed, "robots", "robots.txt forbids this address")
    case .refused(let message): (.refused, HTTPFault.Code.refusedAddress.rawValue, message)
    case .unreachable(let reason):
      (
        .disallowed, "robots-unreachable",
        "robots.txt could not be had (\(reason)), so that nothing of this site may be asked"
      )
    }
  }
}
