public import Values

/// A finding as a baseline knows it: whose it is, and how bad it was.
public struct KnownFinding: Hashable, Sendable {
  /// The case number.
  public let caseID: String
  /// The rule's id.
  public let rule: String
  /// The part of the rule, if it has parts.
  public let part: String?
  /// What it is recognised by within the case.
  public let fingerprint: String
  /// Breach, practice or advice.
  public let verdict: Verdict
  /// What was too much in any case, in øre.
  public let excess: Ratio
  /// What more might have been too much, in øre.
  public let atRisk: Ratio
  /// How many claims it concerned.
  public let claims: Int
  /// How many events it concerned.
  public let events: Int

  /// The finest amount that a baseline holds, in øre.
  public static let finest = (try? Ratio(1, 10_000)) ?? .one

  /// A known finding; amounts are rounded as a baseline writes them.
  public init(
    caseID: String, rule: String, part: String?, fingerprint: String, verdict: Verdict,
    excess: Ratio, atRisk: Ratio, claims: Int, events: Int
  ) {
    self.caseID = caseID
    self.rule = rule
    self.part = part
    self.fingerprint = fingerprint
    self.verdict = verdict
    self.excess = Self.rounded(excess)
    self.atRisk = Self.rounded(atRisk)
    self.claims = claims
    self.events = events
  }

  /// A finding of a case, to be known from now on.
  public init(_ finding: Finding, in caseID: String) {
    self.init(
      caseID: caseID, rule: finding.rule, part: finding.part, fingerprint: finding.fingerprint,
      verdict: finding.verdict, excess: finding.excess ?? .zero, atRisk: finding.atRisk ?? .zero,
      claims: finding.claims.count, events: finding.events.count)
  }

  /// Whether it is worse than another in any way: a heavier verdict, more kroner, what was only at
  /// risk too much in any case, more claims or events.
  public func isWorse(than other: KnownFinding) -> Bool {
    verdict < other.verdict || excess > other.excess || sum > other.sum || claims > other.claims
      || events > other.events
  }

  private var sum: Ratio { (try? excess.adding(atRisk)) ?? excess }

  private static func rounded(_ ore: Ratio) -> Ratio {
    (try? ore.rounded(.halfUp, to: finest)) ?? ore
  }
}

extension KnownFinding: Comparable {
  /// Orders by case, rule, part and fingerprint, byte by byte.
  public static func < (left: KnownFinding, right: KnownFinding) -> Bool {
    let sides = [
      (left.caseID, right.caseID), (left.rule, right.rule), (left.part ?? "", right.part ?? ""),
      (left.fingerprint, right.fingerprint),
    ]
    guard let (one, other) = sides.first(where: { $0.0 != $0.1 }) else { return false }
    return one.utf8.lexicographicallyPrecedes(other.utf8)
  }
}
