/// Findings that are known and stay quiet as long as they get no worse.
public struct Baseline: Sendable {
  /// What is known, in order.
  public let findings: [KnownFinding]

  /// A baseline of these findings, in whatever order.
  public init(_ findings: [KnownFinding]) { self.findings = findings.sorted() }
}

/// What a run made of a baseline.
public struct BaselineReceipt: Sendable, Equatable {
  /// How many findings are not told because they are known.
  public var known = 0
  /// How many findings that were known have become worse, and are told.
  public var worse = 0
  /// What was known and no longer occurs, though its case and its rule were judged.
  public var stale: [KnownFinding] = []
  /// How many known findings are of cases or rules that were not judged.
  public var outside = 0

  /// A receipt of nothing.
  public init() {}
}

/// Compares the findings of a run with those that are known, case by case.
public struct BaselineComparison {
  /// What a finding is known by.
  private struct Key: Hashable {
    let caseID: String
    let fingerprint: String
  }

  private let baseline: Baseline
  private var known: [Key: KnownFinding] = [:]
  private var cases: Set<String> = []
  private var occurred: Set<Key> = []

  /// A comparison that has seen no case.
  public init(with baseline: Baseline) {
    self.baseline = baseline
    for finding in baseline.findings { known[Self.key(of: finding)] = finding }
  }

  private static func key(of finding: KnownFinding) -> Key {
    Key(caseID: finding.caseID, fingerprint: finding.fingerprint)
  }

  /// The report without the findings that are known, which are counted; those that have become
  /// worse stay, with what was known of them.
  public mutating func told(_ report: CaseReport) -> CaseReport {
    cases.insert(report.id)
    var told = report
    var quiet: Set<String> = []
    told.findings = report.findings.compactMap { finding in
      let now = KnownFinding(finding, in: report.id)
      let key = Self.key(of: now)
      guard let before = known[key] else { return finding }
      occurred.insert(key)
      guard now.isWorse(than: before) else {
        quiet.insert(finding.fingerprint)
        return nil
      }
      var finding = finding
      finding.was = before
      return finding
    }
    told.known = report.findings.count - told.findings.count
    told.change?.new.removeAll { quiet.contains($0.fingerprint) }
    return told
  }

  /// Adds to a receipt what was known and did not occur.
  ///
  /// - Parameters:
  ///   - receipt: what the run did.
  ///   - isAsked: whether the run would have told a finding, had it occurred.
  public func close(_ receipt: inout Receipt, isAsked: (KnownFinding) -> Bool) {
    var missing = receipt.baseline ?? BaselineReceipt()
    for finding in baseline.findings where !occurred.contains(Self.key(of: finding)) {
      if cases.contains(finding.caseID), isAsked(finding) {
        missing.stale.append(finding)
      } else {
        missing.outside += 1
      }
    }
    receipt.baseline = missing
  }

  /// What is known of cases and rules that were not judged.
  public func outside(isAsked: (KnownFinding) -> Bool) -> [KnownFinding] {
    baseline.findings.filter { !cases.contains($0.caseID) || !isAsked($0) }
  }
}
