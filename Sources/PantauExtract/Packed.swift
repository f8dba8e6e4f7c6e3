/// A range of tokens in eight bytes.
@propertyWrapper
struct Tokens: Sendable {
  private var lower: Int32
  private var upper: Int32

  @inline(__always)
  init(wrappedValue: Range<Int>) {
    lower = Int32(truncatingIfNeeded: wrappedValue.lowerBound)
    upper = Int32(truncatingIfNeeded: wrappedValue.upperBound)
  }

  var wrappedValue: Range<Int> {
    @inline(__always) get { Range(uncheckedBounds: (Int(lower), Int(upper))) }
    @inline(__always) set { self = Tokens(wrappedValue: newValue) }
  }
}

/// A number of tokens, sentences or rules in four bytes.
@propertyWrapper
struct Short: Sendable {
  private var value: Int32

  @inline(__always)
  init(wrappedValue: Int) { value = Int32(truncatingIfNeeded: wrappedValue) }

  var wrappedValue: Int {
    @inline(__always) get { Int(value) }
    @inline(__always) set { value = Int32(truncatingIfNeeded: newValue) }
  }
}

/// An index, or none, in four bytes.
@propertyWrapper
struct OptionalIndex: Sendable {
  private var value: Int32

  @inline(__always)
  init(wrappedValue: Int?) { value = Int32(truncatingIfNeeded: wrappedValue ?? -1) }

  var wrappedValue: Int? {
    @inline(__always) get { value < 0 ? nil : Int(value) }
    @inline(__always) set { value = Int32(truncatingIfNeeded: newValue ?? -1) }
  }
}

/// A term, or none, in four bytes.
@propertyWrapper
struct PackedTerm: Sendable {
  private var number: UInt32

  @inline(__always)
  init(wrappedValue: Term?) { number = wrappedValue?.number ?? .max }

  var wrappedValue: Term? {
    @inline(__always) get { number == .max ? nil : Term(number: number) }
    @inline(__always) set { number = newValue?.number ?? .max }
  }
}
