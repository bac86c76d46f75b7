public import Audit

/// A report of the steps that may come next, being written case by case.
public protocol PlanReport: Sendable {
  /// What stands before the first case.
  mutating func begin() -> String
  /// What one case adds.
  mutating func add(_ plan: StepPlan) -> String
  /// What stands after the last case.
  mutating func end() -> String
}

/// The forms a plan can take.
public enum PlanFormat: String, Sendable, CaseIterable {
  /// For people: a table.
  case text
  /// For programs: `skikk-plan/1`.
  case json

  /// A report of this form.
  public func report(
    of context: RunContext, in language: Language, style: Style = .plain
  ) -> any PlanReport {
    switch self {
    case .text: PlanText(language: language, style: style)
    case .json: PlanJSON(context: context, language: language)
    }
  }
}
