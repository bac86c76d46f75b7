import Casebook
import Values

/// What one report has and another, of the same case on the same day, has not.
///
/// A finding is another's when rule, part, case and subject are the same; it is worse when its
/// verdict is, or when it takes more kroner.
struct Difference {
  private let known: [String: [Finding]]
  private let questions: Set<Question>

  private struct Question: Hashable {
    let rule: String
    let part: String?
    let claims: [String]
    let events: [String]

    init(_ open: Undetermined) {
      rule = open.rule
      part = open.part
      claims = open.claims.sorted()
      events = open.events.map(\.name)
    }
  }

  /// What is new beside this report.
  init(from report: CaseReport) {
    known = Dictionary(grouping: report.findings, by: \.fingerprint)
    questions = Set(report.undetermined.map(Question.init))
  }

  /// The findings that are new, or worse than the same ones before.
  func findings(in report: CaseReport) -> [Finding] {
    guard !known.isEmpty else { return report.findings }
    var known = self.known
    return report.findings.filter { finding in
      let same = known[finding.fingerprint] ?? []
      guard let place = same.firstIndex(where: { finding.isNoWorse(than: $0) }) else { return true }
      known[finding.fingerprint]?.remove(at: place)
      return false
    }
  }

  /// The questions that were not open before.
  func questions(in report: CaseReport) -> [Undetermined] {
    report.undetermined.filter { !questions.contains(Question($0)) }
  }
}

extension Finding {
  /// Whether it is no worse than the same finding elsewhere.
  fileprivate func isNoWorse(than other: Finding) -> Bool {
    verdict >= other.verdict && (excess ?? .zero) <= (other.excess ?? .zero)
      && (excessThen ?? .zero) <= (other.excessThen ?? .zero)
  }
}
