import Rulebook

/// A definition, ready to be called. Its body is linked when it is first needed.
@safe final class Callee {
  let id: DefinitionID
  let definition: Definition
  let of: KindSet
  let ofMany: Bool
  let slots: Int
  /// Whether what it gave for one thing, day and day of account can be kept by these alone.
  let isKept: Bool
  /// Whether it is read on a day, and depends on the day of account.
  let onDay: Bool
  let usesToday: Bool
  /// Whether it depends on what the money rules have left.
  let readsLeft: Bool
  private var linkedBody: Step?
  /// The body again, for those who call it at once: it is kept above, and so need not be counted.
  private var uncounted: Unmanaged<Step>?
  /// Exceptions that may give another value.
  private(set) var instead: [(name: String, condition: Step, value: Step)] = []
  /// Whether there are any; known when the body has been linked.
  private(set) var hasExceptions = false

  init(_ id: DefinitionID, _ definition: Definition) {
    self.id = id
    self.definition = definition
    of = definition.of
    ofMany = definition.ofMany
    slots = definition.slots
    (onDay, usesToday) = (definition.onDay, definition.usesToday)
    readsLeft = definition.readsLeft
    isKept = !definition.of.isEmpty && !definition.atAmount
  }

  /// Its body; with it, its exceptions are linked.
  func body(_ linker: Linker) -> Step {
    if let linkedBody { return linkedBody }
    let body = linker.step(definition.body)
    instead = definition.instead.map {
      ($0.name, linker.step($0.condition), linker.step($0.value))
    }
    hasExceptions = !instead.isEmpty
    linkedBody = body
    unsafe uncounted = Unmanaged.passUnretained(body)
    return body
  }

  /// Whether its body has been linked.
  var isLinked: Bool { linkedBody != nil }

  /// Its value in brief, where no exceptions may give another one.
  func brief(_ evaluator: Evaluator) -> Brief {
    guard let body = unsafe uncounted else { return body(evaluator.linker).brief(evaluator) }
    return unsafe body._withUnsafeGuaranteedRef { $0.brief(evaluator) }
  }
}

/// A definition asked of a thing, at an amount, on a day.
final class CallStep: Step {
  private let callee: Callee
  private let thing: Step
  private let amount: Step?
  private let day: Step?

  init(_ node: Node, _ callee: Callee, _ arguments: [Node], _ linker: Linker) {
    self.callee = callee
    thing = linker.step(arguments[0])
    let definition = callee.definition
    amount = definition.atAmount ? linker.step(arguments[1]) : nil
    day = definition.onDay ? linker.step(arguments[2]) : nil
    super.init(node)
  }

  override func compute(_ evaluator: Evaluator) -> Value {
    let of = thing.value(evaluator)
    return evaluator.call(
      callee, of, at: amount?.value(evaluator) ?? .none, on: day?.value(evaluator) ?? .none)
  }

  override func brief(_ evaluator: Evaluator) -> Brief {
    let of = thing.brief(evaluator)
    return evaluator.brief(
      callee, of, at: amount?.brief(evaluator) ?? .none, on: day?.brief(evaluator) ?? .none)
  }
}
