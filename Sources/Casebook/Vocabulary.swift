/// Everything a case file can say: the kinds of things, their fields, and the closed lists.
///
/// Each field is described here once. The reader, the JSON Schema, the reference page and the
/// words of the rule language are all made from this description.
public final class Vocabulary: Sendable {
  /// Kinds of things, indexed by `KindID`.
  public let kinds: [ThingKind]
  /// Distinct field names, indexed by `Word`.
  public let words: [FieldName]
  /// The keys of the words, numbered as these.
  let keys: NameTable
  /// Closed lists, indexed by `ChoiceList.ID`.
  public let choiceLists: [ChoiceList]
  /// For each kind and word the slot in that kind's record, or -1; row by row.
  @usableFromInline let slots: [Int8]
  /// How many words there are.
  @usableFromInline let wordCount: Int
  /// The words that the casebook itself reads.
  let core: CoreWords
  /// The kinds that it looks for contradictions in.
  let coreKinds: CoreKinds

  init(
    kinds: [ThingKind], words: [FieldName], keys: NameTable,
    choiceLists: [ChoiceList], slots: [Int8], core: CoreWords
  ) {
    self.kinds = kinds
    self.words = words
    self.keys = keys
    self.choiceLists = choiceLists
    self.slots = slots
    wordCount = words.count
    self.core = core
    coreKinds = CoreKinds(kinds, core)
  }

  /// The slot of a word in records of a kind, or nil when the kind has no such field.
  @inlinable public func slot(of word: Word, in kind: KindID) -> Int? {
    let slot = slots[Int(kind.rawValue) &* wordCount &+ Int(word.rawValue)]
    return slot < 0 ? nil : Int(slot)
  }

  /// The field a word names on a kind, or nil when the kind has no such field.
  public func field(_ word: Word, of kind: KindID) -> Field? {
    slot(of: word, in: kind).map { self[kind].fields[$0] }
  }

  /// The kind with this id.
  public subscript(id: KindID) -> ThingKind { kinds[Int(id.rawValue)] }
  /// The closed list with this id.
  public subscript(id: ChoiceList.ID) -> ChoiceList { choiceLists[Int(id.rawValue)] }
}

/// A field name, the same on every kind that has it. Index into `Vocabulary.words`.
public struct Word: RawRepresentable, Hashable, Sendable {
  /// The index.
  public let rawValue: UInt16
  /// The word at this index.
  public init(rawValue: UInt16) { self.rawValue = rawValue }
}

/// A kind of thing. Every event type is a kind of its own. Index into `Vocabulary.kinds`.
public struct KindID: RawRepresentable, Hashable, Sendable {
  /// The index; below 128.
  public let rawValue: UInt8
  /// The kind at this index.
  public init(rawValue: UInt8) { self.rawValue = rawValue }
}

/// A name or label in both languages of the reports.
public struct Label: Hashable, Sendable {
  /// Norwegian bokmål.
  public let nb: String
  /// English.
  public let en: String
  /// A label in both languages.
  public init(nb: String, en: String) {
    self.nb = nb
    self.en = en
  }
}

/// A kind of thing that a case file can hold: the case, a party, a claim, an event type, a charge…
public final class ThingKind: Sendable {
  /// Position in `Vocabulary.kinds`.
  public let id: KindID
  /// The word for it in the rule language and, for an event, its `type` (`inkassovarsel`).
  public let name: String
  /// What reports call it, in running text.
  public let label: Label
  /// What role it has in the file.
  public let role: Role
  /// What it is, for the reference page; one sentence.
  public let meaning: String
  /// Its fields, in the order of their slots.
  public let fields: [Field]
  /// Whether it is an event, and its order within a day; whether it is a claim.
  let isEvent: Bool, rank: Int, isClaim: Bool

  init(
    id: KindID, name: String, label: Label, role: Role, meaning: String, fields: [Field]
  ) {
    self.id = id
    self.name = name
    self.label = label
    self.role = role
    self.meaning = meaning
    self.fields = fields
    if case .event(let traits) = role {
      (isEvent, rank) = (true, traits.rank)
    } else {
      (isEvent, rank) = (false, 0)
    }
    isClaim = role == .claim
  }

  /// Where a kind stands in the file.
  public enum Role: Hashable, Sendable {
    /// The case file itself.
    case root
    /// A party of the case: creditor, agency, lawyer, debtor.
    case party
    /// A claim.
    case claim
    /// An event of the timeline.
    case event(EventTraits)
    /// Anything nested: a charge, an address, a line, an instalment, a ruling…
    case part
  }
}

/// What sets an event type apart, beside its fields.
public struct EventTraits: Hashable, Sendable {
  /// Order within a day where clock and `seq` do not decide (case format 2.8), 1 to 5.
  public let rank: Int
  /// Whether it is one of the letters (L of case format 2.6).
  public let isLetter: Bool
  /// Whether it is one of the contacts (C of case format 2.6).
  public let isContact: Bool
  /// The key of `complete` that speaks of it (`letters`, `payments`, …), or nil: assumed complete.
  public let completeness: String?
  /// Whether a gap in the file proves nothing unless that group is declared complete.
  public let silentUnlessDeclared: Bool
  /// Whether, without `of`, it concerns every event that shares a claim with it (payment,
  /// extension), rather than one event that has to be found.
  public let relatesByClaims: Bool
  /// What it is about where it does not say (`of`); nil: any event that is asked for.
  public let matters: Matters?

  /// Events that another may be about, while they are open.
  public struct Matters: Hashable, Sendable {
    /// Their types.
    public let kinds: [KindID]
    /// Types that end one of them: afterwards it is no longer meant.
    public let endings: [KindID]
  }
}

/// One field of one kind, or of several that have it in common. An object, because there are many
/// kinds, and each names all its fields.
public final class Field: Sendable {
  /// Its name, shared with the fields of other kinds that are called the same.
  public let word: Word
  /// The JSON key, in camelCase.
  public let key: String
  /// The name in the rule language, in kebab-case.
  public var name: String { FieldName(key: key).name }
  /// What it holds.
  public let type: FieldType
  /// Marked `!` in the case format: the reader insists on it.
  public let isRequired: Bool
  /// Marked `°`: `"none"` says that it was looked for and is not there.
  public let mayBeNone: Bool
  /// Marked `‡`: only a person can set it.
  public let isHuman: Bool
  /// What it means, for the reference page.
  public let meaning: String
  /// How its absence is read.
  public let absence: Absence
  /// How its absence is read, in words, for the reference page.
  public let absenceText: String
  /// How its value is read.
  let plan: FieldPlan

  init(
    word: Word, key: String, type: FieldType, isRequired: Bool, mayBeNone: Bool,
    isHuman: Bool, meaning: String, absence: Absence, absenceText: String
  ) {
    self.word = word
    self.key = key
    self.type = type
    self.isRequired = isRequired
    self.mayBeNone = mayBeNone
    self.isHuman = isHuman
    self.meaning = meaning
    self.absence = absence
    self.absenceText = absenceText
    plan = FieldPlan(type, word: word, mayBeNone: mayBeNone)
  }
}

/// What a field holds, and the unit of its payload in `Slot`.
public indirect enum FieldType: Hashable, Sendable {
  /// Free text; payload: text number.
  case text
  /// An identifier, only compared; payload: text number (equal ids of a file share one).
  case id
  /// A day; payload: `CivilDay.number`.
  case day
  /// A local time; payload: `CivilTime.seconds`.
  case time
  /// Kroner; payload: øre.
  case money
  /// Percent a year; payload: ten-thousandths of a percent.
  case rate
  /// 0 to 1; payload: millionths.
  case ratio
  /// A whole number.
  case int(ClosedRange<Int>)
  /// Payload 1 or 0.
  case bool
  /// One of a closed list; payload: index in the list.
  case choice(ChoiceList.ID)
  /// An id that names a claim, event or address of the file; payload: index of the thing.
  case reference(Reference)
  /// A nested object; payload: index of the thing.
  case thing(KindID)
  /// A list; payload: range in `CaseFile.elements`.
  case list(FieldType)
  /// The timeline: a list whose members are of any event kind.
  case events
  /// One planned event of any event kind; payload: index of the thing.
  case event
  /// An object from names that the vocabulary does not know to texts (`choices`); payload: a range
  /// of `CaseFile.elements` with the text numbers of name, text, name, text, …
  case map

  /// What a reference may name.
  public enum Reference: Hashable, Sendable { case claim, event, address }
}

/// How a missing field is read.
public enum Absence: Hashable, Sendable {
  /// The reader rejects the file.
  case error
  /// Not known: whatever needs it may become undetermined.
  case unknown
  /// Taken to be this value, and printed as an assumption. The payload is as in `Slot`.
  case assumed(Int64)
  /// Taken to be a list of these values, and printed as an assumption.
  case assumedList([Int64])
  /// Taken to be `"none"`, and printed as an assumption.
  case assumedNone
  /// Nothing follows; rules cannot read it.
  case nothing
}

/// A closed list of values.
public struct ChoiceList: Sendable {
  /// Index into `Vocabulary.choiceLists`.
  public struct ID: RawRepresentable, Hashable, Sendable {
    /// The index.
    public let rawValue: UInt16
    /// The list at this index.
    public init(rawValue: UInt16) { self.rawValue = rawValue }
  }
  /// Position in `Vocabulary.choiceLists`.
  public let id: ID
  /// What the list is called in messages: `channel`, `state`.
  public let name: String
  /// The values as written in files and rules, in order.
  public let values: [String]
  /// What reports call each value; as many as `values`.
  public let labels: [Label]
}
