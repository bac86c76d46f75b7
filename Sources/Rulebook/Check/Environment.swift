import Casebook

/// The names an expression may use, and where their values are found while judging.
struct Environment {
  struct Variable {
    let slot: Int
    let type: ValueType
    let span: Span?
  }

  private(set) var variables: [String: Variable] = [:]
  /// Names whose binding has a fault that has been reported.
  private(set) var broken: Set<String> = []
  /// The next free slot.
  private(set) var nextSlot = 0
  /// The most slots used so far by anything compiled here.
  private(set) var slots = 0

  /// Binds a name to a new slot. Shadowing is an error.
  mutating func bind(_ name: String, _ type: ValueType, at span: Span) throws(Diagnostic) -> Int {
    if let existing = variables[name] {
      throw Diagnostic(
        "`\(name)` is already bound here", at: span,
        label: existing.span.map { "bound in line \($0.line)" } ?? "",
        help: "give the new one a name of its own with `called`")
    }
    let slot = reserve()
    variables[name] = Variable(slot: slot, type: type, span: span)
    return slot
  }

  /// Binds a name to a slot that is already filled.
  mutating func alias(_ name: String, _ type: ValueType, slot: Int) {
    variables[name] = Variable(slot: slot, type: type, span: nil)
    nextSlot = max(nextSlot, slot + 1)
    slots = max(slots, nextSlot)
  }

  /// A slot without a name.
  mutating func reserve(from first: Int = 0) -> Int {
    nextSlot = max(nextSlot, first) + 1
    slots = max(slots, nextSlot)
    return nextSlot - 1
  }

  /// Names that could not be bound; asking for one is no fault of its own.
  mutating func giveUp(on names: [String]) {
    broken.formUnion(names.filter { variables[$0] == nil })
  }

  /// Forgets names bound since `outer`, but keeps their slots in use.
  mutating func leave(to outer: Environment) {
    variables = outer.variables
    broken = outer.broken
  }
}
