/// What is asked of a thing that may be a member of a list, in brief: here nothing more.
///
/// Each test leads to the next one. A constant that is always there is read without being counted,
/// which one that may be nil is not.
class MemberTest {
  /// Whether a thing, which is bound to the list's slot, still is a member when it was one as far
  /// as has been asked.
  func holds(_ number: Int32, _ holds: Brief, _ evaluator: Evaluator) -> Brief { holds }
}

/// Whether it is called what the members are.
final class NounTest: MemberTest {
  private let noun: Callee
  private let next: MemberTest

  init(_ noun: Callee, _ next: MemberTest) { (self.noun, self.next) = (noun, next) }

  override func holds(_ number: Int32, _ holds: Brief, _ evaluator: Evaluator) -> Brief {
    if holds.known == false { return holds }
    let isOne = evaluator.brief(noun, .thing(number), at: .none, on: .none)
    return next.holds(number, evaluator.and(holds, isOne), evaluator)
  }
}

/// Whether it meets the condition.
final class ConditionTest: MemberTest {
  private let condition: Step

  init(_ condition: Step) { self.condition = condition }

  override func holds(_ number: Int32, _ holds: Brief, _ evaluator: Evaluator) -> Brief {
    holds.known == false ? holds : evaluator.and(holds, condition.brief(evaluator))
  }
}
