import Casebook
import Values

@testable import Audit
@testable import Rulebook

// Limits, other excess and payments of the accounts made by hand.
extension AccountSample {
  static let feeLimit = Statement.Limit(
    rule: "fork-1-2-amount", part: "amount", law: law("§ 1-2(1)–(4)"), claims: ["F-1001"],
    charges: [1], ceiling: amount("35.00"), charged: Sample.kroner("70.00"),
    left: Sample.kroner("35.00"),
    basis: basis(
      values: [row("inkassosats", "2025-12-04", .money(Sample.kroner("700")), 14)],
      choices: [ChoiceUsed(name: "due-moved", reading: "new-date")]))

  static let capLimit = Statement.Limit(
    rule: "fork-2-1-total-cap", part: nil, law: law("§ 2-1(1)"), claims: ["F-1001"],
    charges: [1, 2], ceiling: amount("280.00", "300.00"), charged: Sample.kroner("335.00"),
    left: Sample.kroner("300.00"),
    basis: basis(
      values: [row("inkassosats", "2026-11-22", .money(Sample.kroner("750")), 13)],
      missing: ["choice:cap-fees"]))

  static let mergedLimit = Statement.Limit(
    rule: "merge-excess", part: nil, law: Sample.law("§ 17(1)"), claims: ["F-1", "F-2"],
    charges: [1], ceiling: amount("100.00"), charged: Sample.kroner("120.00"),
    left: Sample.kroner("100.00"), basis: basis())

  static let interestTooHigh = Statement.Overcharge(
    rule: "rent-amount", part: "letter", law: law("§ 3"), claims: [], events: [Sample.demand],
    caseID: "A-1",
    message: Sentence(
      nb: [.text("Det er ikke løpt så mye rente.")],
      en: [.text("Not so much interest has run.")]),
    excess: Sample.kroner("60.00"), atRisk: Sample.kroner("0.00"),
    values: [row("late-rate", "2026-01-01", .share(ratio(3, 25)), 14)], missing: [])

  static let payment = entry(
    .payment, "betaling", "payment", "p1", "2026-02-20", "2400.00",
    allocation: [
      Statement.Entry.Allocation(
        claim: "F-1001", name: "principal", label: Label(nb: "hovedstol", en: "principal"),
        amount: Sample.kroner("1990.00")),
      Statement.Entry.Allocation(
        claim: nil, name: "costs", label: Label(nb: "kostnader", en: "costs"),
        amount: Sample.kroner("410.00")),
    ])
  static let failed = entry(
    .payment, "betaling", "payment", "p2", "2026-02-21", "100.00", counts: false)
  static let doubtful = entry(
    .payment, "betaling", "payment", "p3", "2026-02-22", "500.00", counts: nil)
  static let refund = entry(
    .refund, "tilbakebetaling", "refund", "r", "2026-03-02", "20.00")

  static let wrongSetoff = entry(
    .setoff, "motregning", "setoff", "u", "2026-03-03", "15.00", counts: false,
    remark: Statement.Entry.Remark(
      text: Label(nb: "Skyldneren må samtykke.", en: "The debtor must consent."),
      law: "inkassoloven § 8"))

  static func entry(
    _ kind: Statement.Entry.Kind, _ nb: String, _ en: String, _ name: String, _ day: String,
    _ amount: String, counts: Bool? = true, remark: Statement.Entry.Remark? = nil,
    allocation: [Statement.Entry.Allocation] = []
  ) -> Statement.Entry {
    Statement.Entry(
      kind: kind,
      event: EventReference(
        name: name, type: kind.rawValue, label: Label(nb: nb, en: en), day: Sample.day(day)),
      caseID: "A-1", amount: Sample.kroner(amount), counts: counts, remark: remark,
      allocation: allocation)
  }
}
