import Casebook
import Rulebook
import Values

extension ReportBuilder {
  /// Counts the bound subject of a measure.
  func measurement(
    _ verdict: Verdict, _ measure: Measure, _ rule: Rule, _ limb: Int, _ part: String?
  ) -> (key: Measured.Key, count: Measured)? {
    var count = Measured()
    switch verdict {
    case .notApplicable: return nil
    case .met: count.reached = 1
    case .undetermined: count.unknown = 1
    default: count.missed = 1
    }
    var quarter: Measured.Quarter?
    if case .day(let day) = evaluator.evaluate(rule.limbs[limb].day),
      day != CivilDay.never, day != CivilDay.longAgo
    {
      quarter = Measured.Quarter(of: CivilDay(number: day))
    }
    let party = SubjectNames.identifier(of: measure.party, evaluator)
    return (Measured.Key(rule: rule.id, part: part, party: party, quarter: quarter), count)
  }
}

extension SubjectNames {
  /// Id of a party of the case at hand, by its role.
  static func identifier(of role: String, _ evaluator: Evaluator) -> String? {
    let file = evaluator.file
    guard let word = evaluator.vocabulary.word(key: role) else { return nil }
    let slot = file[evaluator.home, word]
    guard slot.state == .value else { return nil }
    return file.identifier(of: Thing(index: Int32(truncatingIfNeeded: slot.first)))
  }
}
