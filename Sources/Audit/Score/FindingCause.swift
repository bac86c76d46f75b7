/// Why a case has a finding: a rule, and its part if it has parts.
public struct FindingCause: Hashable, Comparable, Sendable {
  /// The id of the rule.
  public let rule: String
  /// Its part, if it has parts.
  public let part: String?

  /// A part of a rule.
  public init(rule: String, part: String?) {
    self.rule = rule
    self.part = part
  }

  /// Orders by rule and part.
  public static func < (left: FindingCause, right: FindingCause) -> Bool {
    (left.rule, left.part ?? "") < (right.rule, right.part ?? "")
  }
}

/// What one rule, or a part of it, found in the cases of a score.
public struct CauseCount: Hashable, Sendable {
  /// The worst verdict it gave.
  public var verdict = Verdict.undetermined
  /// Where it comes from.
  public var law: String
  /// How many findings there are.
  public var findings = 0
  /// In how many cases.
  public var cases = 0
  /// How many subjects are undetermined.
  public var open = 0
  /// What is too much by these findings, each by itself.
  public var excess = KronerTotal.zero
  /// What more may be too much by them.
  public var atRisk = KronerTotal.zero

  /// Nothing found yet.
  public init(law: String) { self.law = law }

  /// Adds what the same rule found in other cases.
  public static func += (left: inout CauseCount, right: CauseCount) {
    left.verdict = min(left.verdict, right.verdict)
    left.law = min(left.law, right.law)
    left.findings += right.findings
    left.cases += right.cases
    left.open += right.open
    left.excess += right.excess
    left.atRisk += right.atRisk
  }
}
