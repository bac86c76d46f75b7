/// The vocabulary laid out for the parser: plain numbers in flat arrays, no strings.
final class ReadingPlan: Sendable {
  let vocabulary: Vocabulary
  /// Every key of every kind, numbered as `Vocabulary.words`.
  let words: NameTable
  let wordCount: Int
  /// For each kind and word the slot, as in `Vocabulary.slots`.
  let slots: [Int8]
  /// Every value of every closed list.
  let values: NameTable
  let valueCount: Int
  /// For each list and value the index in the list, or -1; row by row.
  let indices: [Int8]
  /// Where the fields of each kind begin in `fields`; one more than there are kinds.
  let firstField: [Int]
  let fields: [FieldPlan]
  /// Kinds of events by their index in the list of event types.
  let eventKinds: [KindID]
  let typeWord: Int
  /// How the `type` of an event is read.
  let eventType: FieldPlan
  /// The required slots of all kinds, and where those of each kind begin.
  let required: [Int], firstRequired: [Int]
  /// The slots of all kinds that hold references, and where those of each kind begin.
  let references: [Int], firstReference: [Int]
  /// Pairs of slots of which a thing has one at most, and where those of each kind begin.
  let exclusions: [Exclusion], firstExclusion: [Int]

  /// Two keys that say the same thing.
  struct Exclusion: Sendable {
    let first: Int
    let second: Int
    let hint: String
  }

  /// The plan of `skikk-case/1`, made once.
  static let standard = ReadingPlan(.standard)

  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    words = vocabulary.keys
    wordCount = vocabulary.words.count
    slots = vocabulary.slots
    let (values, numbers) = NameTable.numbering(vocabulary.choiceLists.flatMap(\.values))
    self.values = values
    valueCount = values.count
    indices = Self.indices(of: numbers, count: values.count, in: vocabulary)
    var (fields, firstField): ([FieldPlan], [Int]) = ([], [0])
    var (required, firstRequired): ([Int], [Int]) = ([], [0])
    var (references, firstReference): ([Int], [Int]) = ([], [0])
    for kind in vocabulary.kinds {
      for (slot, field) in kind.fields.enumerated() {
        if field.isRequired { required.append(slot) }
        if field.plan.operation == .reference { references.append(slot) }
        fields.append(field.plan.numbered(fields.count))
      }
      firstField.append(fields.count)
      firstRequired.append(required.count)
      firstReference.append(references.count)
    }
    (self.fields, self.firstField) = (fields, firstField)
    (self.required, self.firstRequired) = (required, firstRequired)
    (self.references, self.firstReference) = (references, firstReference)
    eventKinds = vocabulary.eventKinds.map(\.id)
    typeWord = Int(vocabulary.core.type.rawValue)
    eventType = Self.eventType(vocabulary)
    (exclusions, firstExclusion) = Self.flat(Self.exclusions(in: vocabulary))
  }

  /// The description behind one of `fields`, for messages.
  func description(of field: FieldPlan) -> Field {
    let number = Int(field.number)
    var (low, high) = (0, vocabulary.kinds.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if firstField[middle] <= number { low = middle } else { high = middle }
    }
    return vocabulary.kinds[low].fields[number - firstField[low]]
  }

  /// What the whole numbers of one of `fields` may be.
  func range(of field: FieldPlan) -> ClosedRange<Int> {
    Self.range(of: description(of: field).type)
  }

  private static func range(of type: FieldType) -> ClosedRange<Int> {
    switch type {
    case .int(let range): range
    case .list(let member): range(of: member)
    default: 0...Int.max
    }
  }

  private static func eventType(_ vocabulary: Vocabulary) -> FieldPlan {
    guard let kind = vocabulary.eventKinds.first,
      let field = vocabulary.field(vocabulary.core.type, of: kind.id)
    else { preconditionFailure("the vocabulary has no events") }
    return field.plan
  }

  /// Rows behind each other, and where each begins; one more beginning than there are rows.
  private static func flat<Element>(_ rows: [[Element]]) -> ([Element], [Int]) {
    var starts = [0]
    for row in rows { starts.append((starts.last ?? 0) + row.count) }
    return (rows.flatMap { $0 }, starts)
  }

  /// For each list and value the index in the list, or -1, by the number of each value of each
  /// list, list by list, and how many numbers there are.
  private static func indices(
    of numbers: [Int], count: Int, in vocabulary: Vocabulary
  ) -> [Int8] {
    var indices = [Int8](repeating: -1, count: vocabulary.choiceLists.count * count)
    var rest = numbers[...]
    for (row, list) in vocabulary.choiceLists.enumerated() {
      for (index, number) in rest.prefix(list.values.count).enumerated() {
        indices[row * count + number] = Int8(index)
      }
      rest = rest.dropFirst(list.values.count)
    }
    return indices
  }

  /// Keys that say the same thing in two ways, so that a thing has one of them at most.
  static let exclusiveKeys = [
    (first: "date", second: "at", hint: "\"at\" carries the day"),
    (
      first: "deadline", second: "deadlineDays",
      hint: "\"deadline\" is the day the letter states"
    ),
    (first: "instalments", second: "count", hint: "\"instalments\" carries their number"),
  ]

  /// The pairs of slots of each kind that say the same thing.
  private static func exclusions(in vocabulary: Vocabulary) -> [[Exclusion]] {
    let pairs = exclusiveKeys.compactMap { keys -> (first: Word, second: Word, hint: String)? in
      guard let first = vocabulary.word(key: keys.first),
        let second = vocabulary.word(key: keys.second)
      else { return nil }
      return (first, second, keys.hint)
    }
    return vocabulary.kinds.map { kind in
      pairs.compactMap { pair in
        guard let first = vocabulary.slot(of: pair.first, in: kind.id),
          let second = vocabulary.slot(of: pair.second, in: kind.id)
        else { return nil }
        return Exclusion(first: first, second: second, hint: pair.hint)
      }
    }
  }
}

/// How to read the value of one field.
struct FieldPlan: Sendable {
  enum Operation: UInt8, Sendable {
    case text, id, day, time, money, rate, ratio, int, bool, choice, reference, thing, event, map
  }

  /// What the value, or each element of the list, is.
  let operation: Operation
  let isList: Bool
  let mayBeNone: Bool
  let word: Word
  private let shortArgument: UInt16
  /// Position in `ReadingPlan.fields`; -1 for what no field holds.
  private(set) var number: Int32 = -1

  /// The closed list, the kind, or the target of a reference.
  var argument: Int { Int(shortArgument) }

  init(_ type: FieldType, word: Word, mayBeNone: Bool) {
    var type = type
    if case .list(let element) = type {
      isList = true
      type = element
    } else {
      isList = type == .events
    }
    let (operation, argument) = Self.operation(type)
    (self.operation, shortArgument) = (operation, UInt16(argument))
    self.mayBeNone = mayBeNone
    self.word = word
  }

  /// The plan of the field at a position.
  func numbered(_ number: Int) -> FieldPlan {
    var plan = self
    plan.number = Int32(number)
    return plan
  }

  /// The texts of a map.
  static let text = FieldPlan(.text)

  private init(_ operation: Operation) {
    self.operation = operation
    (shortArgument, isList, mayBeNone) = (0, false, false)
    word = Word(rawValue: 0)
  }

  private static func operation(_ type: FieldType) -> (Operation, Int) {
    switch type {
    case .text: (.text, 0)
    case .id: (.id, 0)
    case .day: (.day, 0)
    case .time: (.time, 0)
    case .money: (.money, 0)
    case .rate: (.rate, 0)
    case .ratio: (.ratio, 0)
    case .int: (.int, 0)
    case .bool: (.bool, 0)
    case .choice(let list): (.choice, Int(list.rawValue))
    case .reference(.claim): (.reference, 0)
    case .reference(.event): (.reference, 1)
    case .reference(.address): (.reference, 2)
    case .thing(let kind): (.thing, Int(kind.rawValue))
    case .events, .event: (.event, 0)
    case .map: (.map, 0)
    case .list: preconditionFailure("no list holds lists")
    }
  }
}
