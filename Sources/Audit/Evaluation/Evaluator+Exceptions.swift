import Rulebook

// Definitions that exceptions give another value.
extension Evaluator {
  /// The value an exception gives instead. Two at once are a conflict, and the value is unknown.
  func excepted(_ callee: Callee, _ unexcepted: Step) -> Value {
    var sure: [(exception: String, value: Value)] = []
    var possible: [Value] = []
    var doubt: [Cause] = []
    for exception in callee.instead {
      let condition = exception.condition.value(self)
      switch Kleene.known(condition) {
      case false?: continue
      case true?: sure.append((exception.name, exception.value.value(self)))
      case nil:
        possible.append(exception.value.value(self))
        doubt = joined(doubt, condition.causes)
      }
    }
    let type = unexcepted.node.type
    if sure.count > 1 { return typed(type, [.rivals(sure.map(\.exception))]) }
    if let only = sure.first?.value {
      return possible.isEmpty ? only : typed(type, joined(doubt, only.causes))
    }
    let body = unexcepted.value(self)
    return possible.isEmpty ? body : .union([body] + possible, doubt)
  }
}
