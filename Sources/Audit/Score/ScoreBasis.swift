import Rulebook
import Values

/// What the cases of a scorecard were judged by.
public struct ScoreBasis: Sendable {
  /// The rules, their readings and the day.
  public let context: RunContext
  /// A hash of the ids of the rules that were applied.
  public let selection: String

  /// A basis of these rules.
  public init(context: RunContext, selection: String) {
    self.context = context
    self.selection = selection
  }

  /// A basis of the rules with these ids.
  public init(context: RunContext, rules: [String]) {
    self.init(context: context, selection: ContentHash(of: rules.joined(separator: "\n")).digits)
  }

  /// What differs in another basis, if anything does.
  func difference(from other: ScoreBasis) -> ScoreMismatch? {
    let (own, its) = (context, other.context)
    func compare(_ what: ScoreMismatch.What, _ own: String, _ its: String) -> ScoreMismatch? {
      own == its ? nil : ScoreMismatch(what: what, first: own, other: its)
    }
    return compare(.ruleSet, own.ruleSetVersion, its.ruleSetVersion)
      ?? compare(.asOf, "\(own.asOf)", "\(its.asOf)")
      ?? compare(.choices, Self.text(own.choices), Self.text(its.choices))
      ?? compare(.assumptions, Self.text(own.assumptions), Self.text(its.assumptions))
      ?? compare(.rules, selection, other.selection)
  }

  private static func text(_ choices: [ChoiceUsed]) -> String {
    choices.map { "\($0.name)=\($0.reading)" }.joined(separator: ", ")
  }

  private static func text(_ assumptions: [Assumption]) -> String {
    assumptions.map { "\($0.act)=\($0.day)" }.joined(separator: ", ")
  }
}

/// Two scorecards that cannot be added: their cases were judged by different things.
public struct ScoreMismatch: Error, Sendable, Equatable {
  /// What differs.
  public enum What: Sendable {
    /// The version of the rule set.
    case ruleSet
    /// The day of evaluation.
    case asOf
    /// The readings of interpretation switches.
    case choices
    /// What is assumed of pending acts.
    case assumptions
    /// Which rules were applied.
    case rules
  }

  /// What differs.
  public let what: What
  /// What the first says.
  public let first: String
  /// What the other says.
  public let other: String
}
