import Foundation
import Testing

/// The example of a creditor's own terms, `rules/x-kontrakt`.
@Suite("A pack of rules") struct PackTests {
  private static let pack = Checkout.root.appending(path: "rules/x-kontrakt").path
  private static let cases = Checkout.root.appending(path: "cases").path

  @Test("has examples that come out as they say") func examples() throws {
    let outcome = try Workshop().skikk("rules", "test", "--cases=" + Self.cases, Self.pack)
    #expect(outcome.code == 0)
    #expect(outcome.output == "11 examples, 0 do not hold, 0 are missing.\n")
  }

  @Test("is reported beside the law where it is named, and is no part of the rules otherwise")
  func beside() throws {
    let workshop = try Workshop()
    let file = try String(
      contentsOfFile: Self.cases + "/x-kontrakt/as-agreed.json", encoding: .utf8)
    let early = file.replacing("2026-02-10T09:00", with: "2026-02-10T08:59:59")
      .replacing(#""deadline": "2026-02-09""#, with: #""deadline": "2026-02-08""#)
    try workshop.write(early, to: "early.json")
    let check = ["check", "--as-of=2026-04-01", "--quiet", "early.json"]
    func found(_ options: String...) throws -> [Substring] {
      try workshop.run(Workshop.program, check + options).output.split(separator: "\n")
        .filter { $0.contains("PRACTICE") || $0.contains("BREACH") }
        .map { $0.drop { !$0.isLetter } }
    }
    let law = try found()
    #expect(law.contains("BREACH  inkl-9-deadline days"))
    #expect(try Set(found("--rules=" + Self.pack)) == Set(law + ["PRACTICE  avtale-call-hours"]))
    let whole = Checkout.root.appending(path: "rules").path
    #expect(try Set(found("--rules=" + whole)) == Set(law))
  }

  @Test("leaves recommended practice out where it is told to") func ignored() throws {
    let folder = Self.cases + "/trade-early-reminder"
    func advice(_ options: String...) throws -> Bool {
      try Workshop().run(
        Workshop.program, ["check", "--as-of=2026-02-01", folder] + options
      ).output.contains("ADVICE")
    }
    #expect(try advice())
    #expect(try !advice("--ignore=trade"))
  }
}
