public import Casebook
public import Values

/// A compiled rule set: everything that judging a case needs, and everything that explains it.
public struct Program: Sendable {
  /// The vocabulary the rules were compiled against.
  public let vocabulary: Vocabulary
  /// Rules in document order.
  public internal(set) var rules: [Rule] = []
  /// Definitions.
  public internal(set) var definitions = Definitions()
  /// Tables.
  public internal(set) var tables: [RuleTable] = []
  /// The sections whose days of commencement stand in tables.
  public internal(set) var commencements: [Commencement] = []
  /// What is assumed of pending ones, by name.
  public internal(set) var assumptions: [Assumption] = []
  /// Interpretation switches.
  public internal(set) var choices: [Choice] = []
  /// Consequences.
  public internal(set) var consequences: [Consequence] = []
  /// Exceptions to rules.
  public internal(set) var exceptions: [RuleException] = []
  /// For each `meets`, the limbs it asks, as rule and limb index, and the subject's slot.
  public internal(set) var meets: [[MeetsTarget]] = []
  /// Ids of money rules in the order in which they take money.
  public internal(set) var order: [String] = []
  /// The lines of an account beside the items: what may be claimed, and what was asked.
  public internal(set) var accountLines: [AccountLine] = []
  /// What rules say of payments and other events with money, in an account.
  public internal(set) var accountEntries: [AccountEntry] = []
  /// The table of public holidays, if there is one.
  public internal(set) var holidays: TableID?
  /// Ids of rules that the front page says are not written yet; case files may name them.
  public internal(set) var awaited: [String] = []
  /// The widest reach of its lists: which cases have to be judged together.
  public internal(set) var reach = Reach.file
  /// The last day to which the rule set has been reviewed.
  public internal(set) var reviewedThrough: CivilDay
  /// The first day that the rule set covers.
  public internal(set) var coversFrom: CivilDay
  /// Documents that are read when they are first asked for, in place of those below.
  var unread: UnreadDocuments?
  var readDocuments: [RuleDocument] = []
  /// The examples of all documents.
  public internal(set) var examples: [Example] = []

  /// The documents, in order of path.
  public internal(set) var documents: [RuleDocument] {
    get { unread?.documents ?? readDocuments }
    set { (readDocuments, unread) = (newValue, nil) }
  }
}

/// An interpretation switch.
public struct Choice: Sendable {
  /// Its name.
  public let name: String
  /// Its readings.
  public let readings: [String]
  /// The unit when a reading may be a number.
  public let numberUnit: DurationUnit?
  /// Index of the default reading, or nil when it is open.
  public let standard: Int?
  /// Why the law leaves it open.
  public let because: String
  /// Where it is declared.
  public let span: Span
}

/// A line of a claim's account that is no item: principal, interest.
///
/// Its amounts are definitions of a claim, or of several claims, on a day.
public struct AccountLine: Sendable {
  /// Its name: `interest`.
  public let name: String
  /// What statements call it.
  public let label: Label
  /// What may be claimed before payments. It is negative for a line that takes off what others
  /// say.
  public let lawful: DefinitionID
  /// What was asked last, payments not taken off, if rules say so.
  public let asked: DefinitionID?
  /// The letters that asked for it: a definition of a claim on a day that lists them. Where it
  /// lists none, nothing was asked.
  public let askedIn: DefinitionID?
  /// What could lawfully be asked when it was.
  public let lawfulThen: DefinitionID?
  /// The day it falls due, if rules say so: a definition of a claim on a day.
  public let due: DefinitionID?
  /// Where in the law it comes from.
  public let law: String
  /// Where it is declared.
  public let span: Span
}

/// What rules say of an event with money that is no charge: a setoff, a settlement.
public struct AccountEntry: Sendable {
  /// The type of the event: `setoff`.
  public let type: String
  /// Whether the money counts: a yes-or-no definition of the event. All of it does where there is
  /// none.
  public let counts: DefinitionID?
  /// What is left of claims after the event: a definition of claims on a day.
  public let left: DefinitionID?
  /// What statements say of an event that does not count, or that leaves less.
  public let remark: Label
  /// Where in the law it comes from.
  public let law: String
}

/// What may follow from a breach.
public struct Consequence: Sendable {
  /// Its name.
  public let name: String
  /// What it says, in both languages.
  public let text: Label
  /// Whether it strikes a group of claims rather than one.
  public let ofGroup: Bool
  /// Where it is declared.
  public let span: Span
}
