/// What the rules say of a subject.
public enum Verdict: String, Sendable, CaseIterable, Comparable {
  /// A breach of a statute or regulation.
  case breach
  /// A breach of good practice, as circulars, boards and industry norms state it.
  case practice
  /// Recommended practice was not followed.
  case advice
  /// A fact is missing, contradictory, or a person's to judge.
  case undetermined
  /// In order.
  case met
  /// The rule does not speak of it, or an exception sets the rule aside.
  case notApplicable = "not-applicable"

  /// Orders from the worst to the mildest.
  public static func < (left: Verdict, right: Verdict) -> Bool { left.severity < right.severity }

  /// Its place among all of them, from the worst.
  var severity: UInt8 {
    switch self {
    case .breach: 0
    case .practice: 1
    case .advice: 2
    case .undetermined: 3
    case .met: 4
    case .notApplicable: 5
    }
  }

  /// Whether it is a finding: breach, practice or advice.
  public var isFinding: Bool { self < .undetermined }
}
