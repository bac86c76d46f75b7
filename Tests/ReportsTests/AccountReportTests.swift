import Foundation
import Testing
import Values

@testable import Audit
@testable import Reports

/// An account as a form writes it.
func written(
  _ statements: [AccountStatement], _ format: AccountFormat, _ language: Language,
  style: Style = .plain
) -> String {
  var report = format.report(of: Sample.context, in: language, style: style)
  var receipt = Receipt()
  receipt.rules = Sample.context.rules
  var text = report.begin()
  for statement in statements {
    statement.reports.forEach { receipt.count($0) }
    text += report.add(statement)
  }
  return text + report.end(receipt)
}

@Suite("The account for people") struct AccountTextTests {
  @Test("reads as an account", arguments: Language.allCases) func account(language: Language)
    throws
  {
    try Snapshot.expect(
      written([AccountSample.paid], .text, language), is: "account.\(language).txt")
  }

  @Test(
    "names the case, and the table that ends, for cases laid together",
    arguments: Language.allCases)
  func pair(language: Language) throws {
    try Snapshot.expect(
      written([AccountSample.pair], .text, language), is: "account-pair.\(language).txt")
  }

  @Test("sets several accounts apart") func several() throws {
    let text = written([AccountSample.bare, AccountSample.bare], .text, .en)
    let one = written([AccountSample.bare], .text, .en)
    #expect(text == one + "\n" + one)
  }

  @Test("says so when the rules name no lines") func bare() {
    let text = written([AccountSample.bare], .text, .en)
    #expect(text.contains("The rules do not say what is owed beside the charges"))
    #expect(text.contains("Still to pay: unknown."))
    #expect(!text.contains("Charges"))
  }

  @Test("keeps within 100 columns", arguments: Language.allCases) func width(language: Language) {
    let text = written([AccountSample.paid, AccountSample.pair], .text, language)
    for line in text.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
  }

  @Test("is coloured without changing a word") func coloured() {
    let coloured = written([AccountSample.paid], .text, .nb, style: .coloured)
    #expect(coloured.contains("\u{1B}[1;31m"))
    let bare = coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(bare == written([AccountSample.paid], .text, .nb))
  }

  @Test("lets nothing of a case file steer the terminal") func control() {
    let hostile = AccountSample.statement(
      claims: [
        AccountSample.claim(
          "F\u{1B}[2J", "a\u{202E}b", lines: [AccountSample.principal],
          AccountSample.paid.balance.sums)
      ],
      balance: AccountSample.paid.balance, reports: [])
    let text = written([hostile], .text, .en)
    #expect(text.contains("Claim F\u{FFFD}[2J – a\u{FFFD}b"))
    #expect(!text.unicodeScalars.contains("\u{1B}"))
  }

  @Test(
    "writes amounts that are not known by what is known of them",
    arguments: [
      ("5.00", "5.00", "5,00 kr", "NOK 5.00"),
      ("1000.00", "2000.00", "1 000,00–2 000,00 kr", "NOK 1,000.00–2,000.00"),
      ("5.00", nil, "minst 5,00 kr", "at least NOK 5.00"), ("0.00", nil, "ukjent", "unknown"),
      (nil, nil, "ukjent", "unknown"), (nil, "5.00", "høyst 5,00 kr", "at most NOK 5.00"),
    ] as [(String?, String?, String, String)])
  func amounts(low: String?, high: String?, nb: String, en: String) {
    let amount = AccountSample.amount(low, high)
    let plain = { (text: String) in text.replacing("\u{A0}", with: " ") }
    #expect(plain(Language.nb.amount(amount)) == nb)
    #expect(plain(Language.en.amount(amount)) == en)
  }

  @Test("writes an amount without end in full, rounded") func rounded() throws {
    let amount = AccountStatement.Amount(lowest: try Ratio(100, 3), highest: Ratio(100))
    let text = Language.nb.amount(amount).replacing("\u{A0}", with: " ")
    #expect(text == "ca. 0,33–1,00 kr")
  }
}

@Suite("The account for programs") struct AccountJSONTests {
  static let statements = [AccountSample.paid, AccountSample.pair]

  @Test("looks like this", arguments: Language.allCases) func snapshot(language: Language) throws {
    try Snapshot.expect(
      written(Self.statements, .json, language), is: "account.\(language).json")
  }

  @Test("is JSON with no, one and several accounts", arguments: [0, 1, 3]) func valid(count: Int)
    throws
  {
    let text = written(Array(repeating: AccountSample.paid, count: count), .json, .nb)
    let report = try JSONReportTests.parsed(text)
    #expect((report["statements"] as? [Any])?.count == count)
    #expect((report["receipt"] as? [String: Int])?["cases"] == count)
  }

  @Test("fits its schema", arguments: Language.allCases) func schema(language: Language) throws {
    let text = written(Self.statements + [AccountSample.bare], .json, language)
    #expect(try SchemaCheck.faults(in: text, AccountSchema.text) == [])
  }

  @Test(
    "does not fit its schema when changed",
    arguments: [
      ("\"on\": \"2026-11-22\"", "\"asOf\": \"2026-11-22\""),
      ("\"charged\": 70.00", "\"charged\": null"),
      ("\"demanded\": null", "\"demanded\": \"none\""), ("\"highest\": null", "\"most\": null"),
      ("\"type\": \"refund\"", "\"type\": \"gift\""),
    ])
  func changed(written: String, changed: String) throws {
    let text = ReportsTests.written(Self.statements, .json, .nb)
    let range = try #require(text.firstRange(of: written))
    let other = text.replacingCharacters(in: range, with: changed)
    #expect(try SchemaCheck.faults(in: other, AccountSchema.text) != [])
  }

  @Test("has a schema that is recorded, so that a change of the format is seen")
  func recorded() throws {
    try Snapshot.expect(AccountSchema.text, is: "amounts.schema.json")
  }
}
