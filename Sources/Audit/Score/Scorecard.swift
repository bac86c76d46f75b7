import Casebook

/// What was found in a portfolio: in all, for each agency, creditor and month.
///
/// It holds counts and sums, and so takes as much memory for a million cases as for a thousand. The
/// scorecards of parts, put together, are the scorecard of the whole, as long as cases against one
/// debtor, which are judged together, stand in one part.
public struct Scorecard: Sendable {
  /// What the cases were judged by.
  public let basis: ScoreBasis
  /// All cases.
  public var total = Score()
  /// The cases of each agency, by its id; nil: nobody but the creditor collects.
  public var agencies: [String?: Score] = [:]
  /// The cases of each creditor, by its id; nil: the file does not name it.
  public var creditors: [String?: Score] = [:]
  /// The cases taken in each month; nil: no day is known.
  public var months: [Month?: Score] = [:]
  /// Names of agencies and creditors, by id.
  public var agencyNames: [String: String] = [:]
  /// Names of creditors, by id.
  public var creditorNames: [String: String] = [:]
  /// What was read, judged and measured.
  public var receipt = Receipt()

  /// A scorecard without cases.
  public init(basis: ScoreBasis) {
    self.basis = basis
    receipt.rules = basis.context.rules
  }

  /// Counts a case.
  public mutating func add(_ report: CaseReport) {
    let home = report.belonging
    let score = Score(report, of: home)
    total += score
    agencies[home.agency.id, default: Score()] += score
    creditors[home.creditor.id, default: Score()] += score
    var ofMonth = score
    ofMonth.months = [:]
    months[home.month, default: Score()] += ofMonth
    Self.note(home.agency, in: &agencyNames)
    Self.note(home.creditor, in: &creditorNames)
    receipt.count(report)
  }

  /// Of several names of one id the first by the alphabet stands, whatever came first.
  private static func note(_ party: Party, in names: inout [String: String]) {
    guard let id = party.id, let name = party.name else { return }
    names[id] = names[id].map { min($0, name) } ?? name
  }

  /// Adds the cases of another scorecard.
  /// - Throws: `ScoreMismatch` where the two were judged by different rules or on different days.
  public mutating func add(_ other: Scorecard) throws(ScoreMismatch) {
    if let difference = basis.difference(from: other.basis) { throw difference }
    total += other.total
    for (id, score) in other.agencies { agencies[id, default: Score()] += score }
    for (id, score) in other.creditors { creditors[id, default: Score()] += score }
    for (month, score) in other.months { months[month, default: Score()] += score }
    agencyNames.merge(other.agencyNames) { min($0, $1) }
    creditorNames.merge(other.creditorNames) { min($0, $1) }
    receipt += other.receipt
  }
}

extension Receipt {
  /// Counts what another run over other cases did; the rules are the same.
  static func += (left: inout Receipt, right: Receipt) {
    left.cases += right.cases
    left.audited += right.audited
    left.rejected += right.rejected
    left.breach += right.breach
    left.practice += right.practice
    left.advice += right.advice
    left.undetermined += right.undetermined
    left.eventsAfter += right.eventsAfter
    left.planned += right.planned
    left.measured.merge(right.measured, uniquingKeysWith: +)
  }
}
