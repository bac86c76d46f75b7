import Casebook
import Values

extension Compiler {
  /// Compiles an expression. `expecting` lets a bare word be read as a value of a closed list.
  func compile(
    _ syntax: ExpressionSyntax, _ environment: inout Environment, expecting: ValueType? = nil
  ) throws(Diagnostic) -> Node {
    let span = syntax.span
    switch syntax.form {
    case .flag(let value): return Node(.flag(value), .flag, span)
    case .number(let value): return Node(.number(value), .number, span)
    case .quantity(let value, let unit): return try quantity(value, unit, span)
    case .day(let day): return Node(.day(day.number), .day, span)
    case .clock(let clock): return Node(.clock(clock), .clock, span)
    case .text(let text): return Node(.text(text), .id, span)
    case .never: return Node(.day(CivilDay.never), .day, span)
    case .longAgo: return Node(.day(CivilDay.longAgo), .day, span)
    case .path(let names, let arguments):
      return try path(names, arguments, span, &environment, expecting: expecting)
    case .property(let base, let names):
      return try fields(names, of: try compile(base, &environment), span)
    case .choice(let name, let unit): return try choice(name, unit, span)
    case .not(let inner): return Node(.not(try flag(inner, &environment)), .flag, span)
    case .all(let parts): return Node(.all(try flags(parts, &environment)), .flag, span)
    case .any(let parts): return Node(.any(try flags(parts, &environment)), .flag, span)
    case .comparison(let order, let left, let right):
      return try comparison(order, left, right, span, &environment)
    case .test(let left, let test, let negated):
      let node = try self.test(left, test, span, &environment)
      return negated ? Node(.not(node), .flag, span) : node
    case .has(let left, let every, let wanted):
      return try has(left, every: every, wanted, span, &environment)
    case .meets(let thing, let source, let section):
      return try meets(thing, source, section, span, &environment)
    case .today: return Node(.today, .day, span)
    case .commencement(let section):
      return Node(.commencement(try commencement(section)), .day, span)
    case .quantified, .count, .pick, .aggregate, .left, .daySum:
      return try listValue(syntax, &environment)
    default: return try arithmetic(syntax, &environment, expecting: expecting)
    }
  }

  private func flags(
    _ parts: [ExpressionSyntax], _ environment: inout Environment
  ) throws(Diagnostic) -> [Node] {
    var nodes: [Node] = []
    let before = sink.count
    for part in parts {
      let node = recover(&environment) { scope throws(Diagnostic) in try flag(part, &scope) }
      if let node { nodes.append(node) }
    }
    if let last = parts.last { try stop(ifMoreThan: before, at: last.span) }
    return nodes
  }

  private func quantity(
    _ value: Ratio, _ unit: Name, _ span: Span
  ) throws(Diagnostic) -> Node {
    if unit.text.hasPrefix("kron") {
      guard let ore = try? value.multiplied(by: Ratio(100)) else {
        throw Diagnostic("this amount is too large", at: span)
      }
      return Node(.number(ore), .money, span)
    }
    guard let count = value.whole.flatMap({ Int(exactly: $0) }) else {
      throw Diagnostic("only whole days, months and years are counted", at: span)
    }
    let units: [String: DurationUnit] = [
      "day": .days, "month": .months, "year": .years, "banking-day": .bankingDays,
    ]
    let singular = unit.text.hasSuffix("s") ? String(unit.text.dropLast()) : unit.text
    return Node(.duration(count, units[singular] ?? .days), .duration, span)
  }

  private func choice(_ name: Name, _ unit: Name?, _ span: Span) throws(Diagnostic) -> Node {
    guard let id = choices[name.text] else {
      throw unknown(
        "there is no choice `\(name.text)`", name, among: choices.keys.sorted())
    }
    readChoices.insert(id.rawValue)
    guard unit != nil else { return Node(.choice(id), .reading(id), span) }
    guard let unit = program.choices[id.rawValue].numberUnit else {
      throw Diagnostic("no reading of `\(name.text)` is a number", at: span)
    }
    return Node(.choiceNumber(id, unit), .duration, span)
  }

  private func comparison(
    _ order: Comparison, _ left: ExpressionSyntax, _ right: ExpressionSyntax, _ span: Span,
    _ environment: inout Environment
  ) throws(Diagnostic) -> Node {
    let (left, right) = try sides(left, right, &environment)
    try same(left, right)
    switch left.type {
    case .day, .money, .number, .clock, .time, .duration: break
    case .thing, .id, .word, .flag, .kind:
      guard order == .equal else {
        throw Diagnostic("\(named(left.type)) has no order", at: span, help: "only `=` fits here")
      }
    default: throw Diagnostic("\(named(left.type)) cannot be compared", at: left.span)
    }
    try requirePresent(left)
    try requirePresent(right)
    return Node(.compare(order, left, right), .flag, span)
  }

  /// Both sides of an operator. When the left has a fault, the right is still looked at, unless it
  /// is a bare word that only the left could explain.
  private func sides(
    _ left: ExpressionSyntax, _ right: ExpressionSyntax, _ environment: inout Environment
  ) throws(Diagnostic) -> (Node, Node) {
    let first = recover(&environment) { scope throws(Diagnostic) in try compile(left, &scope) }
    if let first { return (first, try compile(right, &environment, expecting: first.type)) }
    if case .path(let names, let arguments) = right.form, names.count == 1, arguments.isEmpty {
      throw alreadyReported(at: left.span)
    }
    _ = try compile(right, &environment)
    throw alreadyReported(at: left.span)
  }

  private func arithmetic(
    _ syntax: ExpressionSyntax, _ environment: inout Environment, expecting: ValueType?
  ) throws(Diagnostic) -> Node {
    let span = syntax.span
    switch syntax.form {
    case .arithmetic(let operation, let left, let right):
      let (left, right) = try sides(left, right, &environment)
      try requirePresent(left)
      try requirePresent(right)
      return Node(
        .arithmetic(operation, left, right), try result(of: operation, left, right, span), span)
    case .extreme(let extreme, let left, let right):
      let left = try compile(left, &environment)
      let right = try compile(right, &environment)
      try same(left, right)
      try requirePresent(left)
      try requirePresent(right)
      guard left.type == .day || left.type == .money || left.type == .number else {
        throw Diagnostic("\(named(left.type)) has no order", at: span)
      }
      return Node(.extreme(extreme, left, right), left.type, span)
    case .otherwise(let value, let fallback):
      return try otherwise(value, fallback, span, &environment)
    case .ifUnknown(let value, let fallback):
      let value = try compile(value, &environment, expecting: expecting)
      let fallback = try compile(fallback, &environment, expecting: value.type)
      try same(value, fallback)
      return Node(.ifUnknown(value, fallback), value.type, span, mayBeNone: value.mayBeNone)
    case .ifUnknownBetween(let value, let low, let high):
      let value = try compile(value, &environment)
      let low = try compile(low, &environment)
      let high = try compile(high, &environment)
      try same(value, low)
      try same(value, high)
      return Node(
        .ifUnknownBetween(value, low, high), value.type, span, mayBeNone: value.mayBeNone)
    case .rounded(let value, let rounding, let unit):
      let value = try compile(value, &environment)
      let unit = try compile(unit, &environment)
      try same(value, unit)
      try requirePresent(value)
      return Node(.rounded(value, rounding, unit), value.type, span)
    default: throw Diagnostic("this cannot stand here", at: span)
    }
  }

  private func otherwise(
    _ value: ExpressionSyntax, _ fallback: ExpressionSyntax, _ span: Span,
    _ environment: inout Environment
  ) throws(Diagnostic) -> Node {
    let value = try compile(value, &environment)
    let fallback = try compile(fallback, &environment, expecting: value.type)
    try same(value, fallback)
    guard value.mayBeNone else {
      throw Diagnostic(
        "this is never `none`, so `else` is never reached", at: fallback.span,
        help: "leave `else` out, or write `if unknown` for a fact the file may lack")
    }
    return Node(.otherwise(value, fallback), value.type, span, mayBeNone: fallback.mayBeNone)
  }

  private func result(
    of operation: Operator, _ left: Node, _ right: Node, _ span: Span
  ) throws(Diagnostic) -> ValueType {
    switch (operation, left.type, right.type) {
    case (.minus, .day, .day): return .duration
    case (.plus, .day, .duration), (.minus, .day, .duration): return .day
    case (.plus, .money, .money), (.minus, .money, .money): return .money
    case (.times, .money, .number), (.times, .number, .money), (.over, .money, .number):
      return .money
    case (.over, .money, .money), (_, .number, .number): return .number
    default:
      let verb =
        switch operation {
        case .plus: "added to"
        case .minus: "taken from"
        case .times: "multiplied by"
        case .over: "divided by"
        }
      let (first, second) =
        operation == .plus || operation == .minus ? (right, left) : (left, right)
      throw Diagnostic(
        "\(named(first.type)) cannot be \(verb) \(named(second.type))", at: span,
        help: "days take `14 days`; amounts take amounts, and numbers as factors")
    }
  }
}
