import Audit
import Testing

@testable import skikk

@Suite("The exit code") struct ExitCodeTests {
  /// The contract: what is run on which case, and how it ends.
  static let table: [(arguments: [String], input: String, code: ExitCode)] = [
    (["check", "--select", "inkl-9-deadline", "-"], TestCase.lawful("A"), .clean),
    (["check", "--select", "inkl-9-deadline", "-"], TestCase.short("A"), .findings),
    (
      ["check", "--select", "inkl-9-deadline", "--fail-on", "never", "-"], TestCase.short("A"),
      .clean
    ),
    (["check", "--rules", "r", "--select", "t-practice", "-"], TestCase.short("A"), .clean),
    (
      ["check", "--rules", "r", "--select", "t-practice", "--fail-on=practice", "-"],
      TestCase.short("A"), .findings
    ),
    (
      ["check", "--rules", "r", "--select", "t-advice", "--fail-on=practice", "-"],
      TestCase.short("A"), .clean
    ),
    (
      ["check", "--rules", "r", "--select", "t-advice", "--fail-on=advice", "-"],
      TestCase.short("A"), .findings
    ),
    (
      ["check", "--rules", "r", "--select", "t-open", "--fail-on=advice", "-"],
      TestCase.short("A"), .clean
    ),
    (
      ["check", "--rules", "r", "--select", "t-open", "--fail-on=undetermined", "-"],
      TestCase.short("A"), .findings
    ),
    (["check", "--select", "inkl-9-deadline", "-"], "{", .incomplete),
    (
      ["check", "--select", "inkl-9-deadline", "-"],
      TestCase.short("A") + "\n{}\n", .incomplete
    ),
    (["check", "nowhere.json"], "", .incomplete),
    (["check", "empty"], "", .incomplete),
    (["check"], "", .usage), (["chek", "-"], "", .usage), ([], "", .usage),
    (["check", "--select", "inkl-9-dedline", "-"], "", .usage),
    (["check", "--ignore", "", "-"], "", .usage),
    (["check", "--as-of", "2026-02-30", "-"], "", .usage),
    (["check", "--fail-on", "sin", "-"], "", .usage),
    (["check", "--choose", "day-count", "-"], "", .usage),
    (["check", "--choose", "no-such=1", "-"], "", .usage),
    (["check", "--format", "yaml", "-"], "", .usage),
    (["check", "--rules", "empty", "-"], "", .usage),
    (["check", "--rules", "broken", "-"], TestCase.lawful("A"), .usage),
    (["check", "--format", "json=nowhere/out.json", "-"], TestCase.lawful("A"), .incomplete),
    (["rules", "check"], "", .clean), (["rules", "check", "broken"], "", .usage),
    (["rules", "list"], "", .clean), (["rules", "list", "x"], "", .usage),
    (["rules", "vocabulary", "claim"], "", .clean), (["rules", "vocabulary", "x"], "", .usage),
    (["rules", "test", "--cases", "nowhere"], "", .usage),
    (["explain", "§", "9"], "", .clean), (["explain", "§ 999"], "", .usage),
    (["schema", "case"], "", .clean), (["schema", "findings"], "", .clean),
    (["gate", "--send", "inkassovarsel", "--on", "2025-12-15", "-"], TestCase.unsent("A"), .clean),
    (
      ["gate", "--send=inkassovarsel", "--on=2025-12-15", "--deadline=2025-12-28", "-"],
      TestCase.unsent("A"), .findings
    ),
    (
      [
        "gate", "--send=inkassovarsel", "--on=2025-12-15", "--deadline=2025-12-28",
        "--fail-on=never", "-",
      ], TestCase.unsent("A"), .clean
    ),
    (["gate", "-"], TestCase.unsent("A"), .incomplete), (["gate", "-"], "{", .incomplete),
    (["gate", "nowhere.json"], "", .incomplete), (["gate"], "", .usage),
    (["gate", "--send", "inkasovarsel", "-"], "", .usage),
    (["gate", "--send", "inkassovarsel", "--by", "nobody", "-"], "", .usage),
    (["gate", "--send", "purring", "--charge", "purring-fee", "-"], "", .usage),
    (["gate", "--send", "purring", "--charge", "puring-fee=35", "-"], "", .usage),
    (["gate", "--send", "purring", "--charge", "purring-fee=35,50", "-"], "", .usage),
    (["gate", "--send", "purring", "--set", "chanel=post", "-"], "", .usage),
    (["gate", "--send", "purring", "--set", "type=inkassovarsel", "-"], "", .usage),
    (["gate", "--send", "purring", "--by", "agency", "--set", "by=creditor", "-"], "", .usage),
    (["gate", "--send", "purring", "--set", "claims=[]", "-"], TestCase.unsent("A"), .incomplete),
    (["gate", "--send", "purring", "--set", "channel=pst", "-"], "", .usage),
    (["gate", "--send", "purring", "--by", "debtor", "-"], "", .usage),
    (["gate", "--send", "purring", "--set", "by=debtor", "-"], "", .usage),
    (["gate", "--send", "payment", "--by", "debtor", "--set", "amount=1,5", "-"], "", .usage),
    (["gate", "--send", "call", "--set", "at=half past ten", "-"], "", .usage),
    (
      ["gate", "--send", "call", "--on", "2026-02-11", "--set", "at=2026-02-10T22:30", "-"], "",
      .usage
    ),
    (["gate", "--deadline", "2026-01-05", "-"], "", .usage),
    (["gate", "--send", "purring", "--on", "5 January", "-"], "", .usage),
    (["plan", "--on", "2026-01-05", "-"], TestCase.short("A"), .clean),
    (["plan", "-"], "[]", .incomplete), (["plan"], "", .usage),
    (["plan", "--format", "sarif", "-"], "", .usage), (["schema", "plan"], "", .clean),
    (["schema", "parts"], "", .clean), (["parts", "-"], "", .usage),
    (["parts", "--into=2", "-"], "{", .incomplete),
    (["score", "--part=2/2", "--merge", "x.json"], "", .usage),
    (["check", "--select=inkl", "--ignore=inkl", "-"], TestCase.lawful("A"), .usage),
    (["schema"], "", .usage), (["--help"], "", .clean), (["--version"], "", .clean),
  ]

  @Test("is the contract's", arguments: table.indices) func contract(row: Int) throws {
    let (arguments, input, code) = Self.table[row]
    let workshop = try Workshop()
    try workshop.write(TestCase.rules, to: "r/test/1.md")
    try workshop.write("# Broken\n", to: "broken/test/1.md")
    try workshop.write("no case", to: "empty/README")
    let outcome = try workshop.run(Workshop.program, arguments, input: input)
    #expect(outcome.code == code.rawValue, "\(arguments) \(outcome.errors)")
    if code >= .usage { #expect(!outcome.errors.isEmpty) } else { #expect(outcome.errors.isEmpty) }
    if code == .usage { #expect(outcome.output.isEmpty) }
  }

  @Test("of findings depends on --fail-on", arguments: FailOn.allCases) func failOn(level: FailOn) {
    let levels: [FailOn] = [.breach, .practice, .advice, .undetermined]
    for (index, found) in levels.enumerated() {
      var receipt = Receipt()
      let counts = levels.map { $0 == found ? 1 : 0 }
      (receipt.breach, receipt.practice) = (counts[0], counts[1])
      (receipt.advice, receipt.undetermined) = (counts[2], counts[3])
      let fails = levels.firstIndex(of: level).map { index <= $0 } ?? false
      #expect(level.code(for: receipt) == (fails ? .findings : .clean), "\(level) \(found)")
    }
  }
}
