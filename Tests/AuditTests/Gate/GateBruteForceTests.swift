import Casebook
import Rulebook
import Testing
import Values

@testable import Audit

/// The gate beside an audit of the same case with the step written among its events, day by day and
/// øre by øre.
@Suite("The gate says what an audit would find") struct GateBruteForceTests {
  /// Shipped cases whose last event is a step that can be planned.
  static let names = [
    "portfolio/blandet.ndjson:1", "portfolio/blandet.ndjson:30", "portfolio/blandet.ndjson:36",
    "portfolio/blandet.ndjson:40", "portfolio/blandet.ndjson:46", "fork-1-2-amount/reminder.json",
  ]
  private static let steps: Set<String> = ["purring", "inkassovarsel", "betalingsoppfordring"]

  /// A case cut off at one of its letters, the letter planned so many days earlier.
  private struct Planned {
    let json: JSON
    let step: JSON

    init?(_ shipped: ShippedCase, days: Int) {
      let events = shipped.json["events"]?.members ?? []
      let letters = events.filter { steps.contains($0["type"]?.string ?? "") }
      guard let last = letters.max(by: { ($0["date"]?.string ?? "") < ($1["date"]?.string ?? "") }),
        let day = last["date"]?.string
      else { return nil }
      let before = events.filter { $0 != last && ($0["date"]?.string ?? "9") <= day }
      var json = shipped.json
      json["events"] = .list(before)
      json["rulings"] = nil
      self.json = json
      step = Self.moved(last, by: days)
    }

    /// The step on another day, its deadline as many days after it.
    static func moved(_ step: JSON, by days: Int) -> JSON {
      var step = step
      for key in ["date", "deadline"] {
        guard let day = (step[key]?.string).flatMap({ CivilDay($0) }) else { continue }
        step[key] = .text(CivilDay(number: day.number + Int32(days)).description)
      }
      return step
    }

    /// The case with the step, or without one, told through a day.
    func file(_ step: JSON?, through day: CivilDay) throws -> CaseFile {
      var json = json
      let told = json["extracted"]?.string ?? ""
      json["extracted"] = .text(max(told, day.description))
      json["events"] = .list((json["events"]?.members ?? []) + [step].compactMap { $0 })
      return try CaseReader.standard.read(json.bytes, source: "b.json")
    }
  }

  /// Breaches with the step that are not there, or take less, without it.
  private static func breaches(
    _ planned: Planned, _ step: JSON, beside other: JSON? = nil, on day: CivilDay
  ) throws -> Int {
    let auditor = try Shipped.auditor(asOf: day)
    func found(_ step: JSON?) throws -> [String: [Ratio]] {
      let report = auditor.audit(try planned.file(step, through: day), source: "b.json")
      let breaches = report.findings.filter { $0.verdict == .breach }
      return Dictionary(grouping: breaches, by: \.fingerprint).mapValues { same in
        same.map { max($0.excess ?? .zero, $0.excessThen ?? .zero) }.sorted()
      }
    }
    let (with, without) = (try found(step), try found(other))
    return with.count { print, amounts in
      let before = without[print] ?? []
      return amounts.count > before.count || zip(amounts, before).contains { $0 > $1 }
    }
  }

  private static func day(of step: JSON) throws -> CivilDay {
    try #require((step["date"]?.string).flatMap { CivilDay($0) })
  }

  private static func answer(_ planned: Planned, _ step: JSON) throws -> GateAnswer {
    var json = planned.json
    json["planned"] = step
    let file = try CaseReader.standard.read(json.bytes, source: "b.json")
    let gate = Gate(auditor: try Shipped.auditor(), program: Shipped.program)
    let asked = try #require(PlannedStep(of: file, source: "b.json"))
    return try #require(gate.report(on: asked, for: try day(of: step)).gate)
  }

  @Test("on each of the days around it", arguments: names) func days(name: String) throws {
    let shipped = try #require(Shipped.cases.first { $0.name == name })
    for shift in [-2, 0] {
      let planned = try #require(Planned(shipped, days: shift))
      let answer = try Self.answer(planned, planned.step)
      let asked = try Self.day(of: planned.step)
      let isLawful = try Self.breaches(planned, planned.step, on: asked) == 0
      #expect(answer.allowed == isLawful, "\(asked)")
      guard let earliest = answer.earliest else { continue }
      // As planned on each day before the first there is something in the way.
      for number in asked.number..<max(asked.number, earliest.number) {
        let step = Planned.moved(planned.step, by: Int(number - asked.number))
        #expect(
          try Self.breaches(planned, step, on: CivilDay(number: number)) > 0,
          "\(CivilDay(number: number))")
      }
    }
  }

  @Test("of each deadline and amount beside those it gives", arguments: names)
  func bounds(name: String) throws {
    let shipped = try #require(Shipped.cases.first { $0.name == name })
    let planned = try #require(Planned(shipped, days: 0))
    let answer = try Self.answer(planned, planned.step)
    guard let earliest = answer.earliest else { return }
    let step = Planned.moved(
      planned.step, by: Int(earliest.number - (try Self.day(of: planned.step)).number))
    if let shortest = answer.shortestDeadline {
      var unstated = step
      unstated["deadline"] = nil
      let from = max(earliest.number, shortest.number - 2)
      for number in from...(shortest.number + 1) {
        var stated = step
        stated["deadline"] = .text(CivilDay(number: number).description)
        let broken = try Self.breaches(planned, stated, beside: unstated, on: earliest)
        #expect((broken == 0) == (number >= shortest.number), "\(CivilDay(number: number))")
      }
    }
    for largest in answer.largestCharges {
      guard let most = largest.amount?.whole else { continue }
      let others = (step["charges"]?.members ?? []).filter { $0["kind"]?.string != largest.kind }
      var without = step
      without["charges"] = .list(others)
      for ore in [most, most + 1, most + 100] where ore > 0 {
        var charged = step
        let line: [String: JSON] = [
          "kind": .text(largest.kind), "amount": .text(Money(ore: ore).description),
        ]
        charged["charges"] = .list(others + [.object(line)])
        let broken = try Self.breaches(planned, charged, beside: without, on: earliest)
        #expect((broken == 0) == (ore == most), "\(largest.kind) \(ore)")
      }
    }
  }
}
