import PantauExport
import Testing

@Suite("Numbers and widths")
struct NumberAndWidthTests {
  @Test(
    "writes numbers the Indonesian way",
    arguments: [
      (0, "0"), (64, "64"), (999, "999"), (1_234, "1.234"), (83_944, "83.944"), (1_000_000, "1.000.000"),
      (57.02, "57,02"), (57.5, "57,5"), (1_234.567, "1.234,57"), (-1_234.5, "-1.234,5"), (-0.001, "0"),
    ] as [(Double, String)])
  func numbers(_ number: Double, _ expected: String) {
    #expect(IndonesianNumber.string(number) == expected)
  }

  @Test("a share short of everything is never shown as 100 percent")
  func percent() {
    #expect(IndonesianNumber.percent(ofShare: 0.5702) == "57,02 %")
    #expect(IndonesianNumber.percent(ofShare: 1) == "100 %")
    #expect(IndonesianNumber.percent(ofShare: 0.999_99) == "99,99 %")
    #expect(IndonesianNumber.percent(ofShare: 0) == "0 %")
  }

  @Test(
    "counts the columns of a terminal",
    arguments: [("Melati", 6), ("Dé", 2), ("De\u{301}", 2), ("漢字", 4), ("😀", 2), ("", 0), ("a\u{200D}b", 2)])
  func width(_ text: String, _ expected: Int) {
    #expect(DisplayWidth.of(text) == expected)
  }

  @Test(
    "cuts to a width",
    arguments: [
      ("Kota Melati", 11, "Kota Melati"), ("Kota Melati", 8, "Kota Me…"), ("Kota Melati", 6, "Kota…"),
      ("漢字漢字", 4, "漢…"), ("abc", 0, ""), ("abc", 1, "…"),
    ])
  func cut(_ text: String, _ width: Int, _ expected: String) {
    #expect(DisplayWidth.cut(text, to: width) == expected)
    #expect(DisplayWidth.of(DisplayWidth.cut(text, to: width)) <= width)
  }
}
