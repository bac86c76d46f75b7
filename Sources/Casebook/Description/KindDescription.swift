/// A field as the description files write it: kinds and closed lists by name.
struct FieldDescription: Sendable {
  /// The JSON key.
  let key: String
  /// What it holds.
  let type: TypeDescription
  /// Its marks in the case format: `!`, `°`, `‡`.
  let marks: Marks
  /// What it means, one sentence.
  let meaning: String
  /// How its absence is read.
  let absent: Gap

  /// The marks of the case format.
  struct Marks: OptionSet, Sendable {
    let rawValue: UInt8
    /// `!`
    static let required = Marks(rawValue: 1)
    /// `°`
    static let orNone = Marks(rawValue: 2)
    /// `‡`
    static let human = Marks(rawValue: 4)
  }

  /// How an absent field is read, with the words of the reference page.
  enum Gap: Sendable {
    case unknown(String)
    case assumed(String, String)
    case assumedNone
    case assumedList([String], String)
    case nothing(String)

    /// Unknown, without a further word.
    static let unknown = Gap.unknown("unknown")
    /// Nothing follows.
    static let nothing = Gap.nothing("—")
    /// Assumed to be this value.
    static func assumed(_ value: String) -> Gap { .assumed(value, "assumed \(value)") }
    /// Assumed to be an empty list.
    static let assumedEmpty = Gap.assumedList([], "assumed none")
  }
}

/// What a field holds, with kinds by name and closed lists by their description.
indirect enum TypeDescription: Sendable {
  case text, id, day, time, money, rate, ratio, bool
  /// A whole number that makes sense here.
  case int(ClosedRange<Int>)
  case choice(ChoiceDescription)
  case reference(FieldType.Reference)
  case thing(String)
  case list(TypeDescription)
  case eventType, events, event, map
}

/// Describes one field with marks; `absent` is ignored for a required one.
func field(
  _ key: String, _ type: TypeDescription, _ marks: FieldDescription.Marks,
  absent: FieldDescription.Gap = .unknown, _ meaning: String
) -> FieldDescription {
  FieldDescription(key: key, type: type, marks: marks, meaning: meaning, absent: absent)
}

/// Describes one field without marks.
func field(
  _ key: String, _ type: TypeDescription, absent: FieldDescription.Gap = .unknown,
  _ meaning: String
) -> FieldDescription {
  FieldDescription(key: key, type: type, marks: [], meaning: meaning, absent: absent)
}

/// A closed list of values with what reports call each: value, bokmål, English.
struct ChoiceDescription: Sendable {
  let name: String
  let values: [(value: String, nb: String, en: String)]

  init(_ name: String, _ values: [(value: String, nb: String, en: String)]) {
    self.name = name
    self.values = values
  }
}

/// A kind of thing other than an event.
struct PartDescription: Sendable {
  let name: String
  let label: Label
  let role: ThingKind.Role
  let meaning: String
  let fields: [FieldDescription]

  init(
    _ name: String, nb: String, en: String, role: ThingKind.Role = .part, _ meaning: String,
    _ fields: [FieldDescription]
  ) {
    self.name = name
    self.label = Label(nb: nb, en: en)
    self.role = role
    self.meaning = meaning
    self.fields = fields
  }
}

/// An event type: its place in a day, its family, and the keys only it has.
struct EventDescription: Sendable {
  let name: String
  let label: Label
  let meaning: String
  let rank: Int
  let family: Family
  let group: CompletenessGroup?
  /// Whether only a debtor does this, so that `by` is assumed debtor.
  let isDebtorsAct: Bool
  let relatesByClaims: Bool
  /// What it is about where it does not say, and what ends such a thing.
  let matters: (types: [String], endedBy: [String])?
  let own: [FieldDescription]

  /// Which common fields an event type has beside those of every event.
  enum Family: Sendable { case letter, contact, plain }

  init(
    _ name: String, rank: Int, _ family: Family = .plain, in group: CompletenessGroup? = nil,
    nb: String, en: String, debtorsAct: Bool = false, relatesByClaims: Bool = false,
    about matters: (types: [String], endedBy: [String])? = nil, _ meaning: String,
    _ own: [FieldDescription] = []
  ) {
    self.name = name
    self.label = Label(nb: nb, en: en)
    self.meaning = meaning
    self.rank = rank
    self.family = family
    self.group = group
    self.isDebtorsAct = debtorsAct
    self.relatesByClaims = relatesByClaims
    self.matters = matters
    self.own = own
  }
}

/// The keys of `complete` (case format 2.1): for which groups a file says it holds everything.
enum CompletenessGroup: String, CaseIterable {
  case letters, assessments, addresses, settlements, claims
  case charges, payments, contacts, objections, plans, legalSteps, handovers, remarks

  /// Whether a gap proves nothing unless the group is declared complete.
  var isSilentUnlessDeclared: Bool {
    switch self {
    case .letters, .assessments, .addresses, .settlements, .claims: true
    default: false
    }
  }
}
