public import Casebook
public import Rulebook
public import Values

/// What was demanded beside what may lawfully be claimed, line by line, on one day.
public struct AccountStatement: Sendable {
  /// An amount that may not be known to the øre, in øre.
  public struct Amount: Hashable, Sendable {
    /// The least it can be.
    public let lowest: Ratio?
    /// The most it can be.
    public let highest: Ratio?
    /// The amount, when it is known.
    public var known: Ratio? { lowest == highest ? lowest : nil }
  }

  /// A line that is no item: principal, interest.
  public struct Line: Sendable {
    /// Its name: `interest`.
    public let name: String
    /// What it is called.
    public let label: Label
    /// What was asked last; nil when nothing was.
    public let demanded: Amount?
    /// What may be claimed.
    public let lawful: Amount
    /// Where in the law it comes from.
    public let law: String
  }

  /// A charge.
  public struct Item: Sendable {
    /// Its kind, as files write it and as reports call it.
    public let kind: String
    /// What it is called.
    public let label: Label
    /// The event that charged it.
    public let event: EventReference
    /// Ids of the claims it is for.
    public let claims: [String]
    /// What was charged and not taken back, in øre.
    public let charged: Ratio
    /// What may stand in any case, in øre.
    public let lawful: Ratio
    /// What more may be too much, in øre.
    public let atRisk: Ratio
    /// What took the rest, each with its share: rule, law, amount in øre.
    public let cuts: [(rule: String, law: LawPoint, amount: Ratio)]
  }

  /// One claim of the account.
  public struct Claim: Sendable {
    /// The case it stands in.
    public let caseID: String
    /// Its id.
    public let id: String
    /// What it is about, if the file says so.
    public let about: String?
    /// Principal, interest and the like.
    public let lines: [Line]
  }

  /// The day.
  public let day: CivilDay
  /// Ids of the cases, several when they were laid together.
  public let cases: [String]
  /// The claims.
  public let claims: [Claim]
  /// The charges, in order.
  public let items: [Item]
  /// What has been paid, in øre.
  public let paid: Ratio
  /// Everything that may be claimed before payments, in øre.
  public let lawful: Amount
  /// Everything that was asked before payments, in øre.
  public let demanded: Amount
  /// What is too much in any case, in øre.
  public let excess: Ratio
  /// What more may be too much, in øre.
  public let atRisk: Ratio
  /// What was paid above what may be claimed: certain, in øre.
  public let refundDue: Ratio
  /// The reports of the cases on that day, with every finding.
  public let reports: [CaseReport]
}
