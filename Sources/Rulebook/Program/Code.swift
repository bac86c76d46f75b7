public import Casebook
public import Values

/// A compiled expression: names are resolved, types are checked. A class, because judging passes
/// expressions around millions of times.
public final class Node: Sendable {
  /// What to compute.
  public let code: Code
  /// What it gives.
  public let type: ValueType
  /// Whether it may be `none` (looked for, not there).
  public let mayBeNone: Bool
  /// Where it is written, for traces.
  public let span: Span

  init(_ code: Code, _ type: ValueType, _ span: Span, mayBeNone: Bool = false) {
    self.code = code
    self.type = type
    self.span = span
    self.mayBeNone = mayBeNone
  }
}

/// The instructions of the rule language. Only the large ones stand in a box of their own: there
/// are thousands, and each box is allocated when a program starts.
public enum Code: Sendable {
  case flag(Bool)
  case number(Ratio)
  /// A day number; `CivilDay.never` and `.longAgo` included.
  case day(Int32)
  case clock(Int)
  case duration(Int, DurationUnit)
  case word(Int64)
  case text(String)
  /// A bound thing, step, day or amount.
  case variable(Int)
  case field(Node, Word)
  case link(Node, Link)
  /// The case of a thing, or the one being judged.
  case root(Node?)
  /// A party of the case of a thing, or of the one being judged, by its key.
  case party(Word, Node?)
  /// The day of account.
  case today
  /// The day on which a section comes into force; index in `Program.commencements`.
  case commencement(Int)
  /// A fact of a consequence.
  case consequence(Node, ConsequenceFact)
  /// What still stands of the items of a list.
  case left(List)
  /// The sum of a value over the days of a range; the day is bound to a slot.
  indirect case daySum(Int, Node, from: Node, through: Node)
  /// A number or another day that follows from a day.
  case calendarFact(CalendarFact, Node)
  case call(DefinitionID, [Node])
  indirect case lookup(Lookup)
  case calendar(TableID, Node)
  /// The words or value of a column for a bound row; indexed by row.
  case rowWords(Int, [[Int64]])
  case rowValue(Int, TableID, Int)
  case rowFlag(Int, [DefinitionID?], Node)
  case choice(ChoiceID)
  case choiceNumber(ChoiceID, DurationUnit)
  case isReading(ChoiceID, Int)
  case quantified(Quantified, List)
  case count(List)
  case pick(first: Bool, List)
  case aggregate(Aggregate, Node, List)
  case extreme(Extreme, Node, Node)
  case compare(Comparison, Node, Node)
  case isNone(Node)
  /// Whether a thing is of one of these kinds.
  case isKind(Node, KindSet)
  case isOneOf(Node, [Int64])
  case between(Node, Node, Node)
  case has(Node, every: Bool, [Int64])
  case hasEvery(Node, Node)
  /// Whether a list of words holds a word.
  case holds(Node, Node)
  /// Whether what these rules say of subjects with the thing is `met`.
  case meets(Node, MeetsID)
  case not(Node)
  case all([Node])
  case any([Node])
  case arithmetic(Operator, Node, Node)
  case otherwise(Node, Node)
  case ifUnknown(Node, Node)
  case ifUnknownBetween(Node, Node, Node)
  case rounded(Node, Ratio.Rounding, Node)
  case when([(condition: Node, value: Node)], otherwise: Node)
  case dated(Node, [(from: Int32, value: Node)], before: Node)
  case binding(Int, Node, then: Node)
  case members(List)

  /// What a consequence knows of itself.
  public enum ConsequenceFact: String, Sendable, CaseIterable { case date, claim, group }

  /// What the calendar says of a day.
  public enum CalendarFact: String, Sendable, CaseIterable {
    /// 365 or 366.
    case daysInYear = "days-in-year"
    /// The calendar year.
    case year
    /// The Monday on or before it.
    case weekStart = "week-start"
    /// The first day of its month.
    case monthStart = "month-start"

    /// What it gives.
    var type: ValueType {
      switch self {
      case .daysInYear, .year: .number
      case .weekStart, .monthStart: .day
      }
    }
  }

  /// Facts that follow from where a thing stands, or from several keys of it.
  public enum Link: String, Sendable, CaseIterable {
    /// The civil day of an event, or of the event of a charge.
    case date
    /// The last day a letter states, also by a number of days.
    case deadline
    /// The event a charge, line or instalment stands in.
    case event
    /// The type of an event.
    case type
    /// The time of day of an event.
    case time
  }

  /// How many members make a list enough.
  public enum Quantified: Sendable {
    case some, no
    case atLeast(Node)
    case atMost(Node)
  }
}

/// Units a period can be counted in.
public enum DurationUnit: String, Hashable, Sendable, CaseIterable {
  /// Civil days.
  case days
  /// Months: same day number, or the month's last day.
  case months
  /// Years: as twelve months.
  case years
  /// Mondays to Fridays that are no public holiday.
  case bankingDays = "banking-days"
}

/// Index into `Program.meets`.
public struct MeetsID: RawRepresentable, Hashable, Sendable {
  /// The index.
  public let rawValue: Int
  /// The set of rules at this index.
  public init(rawValue: Int) { self.rawValue = rawValue }
}

/// A read of a table.
public struct Lookup: Sendable {
  /// The table.
  public let table: TableID
  /// The column.
  public let column: Int
  /// What picks the row among those of a period.
  public let key: Node?
  /// For each row, the keys it answers to; empty when the table has no key.
  public let keys: [[Int64]]
  /// What picks the bracket.
  public let amount: Node?
  /// The day that decides.
  public let day: Node?
  /// For a column of words: each row's words, as a list gives them.
  public let words: [[Int64]]
}

/// A compiled list.
public final class List: Sendable {
  /// Where members come from.
  public enum Source: Sendable {
    /// Everything of these kinds in the case.
    case all
    /// What belongs to a thing.
    case of(Node, Relation)
    /// The members of another list.
    case inside(Node)
  }

  /// How members belong to the thing after `of`.
  public enum Relation: Sendable, CaseIterable {
    /// Events that concern a claim.
    case eventsOfClaim
    /// Charges made for a claim.
    case itemsOfClaim
    /// The claims an event or charge concerns.
    case claimsOf
    /// Events that name an event.
    case eventsOfEvent
    /// Parts that stand in the thing.
    case partsOf
    /// Consequences that strike a claim.
    case consequencesOf
  }

  /// Limits in the order of events.
  public enum Bound: Sendable {
    case before(Node)
    case after(Node)
    case on(Node)
    case through(Node)
    case from(Node, through: Node)
    case afterThrough(Node, through: Node)
  }

  /// The kinds of its members.
  public let kinds: KindSet
  /// Flag definitions of the nouns, which members must meet.
  public let nouns: [DefinitionID]
  /// Where members come from.
  public let source: Source
  /// Which of the cases that are judged together it ranges over.
  public let reach: Reach
  /// Where the member is bound.
  public let slot: Int
  /// The range it is narrowed to.
  public let bound: Bound?
  /// What members must meet.
  public let condition: Node?
  /// Where it is written.
  public let span: Span

  init(
    kinds: KindSet, nouns: [DefinitionID], source: Source, reach: Reach, slot: Int,
    bound: Bound?, condition: Node?, span: Span
  ) {
    self.kinds = kinds
    self.nouns = nouns
    self.source = source
    self.reach = reach
    self.slot = slot
    self.bound = bound
    self.condition = condition
    self.span = span
  }
}

extension CivilDay {
  /// The earliest of nothing: later than every day.
  public static let never = Int32.max
  /// The latest of nothing: earlier than every day.
  public static let longAgo = Int32.min
}
