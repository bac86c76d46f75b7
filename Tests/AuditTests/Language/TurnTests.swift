import Audit
import Testing
import Values

/// Limbs that read what the money rules leave, or what follows from findings, are judged after
/// these, however they come to read it.
@Suite("When limbs have their turn")
struct TurnTests {
  /// Two purringer, whose fees a limit takes away altogether.
  private static let purringer = tinyCase(
    purring("p", "2026-01-05", charges(("purring-fee", "38"))),
    purring("q", "2026-01-20", charges(("purring-fee", "38"))))

  private static func verdict(of limb: String, declarations: String = "") throws -> Verdict? {
    let rules = try TinyRules(
      """
      define costly as purring where (left of item of costly) > 10 kroner
      define warned as inkassovarsel where (left of item of warned) > 10 kroner
      define dear as costly or warned
      define unpaid of claim as (left of item of claim) > 10 kroner
      \(declarations)
      \(limb)
      rule taken · § 2 · verbatim
        for each claim
        limit item of claim to 0 kroner
        nb "Brudd." en "Breach."
      """)
    return try rules.report(purringer).verdicts["probe"]
  }

  @Test("a test of a noun, and of a noun made of several")
  func tests() throws {
    let noun = try Self.verdict(of: probe("forbid some costly of claim\n  breach"))
    let joined = try Self.verdict(of: probe("forbid some dear of claim\n  breach"))
    #expect(noun == .met && joined == .met)
  }

  @Test("what is gone through, and what makes a lot")
  func scopes() throws {
    let each = probe("require costly.date < 2026-01-01\n  breach", scope: "for each costly")
    #expect(try Self.verdict(of: each) == nil)
    let lots = try Self.verdict(
      of: probe(
        "require (count of claim in group) = 1\n  breach",
        scope: "for each group of claim by lot of standing-fee"),
      declarations: """
        define standing-fee as item where (left of item of standing-fee.event) > 0 kroner
        """)
    #expect(lots == .met)
  }

  @Test("an exception")
  func exceptions() throws {
    let verdict = try Self.verdict(
      of: probe(
        "require purring.date < 2026-01-01\n  breach", scope: "for each purring of each claim"),
      declarations: "exception settled to probe · § 3\n  of claim, when not (claim is unpaid)")
    #expect(verdict == .notApplicable)
  }

  @Test("what follows from a finding, asked before a limit that strikes for it")
  func consequences() throws {
    let rules = try TinyRules(
      """
      consequence fee-lost of claim nb "Gebyret faller." en "The fee falls."
      define is-lost of claim as some fee-lost of claim
      rule cause · § 1 · verbatim
        for each purring of each claim
        dated purring.date
        require purring.date >= 2026-02-01
        practice, fee-lost
        nb "Brudd." en "Breach."
      \(probe("forbid claim is is-lost\n  breach"))
      rule each-loss · § 1 · verbatim
        for each fee-lost of each claim called loss
        dated loss.date
        require loss.date < 2026-01-01
        breach
        nb "Brudd." en "Breach."
      rule effect · § 2 · verbatim
        for each claim where claim is is-lost
        limit item of claim to 0 kroner
        nb "Brudd." en "Breach."
      """)
    let report = try rules.report(Self.purringer)
    #expect(report.verdicts["probe"] == .breach && report.verdicts["each-loss"] == .breach)
    #expect(report.verdicts["effect"] == .breach && report.excess == Ratio(7600))
  }
}
