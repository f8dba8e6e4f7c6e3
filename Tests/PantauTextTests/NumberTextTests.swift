import PantauText
import Testing

@Suite struct NumberTextTests {
  @Test(arguments: [
    ("64", 64), ("0", 0), ("80.000", 80_000), ("1.234.567", 1_234_567), ("1,5", 1.5), ("57,02", 57.02),
    ("71.89", 71.89), ("0,5", 0.5), ("0.5", 0.5), ("0.500", 0.5), ("1,234,567", 1_234_567),
    ("12,345", 12.345),
    ("1.234,56", 1234.56), ("1,234.56", 1234.56), ("1.234.567,8", 1_234_567.8), ("2025", 2025), ("007", 7),
    ("100.0", 100), ("999999999999999", 999_999_999_999_999),
  ])
  func digitsAreReadAsIndonesianPapersWriteThem(text: String, expected: Double) {
    #expect(NumberText.value(Array(text.utf8)[...]) == expected)
  }

  @Test(arguments: [
    "21.7.2025", "1.5.3", "80.000.00", "", ".", ",5", "5.", "1..2", "12a", "1 2", "-5", "1234567890123456",
  ])
  func whatIsNoNumberHasNoValue(text: String) {
    #expect(NumberText.value(Array(text.utf8)[...]) == nil)
  }
}
