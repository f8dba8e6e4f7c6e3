import Foundation

/// Compressed bodies, made by the reference programs, so that tests need no compressor.
enum CompressionSamples {
  /// `<html><body><p>Koperasi desa</p></body></html>` and a line feed.
  static let text = "<html><body><p>Koperasi desa</p></body></html>\n"
  /// `text` by brotli.
  static let brotli = decoded("Gy4A+J0HNk50+3PrqF/IyuCkAs9SzvGApE9YGmzAgUtJogvZrUkvwJjEiyFeW3w404wD")
  /// `text` by zstd.
  static let zstd = decoded("KLUv/SAveQEAPGh0bWw+PGJvZHk+PHA+S29wZXJhc2kgZGVzYTwvcD48L2JvZHk+PC9odG1sPgo=")
  /// 200 MiB of zeros by brotli.
  static let brotliBomb = decoded(
    """
    z///fwAkAOKxQHLv//n//w+ABEAcFoDu/T////8BkACIwwLQvf/n//8/ABIAcVgAuvf//P//B0ACIA4LQPf+n////wBIAMRh\
    Aeje//P//x8ACYA4LADd+3/+//8DIAEQhwWge//P//9/ACQA4rAAdO//+f//D4AEQBwWgO79P////wGQAIjDAtC9/+f//z8A\
    EgBxWAC69//5//8HQAIgDgtA9/4P
    """)
  /// 200 MiB of zeros as zstd (RFC 8878): 1,600 blocks that repeat one byte.
  static let zstdBomb: [UInt8] = {
    let blocks = (0..<1600).flatMap { index -> [UInt8] in [index == 1599 ? 3 : 2, 0, 0x10, 0] }
    return [0x28, 0xB5, 0x2F, 0xFD, 0x00, 0x38] + blocks
  }()

  private static func decoded(_ text: String) -> [UInt8] { Array(Data(base64Encoded: text) ?? Data()) }
}
