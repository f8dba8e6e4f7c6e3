import PantauText
import Testing

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("koperasi", "koperasi", true), ("koperasi", "koprasi", true), ("koprasi", "koperasi", true),
    ("norhani", "nurhani", true), ("norhani", "norhana", true), ("", "a", true), ("", "", true),
    ("norhani", "nurhana", false), ("sutrisno", "sutrino", true), ("sutrisno", "surtisno", false),
    ("amsakar", "amsa", false), ("ab", "ba", false),
  ])
  func oneChangeIsFoundAsTheDistanceTells(left: String, right: String, isNear: Bool) {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    #expect(EditDistance.isOneAtMost(between: left, right) == isNear)
    #expect((EditDistance.between(left, right) <= 1) == isNear)
  }
}
