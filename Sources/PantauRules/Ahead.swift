import Dispatch

/// A value that is worked out on another thread, where one is free, while this one does something else.
///
/// It is read only once it is there, which is why it may be handed from thread to thread.
public final class Ahead<Value>: @unchecked Sendable {
  private var made: Value?
  private let make: @Sendable () -> Value
  private let group = DispatchGroup()

  /// Begins to work it out; `make` must use nothing that others write meanwhile.
  public init(_ make: @escaping @Sendable () -> Value) {
    self.make = make
    DispatchQueue.global().async(group: group) { [self] in made = make() }
  }

  /// The value, for which it waits.
  public func value() -> Value {
    group.wait()
    return made ?? make()
  }
}
