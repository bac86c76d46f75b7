import Audit
import Casebook
import Testing
import Values

/// Whom a claim is against, how far it has come, and whether VAT is added.
struct SalaerSetting: Sendable, CustomTestStringConvertible {
  var isHeavy = false
  var isConsumer = true
  /// Whether the claim stems from business outside VAT.
  var addsVAT = false

  static let all: [SalaerSetting] = [false, true].flatMap { heavy in
    [true, false].flatMap { consumer in
      [false, true].map { SalaerSetting(isHeavy: heavy, isConsumer: consumer, addsVAT: $0) }
    }
  }

  /// The rule that holds the ceiling.
  var rule: String { isHeavy ? "fork-2-3-heavy-cap" : "fork-2-2-light-cap" }

  var testDescription: String {
    (isHeavy ? "heavy" : "light") + (isConsumer ? ", consumer" : ", other")
      + (addsVAT ? ", VAT added" : "")
  }
}

/// Claims of one debtor, each collected by itself from the inkassovarsel to the day it is paid.
struct SalaerCase {
  /// A claim and the salær charged on the day it is paid; amounts in øre.
  struct Course {
    let id: String
    let principal: Int
    let due: CivilDay
    let paid: CivilDay
    let charged: Int
    /// Whether that is more than is lawful.
    let isAbove: Bool
  }

  let setting: SalaerSetting
  /// The days by which a deadline must have been exceeded for the heavy rate.
  let wait: Int
  /// Whether a betalingsoppfordring has gone out, as a heavier case needs.
  let isDemanded: Bool
  let courses: [Course]

  /// The days from the inkassovarsel to the payment.
  static func length(_ wait: Int) -> Int { 14 + 1 + 14 + wait + 1 }

  /// An auditor that knows these rules only.
  static func auditor(_ rules: String..., on day: CivilDay) throws -> Auditor {
    try Auditor(program: Shipped.program, options: AuditOptions(asOf: day, select: rules))
  }

  /// Expects this to be found on each claim with too high a salær, and nothing on the others.
  func expect(
    _ above: Outcome, by auditor: Auditor, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let outcomes = try outcomes(auditor)
    for course in courses {
      let expected = course.isAbove ? above : Outcome()
      #expect(
        outcomes[course.id] == expected,
        "\(kroner(course.charged)) for \(kroner(course.principal)), due \(course.due)",
        sourceLocation: sourceLocation)
    }
  }

  private func outcomes(_ auditor: Auditor) throws -> [String: Outcome] {
    let report = auditor.audit(try file(), source: "")
    var outcomes: [String: Outcome] = [:]
    for course in courses { outcomes[course.id] = Outcome() }
    for finding in report.findings {
      for id in finding.claims { outcomes[id]?.excess.append(finding.excess?.description ?? "?") }
    }
    for entry in report.undetermined {
      for id in entry.claims {
        outcomes[id]?.open.append("\(entry.rule) \(entry.atRisk?.description ?? "?")")
      }
    }
    return outcomes
  }

  /// What was found on a claim: the excess of each finding in øre, and what is open.
  struct Outcome: Equatable {
    var excess: [String] = []
    var open: [String] = []
  }

  /// The case file, by its number.
  func file(_ number: String = "C-1") throws -> CaseFile {
    try CaseReader.standard.read(Array(document(number).utf8), source: "")
  }

  private func document(_ number: String) throws -> String {
    let events = try courses.map { try self.events($0) }.joined(separator: ",\n")
    let claims = courses.map { course in
      tinyClaim(
        course.id,
        #""principal":\#(kroner(course.principal)),"due":"\#(course.due)","interestBeforeDue":0"#)
    }
    return """
      {"format":"skikk-case/1","id":"\(number)",
      "creditor":{"id":"C","vatRegistered":\(!setting.addsVAT)},
      "agency":{"id":"A","licence":"third-party"},
      "debtor":{"id":"D","kind":"\(setting.isConsumer ? "consumer" : "business")"},
      "complete":{"letters":true,"charges":true,"payments":true},
      "claims":[\(claims.joined(separator: ",\n"))],"events":[\(events)]}
      """
  }

  /// The principal is paid on the last day of the wait, or the day after: then the salær is heavy.
  private func events(_ course: Course) throws -> String {
    let mine = #""claims":["\#(course.id)"]"#
    let deadline = try course.paid.adding(days: -(setting.isHeavy ? wait + 1 : wait))
    let demanded = try deadline.adding(days: -14)
    let warned = try demanded.adding(days: -15)
    let warnedUntil = try warned.adding(days: 14)
    let stage = setting.isHeavy ? "heavy" : "light"
    let salaer = #"{"kind":"salaer","amount":\#(kroner(course.charged)),"stage":"\#(stage)"}"#
    let letters = [
      event(
        "inkassovarsel", "v-\(course.id)", "\(warned)",
        mine + #","by":"creditor","channel":"post","#
          + AuditTests.deadline("\(warnedUntil)")
          + #","states":["label","collection-follows","amount","about"],"flags":[]"#),
      event(
        "betalingsoppfordring", "b-\(course.id)", "\(demanded)",
        mine + #","by":"agency","channel":"post","# + AuditTests.deadline("\(deadline)")
          + #","states":["label","creditor","about","amount","principal","interest","costs","#
          + #""interest-rate","interest-from","further-costs","legal-action","complaints-board","#
          + #""objections-invited"],"charges":[],"# + demands(course, costs: 0)),
    ]
    let events = [
      event("handover", "h-\(course.id)", "\(demanded)", mine + #","from":"C","to":"A""#),
      event(
        "statement", "s-\(course.id)", "\(course.paid)",
        mine + #","by":"agency","charges":[\#(salaer)],"# + demands(course, costs: course.charged)),
      event(
        "payment", "p-\(course.id)", "\(course.paid)",
        mine + #","ordered":"\#(course.paid)","payee":"agency","#
          + #""amount":\#(kroner(course.principal)),"allocation":[{"claim":"\#(course.id)","#
          + #""to":"principal","amount":\#(kroner(course.principal))}]"#),
    ]
    return ((isDemanded ? letters : []) + events).joined(separator: ",\n")
  }

  private func demands(_ course: Course, costs: Int) -> String {
    #""demands":{"principal":\#(kroner(course.principal)),"interest":0,"costs":\#(kroner(costs))}"#
  }
}

extension SalaerCase {
  /// A claim twice: charged so many øre, and one more.
  init(
    charging most: Int, for principal: Int, due: CivilDay, paid: CivilDay,
    setting: SalaerSetting, wait: Int
  ) {
    let courses = [0, 1].map { more in
      Course(
        id: "F-\(more)", principal: principal, due: due, paid: paid, charged: most + more,
        isAbove: more > 0)
    }
    self.init(setting: setting, wait: wait, isDemanded: setting.isHeavy, courses: courses)
  }
}

/// Øre as a case file writes kroner.
func kroner(_ ore: Int) -> String { Money(ore: Int64(ore)).description }
