/// A definition: a value that rules ask for by name.
public final class Definition: Sendable {
  /// Its name.
  public let name: String
  /// The kinds it is of; empty when it is of nothing.
  public let of: KindSet
  /// Whether it is of several claims at once.
  public let ofMany: Bool
  /// Whether it is read at an amount.
  public let atAmount: Bool
  /// Whether it is read on a day.
  public let onDay: Bool
  /// What it is worth, read when it is first asked for.
  let value: Later<Value>
  /// How many slots it needs.
  public let slots: Int
  /// Whether its value depends on the day of account.
  public let usesToday: Bool
  /// Whether its value depends on what money rules have left.
  public let readsLeft: Bool
  /// Where it is declared.
  public let span: Span

  init(
    name: String, of: KindSet, ofMany: Bool, atAmount: Bool, onDay: Bool, value: Later<Value>,
    slots: Int, usesToday: Bool = false, readsLeft: Bool = false, span: Span
  ) {
    self.name = name
    self.of = of
    self.ofMany = ofMany
    self.atAmount = atAmount
    self.onDay = onDay
    self.value = value
    self.slots = slots
    self.usesToday = usesToday
    self.readsLeft = readsLeft
    self.span = span
  }

  convenience init(
    name: String, of: KindSet, ofMany: Bool, atAmount: Bool, onDay: Bool, body: Node,
    instead: [(name: String, condition: Node, value: Node)] = [], slots: Int,
    usesToday: Bool = false, readsLeft: Bool = false, span: Span
  ) {
    self.init(
      name: name, of: of, ofMany: ofMany, atAmount: atAmount, onDay: onDay,
      value: Later(Value(body: body, instead: instead)), slots: slots, usesToday: usesToday,
      readsLeft: readsLeft, span: span)
  }

  /// What a definition is worth.
  struct Value: Sendable {
    let body: Node
    let instead: [(name: String, condition: Node, value: Node)]
  }

  /// Its value. Arguments are bound to slots 0 (thing), 1 (amount), 2 (day).
  public var body: Node { value.part.body }
  /// Exceptions that give another value, as condition and value.
  public var instead: [(name: String, condition: Node, value: Node)] { value.part.instead }
}

/// The definitions of a program, each of which is read when it is first asked for.
public struct Definitions: RandomAccessCollection, Sendable {
  var parts: [Later<Definition>] = []

  /// The index of the first definition.
  public var startIndex: Int { 0 }
  /// How many there are.
  public var endIndex: Int { parts.count }
  /// A definition.
  public subscript(number: Int) -> Definition { parts[number].part }

  mutating func append(_ definition: Definition) { parts.append(Later(definition)) }
}
