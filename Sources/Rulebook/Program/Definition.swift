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
  /// Its value. Arguments are bound to slots 0 (thing), 1 (amount), 2 (day).
  public let body: Node
  /// Exceptions that give another value, as condition and value.
  public let instead: [(name: String, condition: Node, value: Node)]
  /// How many slots it needs.
  public let slots: Int
  /// Whether its value depends on the day of account.
  public let usesToday: Bool
  /// Whether its value depends on what money rules have left.
  public let readsLeft: Bool
  /// Where it is declared.
  public let span: Span

  init(
    name: String, of: KindSet, ofMany: Bool, atAmount: Bool, onDay: Bool, body: Node,
    instead: [(name: String, condition: Node, value: Node)] = [], slots: Int,
    usesToday: Bool = false, readsLeft: Bool = false, span: Span
  ) {
    self.name = name
    self.of = of
    self.ofMany = ofMany
    self.atAmount = atAmount
    self.onDay = onDay
    self.body = body
    self.instead = instead
    self.slots = slots
    self.usesToday = usesToday
    self.readsLeft = readsLeft
    self.span = span
  }
}
