public import Casebook
public import Values

/// Whose case a case is, and from when: what a portfolio is sorted by.
public struct Belonging: Sendable {
  /// The agency; without id where nobody but the creditor collects.
  public let agency: Party
  /// The creditor.
  public let creditor: Party
  /// The month in which the case was taken for collection; nil where no day is known.
  public let month: Month?

  /// The belonging of a case.
  public init(agency: Party, creditor: Party, month: Month?) {
    self.agency = agency
    self.creditor = creditor
    self.month = month
  }

  /// Nobody's case.
  static let unknown = Belonging(
    agency: Party(id: nil, name: nil), creditor: Party(id: nil, name: nil), month: nil)

  init(of file: CaseFile) {
    self.init(
      agency: file.agency(of: file.root), creditor: file.creditor(of: file.root),
      month: file.dayTaken(of: file.root).map { Month(of: $0) })
  }
}

/// A month of a year.
public struct Month: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The year.
  public let year: Int
  /// 1 to 12.
  public let number: Int

  /// The month that a day lies in.
  public init(of day: CivilDay) {
    let (year, month, _) = day.parts
    (self.year, number) = (year, month)
  }

  /// The month written `2026-03`; nil when the text is no month.
  public init?(_ text: String) {
    guard let first = CivilDay(text + "-01") else { return nil }
    self.init(of: first)
  }

  /// As `2026-03`.
  public var description: String {
    let year = String(year)
    let zeros = String(repeating: "0", count: max(0, 4 - year.count))
    return "\(zeros)\(year)-\(number < 10 ? "0" : "")\(number)"
  }

  /// The earlier first.
  public static func < (left: Month, right: Month) -> Bool {
    (left.year, left.number) < (right.year, right.number)
  }
}
