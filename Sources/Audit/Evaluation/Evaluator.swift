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
  private let state: EvaluationState

  /// The case at hand.
  private(set) var file: CaseFile {
    get { state.file }
    set { state.file = newValue }
  }
  private(set) var index: CaseIndex {
    get { state.index }
    set { state.index = newValue }
  }
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
  private(set) var things: Int32 {
    get { state.things }
    set { state.things = newValue }
  }
  /// Readings in force for the run.
  private(set) var choices: [ChoiceReading]
  /// Readings that a case makes for itself.
  private var caseChoices: [Thing: [ChoiceReading]] = [:]
  /// Values that named facts are tried with while splitting.
  var overrides: [Cause: Value] = [:] {
    didSet {
      isTrying = !overrides.isEmpty
      if isTrying { state.forgetTrial() }
    }
  }
  /// Whether facts are being tried with values.
  private(set) var isTrying: Bool {
    get { state.isTrying }
    set { state.isTrying = newValue }
  }
  /// Where the explanation is written, when one is wanted.
  var recorder: Recorder? {
    didSet { isRecording = recorder != nil }
  }
  /// Whether an explanation is being written.
  private(set) var isRecording: Bool {
    get { state.isRecording }
    set { state.isRecording = newValue }
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
    didSet { state.forgetLeft() }
  }
  /// What stands of each item when all money rules have had their turns.
  var settled: [Thing: SettledItem]? {
    didSet { state.forgetLeft() }
  }
  /// Consequences found so far; their things follow those of the file.
  var consequences: [ConsequenceThing] = [] {
    didSet { shown = kindsShown() }
  }
  /// The kinds of the events, charges and consequences that there are.
  private(set) var shown = KindSet.empty
  /// Lists that the file declares incomplete and that have been read.
  var broken: [Cause] = []

  /// The same with the incomplete lists that they read, and of what has no short key.
  private var values: [Asked: (value: Value, broken: [Cause])] = [:]

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
    home = file.root
  }

  /// Turns to another case, or to another day of evaluation.
  func open(_ file: CaseFile, asOf day: CivilDay) {
    linker.turnToCase()
    if file !== self.file || day != asOf {
      asOf = day
      self.file = file
      index = CaseIndex(file, asOf: asOf, reviewed: program.reviewedThrough, words: words)
      gaps = Gaps(file, completenessGroups)
      arrange()
    }
    choices = runChoices
    caseChoices = [:]
    home = file.root
    today = asOf
    standing = nil
    settled = nil
    consequences = []
    state.forget()
    values.removeAll(keepingCapacity: true)
    if isTrying { overrides = [:] }
    broken = []
  }

  /// Uses these readings for a case of the file.
  func choose(_ readings: [ChoiceReading], for case: Thing) { caseChoices[`case`] = readings }

  /// The readings in force for the case at hand.
  var readings: [ChoiceReading] {
    caseChoices.isEmpty ? choices : caseChoices[home] ?? choices
  }

  /// The value of an expression, recorded when an explanation is wanted.
  func evaluate(_ node: Node) -> Value { linker.known(node).value(self) }

  // MARK: Slots

  /// Runs something with a frame of so many slots.
  func withFrame<Result>(_ slots: Int, _ body: () -> Result) -> Result {
    let outer = state.enter(slots)
    defer { state.leave(to: outer) }
    return body()
  }

  func bind(_ slot: Int, _ value: Value) { state.bind(slot, value) }
  func bound(_ slot: Int) -> Value { state.bound(slot) }

  // MARK: Definitions

  /// The value of a definition of a thing, or of several claims, at an amount, on a day.
  func call(_ id: DefinitionID, _ of: Value, on day: Value = .none) -> Value {
    call(linker.callee(id), of, at: .none, on: day)
  }

  /// The same.
  func call(_ callee: Callee, _ of: Value, at amount: Value, on day: Value) -> Value {
    if callee.of.isEmpty { return compute(callee, of, amount, day) }
    if callee.usesToday || callee.readsLeft { hasReadAccount = true }
    if callee.isKept, !isRecording, !isBroken, case .thing(let number) = of {
      return kept(callee, number, day)
    }
    if callee.ofMany {
      if case .thing(let number) = of {
        return kept(callee, nil, .list([Int64(number)]), amount, day)
      }
      return kept(callee, nil, of, amount, day)
    }
    switch of {
    case .thing(let number):
      guard callee.of.contains(kind(ofThing: number)) else { return .flag(false) }
      return kept(callee, Thing(index: number), of, amount, day)
    case .none: return .none
    case .open(let open):
      guard case .oneOf(let candidates) = open.span else {
        return typed(callee.definition.body.type, open.causes, mayBeNone: open.mayBeNone)
      }
      let values = candidates.map { call(callee, $0, at: amount, on: day) }
      return .union(open.mayBeNone ? values + [.none] : values, open.causes)
    default: return .unknown([])
    }
  }

  /// A definition's value of one thing, computed once for the same day, day of account and case.
  private func kept(_ callee: Callee, _ number: Int32, _ day: Value) -> Value {
    guard callee.ofMany || callee.of.contains(kind(ofThing: number)) else { return .flag(false) }
    var on = CivilDay.longAgo
    if callee.onDay {
      guard case .day(let known) = day else { return computed(callee, number, day) }
      on = known
    }
    let key = Memo.Key(
      callee.id.rawValue, of: number, on: on,
      today: callee.usesToday ? today.number : CivilDay.longAgo)
    if let known = state.kept(key, readsLeft: callee.readsLeft) { return known }
    let value = computed(callee, number, day)
    state.keep(value, key, readsLeft: callee.readsLeft)
    return value
  }

  private func computed(_ callee: Callee, _ number: Int32, _ day: Value) -> Value {
    callee.ofMany
      ? compute(callee, .list([Int64(number)]), .none, day)
      : computed(callee, Thing(index: number), .thing(number), .none, day)
  }

  /// A definition's value, computed once for the same arguments, day of account and case.
  private func kept(
    _ callee: Callee, _ thing: Thing?, _ of: Value, _ amount: Value, _ day: Value
  ) -> Value {
    if !isRecording, !isBroken, let key = key(callee, of, day) {
      if let known = state.kept(key, readsLeft: callee.readsLeft) { return known }
      let value = computed(callee, thing, of, amount, day)
      state.keep(value, key, readsLeft: callee.readsLeft)
      return value
    }
    if let recorder { return recorded(callee, thing, of, amount, day, recorder) }
    guard !isTrying, !callee.readsLeft,
      let asked = Asked(callee.definition, callee.id, of, amount, day, today: today)
    else { return computed(callee, thing, of, amount, day) }
    if let known = values[asked] {
      broken = joined(broken, known.broken)
      return known.value
    }
    let outer = broken
    broken = []
    let value = computed(callee, thing, of, amount, day)
    values[asked] = (value, broken)
    broken = joined(outer, broken)
    return value
  }

  /// The short key of a definition of one thing or one claim.
  private func key(_ callee: Callee, _ of: Value, _ day: Value) -> Memo.Key? {
    guard callee.isKept else { return nil }
    let thing: Int32
    switch of {
    case .thing(let number): thing = number
    case .list(let members) where members.count == 1:
      thing = Int32(truncatingIfNeeded: members[0])
    default: return nil
    }
    var on = CivilDay.longAgo
    if callee.onDay {
      guard case .day(let number) = day else { return nil }
      on = number
    }
    return Memo.Key(
      callee.id.rawValue, of: thing, on: on,
      today: callee.usesToday ? today.number : CivilDay.longAgo)
  }

  private func computed(
    _ callee: Callee, _ thing: Thing?, _ of: Value, _ amount: Value, _ day: Value
  ) -> Value {
    guard let thing, !isAlone else { return compute(callee, of, amount, day) }
    return about(thing) { compute(callee, of, amount, day) }
  }

  /// As computed while an explanation is written: what was asked before is not explained again.
  private func recorded(
    _ callee: Callee, _ thing: Thing?, _ of: Value, _ amount: Value, _ day: Value,
    _ recorder: Recorder
  ) -> Value {
    // What is not known has no name by which it could be told apart.
    guard !amount.isOpen, !day.isOpen,
      let asked = Asked(callee.definition, callee.id, of, amount, day, today: today)
    else { return computed(callee, thing, of, amount, day) }
    if let value = recorder.explained[asked] { return value }
    let value = computed(callee, thing, of, amount, day)
    recorder.explained[asked] = value
    return value
  }

  private func compute(
    _ callee: Callee, _ of: Value, _ amount: Value, _ day: Value
  ) -> Value {
    let outer = state.enter(callee.slots)
    defer { state.leave(to: outer) }
    if callee.slots > 0 { bind(0, of) }
    if callee.slots > 1 { bind(1, amount) }
    if callee.slots > 2 { bind(2, day) }
    let body = callee.body(linker)
    return callee.hasExceptions ? excepted(callee, body) : body.value(self)
  }

  /// Keeps what `meets` found for a thing. What was read of incomplete lists is kept with it:
  /// whoever asks again has read them too.
  func keepMeets(_ id: MeetsID, _ thing: Int32, _ compute: () -> Value) -> Value {
    guard !isRecording else { return compute() }
    guard isBroken else {
      let key = Memo.Key(
        id.rawValue, ofRules: true, of: thing, on: CivilDay.longAgo, today: CivilDay.longAgo)
      if let value = state.kept(key) { return value }
      let value = compute()
      state.keep(value, key)
      return value
    }
    guard !isTrying else { return compute() }
    let asked = Asked(id, thing)
    if let known = values[asked] {
      broken = joined(broken, known.broken)
      return known.value
    }
    let outer = broken
    broken = []
    let value = compute()
    values[asked] = (value, broken)
    broken = joined(outer, broken)
    return value
  }
}
