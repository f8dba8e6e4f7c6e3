@testable import PantauFetch

/// Answers a machine's requests at once, with a clock that moves only when nothing else can happen.
struct SimulatedWeb {
  /// What was asked, with the seconds since the start.
  struct Asked: Equatable {
    var address: String
    var time: Double
    var fields: [String: String] = [:]
  }

  static let start = 1_748_246_400.0  // 2025-05-26 08:00 UTC

  var machine: FetchMachine
  var now = SimulatedWeb.start
  private(set) var asked: [Asked] = []
  private(set) var settled: [String: Settlement] = [:]
  private(set) var stored: [StoredPage] = []
  private(set) var wouldAsk: [String] = []
  private(set) var busiest = 0
  var answer: (HTTPRequest, Double) -> Result<HTTPResponse, HTTPFault>

  init(
    _ limits: FetchLimits = FetchLimits(),
    recall: @escaping @Sendable (AddressKey) -> FetchMachine.Known? = { _ in nil },
    answer: @escaping (HTTPRequest, Double) -> Result<HTTPResponse, HTTPFault>
  ) {
    machine = FetchMachine(limits, recall: recall)
    self.answer = answer
  }

  /// A site of pages by address; robots.txt is missing unless it is one of them.
  static func site(_ pages: [String: HTTPResponse]) -> (HTTPRequest, Double) -> Result<
    HTTPResponse, HTTPFault
  > {
    { request, _ in
      .success(pages[request.address.description] ?? HTTPResponse(status: 404, fields: [], body: [], ip: nil))
    }
  }

  static func page(_ text: String, status: Int = 200, fields: [String: String] = [:]) -> HTTPResponse {
    HTTPResponse(
      status: status,
      fields: ([("Content-Type", "text/html")] + fields.map { ($0.key, $0.value) }).map {
        HeaderField(name: $0.0, value: $0.1)
      },
      body: Array("<!doctype html><html><body><p>\(text)</p></body></html>".utf8), ip: nil)
  }

  static func raw(
    _ text: String, _ type: String = "text/plain", status: Int = 200, fields: [String: String] = [:]
  ) -> HTTPResponse {
    HTTPResponse(
      status: status,
      fields: ([("Content-Type", type)] + fields.map { ($0.key, $0.value) }).map {
        HeaderField(name: $0.0, value: $0.1)
      },
      body: Array(text.utf8), ip: nil)
  }

  mutating func add(_ text: String, kind: Candidate.Kind = .page) throws {
    let address = try WebAddress(text)
    machine.trust(address)
    machine.add(Candidate(address: address, kind: kind), at: now)
  }

  /// Runs until nothing is left to do.
  mutating func run() {
    while true {
      var requests: [HTTPRequest] = []
      for action in machine.step(at: now) {
        switch action {
        case .request(let request): requests.append(request)
        case .settled(let settlement): settled[settlement.asked.description] = settlement
        case .store(let page):
          stored.append(page)
          settled[page.settlement.asked.description] = page.settlement
        case .wouldAsk(let candidate): wouldAsk.append(candidate.address.description)
        case .queued, .robots: break
        }
      }
      busiest = max(busiest, machine.flights.count)
      for request in requests {
        let fields = Dictionary(request.fields.map { ($0.name, $0.value) }) { $1 }
        asked.append(
          Asked(address: request.address.description, time: now - SimulatedWeb.start, fields: fields))
        machine.take(HTTPReply(id: request.id, result: answer(request, now)), at: now)
      }
      if requests.isEmpty {
        if machine.isDone { return }
        guard let next = machine.nextTime, next > now else { continue }
        now = next
      }
    }
  }

  func state(_ address: String) -> FetchState? { settled[address]?.state }
  func reason(_ address: String) -> String? { settled[address]?.reason }
  /// The times at which an address was asked.
  func times(_ address: String) -> [Double] { asked.filter { $0.address == address }.map(\.time) }
}
