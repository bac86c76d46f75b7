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
  /// Days on which rows of dated tables begin, or are past.
  let tableChanges: Set<Int32>
  /// Readings chosen for the run, by choice: nil is open.
  private let runChoices: [ChoiceReading]

  /// The case at hand. Read through a constant, so that its records are not copied.
  private(set) var matter: Matter
  var file: CaseFile { _read { yield matter.file } }
  var index: CaseIndex { _read { yield matter.index } }
  /// Readings in force for the run.
  private(set) var choices: [ChoiceReading]
  /// Readings that a case makes for itself.
  private var caseChoices: [Thing: [ChoiceReading]] = [:]
  /// Values that named facts are tried with while splitting.
  var overrides: [Cause: Value] = [:]
  /// Where the explanation is written, when one is wanted.
  var recorder: Recorder?
  /// The case that what is being computed is about.
  var home: Thing
  /// The day of account.
  var today: CivilDay
  /// What stands of each item, while money rules take their turns.
  var standing: [Thing: Ratio]?
  /// What stands of each item when all money rules have had their turns.
  var settled: [Thing: SettledItem]?
  /// Consequences found so far; their things follow those of the file.
  var consequences: [ConsequenceThing] = []
  /// Lists that the file declares incomplete and that have been read.
  var broken: [Cause] = []

  private var stack: [Value] = []
  private var base = 0
  private var kept: [UInt64: Value] = [:]
  /// What definitions gave, with the incomplete lists that they read.
  private var values: [Asked: (value: Value, broken: [Cause])] = [:]
  private var keptBroken: [UInt64: [Cause]] = [:]
  /// For the kinds of lists, whether the file is complete for them.
  var completenessKept: [CompletenessKey: Completeness] = [:]

  init(program: Program, asOf: CivilDay, choices: [ChoiceReading], file: CaseFile) {
    self.program = program
    vocabulary = program.vocabulary
    self.asOf = asOf
    arithmetic = Arithmetic(holidays: program.holidays.map { program.tables[$0.rawValue] })
    words = KnownWords(program.vocabulary, consequences: program.consequences.count)
    tableChanges = Self.changes(of: program)
    runChoices = choices
    self.choices = choices
    matter = Matter(file, Self.index(file, asOf, program, words))
    home = file.root
    today = asOf
  }

  private static func index(
    _ file: CaseFile, _ asOf: CivilDay, _ program: Program, _ words: KnownWords
  ) -> CaseIndex {
    CaseIndex(
      file, asOf: asOf, reviewed: program.reviewedThrough, extracted: words.extracted,
      dayWords: words.dayWords)
  }

  /// Turns to another case, or to another day of evaluation.
  func open(_ file: CaseFile, asOf day: CivilDay) {
    asOf = day
    matter = Matter(file, Self.index(file, asOf, program, words))
    choices = runChoices
    caseChoices = [:]
    home = file.root
    today = asOf
    standing = nil
    settled = nil
    consequences = []
    kept.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    keptBroken.removeAll(keepingCapacity: true)
    completenessKept.removeAll(keepingCapacity: true)
    overrides = [:]
    broken = []
  }

  /// Uses these readings for a case of the file.
  func choose(_ readings: [ChoiceReading], for case: Thing) { caseChoices[`case`] = readings }

  /// The readings in force for the case at hand.
  var readings: [ChoiceReading] { caseChoices[home] ?? choices }

  /// Computes something about a thing, in the case it stands in.
  func about<Result>(_ thing: Thing, _ body: () -> Result) -> Result {
    guard file.roots.count > 1, thing.index < file.count else { return body() }
    let outer = home
    home = file.root(of: thing)
    defer { home = outer }
    return body()
  }

  /// The kind of a thing of the file, or of a consequence.
  func kind(of thing: Thing) -> KindID {
    let number = Int(thing.index) - file.count
    guard number >= 0 else { return file.kind(of: thing) }
    return KindID(rawValue: UInt8(vocabulary.kinds.count + consequences[number].consequence))
  }

  // MARK: Slots

  /// Runs something with a frame of so many slots.
  func withFrame<Result>(_ slots: Int, _ body: () -> Result) -> Result {
    let outer = base
    base = stack.count
    stack.append(contentsOf: repeatElement(.none, count: slots))
    defer {
      stack.removeLast(slots)
      base = outer
    }
    return body()
  }

  func bind(_ slot: Int, _ value: Value) { stack[base + slot] = value }
  func bound(_ slot: Int) -> Value { stack[base + slot] }

  // MARK: Definitions

  /// The value of a definition for these arguments.
  func call(_ id: DefinitionID, _ arguments: [Value]) -> Value {
    let definition = program.definitions[id.rawValue]
    guard !definition.of.isEmpty, let thing = arguments.first else {
      return compute(definition, arguments)
    }
    if definition.ofMany {
      guard case .thing(let number) = thing else { return kept(id, definition, nil, arguments) }
      return kept(id, definition, nil, [.list([Int64(number)])] + arguments.dropFirst())
    }
    switch thing {
    case .thing(let number):
      let place = Thing(index: number)
      guard definition.of.contains(kind(of: place)) else { return .flag(false) }
      return kept(id, definition, place, arguments)
    case .none: return .none
    case .open(let open):
      guard case .oneOf(let candidates) = open.span else {
        return typed(definition.body.type, open.causes, mayBeNone: open.mayBeNone)
      }
      let values = candidates.map { call(id, [$0] + arguments.dropFirst()) }
      return .union(open.mayBeNone ? values + [.none] : values, open.causes)
    default: return .unknown([])
    }
  }

  /// A definition's value, computed once for the same arguments, day of account and case.
  private func kept(
    _ id: DefinitionID, _ definition: Definition, _ thing: Thing?, _ arguments: [Value]
  ) -> Value {
    func computed() -> Value {
      guard let thing else { return compute(definition, arguments) }
      return about(thing) { compute(definition, arguments) }
    }
    if let recorder { return recorded(id, arguments, recorder, computed) }
    guard overrides.isEmpty, !definition.readsLeft,
      let asked = Asked(id, definition, arguments, today: today)
    else { return computed() }
    if let known = values[asked] {
      broken = joined(broken, known.broken)
      return known.value
    }
    let outer = broken
    broken = []
    let value = computed()
    values[asked] = (value, broken)
    broken = joined(outer, broken)
    return value
  }

  /// As computed while an explanation is written: what was asked before is not explained again.
  private func recorded(
    _ id: DefinitionID, _ arguments: [Value], _ recorder: Recorder, _ computed: () -> Value
  ) -> Value {
    // What is not known has no name by which it could be told apart.
    guard !arguments.contains(where: \.isOpen) else { return computed() }
    let asked = "\(id.rawValue) \(arguments)"
    if let value = recorder.explained[asked] { return value }
    let value = computed()
    recorder.explained[asked] = value
    return value
  }

  private func compute(_ definition: Definition, _ arguments: [Value]) -> Value {
    withFrame(definition.slots) {
      for (slot, argument) in arguments.enumerated() where slot < definition.slots {
        bind(slot, argument)
      }
      return definition.instead.isEmpty ? evaluate(definition.body) : excepted(definition)
    }
  }

  /// The value an exception gives instead. Two at once are a conflict, and the value is unknown.
  private func excepted(_ definition: Definition) -> Value {
    var sure: [(exception: String, value: Value)] = []
    var possible: [Value] = []
    var doubt: [Cause] = []
    for exception in definition.instead {
      let condition = evaluate(exception.condition)
      switch Kleene.known(condition) {
      case false?: continue
      case true?: sure.append((exception.name, evaluate(exception.value)))
      case nil:
        possible.append(evaluate(exception.value))
        doubt = joined(doubt, condition.causes)
      }
    }
    if sure.count > 1 { return typed(definition.body.type, [.rivals(sure.map(\.exception))]) }
    if let only = sure.first?.value {
      return possible.isEmpty ? only : typed(definition.body.type, joined(doubt, only.causes))
    }
    let body = evaluate(definition.body)
    return possible.isEmpty ? body : .union([body] + possible, doubt)
  }

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

  /// Keeps what `meets` found for a thing.
  func keepMeets(_ id: MeetsID, _ thing: Int32, _ compute: () -> Value) -> Value {
    guard overrides.isEmpty, recorder == nil else { return compute() }
    return keep(1 << 63 | UInt64(id.rawValue) << 32 | UInt64(UInt32(bitPattern: thing)), compute)
  }

  /// The value kept under a key, computed once. What was read of incomplete lists is kept with it:
  /// whoever asks again has read them too.
  private func keep(_ key: UInt64, _ compute: () -> Value) -> Value {
    if let value = kept[key] {
      if let lists = keptBroken[key] { broken = joined(broken, lists) }
      return value
    }
    let outer = broken
    broken = []
    let value = compute()
    kept[key] = value
    if !broken.isEmpty { keptBroken[key] = broken }
    broken = joined(outer, broken)
    return value
  }
}

/// A case and its arrangement for judging.
final class Matter: Sendable {
  let file: CaseFile
  let index: CaseIndex

  init(_ file: CaseFile, _ index: CaseIndex) {
    self.file = file
    self.index = index
  }
}

/// For which lists of which case completeness has been looked up.
struct CompletenessKey: Hashable {
  let kinds: KindSet
  let home: Thing
  let reach: Reach
}

/// What a choice is set to.
enum ChoiceReading: Hashable, Sendable {
  case reading(Int)
  case number(Int)
  case open
}

/// Words of the vocabulary that judging itself looks up.
struct KnownWords {
  let date: Word
  let deadline: Word
  let deadlineDays: Word
  let at: Word
  let amount: Word
  let kind: Word
  let rulings: Word
  let planned: Word
  let rule: Word
  let ruling: Word
  let claims: Word
  let events: Word
  let choices: Word
  let of: Word
  let extracted: Word
  /// Days of events beside their own: when a payment was ordered, received, falls due.
  let dayWords: [Word]
  let eventKinds: KindSet
  let claimKinds: KindSet
  let itemKinds: KindSet
  /// Kinds that stand for consequences; they follow those of the vocabulary.
  let consequenceKinds: KindSet

  init(_ vocabulary: Vocabulary, consequences: Int) {
    consequenceKinds = KindSet(
      (0..<consequences).map { KindID(rawValue: UInt8(vocabulary.kinds.count + $0)) })
    func word(_ key: String) -> Word { vocabulary.word(key: key) ?? Word(rawValue: 0) }
    date = word("date")
    deadline = word("deadline")
    deadlineDays = word("deadlineDays")
    at = word("at")
    amount = word("amount")
    kind = word("kind")
    rulings = word("rulings")
    planned = word("planned")
    rule = word("rule")
    ruling = word("ruling")
    claims = word("claims")
    events = word("events")
    choices = word("choices")
    of = word("of")
    extracted = word("extracted")
    let dayFields = vocabulary.eventKinds.flatMap { $0.fields.filter { $0.type == .day } }
    dayWords = Array(Set(dayFields.map(\.word)))
    eventKinds = KindSet(vocabulary.eventKinds.map(\.id))
    claimKinds = KindSet(vocabulary.kinds.filter { $0.role == .claim }.map(\.id))
    itemKinds = KindSet(vocabulary.kinds.filter { $0.name == "item" }.map(\.id))
  }
}
