import Casebook
import Foundation
import Testing
import Values

@testable import Audit

/// Days of account on which nothing is above any limit need no runs; that they need none must never
/// show.
@Suite("Looking before taking")
struct InspectionTests {
  /// The cases that charge something.
  static let charged = Shipped.cases.filter { shipped in
    (shipped.json["events"]?.members ?? []).contains { $0["charges"] != nil }
  }
  /// A third of them.
  static func third(_ number: Int) -> [ShippedCase] {
    charged.enumerated().filter { $0.offset % 3 == number }.map(\.element)
  }

  /// What a case comes to when every run is made, and when none is made of which nothing can come.
  func dumps(
    _ json: JSON, of name: String, asOf: CivilDay? = nil, choices: [String: String] = [:]
  ) throws -> (every: String, needed: String) {
    let file = try CaseReader.standard.read(json.bytes, source: "")
    func dump(looksFirst: Bool) throws -> String {
      let auditor =
        asOf == nil && choices.isEmpty
        ? try Shipped.auditor(for: name)
        : try Shipped.auditor(asOf: asOf ?? Shipped.asOf, choices: choices)
      auditor.looksFirst = looksFirst
      return ReportDump.text(auditor.audit(file, source: ""), of: json)
    }
    return (try dump(looksFirst: false), try dump(looksFirst: true))
  }

  /// The case with every charge this many times as high.
  func raised(_ json: JSON, times factor: Int) -> JSON {
    var json = json
    json["events"] = .list(
      (json["events"]?.members ?? []).map { event in
        guard let charges = event["charges"]?.members else { return event }
        var event = event
        event["charges"] = .list(
          charges.map { charge in
            guard case .number(let amount)? = charge["amount"] else { return charge }
            var charge = charge
            charge["amount"] = .number(amount * Decimal(factor))
            return charge
          })
        return event
      })
    return json
  }

  @Test("gives what making every run gives", arguments: third(0))
  func shipped(shipped: ShippedCase) throws {
    let dumps = try dumps(shipped.json, of: shipped.name)
    #expect(dumps.needed == dumps.every)
  }

  @Test("gives the same of charges three times as high", arguments: third(1))
  func tooMuch(shipped: ShippedCase) throws {
    let dumps = try dumps(raised(shipped.json, times: 3), of: shipped.name)
    #expect(dumps.needed == dumps.every)
  }

  @Test("gives the same on an early day, with questions left open", arguments: third(2))
  func open(shipped: ShippedCase) throws {
    let last = (shipped.json["events"]?.members ?? []).compactMap { event in
      event["date"]?.string.flatMap { CivilDay($0) }
    }.max()
    let dumps = try dumps(
      raised(shipped.json, times: 2), of: shipped.name, asOf: last,
      choices: ["repair": "open", "cap-rounding": "open", "sats-unpaid": "open"])
    #expect(dumps.needed == dumps.every)
  }

  @Test("sees what was above a limit on a day before the last, and is lawful now")
  func earlierDay() throws {
    let rules = try TinyRules(
      """
      define fee as item where fee.kind is purring-fee
      rule early-fee · § 1 · verbatim
        for each claim
        limit fee of claim to 0 kroner where today < 2026-02-01
        nb "Brudd." en "Breach."
      """)
    let text = tinyCase(purring("p", "2026-01-05", charges(("purring-fee", "35"))))
    let report = try rules.report(text)
    #expect(report.findings.map(\.rule) == ["early-fee"])
    #expect(report.findings.first?.day == CivilDay("2026-01-05"))
    #expect(report.excess == .zero)
  }

  @Test("counts a limit as met that held on an earlier day alone")
  func metEarlier() throws {
    let rules = try TinyRules(
      """
      define fee as item where fee.kind is purring-fee
      rule early-fee · § 1 · verbatim
        for each claim
        limit fee of claim to 35 kroner where today < 2026-02-01
        nb "Brudd." en "Breach."
      """)
    let early = tinyCase(purring("p", "2026-01-05", charges(("purring-fee", "35"))))
    #expect(try rules.verdict(early, of: "early-fee") == .met)
    let late = tinyCase(purring("p", "2026-02-05", charges(("purring-fee", "35"))))
    #expect(try rules.verdict(late, of: "early-fee") == .notApplicable)
  }
}
