import Values

/// A limb: a scope, tests, and the verdict when they fail.
public final class Limb: Sendable {
  /// The name of the part, if it has one.
  public let part: String?
  /// What is gone through.
  let steps: Later<[ScopeStep]>
  /// What a case must show for it to have a subject.
  public let needs: LimbNeeds
  /// When it is in force.
  public let force: Force
  /// What is asked of a subject.
  let matter: Later<Matter>
  /// The verdict when a test fails.
  public let verdict: RuleVerdict
  /// What a person has to say in it.
  public let review: Review
  /// Whether it takes money by a limit, on each day of account.
  public let isMoney: Bool
  /// What follows.
  public let effects: [Effect]
  /// What it counts, where it counts instead of judging.
  public let measure: Measure?
  /// What is said of a breach.
  let sentence: Later<Sentence>
  /// The bound things that make its subject: slot and kinds.
  public let subject: [(slot: Int, name: String, kinds: KindSet)]
  /// Whether it reads what the money rules have left, and is judged after them.
  public let readsLeft: Bool
  /// How many slots it needs.
  public let slots: Int
  /// Where it is written.
  public let span: Span

  init(
    part: String?, steps: Later<[ScopeStep]>, needs: LimbNeeds, force: Force,
    matter: Later<Matter>, verdict: RuleVerdict, review: Review, isMoney: Bool, effects: [Effect],
    measure: Measure?, sentence: Later<Sentence>,
    subject: [(slot: Int, name: String, kinds: KindSet)], readsLeft: Bool, slots: Int, span: Span
  ) {
    self.part = part
    self.steps = steps
    self.needs = needs
    self.force = force
    self.matter = matter
    self.verdict = verdict
    self.review = review
    self.isMoney = isMoney
    self.effects = effects
    self.measure = measure
    self.sentence = sentence
    self.subject = subject
    self.readsLeft = readsLeft
    self.slots = slots
    self.span = span
  }

  convenience init(
    part: String?, scope: [ScopeStep], needs: LimbNeeds, force: Force, day: Node,
    condition: Node?, tests: [Test],
    verdict: RuleVerdict, review: Review, effects: [Effect], measure: Measure? = nil,
    message: (nb: [MessagePart], en: [MessagePart]),
    subject: [(slot: Int, name: String, kinds: KindSet)], slots: Int, span: Span
  ) {
    self.init(
      part: part, steps: Later(scope), needs: needs, force: force,
      matter: Later(Matter(day: day, condition: condition, tests: tests, exceptions: [])),
      verdict: verdict, review: review,
      isMoney: tests.contains { if case .limit = $0.form { true } else { false } },
      effects: effects, measure: measure,
      sentence: Later(Sentence(nb: message.nb, en: message.en)), subject: subject,
      readsLeft: false, slots: slots, span: span)
  }

  /// What is asked of a subject.
  struct Matter: Sendable {
    let day: Node
    let condition: Node?
    let tests: [Test]
    var exceptions: [LimbException]
  }

  /// What is said of a breach, by language.
  struct Sentence: Sendable {
    let nb, en: [MessagePart]
  }

  /// What is gone through, outermost first.
  public var scope: [ScopeStep] { steps.part }
  /// The deciding day.
  public var day: Node { matter.part.day }
  /// Where it applies.
  public var condition: Node? { matter.part.condition }
  /// The tests, in order.
  public var tests: [Test] { matter.part.tests }
  /// Exceptions that may set it aside, with the condition compiled for its subject.
  public var exceptions: [LimbException] { matter.part.exceptions }
  /// The sentence, by language.
  public var message: (nb: [MessagePart], en: [MessagePart]) {
    (sentence.part.nb, sentence.part.en)
  }

  private func with(
    force: Force? = nil, matter: Matter? = nil, readsLeft: Bool? = nil, slots: Int? = nil
  ) -> Limb {
    Limb(
      part: part, steps: steps, needs: needs, force: force ?? self.force,
      matter: matter.map { Later($0) } ?? self.matter, verdict: verdict, review: review,
      isMoney: isMoney, effects: effects, measure: measure, sentence: sentence, subject: subject,
      readsLeft: readsLeft ?? self.readsLeft, slots: slots ?? self.slots, span: span)
  }

  /// The same limb, judged after the money rules.
  func readingLeft() -> Limb { with(readsLeft: true) }

  /// The same limb with one exception more, which may need more slots.
  func adding(_ exception: LimbException, slots: Int) -> Limb {
    var matter = matter.part
    matter.exceptions.append(exception)
    return with(matter: matter, slots: slots)
  }

  /// The same limb, whose place something else takes from its beginning.
  func replaced(from beginning: Force.Beginning) -> Limb {
    var force = force
    force.replacedFrom.append(beginning)
    return with(force: force)
  }

  /// Whether its period depends on days of commencement, or on what takes its place.
  var dependsOnCommencement: Bool { force.begins != nil || !force.replacedFrom.isEmpty }

  /// The same limb with its period by these days of commencement.
  func settled(_ commencements: [Commencement], reviewed: CivilDay) -> Limb {
    guard dependsOnCommencement else { return self }
    var force = force
    let isByAccount = if case .today = day.code { true } else { false }
    force.settle(commencements, reviewed: reviewed, isOfAccount: isMoney && isByAccount)
    return with(force: force)
  }
}
