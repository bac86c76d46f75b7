import Casebook
import Rulebook
import Values

extension Evaluator {
  /// The value of an expression, recorded when an explanation is wanted.
  func evaluate(_ node: Node) -> Value {
    guard let recorder, recorder.begin(node) else { return compute(node) }
    let value = compute(node)
    recorder.end(node, value)
    return value
  }

  private func compute(_ node: Node) -> Value {
    switch node.code {
    case .flag(let flag): return .flag(flag)
    case .number(let number): return .number(number)
    case .day(let day): return .day(day)
    case .clock(let second): return .clock(second)
    case .duration(let count, let unit): return .duration(count, unit)
    case .word(let word): return .word(word)
    case .text(let text): return .word(file.payload(ofText: text) ?? Self.foreign(text))
    case .variable(let slot): return bound(slot)
    case .root(let thing): return .thing(root(of: thing).index)
    case .party(let word, let thing):
      return field(word, of: root(of: thing), .thing(KindSet.empty))
    case .today: return .day(today.number)
    case .commencement(let index): return commencement(index)
    case .consequence(let thing, let fact): return consequence(fact, of: evaluate(thing))
    case .left(let list): return left(members(list))
    case .daySum(let slot, let value, let from, let through):
      return daySum(slot, value, evaluate(from), evaluate(through))
    case .calendarFact(let fact, let day): return calendarFact(fact, evaluate(day))
    case .field(let thing, let word): return field(word, of: evaluate(thing), node)
    case .link(let thing, let link): return self.link(link, of: evaluate(thing), node)
    case .call(let id, let arguments):
      return call(id, arguments.map { evaluate($0) })
    case .lookup(let lookup): return self.lookup(lookup, node)
    case .calendar(let table, let day): return calendar(table, evaluate(day))
    case .rowWords, .rowValue, .rowFlag: return row(node)
    case .choice, .choiceNumber, .isReading: return choice(node)
    case .quantified, .count, .pick, .aggregate, .members: return listValue(node)
    case .isKind(let thing, let kinds): return isKind(evaluate(thing), kinds)
    case .not, .all, .any, .isNone, .isOneOf, .has, .hasEvery, .holds, .meets:
      return flag(node)
    case .compare(let order, let left, let right):
      let (a, b) = (evaluate(left), evaluate(right))
      let result = arithmetic.compare(order, a, b, left.type)
      recorder?.compared(a, order, b, left.type, result)
      return result
    case .between(let value, let low, let high):
      let value = evaluate(value)
      return Kleene.and(
        arithmetic.compare(.atLeast, value, evaluate(low), low.type),
        arithmetic.compare(.atMost, value, evaluate(high), low.type))
    default: return derived(node)
    }
  }

  /// A payload for a text that the file does not have: negative, and the same for equal texts.
  private static func foreign(_ text: String) -> Int64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return -1 - Int64(hash >> 1)
  }

  private func derived(_ node: Node) -> Value {
    switch node.code {
    case .extreme(let extreme, let left, let right):
      return arithmetic.extreme(extreme, evaluate(left), evaluate(right))
    case .arithmetic(let operation, let left, let right):
      let (a, b) = (evaluate(left), evaluate(right))
      recorder?.worked(a, left.type, operation.rawValue, b, right.type)
      return arithmetic.apply(operation, a, b, node.type)
    case .otherwise(let value, let fallback): return otherwise(evaluate(value), fallback)
    case .ifUnknown(let value, let fallback):
      let value = evaluate(value)
      guard value.isOpen else { return value }
      let assumed = evaluate(fallback)
      recorder?.assumed(of: value.causes, assumed, node.type)
      return assumed
    case .ifUnknownBetween(let value, let low, let high):
      let value = evaluate(value)
      guard case .open(let open) = value else { return value }
      return between(evaluate(low), evaluate(high), open, low.type)
    case .rounded(let value, let rounding, let unit):
      return rounded(evaluate(value), rounding, evaluate(unit))
    case .when(let cases, let otherwise): return when(cases, otherwise)
    case .dated(let day, let cases, let before): return dated(evaluate(day), cases, before)
    case .binding(let slot, let value, let body):
      bind(slot, evaluate(value))
      return evaluate(body)
    default: return .unknown([])
    }
  }

  private func otherwise(_ value: Value, _ fallback: Node) -> Value {
    switch value {
    case .none: evaluate(fallback)
    case .open(let open) where open.mayBeNone:
      .union([.open(Open(open.span, open.causes)), evaluate(fallback)], open.causes)
    default: value
    }
  }

  private func between(_ low: Value, _ high: Value, _ open: Open, _ type: ValueType) -> Value {
    let causes = joined(open.causes, joined(low.causes, high.causes))
    if type == .day {
      return .day(DayRange(low: low.days.low, high: high.days.high), causes)
    }
    return .number(NumberRange(low: low.numbers.low, high: high.numbers.high), causes)
  }

  private func rounded(_ value: Value, _ rounding: Ratio.Rounding, _ unit: Value) -> Value {
    guard case .number(let step) = unit else { return .unknown(unit.causes) }
    let range = value.numbers
    do {
      if case .number(let number) = value { return .number(try number.rounded(rounding, to: step)) }
      return .number(
        NumberRange(
          low: try range.low.map { try $0.rounded(rounding, to: step) },
          high: try range.high.map { try $0.rounded(rounding, to: step) }), value.causes)
    } catch { return .unknown([.overflow]) }
  }

  private func when(_ cases: [(condition: Node, value: Node)], _ otherwise: Node) -> Value {
    var possible: [Value] = []
    var causes: [Cause] = []
    for (condition, value) in cases {
      let holds = evaluate(condition)
      switch Kleene.known(holds) {
      case true?:
        if possible.isEmpty { return evaluate(value) }
        return .union(possible + [evaluate(value)], causes)
      case false?: continue
      case nil:
        possible.append(evaluate(value))
        causes = joined(causes, holds.causes)
      }
    }
    if possible.isEmpty { return evaluate(otherwise) }
    return .union(possible + [evaluate(otherwise)], causes)
  }

  private func dated(_ day: Value, _ cases: [(from: Int32, value: Node)], _ before: Node) -> Value {
    let range = day.days
    var possible: [Value] = []
    var end = CivilDay.never
    for (from, value) in cases {
      if range.high >= from, range.low <= end { possible.append(evaluate(value)) }
      end = from - 1
    }
    if range.low <= end { possible.append(evaluate(before)) }
    return possible.count == 1 ? possible[0] : .union(possible, day.causes)
  }

  private func flag(_ node: Node) -> Value {
    switch node.code {
    case .not(let inner): return Kleene.not(evaluate(inner))
    case .all(let parts):
      var result = Value.flag(true)
      for part in parts {
        result = Kleene.and(result, evaluate(part))
        if Kleene.known(result) == false { return result }
      }
      return result
    case .any(let parts):
      var result = Value.flag(false)
      for part in parts {
        result = Kleene.or(result, evaluate(part))
        if Kleene.known(result) == true { return result }
      }
      return result
    case .isNone(let inner): return isNone(evaluate(inner))
    case .isOneOf(let inner, let words):
      let value = evaluate(inner)
      let result = isOneOf(value, words)
      let wanted = words.map { shown(.word($0), inner.type) }
      recorder?.tested(
        expected: wanted.count == 1 ? wanted[0] : .list(wanted), actual: shown(value, inner.type),
        result)
      return result
    case .has(let inner, let every, let words): return has(inner, every, words)
    case .hasEvery(let inner, let wanted):
      guard case .list(let words) = evaluate(wanted) else { return .unknown([]) }
      return has(inner, true, words)
    case .holds(let list, let word): return holds(list, word)
    case .meets(let thing, let id): return meets(id, evaluate(thing))
    default: return .unknown([])
    }
  }

  private func isNone(_ value: Value) -> Value {
    switch value {
    case .none: .flag(true)
    case .list(let members): .flag(members.isEmpty)
    case .open(let open) where open.mayBeNone: .unknownFlag(open.causes)
    default: .flag(false)
    }
  }

  private func isKind(_ value: Value, _ kinds: KindSet) -> Value {
    guard case .thing(let number) = value else { return .unknownFlag(value.causes) }
    return .flag(kinds.contains(kind(of: Thing(index: number))))
  }

  private func isOneOf(_ value: Value, _ words: [Int64]) -> Value {
    switch value {
    case .word(let word): return .flag(words.contains(word))
    case .open(let open):
      guard case .oneOf(let candidates) = open.span else { return .unknownFlag(open.causes) }
      let hits = candidates.count { candidate in
        if case .word(let word) = candidate { words.contains(word) } else { false }
      }
      if hits == candidates.count, !open.mayBeNone { return .flag(true) }
      return hits == 0 ? .flag(false) : .unknownFlag(open.causes)
    default: return .flag(false)
    }
  }

  private func has(_ list: Node, _ every: Bool, _ wanted: [Int64]) -> Value {
    let value = evaluate(list)
    let result: Value =
      switch value {
      case .list(let words):
        .flag(every ? wanted.allSatisfy(words.contains) : wanted.contains(where: words.contains))
      case .none: .flag(every && wanted.isEmpty)
      default: .unknownFlag(value.causes)
      }
    if let recorder {
      let words: [Int64] = if case .list(let words) = value { words } else { [] }
      recorder.tested(
        expected: shown(.list(wanted), list.type), actual: shown(value, list.type),
        lacking: shown(.list(wanted.filter { !words.contains($0) }), list.type), result)
    }
    return result
  }

  private func holds(_ list: Node, _ word: Node) -> Value {
    let (words, value) = (evaluate(list), evaluate(word))
    let lists: [[Int64]]
    switch words {
    case .list(let only): lists = [only]
    case .open(let open):
      guard case .oneOf(let several) = open.span else { return .unknownFlag(words.causes) }
      lists = several.compactMap { if case .list(let one) = $0 { one } else { nil } }
    default: return .flag(false)
    }
    let answers = lists.map { isOneOf(value, $0) }
    let result = Value.union(answers, words.causes)
    recorder?.tested(
      expected: shown(.list(lists.first ?? []), list.type), actual: shown(value, word.type), result)
    return result
  }

  private func meets(_ id: MeetsID, _ thing: Value) -> Value {
    guard case .thing(let number) = thing else { return .unknownFlag(thing.causes) }
    return keepMeets(id, number) {
      Judge(self).meets(program.meets[id.rawValue], thing: thing)
    }
  }

  private func choice(_ node: Node) -> Value {
    switch node.code {
    case .isReading(let id, let wanted):
      switch reading(of: id) {
      case .reading(let index): return .flag(index == wanted)
      case .number: return .flag(false)
      case .open:
        return overrides[.choice(id)].map { choiceFlag($0, wanted) } ?? .unknownFlag([.choice(id)])
      }
    case .choiceNumber(let id, let unit):
      if case .number(let count) = reading(of: id) { return .duration(count, unit) }
      return .unknown([.choice(id)])
    case .choice(let id):
      if case .reading(let index) = reading(of: id) { return .word(Int64(index)) }
      return overrides[.choice(id)] ?? .unknown([.choice(id)])
    default: return .unknown([])
    }
  }

  private func choiceFlag(_ value: Value, _ wanted: Int) -> Value {
    if case .word(let index) = value { .flag(index == Int64(wanted)) } else { .unknown([]) }
  }

  private func reading(of id: ChoiceID) -> ChoiceReading {
    recorder?.read(choice: id)
    return readings[id.rawValue]
  }
}
