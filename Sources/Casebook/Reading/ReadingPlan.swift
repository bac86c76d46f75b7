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
  /// The description behind each of `fields`, for messages.
  let described: [Field]
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
    words = NameTable(vocabulary.words.map(\.key))
    wordCount = vocabulary.words.count
    slots = vocabulary.slots
    let distinct = Self.distinctValues(vocabulary)
    values = NameTable(distinct)
    valueCount = distinct.count
    indices = Self.indices(of: distinct, in: vocabulary)
    var first = [0]
    for kind in vocabulary.kinds { first.append((first.last ?? 0) + kind.fields.count) }
    firstField = first
    described = vocabulary.kinds.flatMap(\.fields)
    let fields = described.enumerated().map { FieldPlan($1, number: $0) }
    self.fields = fields
    eventKinds = vocabulary.eventKinds.map(\.id)
    typeWord = Int(vocabulary.core.type.rawValue)
    eventType = Self.eventType(vocabulary)
    (required, firstRequired) = Self.flat(
      vocabulary.kinds.map { kind in
        kind.fields.indices.filter { kind.fields[$0].isRequired }
      })
    (references, firstReference) = Self.flat(
      vocabulary.kinds.enumerated().map { number, kind in
        kind.fields.indices.filter { fields[first[number] + $0].operation == .reference }
      })
    (exclusions, firstExclusion) = Self.flat(vocabulary.kinds.map { Self.exclusions(of: $0) })
  }

  private static func eventType(_ vocabulary: Vocabulary) -> FieldPlan {
    guard let kind = vocabulary.eventKinds.first,
      let field = vocabulary.field(vocabulary.core.type, of: kind.id)
    else { preconditionFailure("the vocabulary has no events") }
    return FieldPlan(field)
  }

  /// Rows behind each other, and where each begins; one more beginning than there are rows.
  private static func flat<Element>(_ rows: [[Element]]) -> ([Element], [Int]) {
    var starts = [0]
    for row in rows { starts.append((starts.last ?? 0) + row.count) }
    return (rows.flatMap { $0 }, starts)
  }

  private static func distinctValues(_ vocabulary: Vocabulary) -> [String] {
    var seen = Set<String>()
    return vocabulary.choiceLists.flatMap(\.values).filter { seen.insert($0).inserted }
  }

  private static func indices(of values: [String], in vocabulary: Vocabulary) -> [Int8] {
    let numbers = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, $0) })
    var indices = [Int8](repeating: -1, count: vocabulary.choiceLists.count * values.count)
    for (row, list) in vocabulary.choiceLists.enumerated() {
      for (index, value) in list.values.enumerated() {
        if let number = numbers[value] { indices[row * values.count + number] = Int8(index) }
      }
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

  private static func exclusions(of kind: ThingKind) -> [Exclusion] {
    exclusiveKeys.compactMap { keys in
      guard let first = kind.fields.firstIndex(where: { $0.key == keys.first }),
        let second = kind.fields.firstIndex(where: { $0.key == keys.second })
      else { return nil }
      return Exclusion(first: first, second: second, hint: keys.hint)
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
  /// The closed list, the kind, or the target of a reference.
  let argument: Int
  /// What a whole number may be.
  let range: ClosedRange<Int>
  let isList: Bool
  let mayBeNone: Bool
  let word: Word
  /// Position in `ReadingPlan.fields`; -1 for what no field holds.
  let number: Int

  init(_ field: Field, number: Int = -1) {
    self.number = number
    var type = field.type
    if case .list(let element) = type {
      isList = true
      type = element
    } else {
      isList = type == .events
    }
    (operation, argument) = Self.operation(type)
    range = if case .int(let range) = type { range } else { 0...Int.max }
    mayBeNone = field.mayBeNone
    word = field.word
  }

  /// The texts of a map.
  static let text = FieldPlan(.text)

  private init(_ operation: Operation) {
    self.operation = operation
    (argument, range, isList, mayBeNone, number) = (0, 0...Int.max, false, false, -1)
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
