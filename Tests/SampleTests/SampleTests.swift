import Audit
import Casebook
import EmbeddedRules
import Foundation
import Rulebook
import Testing
import Values

@testable import Sample

@Suite("A sample") struct SampleTests {
  private static func lines(_ count: Int, seed: UInt64) throws -> [[UInt8]] {
    var portfolio = try Judged.portfolio(seed: seed)
    return (0..<count).map { _ in
      var line: [UInt8] = []
      portfolio.next(into: &line)
      return line
    }
  }

  @Test("is the same for the same seed, and another for another") func seeds() throws {
    let first = try Self.lines(200, seed: 7)
    #expect(try first == Self.lines(200, seed: 7))
    #expect(try zip(first, Self.lines(200, seed: 8)).allSatisfy { $0 != $1 })
  }

  @Test("has cases that can all be read, each with its own number") func valid() throws {
    var numbers: Set<String> = []
    for line in try Self.lines(3000, seed: 11) {
      let file = try Judged.file(line)
      #expect(file.conflicts.isEmpty)
      #expect(numbers.insert(file.identifier(of: file.root) ?? "").inserted)
      #expect((1_000...9_000).contains(line.count) && line.last == 10)
    }
  }

  @Test("tells nothing after the day of the extract") func extract() throws {
    for line in try Self.lines(1000, seed: 13) {
      let file = try Judged.file(line)
      #expect(file.events.allSatisfy { file.day(of: $0).map { $0 <= Judged.asOf } ?? false })
    }
  }

  @Test("has debtors with several cases, none far from the others") func reach() throws {
    var last: [String: Int] = [:]
    var again = 0
    for (number, line) in try Self.lines(3000, seed: 17).enumerated() {
      let file = try Judged.file(line)
      let debtor = try #require(file.debtorID(of: file.root))
      if let before = last[debtor] {
        again += 1
        #expect(number - before <= SamplePortfolio.reach)
      }
      last[debtor] = number
    }
    #expect((150...600).contains(again))
  }

  @Test("breaks the rules in one case of seven, give or take") func share() {
    let wrong = Judged.reports.values.count { !$0.wrong.isEmpty }
    #expect(Judged.reports.count == Judged.count)
    #expect((Judged.count / 10...Judged.count / 5).contains(wrong), "\(wrong)")
  }

  @Test("has nothing wrong, and nothing open, where nothing is meant to be") func clean() throws {
    for (plot, _) in Judged.cases where plot.fault == nil {
      let report = try #require(Judged.report(of: plot))
      #expect(report.wrong.map(\.rule) == [], "\(report.id)")
      // What a debtor's other case leaves to a person is told under both.
      #expect(report.undetermined.allSatisfy { $0.reason == .human }, "\(report.id)")
    }
  }

  @Test("breaks many rules, and nearly always where it means to") func faults() throws {
    let meant = Judged.cases.filter { $0.plot.fault != nil }
    let found = meant.filter { Judged.report(of: $0.plot).map { !$0.wrong.isEmpty } ?? false }
    // Some faults would have come after the day of the extract.
    #expect(found.count * 10 >= meant.count * 8, "\(found.count) of \(meant.count)")
    let rules = Set(Judged.reports.values.flatMap { $0.wrong.map(\.rule) })
    #expect(rules.count >= 15, "\(rules.sorted())")
  }

  @Test("has every kind of fault and every way of a case") func kinds() throws {
    var portfolio = try Judged.portfolio()
    var (faults, courses): (Set<Fault>, Set<Course>) = ([], [])
    var line: [UInt8] = []
    for _ in 0..<5000 {
      line.removeAll(keepingCapacity: true)
      portfolio.next(into: &line)
      if let fault = portfolio.plot.fault { faults.insert(fault) }
      courses.insert(portfolio.plot.course)
    }
    #expect(faults == Set(Fault.allCases))
    #expect(courses == Set(Course.all.map(\.0)))
  }
}

@Suite("The law in a sample") struct SampleLawTests {
  /// The rules with one document changed.
  private static func program(
    changing path: String, _ changes: [(old: String, new: String)]
  ) throws -> Program {
    let document = try #require(RuleSet.embedded.documents.first { $0.path == path })
    var text = document.text
    for (old, new) in changes {
      #expect(text.contains(old))
      text.replace(old, with: new)
    }
    return RuleSet.embedded.overlaid(with: RuleSet(documents: [(path, text)]))
      .compiled(with: .standard, readingExamples: false).program
  }

  private static func text(by program: Program) throws -> String {
    var portfolio = try Judged.portfolio(seed: 3, by: program)
    var bytes: [UInt8] = []
    for _ in 0..<300 { portfolio.next(into: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Every salær of a text, in øre.
  private static func charged(_ text: String) -> [Int] {
    text.components(separatedBy: #"{"kind":"salaer","amount":"#).dropFirst().compactMap { rest in
      guard rest.contains("vat"), let digits = rest.split(separator: ",").first else { return nil }
      return digits.contains("}") ? nil : Int(digits)
    }
  }

  @Test("is read from the tables: a salær follows inkassosatsen") func unit() throws {
    let plain = Self.charged(try Self.text(by: Judged.program))
    let doubled = Self.charged(
      try Self.text(
        by: Self.program(
          changing: "satser/inkassosats.md",
          [
            ("| 2019-01-01 |    700 |", "| 2019-01-01 |   1400 |"),
            ("| 2026-01-01 |    750 |", "| 2026-01-01 |   1500 |"),
          ])))
    #expect(plain.count == doubled.count && plain.count > 200)
    // Whole kroner, and the fees of up to three letters taken off.
    #expect(zip(plain, doubled).allSatisfy { abs($1 - 2 * $0) <= 4 })
    // 0.4 × 700 for a claim of 1 000 to 2 500 kroner that fell due from October 2020 on.
    #expect(plain.contains(280) && doubled.contains(560))
  }

  @Test("is read from the tables: the rate that letters print") func rate() throws {
    let changed = try Self.text(
      by: Self.program(
        changing: "satser/forsinkelsesrente.md",
        [("| 2025-01-01 |            | 12.50 |", "| 2025-01-01 |            | 13.75 |")]))
    #expect(changed.contains("\"interestRate\":13.75"))
    #expect(try !Self.text(by: Judged.program).contains("\"interestRate\":13.75"))
  }

  @Test("cannot be invented: rules without the tables make no sample") func tables() throws {
    let empty = RuleSet(documents: []).compiled(with: .standard).program
    let fault = #expect(throws: SampleFault.self) { try Judged.portfolio(by: empty) }
    #expect(fault?.description.contains("`inkassosats`") == true || fault?.table == "holidays")
  }
}
