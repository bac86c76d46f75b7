/// What an assumption changes in a case: the findings that are new under it, and those that go.
///
/// Findings are the same when rule, part, claims and events are.
public struct AssumedChange: Sendable {
  /// Findings that there would not be without the assumption.
  public internal(set) var new: [Finding]
  /// Findings that there would be without it.
  public let gone: [Finding]
}

extension CaseReport {
  /// The report with what its assumptions change, beside the same case judged without them.
  public func compared(with plain: CaseReport) -> CaseReport {
    let (before, after) = (Set(plain.findings.map(\.fingerprint)), Set(findings.map(\.fingerprint)))
    var report = self
    report.change = AssumedChange(
      new: findings.filter { !before.contains($0.fingerprint) },
      gone: plain.findings.filter { !after.contains($0.fingerprint) })
    return report
  }
}
