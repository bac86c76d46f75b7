import Casebook
import Rulebook
import Values

/// Computes the expressions of a rule set for one case.
///
/// Values are known or all that they can still be. Nothing is thrown and nothing loops: every
/// expression ends, and what cannot be computed is unknown for a stated cause.
final class Evaluator {
  let program: Program
  let vocabulary: Vocabulary
  private(set) var asOf: CivilDay
  let arithmetic: Arithmetic
  let words: KnownWords
  let linker: Linker
  private let completenessGroups: CompletenessGroups
  /// Readings chosen for the run, by choice: nil is open.
  private let runChoices: [ChoiceReading]

  /// What steps read and bind all the time.
  let state: EvaluationState
  /// The same of those that are brief.
  let brief = BriefState()

  /// The case at hand.
  private(set) var file: CaseFile {
    get { state.file }
    set { state.file = newValue }
  }
  private(set) var index: CaseIndex {
    get { state.index }
    set { state.index = newValue }
  }
  /// Whether a person has ruled on anything in it.
  private(set) var hasRulings = false
  /// How much it shows.
  private(set) var gaps: Gaps
  /// Whether it says that it is incomplete.
  private(set) var isBroken: Bool {
    get { state.isBroken }
    set { state.isBroken = newValue }
  }
  /// Whether it is one case, and not several side by side.
  private(set) var isAlone: Bool {
    get { state.isAlone }
    set { state.isAlone = newValue }
  }
  /// Number of things of the file; consequences follow them.
  private var things: Int32 {
    get { state.things }
    set { state.things = newValue }
  }
  /// Readings in force for the run.
  private(set) var choices: [ChoiceReading]
  /// Readings that a case makes for itself.
  private var caseChoices: [Thing: [ChoiceReading]] = [:]
  /// Values that named facts are tried with while splitting.
  private(set) var overrides: [Cause: Value] = [:]
  /// Whether facts are being tried with values.
  private(set) var isTrying: Bool {
    get { state.isTrying }
    set { state.isTrying = newValue }
  }
  /// Where the explanation is written, when one is wanted.
  var recorder: Recorder? {
    didSet { isRecording = recorder != nil }
  }
  /// Which findings are explained.
  var explained = Explained.all
  /// How far explanations say line by line how a finding came about.
  var traces = Traces.whole
  /// Whether an explanation is being written.
  private(set) var isRecording: Bool {
    get { state.isRecording }
    set { state.isRecording = newValue }
  }
  /// Computes something of which nothing is written down.
  func unrecorded(_ compute: () -> Value) -> Value {
    let outer = recorder
    recorder = nil
    defer { recorder = outer }
    return compute()
  }
  /// The case that what is being computed is about.
  var home: Thing {
    get { state.home }
    set { state.home = newValue }
  }
  /// The day of account.
  var today: CivilDay {
    get { state.today }
    set { state.today = newValue }
  }
  /// Whether something has been read that changes while money rules take their turns: the day of
  /// account, or what is left. Who wants to know clears it first.
  var hasReadAccount: Bool {
    get { state.hasReadAccount }
    set { state.hasReadAccount = newValue }
  }
  /// What stands of each item, while money rules take their turns.
  var standing: Standing? {
    didSet { forgetLeft() }
  }
  /// What stands of each item when all money rules have had their turns.
  var settled: [Thing: SettledItem]? {
    didSet { forgetLeft() }
  }
  /// Consequences found so far; their things follow those of the file.
  var consequences: [ConsequenceThing] = [] {
    didSet {
      shown = kindsShown()
      tapes = [:]
      parts = [:]
    }
  }
  /// The kinds of the events, charges and consequences that there are.
  private(set) var shown = KindSet.empty
  /// Lists that the file declares incomplete and that have been read.
  var broken: [Cause] = []

  /// What definitions gave, with the incomplete lists that they read, and of what has no short key.
  var values: [Asked: (value: Value, broken: [Cause])] = [:]
  /// Those that hold as long as the money rules take nothing.
  var valuesOfLeft: [Asked: (value: Value, broken: [Cause])] = [:]

  /// What they gave while facts are tried with values.
  var tried: [Asked: (value: Value, broken: [Cause])] = [:]

  /// What definitions and parts of expressions read while findings were explained, of a case with
  /// many charges.
  var tapes: [Asked: Tape] = [:]
  /// What parts of expressions gave.
  var parts: [Asked: Value] = [:]
  /// What events are about that do not say.
  var meanings: [Thing: [Thing]]?

  init(_ linker: Linker, asOf: CivilDay, choices: [ChoiceReading], file: CaseFile) {
    self.linker = linker
    (program, words) = (linker.program, linker.words)
    vocabulary = program.vocabulary
    self.asOf = asOf
    let tables = program.tables
    arithmetic = Arithmetic(holidays: program.holidays.map { tables[$0.rawValue] })
    completenessGroups = CompletenessGroups(program.vocabulary)
    runChoices = choices
    self.choices = choices
    gaps = Gaps(file, completenessGroups)
    state = EvaluationState(
      file, CaseIndex(file, asOf: asOf, reviewed: program.reviewedThrough, words: words),
      today: asOf)
    arrange()
  }

  private func arrange() {
    (isAlone, things, isBroken) = (file.roots.count == 1, Int32(file.count), gaps.isBroken)
    state.hasManyCharges =
      isAlone && !isBroken && index.charges.count >= Self.manyCharges
    hasRulings = file.roots.contains { !file.things($0, words.rulings).isEmpty }
    home = file.root
  }

  /// How many charges are many.
  private static let manyCharges = 16

  /// How many events a case may have to be computed in brief: lists in brief are let go of with the
  /// case, and those of a long timeline would pile up.
  private static let mostInBrief = 64

  /// Turns to another case, or to another day of evaluation; `inFull` keeps it from computing
  /// anything in brief.
  func open(_ file: CaseFile, asOf day: CivilDay, inFull: Bool = false) {
    linker.turnToCase()
    if file !== self.file || day != asOf {
      asOf = day
      self.file = file
      index = CaseIndex(file, asOf: asOf, reviewed: program.reviewedThrough, words: words)
      gaps = Gaps(file, completenessGroups)
      meanings = nil
      arrange()
    }
    brief.isOrderly =
      !inFull && !isBroken && file.conflicts.isEmpty && file.events.count <= Self.mostInBrief
    choices = runChoices
    caseChoices = [:]
    home = file.root
    today = asOf
    standing = nil
    settled = nil
    consequences = []
    state.forget()
    brief.forget()
    values.removeAll(keepingCapacity: true)
    broken = []
  }

  /// Computes something with facts that are not known tried with values.
  func trying<Result>(_ assignment: Assignment, _ compute: () -> Result) -> Result {
    (overrides, isTrying) = (assignment.values, true)
    state.forgetTrial()
    tried.removeAll(keepingCapacity: true)
    brief.turn(to: assignment)
    defer {
      (overrides, isTrying) = ([:], false)
      brief.turnBack()
    }
    return compute()
  }

  /// Uses these readings for a case of the file.
  func choose(_ readings: [ChoiceReading], for case: Thing) { caseChoices[`case`] = readings }

  /// The readings in force for the case at hand.
  var readings: [ChoiceReading] {
    caseChoices.isEmpty ? choices : caseChoices[home] ?? choices
  }

  /// Computes something about a thing, in the case it stands in.
  func about<Result>(_ thing: Thing, _ body: () -> Result) -> Result {
    guard !isAlone, thing.index < things else { return body() }
    let outer = home
    home = file.root(of: thing)
    defer { home = outer }
    return body()
  }

  /// The kind of a thing of the file, or of a consequence.
  func kind(of thing: Thing) -> KindID { kind(ofThing: thing.index) }

  /// The same by its number.
  func kind(ofThing number: Int32) -> KindID {
    guard number >= things else { return file.kind(of: Thing(index: number)) }
    return words.kind(ofConsequence: consequences[Int(number - things)].consequence)
  }

  /// The value of an expression of a limb, recorded when an explanation is wanted.
  func evaluate(_ node: Node) -> Value {
    let step = linker.known(node)
    return canBeBrief ? full(step.brief(self)) : step.value(self)
  }

  private func forgetLeft() {
    state.forgetLeft()
    brief.forgetLeft()
    if !valuesOfLeft.isEmpty { valuesOfLeft.removeAll(keepingCapacity: true) }
  }

  // MARK: Slots

  /// Runs something with a frame of so many slots.
  func withFrame<Result>(_ slots: Int, _ body: () -> Result) -> Result {
    let (outer, outerBrief) = (state.enter(slots), brief.enterFree(slots))
    defer {
      state.leave(to: outer)
      brief.leave(to: outerBrief)
    }
    return body()
  }

  func bind(_ slot: Int, _ value: Value) { state.bind(slot, value) }
  func bound(_ slot: Int) -> Value { state.bound(slot) }

  /// An unknown value of a type.
  func typed(_ type: ValueType, _ causes: [Cause], mayBeNone: Bool = false) -> Value {
    switch type {
    case .flag: .open(Open(.flag, mayBeNone: mayBeNone, causes))
    case .day: .open(Open(.days(CivilDay.longAgo, CivilDay.never), mayBeNone: mayBeNone, causes))
    case .money: .open(Open(.numbers(nil, nil), mayBeNone: mayBeNone, causes))
    case .number: .open(Open(.numbers(nil, nil), mayBeNone: mayBeNone, causes))
    default: .open(Open(.anything, mayBeNone: mayBeNone, causes))
    }
  }
}
