import Values

@testable import Audit
@testable import Casebook
@testable import Rulebook

extension Sample {
  /// Sent 15 December 2025 with a deadline of 28 December: 13 days, where § 9 asks for 14.
  static let shortNotice = Finding(
    rule: "inkl-9-deadline", part: nil, verdict: .breach, law: law("§ 9(2) s. 1"),
    claims: ["F-1001"], events: [notice],
    message: Sentence(
      nb: [
        .text("Inkassovarselet "), .value(.day(day("2025-12-15"))), .text(" ga "),
        .value(.duration(13, .days)), .text(" frist; loven krever minst 14 dager."),
      ],
      en: [
        .text("The inkassovarsel of "), .value(.day(day("2025-12-15"))), .text(" gave "),
        .value(.duration(13, .days)), .text(" to pay; the law requires at least 14 days."),
      ]),
    expected: .day(day("2025-12-29")), relation: .atLeast, actual: .day(day("2025-12-28")),
    excess: nil, atRisk: nil,
    consequences: [
      FindingConsequence(
        name: "agency-costs-lost",
        text: Label(
          nb: "vederlaget til inkassator kan ikke kreves",
          en: "the agency's fee cannot be claimed"), isAtRisk: false),
      FindingConsequence(
        name: "all-costs-lost",
        text: Label(nb: "alle kostnader faller bort", en: "all costs fall away"), isAtRisk: true),
    ],
    facts: [
      FactShown(path: "/events/1/date", value: .day(day("2025-12-15"))),
      FactShown(path: "/events/1/deadline", value: .day(day("2025-12-28"))),
    ], values: [], choices: [], assumptions: [], day: day("2025-12-15"),
    trace: noticeTrace, fingerprint: "00f1e2d3c4b5a697")

  private static let noticeTrace = [
    line(0, "last-day of notice >= shortest-end of notice", .flag(false), "rules/a.md#L31"),
    line(1, "last-day of notice", .day(day("2025-12-28")), "rules/a.md#L12"),
    line(2, "notice.deadline", .day(day("2025-12-28")), "/events/1/deadline"),
    line(2, "latest extension.until over extension of notice", .longAgo, nil),
    line(
      1, "shortest-end of notice", .day(day("2025-12-29")), "rules/a.md#L20",
      worked: "2025-12-15 + 14 days"),
    line(2, "notice.date", .day(day("2025-12-15")), "/events/1/date"),
  ]

  static func line(
    _ depth: Int, _ text: String, _ value: Shown?, _ source: String?, worked: String? = nil,
    assumed: Bool = false
  ) -> TraceLine {
    TraceLine(
      depth: depth, text: text, value: value, source: source, worked: worked, isAssumption: assumed)
  }

  /// A fee for a purring on the day after the due date, by a rule of practice, with money.
  static let earlyFee = Finding(
    rule: "fork-1-2-amount", part: "amount", verdict: .practice,
    law: law("§ 1-2(1)–(4)", source: "inkassoforskriften (1989)"), claims: ["F-1001", "F-1002"],
    events: [purring, demand],
    message: Sentence(
      nb: [
        .text("Gebyret "), .value(.money(kroner("335.00"))),
        .text(" er krevd sammen med "),
        .value(.list([.word("letter", Label(nb: "brev", en: "letter")), .text("F-1002")])),
        .text("."),
      ],
      en: [
        .text("The fee of "), .value(.money(kroner("335.00"))), .text(" was charged with "),
        .value(.list([.word("letter", Label(nb: "brev", en: "letter")), .text("F-1002")])),
        .text("."),
      ]),
    expected: .money(kroner("0")), relation: .atMost, actual: .money(kroner("335.00")),
    excess: kroner("335.00"), excessThen: kroner("340.00"),
    atRisk: kroner("70.00"), consequences: [], facts: [],
    values: [
      TableValue(
        table: "inkassosats", column: nil, day: day("2025-12-04"), value: .money(kroner("700")),
        row: "rules/satser/inkassosats.md#L14")
    ],
    choices: [ChoiceUsed(name: "cap-fees", reading: "open")],
    assumptions: [FactShown(path: "/agency/vatRegistered", value: .flag(true))],
    day: day("2025-12-04"),
    trace: [
      line(0, "inkassoforskriften (1989) § 1-2(1)–(4)", nil, nil),
      line(1, "fee.vat", .money(kroner("0")), "/events/0/charges/0/vat", assumed: true),
    ],
    fingerprint: "1111222233334444", cases: ["A-2026-000123", "A-2026-000200"])

  /// Advice without anything but a sentence.
  static let callAdvice = Finding(
    rule: "trade-call-summary", part: nil, verdict: .advice,
    law: law("pkt. 4", source: "bransjenorm"), claims: [], events: [],
    message: Sentence(
      nb: [.text("Samtalen ble ikke fulgt av et sammendrag.")],
      en: [.text("The call was not followed by a summary.")]),
    expected: nil, actual: nil, excess: nil, atRisk: nil, consequences: [], facts: [], values: [],
    choices: [], assumptions: [], day: nil, trace: [], fingerprint: "ffffeeeeddddcccc")
}
