internal import CBrotli
internal import CZstd

/// Undoes the content codings of a body while it comes in: gzip, deflate, br, zstd (RFC 9110, 8.4.1; RFC 8878).
///
/// libcurl could do it, but takes a gzip stream that breaks off for a whole one; here the end of each stream is checked,
/// and the output is counted as it grows, so that a bomb stops at the limit.
final class ContentDecoder {
  enum Fault: Error, Sendable, Equatable {
    case unknownCoding(String)
    case damaged
    case cut
    case tooLarge
  }

  private(set) var output: [UInt8] = []
  private let limit: Int
  private var stages: [any DecodingStage] = []
  private var count = 0

  /// What is asked for.
  static let accepted = "gzip, deflate, br, zstd"
  private static let maximumCodings = 3

  /// - Parameters:
  ///   - codings: the value of `Content-Encoding`, nil where there is none.
  ///   - limit: the size of the output at which decoding stops.
  /// - Throws: `unknownCoding`.
  init(codings: String?, limit: Int) throws(Fault) {
    self.limit = limit
    let names = codings?.split(separator: ",").map { $0.filter { $0 != " " }.lowercased() } ?? []
    let applied = names.filter { !$0.isEmpty && $0 != "identity" && $0 != "none" && $0 != "utf-8" }
    guard applied.count <= ContentDecoder.maximumCodings else {
      throw .unknownCoding(applied.joined(separator: ", "))
    }
    // The last coding named was applied last.
    for name in applied.reversed() {
      switch name {
      case "gzip", "x-gzip": stages.append(GzipStage(isGzip: true))
      case "deflate": stages.append(GzipStage(isGzip: false))
      case "br": stages.append(BrotliStage())
      case "zstd": stages.append(ZstdStage())
      default: throw .unknownCoding(name)
      }
    }
  }

  /// Takes the next part of the body.
  func feed(_ bytes: UnsafeBufferPointer<UInt8>) throws(Fault) {
    count += bytes.count
    try feed(bytes, stage: 0)
  }

  private func feed(_ bytes: UnsafeBufferPointer<UInt8>, stage: Int) throws(Fault) {
    guard !bytes.isEmpty else { return }
    guard stage < stages.count else {
      guard output.count + bytes.count <= limit else {
        output.append(contentsOf: bytes.prefix(limit - output.count))
        throw .tooLarge
      }
      output.append(contentsOf: bytes)
      return
    }
    // A typed closure error would need a generic protocol method; the fault is kept aside.
    var fault: Fault?
    let isGood = stages[stage].decode(bytes) { part in
      do throws(Fault) {
        try feed(part, stage: stage + 1)
        return true
      } catch {
        fault = error
        return false
      }
    }
    if let fault { throw fault }
    if !isGood { throw .damaged }
  }

  /// Says that the body has ended.
  func finish() throws(Fault) {
    if count > 0, !stages.allSatisfy(\.isWhole) { throw .cut }
  }

  /// All of `bytes` decoded.
  static func bytes(of bytes: [UInt8], codings: String?, limit: Int) throws(Fault) -> [UInt8] {
    let decoder = try ContentDecoder(codings: codings, limit: limit)
    let fault = bytes.withUnsafeBufferPointer { buffer -> Fault? in
      do throws(Fault) {
        try decoder.feed(buffer)
        return nil
      } catch {
        return error
      }
    }
    if let fault { throw fault }
    try decoder.finish()
    return decoder.output
  }
}

/// One coding being undone.
protocol DecodingStage: AnyObject {
  /// Whether the stream has ended as it should.
  var isWhole: Bool { get }
  /// Hands what `bytes` yield to `sink`, in parts, as long as it returns true. False where the stream is damaged.
  func decode(_ bytes: UnsafeBufferPointer<UInt8>, sink: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool
}

private let partSize = 1 << 16

/// gzip with all its members, zlib, and deflate without either's header, which some servers send.
private final class GzipStage: DecodingStage {
  private var inflater: Inflater?
  private let isGzip: Bool
  private(set) var isWhole = false

  init(isGzip: Bool) { self.isGzip = isGzip }

  func decode(_ bytes: UnsafeBufferPointer<UInt8>, sink: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    if inflater == nil { inflater = Inflater(isGzip ? .gzip : bytes[0] & 15 == 8 ? .zlib : .raw) }
    guard let inflater else { return false }
    var rest = bytes
    while !rest.isEmpty {
      if isWhole {
        // Another member, or something that is none, which gzip(1) ignores.
        guard isGzip, rest[0] == 0x1F else { return true }
        inflater.reset()
        isWhole = false
      }
      switch inflater.inflate(&rest, sink: sink) {
      case .ended: isWhole = true
      case .wantsMore: break
      case .stopped: return true
      case .damaged: return false
      }
    }
    return true
  }
}

private final class BrotliStage: DecodingStage {
  private let state = BrotliDecoderCreateInstance(nil, nil, nil)
  private(set) var isWhole = false

  deinit { BrotliDecoderDestroyInstance(state) }

  func decode(_ bytes: UnsafeBufferPointer<UInt8>, sink: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    guard !isWhole else { return true }
    var next = bytes.baseAddress
    var left = bytes.count
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: partSize) { part in
      while true {
        var out = part.baseAddress
        var room = part.count
        let result = BrotliDecoderDecompressStream(state, &left, &next, &room, &out, nil)
        guard sink(UnsafeBufferPointer(rebasing: part[..<(part.count - room)])) else { return true }
        switch result {
        case BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: continue
        case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT: return true
        case BROTLI_DECODER_RESULT_SUCCESS:
          isWhole = true
          return true
        default: return false
        }
      }
    }
  }
}

private final class ZstdStage: DecodingStage {
  private let stream = ZSTD_createDStream()
  private(set) var isWhole = false

  deinit { ZSTD_freeDStream(stream) }

  func decode(_ bytes: UnsafeBufferPointer<UInt8>, sink: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    var input = ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: 0)
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: partSize) { part in
      while true {
        var output = ZSTD_outBuffer(dst: part.baseAddress, size: part.count, pos: 0)
        let result = ZSTD_decompressStream(stream, &output, &input)
        guard ZSTD_isError(result) == 0 else { return false }
        isWhole = result == 0
        guard sink(UnsafeBufferPointer(rebasing: part[..<output.pos])) else { return true }
        if input.pos == input.size, output.pos < output.size { return true }
      }
    }
  }
}
