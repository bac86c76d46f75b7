/// A thing of a case file: the case itself, a party, a claim, an event, a charge, …
public struct Thing: Hashable, Comparable, Sendable {
  /// Position in the file's record of things, in reading order.
  public let index: Int32
  /// The thing at this position.
  @inlinable public init(index: Int32) { self.index = index }
  /// Orders by reading order.
  public static func < (left: Thing, right: Thing) -> Bool { left.index < right.index }
}

/// What one field of one thing holds.
public struct Slot: Hashable, Sendable {
  /// How the payload is to be read.
  public enum State: UInt8, Sendable {
    /// The file does not have the key.
    case absent
    /// The file says `"none"`: looked for, not there.
    case none
    /// A single value; its unit is that of the field's type.
    case value
    /// A list: `first` is its start in `CaseFile.elements`, `count` its length.
    case list
  }
  /// How to read the payload.
  public let state: State
  /// The number of elements of a list, else 0.
  public let count: Int32
  /// The value, or the start of the list in `CaseFile.elements`.
  public let first: Int64

  /// No such key in the file.
  public static let absent = Slot(state: .absent, count: 0, first: 0)
  /// `"none"`.
  public static let none = Slot(state: .none, count: 0, first: 0)
  /// A single value.
  public static func value(_ payload: Int64) -> Slot {
    Slot(state: .value, count: 0, first: payload)
  }
  /// A list of `count` elements from `start`.
  public static func list(start: Int, count: Int) -> Slot {
    Slot(state: .list, count: Int32(count), first: Int64(start))
  }
}

/// Two facts of one file that cannot both be true.
public struct DataConflict: Hashable, Sendable {
  /// A stable name of the kind of conflict: `deadline-before-letter`.
  public let name: String
  /// What contradicts what, for a person.
  public let message: Label
  /// The facts, as thing and field; both are read as unknown.
  public let facts: [Fact]
  /// Their JSON pointers.
  public let paths: [String]
}

/// A field of a thing: what JSON calls a path.
public struct Fact: Hashable, Sendable {
  /// The thing that has, or lacks, the field.
  public let thing: Thing
  /// The field.
  public let word: Word
  /// The field `word` of `thing`.
  public init(_ thing: Thing, _ word: Word) {
    self.thing = thing
    self.word = word
  }
}

/// How two events of one file stand to each other in time.
public enum Precedence: Sendable {
  /// Surely earlier: by day, clock or `seq`.
  case before
  /// Surely later: by day, clock or `seq`.
  case after
  /// The same event.
  case same
  /// Only rank or id would say, or a day is not known.
  case undecided
}

/// One collection case as its file tells it: parties, claims and a timeline, ready to be judged.
///
/// Records are flat: each thing has one `Slot` for every field of its kind. Nothing is judged here.
/// A class, because judging reads it millions of times; nothing in it ever changes.
public final class CaseFile: Sendable {
  /// The vocabulary the file was read with.
  public let vocabulary: Vocabulary
  /// Kind of each thing.
  @usableFromInline let kinds: [KindID]
  /// Where each thing's slots begin.
  @usableFromInline let bases: [Int32]
  /// The thing each thing stands in; the root stands in itself.
  @usableFromInline let parents: [Int32]
  /// Where each thing stands in its parent: the word, and the index in a list or -1.
  let places: [(word: Word, index: Int32)]
  /// All slots.
  @usableFromInline let slots: [Slot]
  /// Elements of all lists.
  public let elements: [Int64]
  /// Distinct texts and ids; `text` and `id` payloads are indices.
  let texts: TextPool
  /// Keys that begin with `x-`, in the order of the file.
  let extensions: [Extension]
  /// The cases: one, unless files were joined.
  public let roots: [Thing]
  /// Of several cases the one that each thing stands in; of one nothing.
  @usableFromInline let homes: [Thing]
  /// Claims in file order.
  public let claims: [Thing]
  /// Events by day, clock, `seq`, rank and id; those without a day last.
  public let events: [Thing]
  /// Charges of all events, in the order of `events` and then of the file.
  public let charges: [Thing]
  /// Which event names which in `of`, in the order of `events`.
  let links: [(target: Thing, event: Thing)]
  /// Facts that contradict each other.
  public let conflicts: [DataConflict]
  /// The line of its input on which the case begins, 1-based.
  public let line: Int

  /// The case itself.
  @inlinable public var root: Thing { Thing(index: 0) }
  /// Number of things.
  @inlinable public var count: Int { kinds.count }

  init(
    _ records: CaseRecords, events: [Thing], charges: [Thing] = [],
    links: [(target: Thing, event: Thing)] = [], conflicts: [DataConflict] = []
  ) {
    vocabulary = records.vocabulary
    kinds = records.kinds
    bases = records.bases
    parents = records.parents
    places = records.places
    slots = records.slots
    elements = records.elements
    texts = records.texts
    extensions = records.extensions
    roots = records.roots
    homes = Self.homes(records)
    claims = records.claims
    line = records.line
    self.events = events
    self.charges = charges
    self.links = links
    self.conflicts = conflicts
  }

  /// Files that were joined lie one after the other.
  private static func homes(_ records: CaseRecords) -> [Thing] {
    guard records.roots.count > 1 else { return [] }
    var homes: [Thing] = []
    homes.reserveCapacity(records.kinds.count)
    for (place, root) in records.roots.enumerated() {
      let next =
        place + 1 < records.roots.count
        ? Int(records.roots[place + 1].index) : records.kinds.count
      homes.append(contentsOf: repeatElement(root, count: next - homes.count))
    }
    return homes
  }

  /// The kind of a thing.
  @inlinable public func kind(of thing: Thing) -> KindID { kinds[Int(thing.index)] }

  /// What a field of a thing holds; `.absent` when the kind has no such field.
  @inlinable public subscript(thing: Thing, word: Word) -> Slot {
    let kind = kinds[Int(thing.index)]
    guard let slot = vocabulary.slot(of: word, in: kind) else { return .absent }
    return slots[Int(bases[Int(thing.index)]) + slot]
  }

  /// What a field of a thing holds, by the place of the field in records of its kind.
  @inlinable public func slot(_ place: Int, of thing: Thing) -> Slot {
    slots[Int(bases[Int(thing.index)]) + place]
  }

  /// The text of a `text` or `id` payload.
  public func text(_ payload: Int64) -> String {
    String(decoding: texts[Int(payload)], as: UTF8.self)
  }

  /// The UTF-8 of a `text` or `id` payload; cheaper than its text.
  public func bytes(ofText payload: Int64) -> ArraySlice<UInt8> { texts[Int(payload)] }

  /// The thing that a thing stands in: the event of a charge, the case of a claim.
  @inlinable public func parent(of thing: Thing) -> Thing {
    Thing(index: parents[Int(thing.index)])
  }
}
