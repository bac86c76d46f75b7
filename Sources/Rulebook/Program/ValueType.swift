public import Casebook

/// What an expression of the rule language gives.
public enum ValueType: Hashable, Sendable {
  /// Yes or no.
  case flag
  /// A day.
  case day
  /// A wall-clock time.
  case time
  /// A time of day.
  case clock
  /// A number of days, months, years or banking days.
  case duration
  /// An amount; computed in øre.
  case money
  /// A count, share or factor.
  case number
  /// One of a closed list.
  case word(ChoiceList.ID)
  /// The type of an event.
  case kind
  /// Text or an identifier, only compared.
  case id
  /// A thing of one of these kinds.
  case thing(KindSet)
  /// Things of these kinds.
  case things(KindSet)
  /// Several of a closed list.
  case words(ChoiceList.ID)
  /// Several texts or identifiers.
  case ids
  /// A row of a table.
  case row(TableID)
  /// A reading of a choice.
  case reading(ChoiceID)

  /// The type as messages call it.
  func described(_ vocabulary: Vocabulary) -> String {
    switch self {
    case .flag: "a flag"
    case .day: "a day"
    case .time: "a time"
    case .clock: "a time of day"
    case .duration: "a number of days"
    case .money: "money"
    case .number: "a number"
    case .word(let list): "a \(vocabulary[list].name)"
    case .kind: "an event type"
    case .id: "an identifier"
    case .thing(let kinds): "\(kinds.described(vocabulary))"
    case .things(let kinds): "a list of \(kinds.described(vocabulary))"
    case .words(let list): "a list of \(vocabulary[list].name)"
    case .ids: "a list of identifiers"
    case .row: "a row of a table"
    case .reading: "a reading of a choice"
    }
  }
}

/// A set of kinds of things.
public struct KindSet: Hashable, Sendable {
  /// The kinds below 64, and those above. One word of 128 bits would be aligned to 16 bytes, and
  /// what holds such a word takes longer to allocate.
  @usableFromInline let low, high: UInt64

  /// No kind.
  public static let empty = KindSet(low: 0, high: 0)

  @inlinable init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// These kinds.
  @inlinable public init(_ kinds: some Sequence<KindID>) {
    var (low, high): (UInt64, UInt64) = (0, 0)
    for kind in kinds {
      let number = kind.rawValue
      if number < 64 { low |= 1 << number } else { high |= 1 << (number - 64) }
    }
    self.init(low: low, high: high)
  }

  /// Whether the set has a kind.
  @inlinable public func contains(_ kind: KindID) -> Bool {
    let number = kind.rawValue
    return number < 64 ? low & (1 << number) != 0 : high & (1 << (number - 64)) != 0
  }
  /// Whether every kind is in the other set.
  @inlinable public func isSubset(of other: KindSet) -> Bool {
    (low & ~other.low) | (high & ~other.high) == 0
  }
  /// A number that is the same for equal sets.
  public var hashed: UInt64 { low ^ high &* 0x9e37_79b9_7f4a_7c15 }
  /// The kinds of both.
  public func union(_ other: KindSet) -> KindSet {
    KindSet(low: low | other.low, high: high | other.high)
  }
  /// The kinds they share.
  @inlinable public func intersection(_ other: KindSet) -> KindSet {
    KindSet(low: low & other.low, high: high & other.high)
  }
  /// Whether it has no kind.
  @inlinable public var isEmpty: Bool { low | high == 0 }

  /// The kinds, in the order of the vocabulary.
  public func members(of vocabulary: Vocabulary) -> [ThingKind] {
    vocabulary.kinds.filter { contains($0.id) }
  }

  func described(_ vocabulary: Vocabulary) -> String {
    let names = members(of: vocabulary).map(\.name)
    // The kinds of consequences follow those of the vocabulary.
    guard !names.isEmpty else { return "a consequence" }
    return names.count > 3
      ? "an event" : names.map { "`\($0)`" }.joined(separator: " or ")
  }
}

/// Index of a table in `Program.tables`.
public struct TableID: RawRepresentable, Hashable, Sendable {
  /// The index.
  public let rawValue: Int
  /// The table at this index.
  public init(rawValue: Int) { self.rawValue = rawValue }
}

/// Index of a choice in `Program.choices`.
public struct ChoiceID: RawRepresentable, Hashable, Sendable {
  /// The index.
  public let rawValue: Int
  /// The choice at this index.
  public init(rawValue: Int) { self.rawValue = rawValue }
}

/// Index of a definition in `Program.definitions`.
public struct DefinitionID: RawRepresentable, Hashable, Sendable {
  /// The index.
  public let rawValue: Int
  /// The definition at this index.
  public init(rawValue: Int) { self.rawValue = rawValue }
}
