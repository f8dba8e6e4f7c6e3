#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

internal import PantauRecords

/// The bytes of a file that may be gzip, decompressed as they are asked for.
///
/// A damaged member ends with a fault; reading goes on at the next place that looks like the beginning of a member. The
/// file is closed when the value goes.
final class ByteStream: @unchecked Sendable {
  private let descriptor: Int32
  private let partSize: Int
  /// What a stream without a file still has.
  private var memory: ArraySlice<UInt8> = []
  private var raw: [UInt8] = []
  private var position = 0
  private var isAtEnd = false
  private var inflater: Inflater?
  private var isInsideMember = false
  /// What went wrong, and how many bytes of output came before; taken by the reader when it gets there.
  private(set) var faults: [ReadFault] = []

  /// - Throws: where the file cannot be opened.
  init(path: String) throws(ReadFault) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    partSize = 1 << 18
    guard descriptor >= 0 else { throw FileBytes.unreadable(errno) }
    try fill()
    if Gunzip.isCompressed(raw) { inflater = Inflater(.gzip) }
  }

  /// Bytes in memory, given out in parts of `partSize`.
  init(_ bytes: [UInt8], partSize: Int) {
    descriptor = -1
    self.partSize = partSize
    memory = bytes[...]
    if Gunzip.isCompressed(bytes) { inflater = Inflater(.gzip) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The faults met since the last call.
  func takeFaults() -> [ReadFault] {
    defer { faults = [] }
    return faults
  }

  /// Appends the next part to `output`. False at the end.
  func read(into output: inout [UInt8]) throws(ReadFault) -> Bool {
    while true {
      if position == raw.count {
        try fill()
        if isAtEnd {
          if isInsideMember {
            isInsideMember = false
            faults.append(ReadFault(.badCompression, "the gzip file is cut off; fetch it again"))
          }
          return false
        }
      }
      guard let inflater else {
        output += raw[position...]
        position = raw.count
        return true
      }
      let before = output.count
      try inflate(inflater, into: &output)
      if output.count > before || !faults.isEmpty { return true }
    }
  }

  private func inflate(_ inflater: Inflater, into output: inout [UInt8]) throws(ReadFault) {
    if !isInsideMember {
      guard try findMember() else { return }
      inflater.reset()
      isInsideMember = true
    }
    var made: [UInt8] = []
    var left = 0
    let progress = raw[position...].withUnsafeBufferPointer { buffer in
      var input = buffer
      let progress = inflater.inflate(&input) { part in
        made.append(contentsOf: part)
        return made.count < partSize * 4
      }
      left = input.count
      return progress
    }
    position = raw.count - left
    output += made
    switch progress {
    case .wantsMore, .stopped: break
    case .ended: isInsideMember = false
    case .damaged:
      isInsideMember = false
      // The next member begins a record, and records are looked for at the beginnings of lines.
      if let last = output.last, last != 0x0A { output.append(0x0A) }
      faults.append(ReadFault(.badCompression, "a part of the gzip file is damaged and was left out"))
    }
  }

  /// Moves to the next beginning of a gzip member; false where there is none in what is read.
  private func findMember() throws(ReadFault) -> Bool {
    while true {
      if raw.count - position < 3 {
        raw.removeSubrange(..<position)
        position = 0
        let before = raw.count
        try fill(keeping: true)
        if raw.count == before {
          position = raw.count
          return false
        }
        continue
      }
      if raw[position] == 0x1F, raw[position + 1] == 0x8B, raw[position + 2] == 8 { return true }
      position += 1
    }
  }

  private func fill(keeping: Bool = false) throws(ReadFault) {
    if !keeping {
      raw.removeAll(keepingCapacity: true)
      position = 0
    }
    guard !isAtEnd else { return }
    guard descriptor >= 0 else {
      raw += memory.prefix(partSize)
      isAtEnd = memory.isEmpty
      memory = memory.dropFirst(partSize)
      return
    }
    var got = 0
    let part = [UInt8](unsafeUninitializedCapacity: partSize) { target, count in
      if let base = target.baseAddress { got = FileBytes.readOnce(descriptor, base, target.count) }
      count = max(got, 0)
    }
    guard got >= 0 else { throw FileBytes.unreadable(errno) }
    isAtEnd = got == 0
    raw += part
  }
}
