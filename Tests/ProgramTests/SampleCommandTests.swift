import Testing

@Suite("skikk sample") struct SampleCommandTests {
  @Test("prints as many cases as asked for, the first ones always the same") func cases() throws {
    let workshop = try Workshop()
    let ten = try workshop.skikk("sample", "10").output.split(separator: "\n")
    let forty = try workshop.skikk("sample", "40").output.split(separator: "\n")
    #expect(ten.count == 10 && forty.count == 40 && forty.starts(with: ten))
    let other = try workshop.skikk("sample", "10", "--seed", "2").output.split(separator: "\n")
    #expect(other.count == 10 && zip(ten, other).allSatisfy { $0 != $1 })
    #expect(try workshop.skikk("sample", "0").output.isEmpty)
  }

  @Test("prints what skikk check reads, up to the day asked for") func checked() throws {
    let workshop = try Workshop()
    let sample = try workshop.skikk("sample", "30", "--until", "2025-06-30")
    #expect(sample.code == 0 && sample.output.contains("\"extracted\":\"2025-06-30\""))
    let check = try workshop.skikk(
      "check", "--as-of=2025-06-30", "--quiet", "--fail-on=never", "-", input: sample.output)
    #expect(check.code == 0 && check.errors.isEmpty)
  }

  @Test(
    "says what is wrong with the command line",
    arguments: [
      (["ten"], "found `ten`, expected a number of cases"),
      (["-5"], "unknown option `-5`"), (["5", "--seed=x"], "a whole number from 0"),
      (["5", "--until=2026-02-30"], "a day that exists, written YYYY-MM-DD"),
    ])
  func faults(arguments: [String], message: String) throws {
    let outcome = try Workshop().run(Workshop.program, ["sample"] + arguments)
    #expect(outcome.code == 2 && outcome.errors.contains(message), "\(outcome.errors)")
  }
}
