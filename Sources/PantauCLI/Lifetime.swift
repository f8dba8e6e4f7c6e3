/// How long values live.
enum Lifetime {
  private final class Box<Value> {
    let value: Value
    init(_ value: Value) { self.value = value }
  }

  /// Keeps a value to the end of the process, which takes its memory back at once: to take compiled rules apart piece by piece
  /// costs milliseconds, a tenth of the time that one page needs.
  static func process(_ value: some Any) { _ = Unmanaged.passRetained(Box(value)) }
}
