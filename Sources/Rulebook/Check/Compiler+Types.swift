import Casebook

extension Compiler {
  func named(_ type: ValueType) -> String { type.described(vocabulary) }

  /// Compiles a condition.
  func flag(
    _ syntax: ExpressionSyntax, _ environment: inout Environment
  ) throws(Diagnostic) -> Node {
    let node = try compile(syntax, &environment)
    try require(node, .flag)
    return node
  }

  func require(_ node: Node, _ type: ValueType) throws(Diagnostic) {
    guard node.type == type else {
      throw Diagnostic(
        "this is \(named(node.type)) where \(named(type)) is needed", at: node.span,
        label: named(node.type), help: hint(node.type, type, number: node))
    }
    try requirePresent(node)
  }

  func requirePresent(_ node: Node) throws(Diagnostic) {
    guard !node.mayBeNone else {
      throw Diagnostic(
        "this may be `none`: looked for, and not there", at: node.span,
        help: "say what holds then: `\(node.span.text) else …`, or test `is none`")
    }
  }

  /// Both give the same kind of value; things may be of different kinds.
  func same(_ left: Node, _ right: Node) throws(Diagnostic) {
    if case .thing = left.type, case .thing = right.type { return }
    if case .things = left.type, case .things = right.type { return }
    guard left.type == right.type else {
      throw Diagnostic(
        "\(named(left.type)) cannot be compared with \(named(right.type))", at: right.span,
        label: "\(named(right.type)); on the left \(named(left.type))",
        help: hint(left.type, right.type, number: left.type == .number ? left : right))
    }
  }

  private func hint(_ left: ValueType, _ right: ValueType, number: Node) -> String? {
    let text = number.span.text
    let isPlain = text.allSatisfy { $0.isNumber || $0 == "." }
    return switch (left, right) {
    case (.day, .money): "for a day some time later, write `notice.date + 14 days`"
    case (.duration, .number), (.number, .duration):
      isPlain ? "write the unit: `\(text) days`" : nil
    case (.money, .number), (.number, .money): isPlain ? "write the unit: `\(text) kroner`" : nil
    default: nil
    }
  }

  /// The value type of a field.
  func type(of field: FieldType, at span: Span) throws(Diagnostic) -> ValueType {
    switch field {
    case .text, .id: return .id
    case .day: return .day
    case .time: return .time
    case .money: return .money
    case .rate, .ratio, .int: return .number
    case .bool: return .flag
    case .choice(let list): return .word(list)
    case .reference(.claim): return .thing(claimKinds)
    case .reference(.event), .event: return .thing(eventKinds)
    case .reference(.address):
      return .thing(KindSet(vocabulary.kinds.filter { $0.name == "address" }.map(\.id)))
    case .thing(let kind): return .thing(KindSet([kind]))
    case .events: return .things(eventKinds)
    case .list(let element):
      switch try type(of: element, at: span) {
      case .word(let list): return .words(list)
      case .thing(let kinds): return .things(kinds)
      case .id: return .ids
      default: throw Diagnostic("rules cannot read this list", at: span)
      }
    case .map: throw Diagnostic("rules cannot read this object", at: span)
    }
  }
}
