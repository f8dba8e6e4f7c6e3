public import PantauRecords

/// The published rubric in words, for pages and help; what is computed stands in PantauMerge.
public enum StatusRules {
  /// Each status and when it holds; the first that holds is the line's.
  public static let all: [(status: TrackLine.Status, text: String)] = [
    (.reported, "something is reported, but no target is known"),
    (.noReport, "nothing is reported of a target, or nothing in the 90 days before the day asked for"),
    (
      .contradicted,
      "articles give different figures for the newest day, or less after the target was said to be reached"
    ),
    (
      .met,
      "the newest report reaches the target, and the first that does is for a day up to the first deadline"
    ),
    (
      .metLate,
      "the first report that reaches the target is for a day after the first deadline given for it"
    ),
    (.overdue, "the deadline has passed, and the newest report is short of the target"),
    (.underWay, "the target has no deadline, or report and target cannot be set beside each other"),
    (.onTrack, "the newest report has at least what the target line asked for on its day"),
    (.behind, "the newest report has less than that"),
  ]

  /// The convention of the target line.
  public static let line = """
    The target line runs straight from the day of the promise, where it begins at what was reported by then (else 0), \
    to the target on its deadline. When amount or deadline change, it goes on from where it stood and aims at the new \
    target. A report is held against the line on the day that it is for. An article that names no day counts \
    for the day of the fact that it repeats, else for its day of publication, and then as in time up to 7 days after the \
    deadline.
    """
}
