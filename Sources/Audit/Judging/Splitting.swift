import Casebook
import Rulebook
import Values

extension Judge {
  /// Judges a subject; where that is undetermined for a few yes/no facts, choices or open
  /// switches, each combination is tried, and a verdict they all share holds.
  func judgeSplitting(_ plan: LimbPlan, _ subject: Subject) -> Outcome {
    let outcome = judge(plan, subject)
    guard outcome.verdict == .undetermined else { return outcome }
    let facts = outcome.causes.compactMap { cause in
      values(of: cause).map { (cause: cause, values: $0) }
    }
    guard !facts.isEmpty else { return outcome }
    var combinations = 1
    for fact in facts {
      combinations *= fact.values.count
      guard combinations <= Self.mostCombinations else { return outcome }
    }
    if !evaluator.canBeBrief { evaluator.bindInFull() }
    var shared: Outcome?
    for combination in 0..<combinations {
      let tried = evaluator.trying(Assignment(combination, of: facts)) { judge(plan, subject) }
      if tried.verdict == .undetermined { return outcome }
      if let first = shared, first.verdict != tried.verdict { return outcome }
      shared = shared ?? tried
    }
    return shared ?? outcome
  }

  private static let mostCombinations = 16

  /// The values of a missing flag, choice or open switch; nil for other causes.
  private func values(of cause: Cause) -> [Value]? {
    switch cause {
    case .fact(let fact):
      let file = evaluator.file
      guard let field = evaluator.vocabulary.field(fact.word, of: file.kind(of: fact.thing)) else {
        return nil
      }
      switch field.type {
      case .bool: return [.flag(true), .flag(false)] + (field.mayBeNone ? [.none] : [])
      case .choice(let list):
        let words = evaluator.vocabulary[list].values.indices.map { Value.word(Int64($0)) }
        return words.count <= Self.mostCombinations ? words + (field.mayBeNone ? [.none] : []) : nil
      default: return nil
      }
    case .choice(let id):
      // Where a reading may be any number, the words are not all there is to try.
      guard evaluator.program.choices[id.rawValue].numberUnit == nil else { return nil }
      return evaluator.program.choices[id.rawValue].readings.indices.map { .word(Int64($0)) }
    default: return nil
    }
  }
}
