/// Days from one to another, both included; an end that is nil is open.
///
/// Rules, rows of tables and choices are in force for a period. A period is never empty.
public struct Period: Hashable, Sendable {
  /// The first day, or nil when it has always been.
  public let from: CivilDay?
  /// The last day, or nil when no end is known.
  public let through: CivilDay?

  /// Every day.
  public static let always = Period(unchecked: nil, nil)

  /// The days `from` to `through`, or nil when the last comes before the first.
  public init?(from: CivilDay?, through: CivilDay?) {
    if let from, let through, through < from { return nil }
    self.init(unchecked: from, through)
  }

  private init(unchecked from: CivilDay?, _ through: CivilDay?) {
    self.from = from
    self.through = through
  }

  /// Whether a day lies in the period.
  public func contains(_ day: CivilDay) -> Bool {
    if let from, day < from { return false }
    if let through, through < day { return false }
    return true
  }

  /// Whether some day lies in both periods.
  public func overlaps(_ other: Period) -> Bool {
    if let from, let end = other.through, end < from { return false }
    if let through, let start = other.from, through < start { return false }
    return true
  }

  /// Number of days, both ends counted; nil when an end is open.
  public var length: Int? {
    guard let from, let through else { return nil }
    return through.days(since: from) + 1
  }
}

extension Period: CustomStringConvertible {
  /// The two days around a dash; an open end is left out: `1989-10-01 –`.
  public var description: String {
    [from?.description, "–", through?.description].compactMap { $0 }.joined(separator: " ")
  }
}
