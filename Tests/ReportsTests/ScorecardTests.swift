import Foundation
import Testing
import Values

@testable import Audit
@testable import Casebook
@testable import Reports
@testable import Sample

@Suite("A scorecard") struct ScorecardTests {
  static func json(_ card: Scorecard) -> String {
    ScoreFormat.json.report(of: card, by: .agency, in: .en)
  }

  private static func read(_ text: String) throws -> Scorecard {
    try Scorecard(parsing: Array(text.utf8), file: "card.json")
  }

  @Test("of the whole is that of its parts, however it is parted", arguments: 0..<24)
  func parts(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let reports = ScoreSample.reports(90, seed: seed + 100)
    let whole = Self.json(ScoreSample.card(reports))
    var parts = [[CaseReport]](repeating: [], count: Int.random(in: 1...7, using: &chance))
    for report in reports.shuffled(using: &chance) {
      parts[Int.random(in: 0..<parts.count, using: &chance)].append(report)
    }
    // Through their files, two by two, in any order.
    var cards = try parts.map { try Self.read(Self.json(ScoreSample.card($0))) }
    while cards.count > 1 {
      cards.shuffle(using: &chance)
      var sum = cards.removeLast()
      try sum.add(cards.removeLast())
      cards.append(sum)
    }
    #expect(Self.json(cards[0]) == whole)
  }

  @Test("adds up what each case's own report states") func amounts() throws {
    let reports = ScoreSample.reports(300, seed: 5)
    var millionths: Int128 = 0
    for report in reports {
      // 335.00 or 12.345678, as the report of the case has it.
      let sides = JSONValue.kroner(report.excess).text().split(separator: ".")
      let decimals = sides[1] + String(repeating: "0", count: 6 - sides[1].count)
      millionths += try #require(Int128(sides[0] + decimals))
    }
    let card = ScoreSample.card(reports)
    #expect(card.total.excess.millionths == millionths)
    let agencies = card.agencies.values.reduce(into: KronerTotal.zero) { $0 += $1.excess }
    #expect(agencies == card.total.excess)
    #expect(card.months.values.reduce(0) { $0 + $1.cases } == 300)
  }

  @Test("lists the worst cases, at most twenty, the worst first") func worst() {
    let reports = ScoreSample.reports(200, seed: 9)
    let bad = reports.filter { $0.findings.contains { $0.verdict < .advice } }
    let sorted = bad.sorted { left, right in
      let (own, its) = (KronerTotal(left.excess), KronerTotal(right.excess))
      return own == its ? left.id < right.id : own > its
    }
    #expect(ScoreSample.card(reports).total.worst.cases.map(\.id) == sorted.prefix(20).map(\.id))
    #expect(bad.count > 20)
  }

  @Test("cannot be added to one by other rules or of another day") func mismatch() throws {
    func basis(
      version: String = "0123456789abcdef", asOf: String = "2026-11-22",
      choices: [ChoiceUsed] = Sample.context.choices, rules: [String] = ["a", "b"]
    ) -> ScoreBasis {
      ScoreBasis(
        context: RunContext(
          ruleSetVersion: version, reviewedThrough: Sample.day("2026-12-31"),
          asOf: Sample.day(asOf), choices: choices, rules: 110), rules: rules)
    }
    let others: [(ScoreBasis, ScoreMismatch.What)] = [
      (basis(version: "f"), .ruleSet), (basis(asOf: "2026-11-23"), .asOf),
      (basis(choices: []), .choices), (basis(rules: ["a"]), .rules),
    ]
    for (other, what) in others {
      var card = Scorecard(basis: basis())
      let mismatch = #expect(throws: ScoreMismatch.self) {
        try card.add(Scorecard(basis: other))
      }
      #expect(mismatch?.what == what)
    }
  }

  @Test(
    "is refused, with its place, where it is not as it was written",
    arguments: [
      ("\"cases\": 90", "\"cases\": -1", "expected a whole number from 0"),
      ("skikk-scorecard/1", "skikk-scorecard/2", "expected \"skikk-scorecard/1\""),
      ("\"asOf\": \"2026-11-22\"", "\"asOf\": \"2026-11-31\"", "expected a day, as 2026-03-31"),
      ("\"withFindings\"", "\"withFinding\"", "expected a key \"withFindings\""),
      ("\"total\": {", "\"total\": {\"sum\": 1, ", "expected only the keys cases, withFindings"),
      ("2026-Q1", "2026-Q5", "expected a quarter, as 2026-Q1"),
      ("\"2025-12\"", "\"2025-13\"", "expected a month, as 2026-03"),
      ("\"93/100\"", "\"93/0\"", "expected a fraction, as 93/100"),
    ])
  func refused(old: String, new: String, message: String) throws {
    let text = Self.json(ScoreSample.card(ScoreSample.reports(90, seed: 1)))
    let range = try #require(text.firstRange(of: old))
    let changed = text.replacingCharacters(in: range, with: new)
    let fault = #expect(throws: InputFault.self) { try Self.read(changed) }
    #expect(fault?.description.contains(message) == true, "\(fault?.description ?? "")")
    let line = text[..<range.lowerBound].split(separator: "\n", omittingEmptySubsequences: false)
    // A key that is missing is told of at its object, above.
    #expect(fault.map { $0.line <= line.count && $0.line >= 1 } == true)
    if !old.contains("withFindings") { #expect(fault?.line == line.count) }
  }

  @Test("that is damaged is refused or read, and never stops the program", arguments: 0..<300)
  func fuzz(seed: UInt64) {
    var chance = Chance(seed: seed)
    var bytes = Array(Self.json(ScoreSample.card(ScoreSample.reports(6, seed: 2))).utf8)
    for _ in 0..<Int.random(in: 1...4, using: &chance) {
      let place = Int.random(in: 0..<bytes.count, using: &chance)
      switch Int.random(in: 0...2, using: &chance) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &chance)
      case 1: bytes.remove(at: place)
      default: bytes.insert(contentsOf: Array("\"9]}{".utf8).shuffled(using: &chance), at: place)
      }
    }
    do throws(InputFault) {
      let card = try Scorecard(parsing: bytes, file: "card.json")
      #expect(Self.json(card).hasPrefix("{\n  \"format\": \"skikk-scorecard/1\""))
    } catch {
      #expect(error.line >= 1 && !error.expected.isEmpty)
    }
  }

  @Test(
    "counts of a thousand to the nearest tenth, a half up",
    arguments: [
      (0, 0, "0.0"), (0, 7, "0.0"), (1, 3, "333.3"), (2, 3, "666.7"), (1, 20_000, "0.1"),
      (1, 20_001, "0.0"), (455, 3000, "151.7"), (7, 7, "1000.0"),
    ])
  func thousand(count: Int, all: Int, text: String) {
    #expect(PerThousand(count, of: all).text == text)
  }

  @Test("writes kroner with two to six decimals, and reads them back") func kroner() throws {
    for (millionths, text) in [
      (0, "0.00"), (1, "0.000001"), (234_375_000, "234.375"), (1_500_000, "1.50"),
      (-1_500_000, "-1.50"), (123_456_789_012_345, "123456789.012345"),
    ] as [(Int128, String)] {
      let total = KronerTotal(millionths: millionths)
      #expect(total.text == text)
      #expect(KronerTotal(text) == total)
    }
    for text in ["1", "1.5", "1.500", "01.50", "+1.50", "1.5000000", "1.50 ", "1,50", ".50", ""] {
      #expect(KronerTotal(text) == nil, "\(text)")
    }
    // 1/7 of an øre is 0.00142857… kroner; half of a millionth goes up.
    #expect(KronerTotal(try Ratio(1, 7)).text == "0.001429")
    #expect(KronerTotal(try Ratio(1, 20_000)).text == "0.000001")
  }
}
