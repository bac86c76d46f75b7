public import Casebook
public import Values

/// A value as reports show it; the language decides how it is written.
public enum Shown: Hashable, Sendable {
  case day(CivilDay)
  /// Later than every day: nothing has happened yet.
  case never
  /// Earlier than every day.
  case longAgo
  /// An amount, in øre.
  case money(Ratio)
  case number(Ratio)
  /// A part of one that is written as a percentage.
  case share(Ratio)
  case duration(Int, DurationName)
  case flag(Bool)
  /// Text or an identifier.
  case text(String)
  /// A word of a closed list or an event type, with what reports call it.
  case word(String, Label)
  case clock(Int)
  /// Several, in order.
  case list([Shown])
  /// Looked for, and not there.
  case none
  /// Not known; the ends of what it can be, where there are any.
  case unknown(lowest: Limit?, highest: Limit?)

  /// An end of a range.
  public enum Limit: Hashable, Sendable {
    case day(CivilDay)
    /// In øre.
    case money(Ratio)
    case number(Ratio)
  }

  /// Units of a duration.
  public enum DurationName: String, Hashable, Sendable {
    case days, months, years
    case bankingDays = "banking-days"
  }
}

/// A sentence with its values, to be written in either language.
public struct Sentence: Hashable, Sendable {
  /// A piece of a sentence.
  public enum Piece: Hashable, Sendable {
    case text(String)
    case value(Shown)
  }
  /// Norwegian bokmål.
  public let nb: [Piece]
  /// English.
  public let en: [Piece]
  /// A sentence in both languages.
  public init(nb: [Piece], en: [Piece]) {
    self.nb = nb
    self.en = en
  }
}

/// One line of the explanation of a verdict; deeper lines say where a value came from.
public struct TraceLine: Hashable, Sendable {
  /// How deep the line stands.
  public let depth: Int
  /// What was computed, in the words of the rule: `last-day of notice >= shortest-end of notice`.
  public let text: String
  /// What it gave.
  public internal(set) var value: Shown?
  /// Where it came from: a path in the case (`/events/2/date`), a row or line of the rules
  /// (`rules/satser/inkassosats.md#L14`).
  public internal(set) var source: String?
  /// With dates filled in: `2026-01-05 + 14 days`.
  public internal(set) var worked: String?
  /// Whether the value is an assumption.
  public internal(set) var isAssumption: Bool

  /// A line of a trace.
  public init(
    depth: Int, text: String, value: Shown?, source: String?, worked: String?, isAssumption: Bool
  ) {
    self.depth = depth
    self.text = text
    self.value = value
    self.source = source
    self.worked = worked
    self.isAssumption = isAssumption
  }
}
