import Casebook
import Values

@testable import Audit
@testable import Rulebook

/// Accounts made by hand.
enum AccountSample {
  typealias Statement = AccountStatement
  typealias Amount = AccountStatement.Amount

  static func amount(_ low: String?, _ high: String?) -> Amount {
    Amount(lowest: low.map(Sample.kroner), highest: high.map(Sample.kroner))
  }

  static func amount(_ known: String) -> Amount { Amount(Sample.kroner(known)) }

  /// One claim, paid; a fee above its ceiling; a salær that may fall away; a refund made in part.
  static let paid = statement(
    claims: [
      claim(
        "F-1001", "Strøm november", lines: [principal, interest],
        sums("2450.00", ("2320.00", "2360.65"), "35.00", "35.00"), cases: ["A-2026-000123"])
    ],
    charges: [fee, salaer],
    limits: [feeLimit, capLimit], overcharges: [interestTooHigh],
    entries: [payment, failed, refund, wrongSetoff],
    balance: Statement.Balance(
      sums: sums("2450.00", ("2320.00", "2360.65"), "95.00", "35.00"), paid: amount("2400.00"),
      refunded: Sample.kroner("20.00"), setOff: .zero, waived: .zero,
      refundDue: amount("19.35", "60.00"),
      owed: amount("0.00")),
    reports: [report("A-2026-000123", eventsAfter: 2, choices: [Sample.ownChoice])])

  /// Two cases laid together, past the rates that have been reviewed.
  static let pair = statement(
    claims: [
      claim("F-1", nil, lines: [jointPrincipal, unknownInterest], apart),
      claim("F-2", nil, lines: [jointPrincipal, unknownInterest], apart, cases: ["A-1", "A-2"]),
      claim("F-3", nil, lines: [notAsked], apart),
    ], charges: [joint], limits: [mergedLimit],
    groups: [
      Statement.Group(
        claims: ["F-1", "F-2"], sums: together)
    ], entries: [doubtful],
    balance: Statement.Balance(
      sums: together, paid: amount("0.00", "500.00"),
      refunded: .zero, setOff: .zero, waived: .zero, refundDue: amount("0.00"),
      owed: amount("3580.00", nil)),
    reports: [report("A-1"), report("A-2")])

  private static let apart = sums("2020.65", ("1990.00", nil), "0.00", "0.00")
  private static let together = sums("4161.30", ("4080.00", nil), "20.00", "0.00")

  /// Nothing was charged, nothing is left, and the rules name no lines.
  static let bare = statement(
    claims: [claim("F-1", nil, lines: [], sums("0.00", ("0.00", nil), "0.00", "0.00"))],
    balance: Statement.Balance(
      sums: sums("0.00", ("0.00", nil), "0.00", "0.00"), paid: amount("0.00"), refunded: .zero,
      setOff: .zero, waived: .zero, refundDue: amount("0.00"), owed: amount("0.00", nil)),
    hasLines: false,
    reports: [report("A-1")])

  static func statement(
    claims: [Statement.Claim], charges: [Statement.Charge] = [], limits: [Statement.Limit] = [],
    groups: [Statement.Group] = [], overcharges: [Statement.Overcharge] = [],
    entries: [Statement.Entry] = [], balance: Statement.Balance, hasLines: Bool = true,
    reports: [CaseReport]
  ) -> Statement {
    Statement(
      day: Sample.context.asOf, toldUntil: Sample.day("2026-06-30"), cases: reports.map(\.id),
      parties: [("creditor", "Kraft AS"), ("agency", "Inkasso AS"), ("debtor", "D-77")],
      claims: claims, charges: charges, limits: limits, groups: groups, overcharges: overcharges,
      entries: entries, balance: balance, hasLines: hasLines, reports: reports)
  }

  static func claim(
    _ id: String, _ about: String?, lines: [Statement.Line], _ sums: Statement.Sums,
    cases: [String] = ["A-1"]
  ) -> Statement.Claim {
    Statement.Claim(cases: cases, id: id, about: about, lines: lines, sums: sums)
  }

  static func sums(
    _ demanded: String, _ lawful: (String, String?), _ excess: String, _ atRisk: String
  ) -> Statement.Sums {
    Statement.Sums(
      demanded: amount(demanded), lawful: amount(lawful.0, lawful.1),
      excess: Sample.kroner(excess), atRisk: Sample.kroner(atRisk))
  }

  private static func report(
    _ id: String, eventsAfter: Int = 0, choices: [ChoiceUsed] = []
  ) -> CaseReport {
    Sample.report(
      id, findings: [], undetermined: [], choices: choices, eventsAfter: eventsAfter)
  }
}

extension Sample {
  static let ownChoice = ChoiceUsed(name: "day-count", reading: "actual/365")
}
