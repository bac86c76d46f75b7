import Casebook
import Rulebook
import Values

// What interpretation switches are set to.
extension Evaluator {
  /// The reading of a choice, as a word.
  func choice(_ id: ChoiceID) -> Value {
    if case .reading(let index) = reading(of: id) { return .word(Int64(index)) }
    return overrides[.choice(id)] ?? .unknown([.choice(id)])
  }

  /// The number that a choice is set to.
  func choiceNumber(_ id: ChoiceID, _ unit: DurationUnit) -> Value {
    if case .number(let count) = reading(of: id) { return .duration(count, unit) }
    return .unknown([.choice(id)])
  }

  /// Whether a choice is set to a reading.
  func isReading(_ id: ChoiceID, _ wanted: Int) -> Value {
    switch reading(of: id) {
    case .reading(let index): return .flag(index == wanted)
    case .number: return .flag(false)
    case .open:
      guard isTrying, let tried = overrides[.choice(id)] else { return .unknownFlag([.choice(id)]) }
      guard case .word(let index) = tried else { return .unknown([]) }
      return .flag(index == Int64(wanted))
    }
  }

  private func reading(of id: ChoiceID) -> ChoiceReading {
    recorder?.read(choice: id)
    return readings[id.rawValue]
  }
}
