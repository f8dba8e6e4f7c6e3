/// What the modality words around an amount add up to, by mode.
struct ModeSums {
  private(set) var target = 0.0
  private(set) var done = 0.0
  private(set) var lack = 0.0
  private(set) var total = 0.0
  private(set) var hypothesis = 0.0

  mutating func add(_ share: Double, to mode: Term) {
    switch mode {
    case .target: target += share
    case .done: done += share
    case .lack: lack += share
    case .total: total += share
    case .hypothesis: hypothesis += share
    default: break
    }
  }
}
