import Values

/// Reads one case file in one pass into flat records.
struct CaseParser {
  let plan: ReadingPlan
  let bytes: [UInt8]
  /// The same with zeros behind it, so that eight bytes can be taken from any place.
  let padded: [UInt8]
  /// The byte to be read next.
  var at = 0
  /// How many lists and objects are open.
  var depth = 0

  var kinds: [KindID] = []
  var bases: [Int32] = []
  var parents: [Int32] = []
  var places: [(word: Word, index: Int32)] = []
  /// What is known of all things, with room for more.
  var slots: [Slot] = []
  /// How many of them are taken.
  private var slotCount = 0
  var elements: [Int64] = []
  var texts = TextPool.Builder()
  var extensions: [Extension] = []
  var extensionNames = Set<Extension.Name>()
  /// Takes escapes out of texts, in memory that is kept.
  var decoder = StringDecoder()
  /// The last name that had escapes, without them.
  var unescaped: [UInt8] = []
  /// Where each thing's object begins, for messages.
  var starts: [Int32] = []
  /// Elements of lists that are still open.
  private var open: [Int64] = []

  init(plan: ReadingPlan, bytes: [UInt8]) {
    self.plan = plan
    self.bytes = bytes
    var padded: [UInt8] = []
    padded.reserveCapacity(bytes.count + Self.padding)
    padded.append(contentsOf: bytes)
    padded.append(contentsOf: repeatElement(0, count: Self.padding))
    self.padded = padded
    kinds.reserveCapacity(32)
    bases.reserveCapacity(32)
    parents.reserveCapacity(32)
    places.reserveCapacity(32)
    starts.reserveCapacity(32)
    elements.reserveCapacity(128)
    open.reserveCapacity(32)
  }

  /// How many zeros there are: eight bytes are taken from the byte behind the last.
  private static let padding = 16

  /// Reads the whole text as one case.
  mutating func parse() throws(Trouble) {
    try refuseStrangeStart()
    slots = [Slot](repeating: .absent, count: min(bytes.count / 3, Self.mostSlotsAtFirst))
    _ = try thing(KindID(rawValue: 0), in: 0, at: (Word(rawValue: 0), -1))
    skipSpace()
    guard at == bytes.count else {
      throw Trouble(
        at: at, expected: "nothing after the case",
        hint: "a .json file holds one case; write several as .ndjson, one a line")
    }
    slots.removeLast(slots.count - slotCount)
  }

  /// A case that is large may be so for its texts.
  private static let mostSlotsAtFirst = 1 << 14

  private mutating func refuseStrangeStart() throws(Trouble) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      throw Trouble(
        at: 0, found: "a byte order mark", expected: "a case file",
        hint: "save the file as UTF-8 without it")
    }
    skipSpace()
    guard at < bytes.count else {
      throw Trouble(
        at: at, found: "nothing", expected: "a case file", hint: "the file is empty")
    }
    guard bytes[at] == ASCII.brace else {
      throw trouble(orBroken: "a case file", hint: "a case is one object: { \"format\": … }")
    }
  }
}

// Objects.
extension CaseParser {
  /// Reads an object as a thing of this kind and returns its number.
  mutating func thing(
    _ kind: KindID, in parent: Int32, at place: (word: Word, index: Int32)
  ) throws(Trouble) -> Int32 {
    let number = Int32(kinds.count)
    let base = slotCount
    let first = plan.firstField[Int(kind.rawValue)]
    let end = plan.firstField[Int(kind.rawValue) + 1]
    kinds.append(kind)
    bases.append(Int32(base))
    parents.append(parent)
    places.append(place)
    starts.append(Int32(at))
    slotCount += end - first
    if slotCount > slots.count {
      slots.append(contentsOf: repeatElement(.absent, count: max(slots.count, end - first)))
    }
    if try enter(until: ASCII.endBrace) {
      repeat {
        try member(of: number, kind, base: base, first: first)
      } while try goesOn(ASCII.endBrace)
    }
    try checkKeys(of: number, kind, base: base)
    return number
  }

  private mutating func member(
    of number: Int32, _ kind: KindID, base: Int, first: Int
  ) throws(Trouble) {
    let start = at
    let word = self.number(in: plan.words)
    let slot = word < 0 ? -1 : Int(plan.slots[Int(kind.rawValue) * plan.wordCount + word])
    guard slot >= 0, slots[base + slot].state == .absent else {
      at = start
      return try unusualMember(of: number, kind, base: base, first: first)
    }
    try colon()
    slots[base + slot] = try value(plan.fields[first + slot], of: number)
  }

  /// A key that is not written plainly, or that the kind does not have, or has had.
  @inline(never)
  private mutating func unusualMember(
    of number: Int32, _ kind: KindID, base: Int, first: Int
  ) throws(Trouble) {
    let start = at
    let key = try name()
    try colon()
    let word = find(key, in: plan.words)
    let slot = word < 0 ? -1 : Int(plan.slots[Int(kind.rawValue) * plan.wordCount + word])
    guard slot >= 0 else {
      guard isExtension(key) else { throw unknown(key, at: start, kind) }
      try keepExtension(key, at: start, of: number, map: -1)
      return
    }
    guard slots[base + slot].state == .absent else {
      throw twice(key, at: start, inObjectAt: starts[Int(number)])
    }
    slots[base + slot] = try value(plan.fields[first + slot], of: number)
  }

  /// A required key that is missing, or two that exclude each other.
  @inline(__always)
  private func checkKeys(
    of number: Int32, _ kind: KindID, base: Int
  ) throws(Trouble) {
    let row = Int(kind.rawValue)
    for index in plan.firstRequired[row]..<plan.firstRequired[row + 1]
    where slots[base + plan.required[index]].state == .absent {
      let field = plan.vocabulary[kind].fields[plan.required[index]]
      throw missing(field, inObjectAt: starts[Int(number)])
    }
    for index in plan.firstExclusion[row]..<plan.firstExclusion[row + 1]
    where slots[base + plan.exclusions[index].first].state != .absent
      && slots[base + plan.exclusions[index].second].state != .absent
    {
      throw both(index, of: plan.vocabulary[kind], inObjectAt: starts[Int(number)])
    }
  }

  /// Reads an event of whatever type its `type` says.
  private mutating func event(
    in parent: Int32, at place: (word: Word, index: Int32)
  ) throws(Trouble) -> Int32 {
    let kind = try eventKind()
    return try thing(kind, in: parent, at: place)
  }

  /// Goes over a key and its colon; the number of the key, or -1.
  private mutating func word() throws(Trouble) -> Int {
    var word = number(in: plan.words)
    if word < 0 {
      let key = try name()
      word = find(key, in: plan.words)
    }
    try colon()
    return word
  }

  /// Looks ahead for the `type` of the event that begins here.
  private mutating func eventKind() throws(Trouble) -> KindID {
    let start = at
    let outside = depth
    if try enter(until: ASCII.endBrace) {
      repeat {
        if try word() == plan.typeWord {
          let index = try choice(plan.eventType)
          (at, depth) = (start, outside)
          return plan.eventKinds[Int(index)]
        }
        try skipValue()
      } while try goesOn(ASCII.endBrace)
    }
    throw Trouble(
      at: start, found: "no \"type\"", expected: "an event type", hint: "add it")
  }
}

// Values of fields.
extension CaseParser {
  @inline(__always)
  private mutating func value(_ field: FieldPlan, of thing: Int32) throws(Trouble) -> Slot {
    if field.mayBeNone, isNone() {
      at += 6
      return .none
    }
    if field.isList { return try list(field, of: thing) }
    if field.operation == .map { return try map(field, of: thing) }
    return .value(try single(field, of: thing, index: -1))
  }

  /// Whether `"none"` stands here.
  @inline(__always)
  private func isNone() -> Bool {
    Words.first(6, of: Words.whole(padded, at: at)) == 0x2265_6E6F_6E22
  }

  private mutating func list(_ field: FieldPlan, of thing: Int32) throws(Trouble) -> Slot {
    guard next == ASCII.bracket else { throw try wrongList(field) }
    let first = elements.count
    guard field.operation == .thing || field.operation == .event else {
      if try enter(until: ASCII.endBracket) {
        repeat {
          let index = Int32(elements.count - first)
          elements.append(try single(field, of: thing, index: index))
        } while try goesOn(ASCII.endBracket)
      }
      return .list(start: first, count: elements.count - first)
    }
    return try listOfThings(field, of: thing)
  }

  /// The elements of what stands in a thing come before those of what it stands in.
  private mutating func listOfThings(
    _ field: FieldPlan, of thing: Int32
  ) throws(Trouble) -> Slot {
    let mark = open.count
    if try enter(until: ASCII.endBracket) {
      repeat {
        open.append(try single(field, of: thing, index: Int32(open.count - mark)))
      } while try goesOn(ASCII.endBracket)
    }
    let first = elements.count
    for place in mark..<open.count { elements.append(open[place]) }
    open.removeLast(open.count - mark)
    return .list(start: first, count: elements.count - first)
  }

  @inline(__always)
  private mutating func single(
    _ field: FieldPlan, of thing: Int32, index: Int32
  ) throws(Trouble) -> Int64 {
    switch field.operation {
    case .text: try text(field)
    case .id, .reference: try id(field)
    case .day: try day(field)
    case .time: try time(field)
    case .money: try decimal(field, places: 2)
    case .rate: try decimal(field, places: 4)
    case .ratio: try ratio(field)
    case .int: try whole(field)
    case .bool: try bool(field)
    case .choice: try choice(field)
    case .thing:
      try Int64(object(field, KindID(rawValue: UInt8(field.argument)), of: thing, index: index))
    case .event: try Int64(object(field, nil, of: thing, index: index))
    case .map: throw try wrong(field)
    }
  }

  @inline(never)
  private mutating func object(
    _ field: FieldPlan, _ kind: KindID?, of parent: Int32, index: Int32
  ) throws(Trouble) -> Int32 {
    guard next == ASCII.brace else { throw try wrong(field) }
    guard let kind else { return try event(in: parent, at: (field.word, index)) }
    return try thing(kind, in: parent, at: (field.word, index))
  }

  /// Reads names and texts; the elements of the list are name, text, name, text, …
  private mutating func map(_ field: FieldPlan, of thing: Int32) throws(Trouble) -> Slot {
    guard at < bytes.count, bytes[at] == ASCII.brace else { throw try wrong(field) }
    let start = Int32(at)
    let first = elements.count
    var seen = Set<Int64>()
    if try enter(until: ASCII.endBrace) {
      repeat {
        let keyStart = at
        let key = try name()
        try colon()
        if isExtension(key) {
          try keepExtension(key, at: keyStart, of: thing, map: Int32(field.word.rawValue))
          continue
        }
        let number = Int64(try number(ofName: key, at: keyStart))
        guard seen.insert(number).inserted else {
          throw twice(key, at: keyStart, inObjectAt: start)
        }
        elements.append(number)
        elements.append(try text(FieldPlan.text))
      } while try goesOn(ASCII.endBrace)
    }
    return .list(start: first, count: elements.count - first)
  }
}
