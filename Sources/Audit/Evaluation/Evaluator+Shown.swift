import Casebook
import Rulebook
import Values

extension Evaluator {
  /// A value as reports show it.
  func shown(_ value: Value, _ type: ValueType) -> Shown {
    switch value {
    case .flag(let flag): .flag(flag)
    case .number(let number): type == .money ? .money(number) : .number(number)
    case .day(CivilDay.never): .never
    case .day(CivilDay.longAgo): .longAgo
    case .day(let number): .day(CivilDay(number: number))
    case .time(let second): .text(CivilTime(seconds: second).description)
    case .clock(let second): .clock(second)
    case .duration(let count, let unit):
      .duration(count, Shown.DurationName(rawValue: unit.rawValue) ?? .days)
    case .word(let word): shown(word: word, type)
    case .thing(let number): shown(thing: number, type)
    case .list(let elements): shown(list: elements, type)
    case .none: .none
    case .open: shown(open: value, type)
    }
  }

  private func shown(word: Int64, _ type: ValueType) -> Shown {
    switch type {
    case .word(let list), .words(let list):
      let choices = vocabulary[list]
      guard choices.values.indices.contains(Int(word)) else { return .none }
      return .word(choices.values[Int(word)], choices.labels[Int(word)])
    case .kind:
      let kind = vocabulary.kinds[Int(word)]
      return .word(kind.name, kind.label)
    case .reading(let id): return .text(program.choices[id.rawValue].readings[Int(word)])
    default: return .text(word < 0 ? "" : file.text(word))
    }
  }

  private func shown(thing number: Int32, _ type: ValueType) -> Shown {
    if case .row = type { return .text("\(number)") }
    let thing = Thing(index: number)
    if let consequence = consequenceName(of: thing) { return .text(consequence) }
    return .text(file.identifier(of: thing) ?? file.pointer(to: thing))
  }

  private func shown(list elements: [Int64], _ type: ValueType) -> Shown {
    switch type {
    case .words(let list):
      .list(elements.map { shown(word: $0, .word(list)) })
    default:
      .list(elements.map { shown(thing: Int32(truncatingIfNeeded: $0), type) })
    }
  }

  private func shown(open value: Value, _ type: ValueType) -> Shown {
    if type == .day {
      func day(_ number: Int32) -> Shown.Limit? {
        number == CivilDay.never || number == CivilDay.longAgo
          ? nil : .day(CivilDay(number: number))
      }
      return .unknown(lowest: day(value.days.low), highest: day(value.days.high))
    }
    if type == .clock { return .unknown(lowest: nil, highest: nil) }
    func number(_ number: Ratio) -> Shown.Limit {
      type == .money ? .money(number) : .number(number)
    }
    return .unknown(
      lowest: value.numbers.low.map(number), highest: value.numbers.high.map(number))
  }

  /// A fact as reports show it: a rate as a percentage.
  func shown(_ fact: Fact, _ value: Value, _ type: ValueType) -> Shown {
    let shown = shown(value, type)
    guard case .number(let number) = shown, fact.thing.index < file.count,
      vocabulary.field(fact.word, of: file.kind(of: fact.thing))?.type == .rate
    else { return shown }
    return .share(number)
  }

  /// A thing as a trace names it: kind, id or path, and day.
  func name(of thing: Thing) -> String {
    if let consequence = consequenceName(of: thing) { return consequence }
    let kind = vocabulary[file.kind(of: thing)].name
    let id = file.identifier(of: thing) ?? file.pointer(to: thing)
    let day = file.day(of: event(of: thing)).map { " \($0)" } ?? ""
    return "\(kind) \(id)\(day)"
  }

  /// The name of a consequence and of the claims it strikes; nil for a thing of the file.
  private func consequenceName(of thing: Thing) -> String? {
    let number = Int(thing.index) - file.count
    guard number >= 0 else { return nil }
    let consequence = consequences[number]
    let claims = consequence.claims.map { file.identifier(of: $0) ?? file.pointer(to: $0) }
    return ([program.consequences[consequence.consequence].name] + claims).joined(separator: " ")
  }
}

extension Shown {
  /// The value without language: ISO days, decimals with a point, words as the file writes them.
  public var plain: String {
    switch self {
    case .day(let day): day.description
    case .never: "never"
    case .longAgo: "long-ago"
    case .money(let ore): (try? ore.divided(by: Ratio(100)))?.description ?? "?"
    case .number(let number), .share(let number): number.description
    case .duration(let count, let unit): "\(count) \(unit.rawValue)"
    case .flag(let flag): flag ? "true" : "false"
    case .text(let text): text
    case .word(let word, _): word
    case .clock(let second):
      String(CivilTime(seconds: Int64(second)).description.dropFirst("1970-01-01T".count))
    case .list(let members): "[" + members.map(\.plain).joined(separator: ", ") + "]"
    case .none: "none"
    case .unknown(let lowest, let highest):
      switch (lowest?.plain, highest?.plain) {
      case (let low?, let high?): "unknown, \(low) to \(high)"
      case (let low?, nil): "unknown, from \(low)"
      case (nil, let high?): "unknown, to \(high)"
      case (nil, nil): "unknown"
      }
    }
  }
}

extension Shown.Limit {
  var plain: String {
    switch self {
    case .day(let day): day.description
    case .money(let ore): Shown.money(ore).plain
    case .number(let number): number.description
    }
  }
}
