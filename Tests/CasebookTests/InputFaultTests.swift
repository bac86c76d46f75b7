import Testing

@Suite("Input errors are told on one line")
struct InputFaultTests {
  @Test("keys", arguments: FaultExamples.keys)
  func keys(example: FaultExample) { #expect(fault(example.text) == example.told) }

  @Test("values", arguments: FaultExamples.values)
  func values(example: FaultExample) { #expect(fault(example.text) == example.told) }

  @Test("numbers", arguments: FaultExamples.numbers)
  func numbers(example: FaultExample) { #expect(fault(example.text) == example.told) }
}
