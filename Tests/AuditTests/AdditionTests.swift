import Audit
import Casebook
import Foundation
import Testing
import Values

/// Additions to a case that must not take findings away, or bring any to what they do not concern.
@Suite("What is added to a case")
struct AdditionTests {
  func report(_ json: JSON, asOf: CivilDay = Shipped.asOf) throws -> CaseReport {
    let file = try CaseReader.standard.read(json.bytes, source: "")
    return try Shipped.auditor(asOf: asOf).audit(file, source: "")
  }

  /// The case with an event more.
  func adding(_ event: [String: JSON], to json: JSON) -> JSON {
    var changed = json
    changed["events"] = .list((json["events"]?.members ?? []) + [.object(event)])
    return changed
  }

  // MARK: After the day of evaluation

  @Test("an event after the day of evaluation changes the count of such events and nothing else")
  func afterEvaluation() throws {
    let later: [[String: JSON]] = [
      ["type": .text("payment"), "date": .text("2027-03-01"), "amount": .number(50)],
      [
        "type": .text("betalingsoppfordring"), "date": .text("2027-03-01"), "by": .text("agency"),
        "deadline": .text("2027-03-02"),
        "charges": .list([.object(["kind": .text("salaer"), "amount": .number(5000)])]),
      ],
      [
        "type": .text("objection"), "at": .text("2027-03-01T10:00"),
        "assessment": .text("reasonable"),
      ],
    ]
    // With `extracted` such an event contradicts the file; cases of the act of 2026 lie later.
    let open = Shipped.cases.filter {
      $0.json["extracted"] == nil && !Shipped.isOfNewAct($0.name)
    }
    for (number, shipped) in open.enumerated() {
      let event = later[number % later.count]
      guard
        let file = try? CaseReader.standard.read(adding(event, to: shipped.json).bytes, source: "")
      else { continue }  // A file of several agencies wants to know which.
      let after = ReportDump.text(
        try Shipped.auditor().audit(file, source: ""), of: shipped.json)
      let before = SamenessTests.dumps[shipped.name]
      #expect(after.replacing(" after 1", with: " after 0") == before, "\(shipped.name)")
      #expect(after.contains(" after 1"))
    }
  }

  // MARK: Another claim

  /// The case with the claims of every event spelled out, and a second claim with a course of
  /// its own.
  static func besides(_ json: JSON) -> (alone: JSON, together: JSON) {
    let ids = (json["claims"]?.members ?? []).compactMap { $0["id"] }
    var alone = json
    alone["events"] = .list(
      (json["events"]?.members ?? []).map { event in
        var event = event
        if event["claims"] == nil { event["claims"] = .list(ids) }
        return event
      })
    var together = alone
    let other: JSON = .object([
      "id": .text("other"), "principal": .number(700), "due": .text("2026-06-01"),
      "about": .text("another thing"),
    ])
    together["claims"] = .list((json["claims"]?.members ?? []) + [other])
    func event(_ type: String, _ day: String, _ more: [String: JSON]) -> JSON {
      .object(
        ["type": .text(type), "date": .text(day), "claims": .list([.text("other")])]
          .merging(more) { $1 })
    }
    together["events"] = .list(
      (alone["events"]?.members ?? []) + [
        event("invoice", "2026-05-10", ["channel": .text("post"), "by": .text("creditor")]),
        event(
          "purring", "2026-06-03",
          [
            "by": .text("creditor"), "channel": .text("post"), "deadline": .text("2026-06-10"),
            "charges": .list([.object(["kind": .text("purring-fee"), "amount": .number(38)])]),
          ]),
        event("payment", "2026-06-20", ["amount": .number(700), "payee": .text("creditor")]),
      ])
    return (alone, together)
  }

  /// Findings that do not concern the other claim, without where their facts stand.
  func findings(_ report: CaseReport) -> [String] {
    report.findings.filter { !$0.claims.contains("other") && !$0.claims.isEmpty }
      .map { finding in
        "\(finding.rule) \(finding.part ?? "-") \(finding.verdict) \(finding.claims) "
          + "\(finding.events.map(\.name)) \(ReportDump.kroner(finding.excess))"
      }.sorted()
  }

  @Test("the events of another claim add no finding to those of the first")
  func anotherClaim() throws {
    // A later last event moves the end of the file, where it is not said when it was taken.
    let open = Shipped.cases.filter { $0.json["extracted"] == nil }
    for shipped in open.enumerated().filter({ $0.offset % 3 == 0 }).map(\.element) {
      let (alone, together) = Self.besides(shipped.json)
      guard let file = try? CaseReader.standard.read(together.bytes, source: "") else { continue }
      let after = findings(try Shipped.auditor().audit(file, source: ""))
      #expect(try after == findings(report(alone)), "\(shipped.name)")
    }
  }

  @Test("the other claim is judged by its own events: its early purring fee is found")
  func ownFinding() throws {
    let shipped = try #require(Shipped.cases(in: "inkl-9-deadline").first)
    let report = try report(Self.besides(shipped.json).together)
    let own = report.findings.filter { $0.claims == ["other"] }
    #expect(own.contains { $0.rule == "fork-1-2-purring" && $0.part == "day" })
  }

  // MARK: A higher charge

  /// Every charge of a case, by path.
  func chargePaths(_ json: JSON) -> [[JSON.Step]] {
    (json["events"]?.members ?? []).enumerated().flatMap { index, event in
      (event["charges"]?.members ?? []).indices.map { number in
        [
          .key("events"), .index(index), .key("charges"), .index(number), .key("amount"),
        ]
      }
    }
  }

  func amount(_ json: JSON, _ path: [JSON.Step]) -> JSON? {
    path.reduce(json as JSON?) { value, step in
      switch step {
      case .key(let key): value?[key]
      case .index(let index): value?.members[index]
      }
    }
  }

  /// The case with a charge raised by so many kroner, and with it what letters show of costs, of
  /// its kind and in all, from the letter that charges it on: no sum comes to differ from another.
  func raising(_ path: [JSON.Step], by more: Decimal, in json: JSON) -> JSON? {
    guard case .number(let kroner)? = amount(json, path), case .index(let charging) = path[1],
      let events = json["events"]?.members
    else { return nil }
    var result = json.with(path[...], .number(kroner + more))
    let kind = amount(json, path.dropLast() + [.key("kind")])
    let day = events[charging]["date"]?.string ?? ""
    for (index, event) in events.enumerated() where (event["date"]?.string ?? "") >= day {
      let demands: [JSON.Step] = [.key("events"), .index(index), .key("demands")]
      let lines = (event["demands"]?["costLines"]?.members ?? []).enumerated()
        .filter { $0.element["kind"] == kind }
        .map { [.key("costLines"), .index($0.offset), .key("amount")] as [JSON.Step] }
      for sum in [[.key("costs")], [.key("total")]] + lines.prefix(1) {
        guard case .number(let shown)? = amount(json, demands + sum) else { continue }
        result = result.with((demands + sum)[...], .number(shown + more))
      }
    }
    return result
  }

  /// What is raised within its ceiling is owed, and leaves something unpaid.
  static let unpaidRule = "pay-stop-when-paid "

  /// A limit that took money gives way only to another one that takes no less on its claims or letters.
  @Test("raising a charged amount removes no finding", arguments: Shipped.cases)
  func raised(shipped: ShippedCase) throws {
    let paths = chargePaths(shipped.json)
    guard !paths.isEmpty else { return }
    let before = try report(shipped.json)
    for path in paths {
      guard let raised = raising(path, by: 400, in: shipped.json) else { continue }
      let after = try report(raised)
      let kept = Set(after.findings.map(name))
      let lost = before.findings.filter {
        !kept.contains(name($0)) && !isTaken(over: $0, after) && !isDivided($0, after)
      }
      let gone = Set(lost.map(name))
      let isUnpaid = gone.contains { $0.hasPrefix(Self.unpaidRule) }
      #expect(
        gone.filter { !$0.hasPrefix(Self.unpaidRule) } == [], "\(Deletions.pointer(path)) raised")
      if !isUnpaid {
        #expect(after.excess >= before.excess, "\(Deletions.pointer(path)) raised")
      }
    }
  }

  /// What is more than any table gives is too much to the last krone, and changes nothing else.
  @Test(
    "above every ceiling each further krone is too much",
    arguments: Shipped.cases.enumerated().filter { $0.offset % 3 == 0 }.map(\.element))
  func everyKrone(shipped: ShippedCase) throws {
    let before = try report(shipped.json)
    for path in chargePaths(shipped.json) {
      guard case .number(let kroner)? = amount(shipped.json, path) else { continue }
      let high = try report(shipped.json.with(path[...], .number(kroner + 100_000)))
      let higher = try report(shipped.json.with(path[...], .number(kroner + 100_400)))
      let place = Deletions.pointer(path)
      #expect(higher.findings.map(name).sorted() == high.findings.map(name).sorted(), "\(place)")
      // Court fees have no ceiling in the rules, and where facts are missing nothing is certain.
      let isTooMuch = high.excess > before.excess
      #expect(try higher.excess == high.excess.adding(Ratio(isTooMuch ? 40_000 : 0)), "\(place)")
    }
  }

  private func isTaken(over finding: Finding, _ after: CaseReport) -> Bool {
    guard let taken = finding.excess else { return false }
    let (claims, events) = (Set(finding.claims), Set(finding.events.map(\.name)))
    return after.findings.contains { other in
      (other.excess ?? .zero) >= taken
        && !(claims.isDisjoint(with: other.claims)
          && events.isDisjoint(with: other.events.map(\.name)))
    }
  }

  /// What was one finding for several claims is one for each, when the amounts differ.
  private func isDivided(_ finding: Finding, _ after: CaseReport) -> Bool {
    let parts = after.findings.filter {
      $0.rule == finding.rule && $0.part == finding.part
        && $0.events.map(\.name) == finding.events.map(\.name)
    }
    return Set(parts.flatMap(\.claims)) == Set(finding.claims)
  }

  private func name(_ finding: Finding) -> String {
    "\(finding.rule) \(finding.part ?? "-") \(finding.claims.sorted()) "
      + "\(finding.events.map(\.name))"
  }
}
