import Casebook
import Testing
import Values

@testable import Audit

@Suite("Many charges") struct ManyChargesTests {
  /// A case with so many purringer that are charged for, so many days apart, and now and then with
  /// a salær.
  private static func file(
    _ count: Int, daysApart: Int, salaer: Bool = false, isComplete: Bool = true
  ) throws -> CaseFile {
    let start = try #require(CivilDay(year: 2024, month: 2, day: 23))
    let letters = (0..<count).map { number in
      let day = CivilDay(number: start.number + Int32(number * daysApart))
      let end = CivilDay(number: day.number + 16)
      let isDemand = salaer && number % 5 == 4
      let (type, by) =
        isDemand ? ("betalingsoppfordring", "agency") : ("purring", "creditor")
      let charge =
        isDemand
        ? #"{"kind": "salaer", "amount": 350}"# : #"{"kind": "purring-fee", "amount": 35}"#
      return """
        {"id": "p\(number)", "type": "\(type)", "date": "\(day)", "by": "\(by)",
        "deadline": "\(end)", "charges": [\(charge)]\(isComplete ? Self.sure : "")}
        """
    }
    let text = """
      {"format": "skikk-case/1", "id": "many", "extracted": "2026-09-30",\(isComplete ? Self.complete : "")
      "creditor": {"id": "999000115", "name": "Netthuset"},
      "agency": {"id": "999000104", "name": "Kvikk", "licence": "third-party"},
      "debtor": {"id": "D-1", "kind": "consumer", "entity": "person"},
      "claims": [{"id": "F-1", "kind": "goods", "principal": 3046, "due": "2024-02-03"}],
      "events": [\(letters.joined(separator: ",\n"))]}
      """
    return try CaseReader.standard.read(Array(text.utf8), source: "-")
  }

  private static let complete = """

    "complete": {"letters": true, "assessments": true, "addresses": true, "settlements": true,
    "claims": true},
    """
  private static let sure = """
    , "channel": "post", "states": ["amount", "about", "creditor", "invoice-number"], "flags": [],
    "demands": {"principal": 3046, "total": 3046}
    """

  private static func findings(_ file: CaseFile, _ traces: Traces) throws -> [Finding] {
    let options = AuditOptions(asOf: Shipped.asOf, traces: traces)
    return try Auditor(program: Shipped.program, options: options)
      .audit(file, source: "-").findings
  }

  /// What a finding says besides its trace.
  private static func said(_ finding: Finding) -> String {
    "\(ReportDump.text(finding).prefix(4)) \(finding.message.en) \(finding.facts) "
      + "\(finding.values) \(finding.choices) \(finding.assumptions) \(finding.consequences)"
  }

  @Test(
    "what findings rest on, and how long their traces are, does not depend on what is shown of them",
    arguments: [(24, 6, false), (24, 0, false), (30, 11, true)])
  func traces(count: Int, daysApart: Int, salaer: Bool) throws {
    let file = try Self.file(count, daysApart: daysApart, salaer: salaer)
    let whole = try Self.findings(file, .whole)
    let outer = try Self.findings(file, .outer)
    let none = try Self.findings(file, .none)
    if daysApart > 0 { #expect(whole.count > count / 2) }
    #expect(outer.map(Self.said) == whole.map(Self.said))
    #expect(none.map(Self.said) == whole.map(Self.said))
    for (one, other) in zip(outer, whole) {
      #expect(one.trace == other.trace.filter { $0.depth <= Traces.outerDepth })
      #expect(one.trace.count + one.traceLinesLeftOut == other.trace.count)
    }
    #expect(none.allSatisfy { $0.trace.isEmpty })
  }

  @Test("a case that leaves a fact of each of seventy letters open is judged")
  func open() throws {
    let file = try Self.file(70, daysApart: 6, salaer: true, isComplete: false)
    let report = try Auditor(
      program: Shipped.program, options: AuditOptions(asOf: Shipped.asOf)
    ).audit(file, source: "-")
    #expect(!report.undetermined.isEmpty)
  }
}
