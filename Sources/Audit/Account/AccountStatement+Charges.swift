public import Casebook
public import Rulebook
public import Values

extension AccountStatement {
  /// A charge, with what the rules leave of it.
  public struct Charge: Sendable {
    /// Its kind, as files write it.
    public let kind: String
    /// What its kind is called.
    public let label: Label
    /// The event that charged it.
    public let event: EventReference
    /// The case it stands in.
    public let caseID: String
    /// Ids of the claims it is for.
    public let claims: [String]
    /// What was charged, in øre.
    public let raised: Ratio
    /// What has been taken back of it, in øre.
    public let takenBack: Ratio
    /// What was charged and not taken back, in øre.
    public let charged: Ratio
    /// What may stand as far as anyone knows, in øre: the most.
    public let lawful: Ratio
    /// How much of that may be too much all the same, in øre.
    public let atRisk: Ratio
    /// What took the rest.
    public let cuts: [Cut]
    /// What may take more.
    public let risks: [Risk]
  }

  /// What a rule took of a charge.
  public struct Cut: Sendable {
    /// The rule's id.
    public let rule: String
    /// Where the rule comes from.
    public let law: LawPoint
    /// How much it took, in øre.
    public let amount: Ratio
    /// What the rule found, where its finding speaks of the charge.
    public let message: Sentence?
  }

  /// What a rule may take of a charge, as open questions fall.
  public struct Risk: Sendable {
    /// The rule's id.
    public let rule: String
    /// Where the rule comes from.
    public let law: LawPoint
    /// How much it may take, in øre.
    public let amount: Ratio
    /// What would settle it; empty where a court or board may decide either way.
    public let missing: [String]
  }

  /// A ceiling that a rule set on one charge, or on several together.
  public struct Limit: Sendable {
    /// The rule's id.
    public let rule: String
    /// The part of the rule, if it has parts.
    public let part: String?
    /// Where the rule comes from.
    public let law: LawPoint
    /// Ids of the claims it counts together, or of those the charges are for.
    public let claims: [String]
    /// Places of the charges in the statement, from 1.
    public let charges: [Int]
    /// The most that may stand of them.
    public let ceiling: Amount
    /// What was charged of them and not taken back, in øre.
    public let charged: Ratio
    /// What stood when the limit had taken its turn, in øre.
    public let left: Ratio
    /// What the ceiling rests on.
    public let basis: Basis
  }

  /// What an amount rests on.
  public struct Basis: Sendable {
    /// The table rows that were read, each once, on the first day it was read for.
    public let values: [TableValue]
    /// The interpretation switches that were read.
    public let choices: [ChoiceUsed]
    /// What the file left open and was assumed, by path.
    public let assumptions: [FactShown]
    /// What would settle the amount, where it is not known: paths, led by the case number when
    /// several cases are laid together, or names as in `Undetermined`.
    public let missing: [String]
  }

  /// Something asked for beside the charges that is too much, or may be.
  public struct Overcharge: Sendable {
    /// The rule's id.
    public let rule: String
    /// The part of the rule, if it has parts.
    public let part: String?
    /// Where the rule comes from.
    public let law: LawPoint
    /// Ids of the claims it names.
    public let claims: [String]
    /// The events it names.
    public let events: [EventReference]
    /// The case it was found in.
    public let caseID: String
    /// What the rule found; nil where it only may be too much.
    public let message: Sentence?
    /// What is too much in any case, in øre.
    public let excess: Ratio
    /// What more may be too much, in øre.
    public let atRisk: Ratio
    /// The table rows that were read.
    public let values: [TableValue]
    /// What would settle it.
    public let missing: [String]
  }
}
