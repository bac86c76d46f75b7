public import Casebook
public import Values

/// What was demanded beside what may lawfully be claimed, line by line, on one day.
///
/// Amounts are in øre. Lines and charges stand as they are before payments; the balance sets the
/// payments off against them.
public struct AccountStatement: Sendable {
  /// The day.
  public let day: CivilDay
  /// The last day the files tell of; nothing is known to have happened since.
  public let toldUntil: CivilDay?
  /// Ids of the cases, several when they were laid together.
  public let cases: [String]
  /// Creditor, agency, lawyer and debtor, each name once.
  public let parties: [(role: String, name: String)]
  /// The claims.
  public let claims: [Claim]
  /// The charges, in order; limits and reports name them by their place, from 1.
  public let charges: [Charge]
  /// The limits that were held against the charges, in the order in which they took their turns.
  public let limits: [Limit]
  /// Claims that a rule counts together.
  public let groups: [Group]
  /// What is too much beside the charges: interest, principal, totals.
  public let overcharges: [Overcharge]
  /// Payments, and what was paid back, set off and credited.
  public let entries: [Entry]
  /// The bottom line.
  public let balance: Balance
  /// Whether the rules name the lines of an account. Where they do not, principal and interest are
  /// not known, and nor is any total.
  public let hasLines: Bool
  /// The reports of the cases on that day, with every finding.
  public let reports: [CaseReport]
}

extension AccountStatement {
  /// One claim of the account.
  public struct Claim: Sendable {
    /// Ids of the cases it stands in.
    public let cases: [String]
    /// Its id.
    public let id: String
    /// What it is about, if the file says so.
    public let about: String?
    /// Principal, interest and the like.
    public let lines: [Line]
    /// The lines with the charges for this claim alone.
    public let sums: Sums
  }

  /// A line that is no charge: principal, interest.
  public struct Line: Sendable {
    /// Its name: `interest`.
    public let name: String
    /// What it is called.
    public let label: Label
    /// What was asked last, before payments; nil when nothing was.
    public let demanded: Amount?
    /// The letter that asked, or several where more than one did.
    public let askedIn: [EventReference]
    /// What could lawfully be asked when it was; nil when nothing was asked, or the rules do not
    /// say.
    public let lawfulThen: Amount?
    /// What may be claimed.
    public let lawful: Amount
    /// When it falls due, where that is after the day.
    public let due: Due?
    /// Where in the law it comes from.
    public let law: String
    /// What the lawful amount rests on.
    public let basis: Basis
    /// What would settle what was demanded, where that is not known.
    public let missing: [String]

    /// Whether it says nothing: nobody asked, nothing may be claimed, and nothing falls due.
    var isEmpty: Bool { demanded == nil && due == nil && lawful.known == .zero }
  }

  /// When a line falls due that has not yet done so.
  public enum Due: Sendable, Hashable {
    /// On a day.
    case on(CivilDay)
    /// On no day that is set: no valid invoice has been sent, for one.
    case notSet

    /// The day, where one is set.
    public var day: CivilDay? { if case .on(let day) = self { day } else { nil } }
  }

  /// Claims that a rule counts together: merged, or charged for in one letter.
  public struct Group: Sendable {
    /// Ids of the claims.
    public let claims: [String]
    /// Their lines, and the charges for these claims and no others.
    public let sums: Sums
  }

  /// Money that is no charge: a payment, a refund, a setoff, a credit note, a settlement.
  public struct Entry: Sendable {
    /// What it is.
    public enum Kind: String, Sendable, CaseIterable {
      /// Money from the debtor.
      case payment
      /// Money back to the debtor.
      case refund
      /// Surplus used on another claim.
      case setoff
      /// Principal taken back; the lines of the claim already stand without it.
      case creditNote = "credit-note"
      /// A sum accepted as full settlement.
      case settlement
      /// Money from the collector to the creditor.
      case payout
    }

    /// A part of a payment that the collector set against a part of the debt.
    public struct Allocation: Sendable {
      /// The claim, where the file names it.
      public let claim: String?
      /// The part of the debt, as the file writes it.
      public let name: String
      /// What it is called.
      public let label: Label
      /// How much.
      public let amount: Ratio
    }

    /// What it is.
    public let kind: Kind
    /// The event.
    public let event: EventReference
    /// The case it stands in.
    public let caseID: String
    /// How much.
    public let amount: Ratio
    /// Whether the money counts: false for a payment that failed, or for what rules do not let
    /// count; nil where that is not known.
    public let counts: Bool?
    /// What rules say of it, with the law they say it by, where it does not count in full.
    public let remark: Remark?
    /// How the collector divided it.
    public let allocation: [Allocation]

    /// What rules say of an entry.
    public struct Remark: Sendable {
      /// What is said.
      public let text: Label
      /// Where in the law it comes from.
      public let law: String
    }
  }
}
