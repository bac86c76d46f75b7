import Audit
import Casebook
import Rulebook
import Testing
import Values

/// The account of some cases, by the rules for accounts.
func account(
  _ cases: String..., on day: String, choices: [String: String] = [:],
  declarations: String = AccountRules.declarations, tables: String = AccountRules.tables,
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> AccountStatement {
  let rules = try TinyRules(declarations, tables: tables, sourceLocation: sourceLocation)
  let options = AuditOptions(
    asOf: try #require(CivilDay(day), sourceLocation: sourceLocation), choices: choices)
  let auditor = try Auditor(program: rules.program, options: options)
  let files = try cases.enumerated().map { number, text in
    (
      file: try CaseReader.standard.read(Array(text.utf8), source: "\(number)"),
      source: "\(number).json"
    )
  }
  return auditor.account(together: files)
}

/// An amount as `220`, `220 to 240`, `220 to ?`.
func text(_ amount: AccountStatement.Amount?) -> String {
  func kroner(_ ore: Ratio?) -> String { ore.map { Shown.money($0).plain } ?? "?" }
  guard let amount else { return "-" }
  return amount.known.map(kroner) ?? "\(kroner(amount.lowest)) to \(kroner(amount.highest))"
}

func text(_ amount: Ratio) -> String { Shown.money(amount).plain }

/// A claim of 36 500 kroner, due 2025-12-21: 10 kroner a day to the end of the year, then 12.
let bigClaim = tinyClaim("F-1", #""principal":36500,"due":"2025-12-21""#)

@Suite("An account") struct AccountTests {
  @Test("says what is lawful on the day, with the rows that were read") func lines() throws {
    let statement = try account(tinyCase(claims: bigClaim), on: "2026-01-10")
    let lines = try #require(statement.claims.first?.lines)
    #expect(lines.map(\.name) == ["principal", "interest", "compensation"])
    // Ten days of 10 kroner, ten of 12.
    #expect(lines.map { text($0.lawful) } == ["36500", "220", "0"])
    #expect(lines[1].law == "p § 3")
    let values = lines[1].basis.values
    #expect(values.map(\.table) == ["late-rate", "late-rate"])
    #expect(values.map(\.day) == [CivilDay("2025-12-22"), CivilDay("2026-01-01")])
    #expect(values.map(\.value.plain) == ["0.1", "0.12"])
    #expect(lines[1].basis.choices.map(\.reading) == ["whole"])
    #expect(text(statement.balance.owed) == "36720")
  }

  @Test("grows day by day where nothing happens") func growing() throws {
    for (day, interest) in [("2025-12-21", "0"), ("2025-12-22", "10"), ("2026-06-30", "2272")] {
      let statement = try account(tinyCase(claims: bigClaim), on: day)
      #expect(text(statement.claims[0].lines[1].lawful) == interest, "\(day)")
    }
  }

  @Test("carries no rate on past the review, and names the table that ends") func review() throws {
    let statement = try account(tinyCase(claims: bigClaim), on: "2027-01-01")
    let lines = statement.claims[0].lines
    #expect(text(lines[0].lawful) == "36500")
    #expect(text(lines[1].lawful) == "0 to ?")
    #expect(lines[1].basis.missing == ["table:late-rate"])
    #expect(text(statement.balance.owed) == "36500 to ?")
    let before = try account(tinyCase(claims: bigClaim), on: "2026-12-31")
    // Ten days of 2025, the whole of 2026.
    #expect(text(before.claims[0].lines[1].lawful) == "4480")
  }

  @Test("gives both ends where a reading is left open") func open() throws {
    let claim = tinyClaim("F-1", #""principal":36000,"due":"2025-12-31""#)
    let choices = ["year": "open"]
    let statement = try account(tinyCase(claims: claim), on: "2026-01-30", choices: choices)
    let line = statement.claims[0].lines[1]
    // 36 000 × 12 % × 30 days: over 360 exactly 360; over 365 a little less.
    #expect(line.lawful.highest == Ratio(36_000))
    #expect(line.lawful.lowest == (try Ratio(36_000 * 360, 365)))
    #expect(line.basis.missing == ["choice:year"])
    #expect(statement.balance.sums.lawful.highest == Ratio(3_636_000))
  }

  @Test("lays what was asked last beside it; a line nobody asked for counts as lawful")
  func demanded() throws {
    let letter = event(
      "statement", "s", "2026-01-10", #""demands":{"principal":36500,"interest":250}"#)
    let statement = try account(tinyCase(letter, claims: bigClaim), on: "2026-01-10")
    let lines = statement.claims[0].lines
    #expect(lines.map { text($0.demanded) } == ["36500", "250", "-"])
    #expect(text(statement.balance.sums.demanded) == "36750")
    #expect(text(statement.balance.sums.lawful) == "36720")
    #expect(text(statement.balance.sums.excess) == "30")
    let over = try #require(statement.overcharges.first)
    #expect(statement.overcharges.count == 1)
    #expect(over.rule == "t-interest" && text(over.excess) == "30")
    #expect(over.events.map(\.name) == ["s"])
  }

  @Test("does not know what was asked where letters may be missing") func silent() throws {
    let silent = try account(tinyCase(claims: bigClaim), on: "2026-01-10")
    #expect(text(silent.claims[0].lines[1].demanded) == "0 to ?")
    #expect(silent.claims[0].lines[1].missing == ["/events: statement"])
    let complete = try account(tinyCase(claims: bigClaim, more: allLetters), on: "2026-01-10")
    #expect(text(complete.claims[0].lines[1].demanded) == "0")
  }

  @Test("takes a charge down to its ceiling, and says by which rule, law and row")
  func charge() throws {
    let letter = purring("p", "2026-01-05", charges(("purring-fee", "40"), ("salaer", "300")))
    let statement = try account(tinyCase(letter, claims: bigClaim), on: "2026-01-10")
    let fee = try #require(statement.charges.first)
    #expect(fee.kind == "purring-fee" && fee.label.nb == "purregebyr")
    #expect(fee.event.name == "p" && fee.claims == ["F-1"])
    #expect([fee.charged, fee.lawful, fee.atRisk].map(text) == ["40", "38", "0"])
    #expect(fee.cuts.map(\.rule) == ["t-fee"] && text(fee.cuts[0].amount) == "2")
    #expect(fee.cuts[0].law.citation == "prøveloven (1990) § 5")
    #expect(fee.cuts[0].message != nil)
    let limit = try #require(statement.limits.first { $0.rule == "t-fee" })
    #expect(limit.charges == [1] && text(limit.ceiling) == "38")
    #expect([limit.charged, limit.left].map(text) == ["40", "38"])
    #expect(limit.basis.values.map(\.table) == ["fee-cap"])
    #expect(limit.basis.values[0].row.hasPrefix("rules/tiny.md#L"))
    // No rule speaks of the second charge.
    #expect(statement.charges[1].cuts.isEmpty)
    #expect(!statement.limits.contains { $0.charges.contains(2) })
    #expect(text(statement.balance.sums.excess) == "2")
  }

  @Test("names what would settle a charge that may fall away") func risk() throws {
    let notice = event("inkassovarsel", "v", "2026-01-05", charges(("inkassovarsel-fee", "35")))
    let statement = try account(tinyCase(notice, claims: bigClaim), on: "2026-01-10")
    let fee = statement.charges[0]
    #expect([fee.charged, fee.lawful, fee.atRisk].map(text) == ["35", "35", "35"])
    #expect(fee.risks.map(\.rule) == ["t-late"] && text(fee.risks[0].amount) == "35")
    #expect(fee.risks[0].missing == ["/events/0/charges/0/documented"])
    #expect(text(statement.balance.sums.lawful) == "36720 to 36755")
    #expect(text(statement.balance.sums.atRisk) == "35")
  }

  @Test("counts what was taken back as not charged") func takenBack() throws {
    let letter = purring("p", "2026-01-05", charges(("purring-fee", "40")))
    let removal = event(
      "charge-removed", "r", "2026-01-08", #""of":["p"],"# + charges(("purring-fee", "10")))
    let statement = try account(tinyCase(letter, removal, claims: bigClaim), on: "2026-01-10")
    let fee = statement.charges[0]
    #expect(
      [fee.raised, fee.takenBack, fee.charged, fee.lawful].map(text) == ["40", "10", "30", "30"])
    #expect(statement.charges.count == 1)
  }

  @Test("leaves a line that is named like a charge to the charges") func compensation() throws {
    let letter = event("betalingsoppfordring", "b", "2026-01-05", charges(("compensation", "460")))
    let statement = try account(tinyCase(letter, claims: bigClaim), on: "2026-01-10")
    #expect(statement.claims[0].lines.map(\.name) == ["principal", "interest"])
    #expect(text(statement.balance.sums.lawful) == "37180")
  }
}
