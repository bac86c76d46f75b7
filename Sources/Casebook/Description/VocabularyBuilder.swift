/// Turns descriptions by name into a vocabulary by number.
struct VocabularyBuilder {
  private var words: [FieldName] = []
  private var keys = NameNumbers(expecting: 256)
  private var lists: [ChoiceList] = []
  private var listNames = NameNumbers(expecting: 64)
  private var kindNames = NameNumbers(expecting: 64)
  /// The fields that many event types have, each made once.
  private var common = [[Field]?](repeating: nil, count: EventDescription.Common.allCases.count)
  private let events: [EventDescription]

  /// The vocabulary of these parts, then these event types.
  static func build(parts: [PartDescription], events: [EventDescription]) -> Vocabulary {
    var builder = VocabularyBuilder(events: events)
    for part in parts { _ = builder.kindNames.number(of: part.name) }
    for event in events { _ = builder.kindNames.number(of: event.name) }
    let count = builder.kindNames.count
    let kinds = parts.map { builder.kind($0) } + events.map { builder.kind($0) }
    precondition(builder.kindNames.count == count, "a field is of a kind that there is none of")
    let keys = builder.keys.table
    return Vocabulary(
      kinds: kinds, words: builder.words, keys: keys, choiceLists: builder.lists,
      slots: slots(of: kinds, wordCount: builder.words.count), core: CoreWords(keys))
  }

  private init(events: [EventDescription]) { self.events = events }

  private static func slots(of kinds: [ThingKind], wordCount: Int) -> [Int8] {
    var slots = [Int8](repeating: -1, count: kinds.count * wordCount)
    for (row, kind) in kinds.enumerated() {
      for (slot, field) in kind.fields.enumerated() {
        slots[row * wordCount + Int(field.word.rawValue)] = Int8(slot)
      }
    }
    return slots
  }

  private mutating func kind(_ part: PartDescription) -> ThingKind {
    ThingKind(
      id: number(ofKind: part.name), name: part.name, label: part.label, role: part.role,
      meaning: part.meaning, fields: part.fields.map { field($0) })
  }

  private mutating func kind(_ event: EventDescription) -> ThingKind {
    let traits = EventTraits(
      rank: event.rank, isLetter: event.family == .letter, isContact: event.family == .contact,
      completeness: event.group?.rawValue,
      silentUnlessDeclared: event.group?.isSilentUnlessDeclared ?? false,
      relatesByClaims: event.relatesByClaims,
      matters: event.matters.map { types, endedBy in
        EventTraits.Matters(
          kinds: types.map { number(ofKind: $0) }, endings: endedBy.map { number(ofKind: $0) })
      })
    return ThingKind(
      id: number(ofKind: event.name), name: event.name, label: event.label, role: .event(traits),
      meaning: event.meaning, fields: event.fieldGroups.flatMap { fields(in: $0) })
  }

  private mutating func fields(in group: EventDescription.Group) -> [Field] {
    switch group {
    case .own(let descriptions): return descriptions.map { field($0) }
    case .common(let common):
      if let made = self.common[common.rawValue] { return made }
      let fields = common.fields.map { field($0) }
      self.common[common.rawValue] = fields
      return fields
    }
  }

  private mutating func number(ofKind name: String) -> KindID {
    KindID(rawValue: UInt8(kindNames.number(of: name)))
  }

  private mutating func field(_ description: FieldDescription) -> Field {
    let type = fieldType(description.type)
    let isRequired = description.marks.contains(.required)
    let word = word(description.key)
    return Field(
      word: word, key: description.key, type: type, isRequired: isRequired,
      mayBeNone: description.marks.contains(.orNone),
      isHuman: description.marks.contains(.human), meaning: description.meaning,
      absence: isRequired ? .error : absence(description.absent, of: type),
      absenceText: isRequired ? "error" : description.absent.text)
  }

  private mutating func word(_ key: String) -> Word {
    let number = keys.number(of: key)
    if number == words.count { words.append(FieldName(key: key)) }
    return Word(rawValue: UInt16(number))
  }

  private mutating func fieldType(_ description: TypeDescription) -> FieldType {
    switch description {
    case .text: .text
    case .id: .id
    case .day: .day
    case .time: .time
    case .money: .money
    case .rate: .rate
    case .ratio: .ratio
    case .int(let range): .int(range)
    case .bool: .bool
    case .events: .events
    case .event: .event
    case .map: .map
    case .reference(let target): .reference(target)
    case .thing(let kind): .thing(number(ofKind: kind))
    case .list(let element): .list(fieldType(element))
    case .choice(let list): .choice(number(of: list))
    case .eventType: .choice(numberOfEventTypes())
    }
  }

  /// The list of event types, which is made of these.
  private mutating func numberOfEventTypes() -> ChoiceList.ID {
    let id = number(ofList: "event-type")
    if Int(id.rawValue) == lists.count {
      lists.append(
        ChoiceList(
          id: id, name: "event-type", values: events.map(\.name), labels: events.map(\.label)))
    }
    return id
  }

  private mutating func number(of list: ChoiceDescription) -> ChoiceList.ID {
    let id = number(ofList: list.name)
    if Int(id.rawValue) == lists.count {
      lists.append(
        ChoiceList(
          id: id, name: list.name, values: list.values.map(\.value),
          labels: list.values.map { Label(nb: $0.nb, en: $0.en) }))
    }
    return id
  }

  private mutating func number(ofList name: String) -> ChoiceList.ID {
    ChoiceList.ID(rawValue: UInt16(listNames.number(of: name)))
  }

  private func absence(_ gap: FieldDescription.Gap, of type: FieldType) -> Absence {
    switch gap {
    case .unknown: .unknown
    case .nothing: .nothing
    case .assumedNone: .assumedNone
    case .assumed(let value, _): .assumed(payload(value, of: type))
    case .assumedList(let values, _):
      if case .list(let element) = type {
        .assumedList(values.map { payload($0, of: element) })
      } else {
        preconditionFailure("a list is assumed where there is none")
      }
    }
  }

  private func payload(_ value: String, of type: FieldType) -> Int64 {
    switch type {
    case .bool where value == "true": return 1
    case .bool where value == "false": return 0
    case .choice(let list):
      if let index = lists[Int(list.rawValue)].values.firstIndex(of: value) { return Int64(index) }
    default: break
    }
    preconditionFailure("\(value) cannot be assumed")
  }
}

extension FieldDescription.Gap {
  /// How the absence is read, in words.
  fileprivate var text: String {
    switch self {
    case .unknown(let text), .assumed(_, let text), .assumedList(_, let text), .nothing(let text):
      text
    case .assumedNone: "assumed none"
    }
  }
}
