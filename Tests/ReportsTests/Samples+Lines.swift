import Casebook
import Values

@testable import Audit
@testable import Rulebook

// Lines and charges of the accounts made by hand.
extension AccountSample {
  static let principal = Statement.Line(
    name: "principal", label: Label(nb: "hovedstol", en: "principal"),
    demanded: amount("1990.00"), askedIn: [Sample.demand], lawfulThen: nil,
    lawful: amount("1990.00"), due: nil, law: "avtalen",
    basis: basis(), missing: [])

  static let jointPrincipal = Statement.Line(
    name: "principal", label: Label(nb: "hovedstol", en: "principal"),
    demanded: amount("0.00", "3980.00"), askedIn: [Sample.demand], lawfulThen: amount("1990.00"),
    lawful: amount("1990.00"), due: nil, law: "avtalen", basis: basis(),
    missing: ["/events/3/demands/byClaim"])

  static let interest = Statement.Line(
    name: "interest", label: Label(nb: "forsinkelsesrente", en: "late interest"),
    demanded: amount("125.00"), askedIn: [Sample.demand], lawfulThen: amount("60.00"),
    lawful: amount("65.00", "70.65"), due: nil,
    law: "forsinkelsesrenteloven § 3(1) s. 1",
    basis: basis(
      values: [
        row("late-rate", "2025-11-21", .share(ratio(49, 400)), 15),
        row("late-rate", "2026-01-01", .share(ratio(3, 25)), 14),
      ], choices: [Sample.ownChoice, ChoiceUsed(name: "sent-date", reading: "dispatch")],
      assumptions: [FactShown(path: "/claims/0/runningRate", value: .share(.zero))],
      missing: ["choice:day-count"]), missing: ["choice:day-count", "/events/2/states"])

  static let unknownInterest = Statement.Line(
    name: "interest", label: Label(nb: "forsinkelsesrente", en: "late interest"),
    demanded: amount("30.65"), askedIn: [], lawfulThen: nil, lawful: amount("0.00", nil), due: nil,
    law: "forsinkelsesrenteloven § 3",
    basis: basis(missing: ["table:late-rate"]), missing: [])

  static let notAsked = Statement.Line(
    name: "principal", label: Label(nb: "hovedstol", en: "principal"), demanded: nil,
    askedIn: [], lawfulThen: nil, lawful: amount("1990.00"), due: .on(Sample.day("2026-02-01")),
    law: "avtalen", basis: basis(), missing: [])

  static let fee = charge(
    "purring-fee", Label(nb: "purregebyr", en: "purring fee"), Sample.purring, ["F-1001"],
    raised: "80.00", takenBack: "10.00", charged: "70.00", lawful: "35.00", atRisk: "0.00",
    cuts: [
      Statement.Cut(
        rule: "fork-1-2-amount", law: law("§ 1-2(1)–(4)"), amount: Sample.kroner("35.00"),
        message: Sentence(
          nb: [.text("Gebyret er over "), .value(.money(Sample.kroner("35.00"))), .text(".")],
          en: [.text("The fee is above "), .value(.money(Sample.kroner("35.00"))), .text(".")]))
    ])

  static let salaer = charge(
    "salaer", Label(nb: "salær", en: "salær"), Sample.demand, ["F-1001"], raised: "265.00",
    charged: "265.00", lawful: "265.00", atRisk: "35.00",
    risks: [
      Statement.Risk(
        rule: "fork-2-1-total-cap", law: law("§ 2-1(1)"), amount: Sample.kroner("20.00"),
        missing: ["choice:cap-fees", "/events/3/channel"]),
      Statement.Risk(
        rule: "cost-17-4-good-practice", law: Sample.law("§ 17(4)"),
        amount: Sample.kroner("15.00"), missing: []),
    ])

  static let joint = charge(
    "salaer", Label(nb: "salær", en: "salær"), Sample.demand, ["F-1", "F-2"], raised: "120.00",
    charged: "120.00", lawful: "100.00", atRisk: "0.00")

  static func charge(
    _ kind: String, _ label: Label, _ event: EventReference, _ claims: [String], raised: String,
    takenBack: String = "0.00", charged: String, lawful: String, atRisk: String,
    cuts: [Statement.Cut] = [], risks: [Statement.Risk] = []
  ) -> Statement.Charge {
    Statement.Charge(
      kind: kind, label: label, event: event,
      caseID: claims == ["F-1001"] ? "A-2026-000123" : "A-1", claims: claims,
      raised: Sample.kroner(raised), takenBack: Sample.kroner(takenBack),
      charged: Sample.kroner(charged), lawful: Sample.kroner(lawful),
      atRisk: Sample.kroner(atRisk), cuts: cuts, risks: risks)
  }

  static func basis(
    values: [TableValue] = [], choices: [ChoiceUsed] = [], assumptions: [FactShown] = [],
    missing: [String] = []
  ) -> Statement.Basis {
    Statement.Basis(values: values, choices: choices, assumptions: assumptions, missing: missing)
  }

  static func row(
    _ table: String, _ day: String, _ value: Shown, _ line: Int, column: String? = nil
  ) -> TableValue {
    TableValue(
      table: table, column: column, day: Sample.day(day), value: value,
      row: "rules/satser/\(table).md#L\(line)")
  }

  static func ratio(_ top: Int64, _ bottom: Int64) -> Ratio { (try? Ratio(top, bottom)) ?? .zero }

  static func law(_ pinpoint: String) -> LawPoint {
    Sample.law(pinpoint, source: "inkassoforskriften (1989)")
  }
}
