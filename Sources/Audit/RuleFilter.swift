public import Rulebook

/// Which rules a run applies, and what it tells of them: by id or its beginning, by the folder of
/// law in which they stand, and by verdict.
///
/// What `select` names is applied and told, everything when it names nothing; what `ignore` names
/// is not. A rule that is not applied takes no money either. `undetermined` is no verdict of a
/// rule: it speaks of the questions that stay open.
public struct RuleFilter: Sendable {
  /// The name by which open questions are selected or ignored.
  public static let open = Verdict.undetermined.rawValue
  /// The verdicts by which rules are selected or ignored.
  public static let verdicts = RuleVerdict.allCases.map(\.rawValue)

  private let select: [String]
  private let ignore: [String]
  private let selectsOpen: Bool
  /// Whether it lets everything through.
  let isOpen: Bool
  private let ignoresOpen: Bool

  /// A filter of these names; each is an id or the beginning of ids, a folder, or a verdict.
  public init(select: [String] = [], ignore: [String] = []) {
    self.select = select.filter { $0 != Self.open }
    self.ignore = ignore.filter { $0 != Self.open }
    isOpen = select.isEmpty && ignore.isEmpty
    selectsOpen = select.contains(Self.open)
    ignoresOpen = ignore.contains(Self.open)
  }

  /// Every name that rules can be selected by, apart from beginnings of ids.
  public static func names(in program: Program) -> [String] {
    let ids = program.rules.map(\.id)
    return Set(ids).sorted() + Set(program.rules.map(\.folder)).sorted() + verdicts + [open]
  }

  /// Whether a name names anything.
  public static func isKnown(_ name: String, in program: Program) -> Bool {
    guard !name.isEmpty else { return false }
    return name == open || verdicts.contains(name)
      || program.rules.contains { $0.id.hasPrefix(name) || $0.folder == name }
  }

  /// Whether what a rule says with a verdict is judged.
  func applies(_ rule: Rule, _ verdict: RuleVerdict) -> Bool {
    isOpen || applies(rule.id, rule.folder, verdict.rawValue)
  }

  /// Whether any part of a rule is judged.
  func applies(_ rule: Rule) -> Bool {
    rule.outlines.contains { applies(rule, $0.verdict) }
  }

  private func applies(_ id: String, _ folder: String, _ verdict: String) -> Bool {
    (selectsOpen || isSelected(id, folder, verdict))
      && !ignore.contains { Self.names($0, id, folder, verdict) }
  }

  private func isSelected(_ id: String, _ folder: String, _ verdict: String) -> Bool {
    (select.isEmpty && !selectsOpen) || select.contains { Self.names($0, id, folder, verdict) }
  }

  /// Whether findings of a rule with a verdict are told.
  func tellsFindings(of id: String, in folder: String, _ verdict: Verdict) -> Bool {
    isSelected(id, folder, verdict.rawValue) && applies(id, folder, verdict.rawValue)
  }

  /// Whether the open questions of a rule that would find so are told.
  func tellsQuestions(of id: String, in folder: String, _ verdict: Verdict) -> Bool {
    !ignoresOpen && applies(id, folder, verdict.rawValue)
  }

  private static func names(
    _ name: String, _ id: String, _ folder: String, _ verdict: String
  ) -> Bool {
    id.hasPrefix(name) || folder == name || verdict == name
  }
}

extension Rule {
  /// The folder of law in which it stands: `inkassoloven`, or the name of a pack's own folder.
  public var folder: String {
    let path = document.utf8
    guard let end = path.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    let above = path[..<end].lastIndex(of: UInt8(ascii: "/"))
    return String(document[(above.map(path.index(after:)) ?? path.startIndex)..<end])
  }
}

extension CaseReport {
  /// The report without what a filter keeps from being told, which is counted.
  func told(by filter: RuleFilter, folders: [String: String]) -> CaseReport {
    var report = self
    report.findings = findings.filter {
      filter.tellsFindings(of: $0.rule, in: folders[$0.rule] ?? "", $0.verdict)
    }
    report.undetermined = undetermined.filter {
      filter.tellsQuestions(of: $0.rule, in: folders[$0.rule] ?? "", $0.verdict)
    }
    report.ignored =
      findings.count - report.findings.count + undetermined.count - report.undetermined.count
    return report
  }
}
