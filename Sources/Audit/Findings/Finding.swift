public import Casebook
public import Rulebook
public import Values

/// Something that a rule found: a breach, bad practice, or advice that was not followed.
public struct Finding: Sendable {
  /// The rule's id.
  public let rule: String
  /// The part of the rule, if it has parts.
  public let part: String?
  /// Breach, practice or advice.
  public let verdict: Verdict
  /// Where the rule comes from.
  public let law: LawPoint
  /// Ids of the claims it concerns.
  public internal(set) var claims: [String]
  /// The events it concerns, as ids, or paths where an event has none.
  public let events: [EventReference]
  /// What is wrong, in both languages.
  public let message: Sentence
  /// What was required, from the first comparison that failed.
  public let expected: Shown?
  /// How what was done would have to stand to it; nil: be the same, or hold all of it.
  public internal(set) var relation: Relation?
  /// What was done.
  public let actual: Shown?
  /// What is too much in any case, in øre; nil when the rule takes no money away itself.
  public internal(set) var excess: Ratio?
  /// What was too much on the deciding day, where that is not what it came to in the end.
  public internal(set) var excessThen: Ratio?
  /// What more may be too much, in øre.
  public internal(set) var atRisk: Ratio?
  /// What follows from it.
  public let consequences: [FindingConsequence]
  /// The findings from which it follows in its turn.
  public internal(set) var grounds: [Ground] = []
  /// The facts that decided, by path in the case file.
  public let facts: [FactShown]
  /// The table rows that were read.
  public let values: [TableValue]
  /// The interpretation switches that were read, with the reading used.
  public let choices: [ChoiceUsed]
  /// What the file left open and was assumed, by path.
  public let assumptions: [FactShown]
  /// The deciding day.
  public internal(set) var day: CivilDay?
  /// How the verdict came about.
  public internal(set) var trace: [TraceLine]
  /// How many deeper lines that has and were not asked for.
  public internal(set) var traceLinesLeftOut = 0
  /// Sixteen hexadecimal digits that stay the same when the file is reordered or grows.
  public internal(set) var fingerprint: String
  /// Ids of all the cases it concerns, when files were judged together; else empty.
  public internal(set) var cases: [String] = []
  /// What was known of it before it became worse, when it is compared with a baseline.
  public internal(set) var was: KnownFinding?
  /// Whether facts, table rows, readings, assumptions, consequences and the trace are those of it;
  /// where nobody asked for them there are none.
  var isExplained = true
  /// The case it is reported under.
  var home = Thing(index: 0)
  /// What was bound beside claims.
  var things: [Thing] = []
  /// The group of claims it is about, sorted, if it is about one.
  var group: [Int64]?
  /// Numbers of the voids it makes.
  var voidItems: [Int] = []
  /// Whether its excess is taken from items, by a limit.
  var isOfItems = false
}

/// An event as a report names it.
public struct EventReference: Hashable, Sendable {
  /// Its id, or its path in the file when it has none.
  public let name: String
  /// Its type.
  public let type: String
  /// What reports call its type.
  public let label: Label
  /// Its day, if known.
  public let day: CivilDay?
  /// JSON pointer to it in its case.
  public internal(set) var path = "/"
}

/// A consequence of a finding.
public struct FindingConsequence: Hashable, Sendable {
  /// Its name: `agency-costs-lost`.
  public let name: String
  /// What it says.
  public let text: Label
  /// Whether the law leaves it to judgement.
  public let isAtRisk: Bool
}

/// A fact of the case file, by path.
public struct FactShown: Hashable, Sendable {
  /// JSON pointer: `/events/2/deadline`.
  public let path: String
  /// What it says.
  public let value: Shown
}

/// A value that was read from a table.
public struct TableValue: Hashable, Sendable {
  /// The table.
  public let table: String
  /// The column, where the table has more than one value.
  public let column: String?
  /// The day it was read on, if it is dated.
  public let day: CivilDay?
  /// What it says.
  public let value: Shown
  /// The row: `rules/satser/inkassosats.md#L14`.
  public let row: String
  /// As rules ask for it: `light of brackets`.
  public var name: String { column.map { "\($0) of \(table)" } ?? table }
}

/// A reading of an interpretation switch that a verdict rests on.
public struct ChoiceUsed: Hashable, Comparable, Sendable {
  /// The switch.
  public let name: String
  /// The reading, or `open`.
  public let reading: String

  /// A reading of a switch.
  public init(name: String, reading: String) {
    (self.name, self.reading) = (name, reading)
  }

  /// Orders by name.
  public static func < (left: ChoiceUsed, right: ChoiceUsed) -> Bool {
    (left.name, left.reading) < (right.name, right.reading)
  }
}

/// A rule that could not be decided for a subject.
public struct Undetermined: Sendable {
  /// Why it is open.
  public enum Reason: String, Sendable, CaseIterable {
    /// The file lacks a fact.
    case missing
    /// Nobody has looked at the text of a letter.
    case unread
    /// A person must judge.
    case human
    /// The law is open, or its table ends.
    case law
    /// The file contradicts itself.
    case conflict
  }

  /// The rule's id.
  public let rule: String
  /// The part of the rule, if it has parts.
  public let part: String?
  /// What it would be, were the test to fail.
  public let verdict: Verdict
  /// Where the rule comes from.
  public let law: LawPoint
  /// Ids of the claims it concerns.
  public internal(set) var claims: [String]
  /// The events it concerns.
  public let events: [EventReference]
  /// Why it is open.
  public let reason: Reason
  /// What is missing: paths, `choice:NAME`, `ruling:RULE`, `table:NAME`, `complete:GROUP`.
  public let missing: [String]
  /// What may be too much, in øre.
  public internal(set) var atRisk: Ratio?
  /// The case it is reported under.
  var home = Thing(index: 0)
  /// What was bound beside claims.
  var things: [Thing] = []
  /// The group of claims it is about, sorted, if it is about one.
  var group: [Int64]?
  /// Numbers of the voids it may make.
  var voidItems: [Int] = []
  /// Whether what is at risk is taken from items, by a limit.
  var isOfItems = false
}

/// A rule that an exception set aside for a subject.
public struct SetAside: Hashable, Sendable {
  /// The rule's id.
  public let rule: String
  /// The part of the rule, if it has parts.
  public let part: String?
  /// The exception.
  public let exception: String
  /// Where the exception comes from.
  public let law: String
  /// Ids of the claims.
  public let claims: [String]
  /// The events.
  public let events: [EventReference]
}
