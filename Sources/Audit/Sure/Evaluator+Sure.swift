import Casebook
import Rulebook
import Values

// Definitions and facts that are sure.
extension Evaluator {
  /// Whether steps may be asked for sure values: no explanation is being written, no facts are
  /// being tried with values, and the case says nothing that forbids it.
  var canBeSure: Bool { sure.isOrderly && !isRecording && !isTrying }

  /// A sure value in full.
  func full(_ value: Sure) -> Value? {
    switch value {
    case .flag(let flag): .flag(flag)
    case .number(let number): .number(number)
    case .day(let day): .day(day)
    case .time(let second): .time(second)
    case .clock(let second): .clock(second)
    case .duration(let count, let unit): .duration(count, unit)
    case .word(let word): .word(word)
    case .thing(let number): .thing(number)
    case .list(let list): .list(sure.elements(list))
    case .none: Value.none
    case .unknown, .unsure: nil
    }
  }

  /// What a full value says, where it is known.
  func sure(_ value: Value) -> Sure {
    if case .list(let elements) = value { return .list(sure.list(elements)) }
    return Sure(value)
  }

  /// A definition of a thing, or of several claims, at an amount, on a day.
  func sure(_ callee: Callee, _ of: Sure, at amount: Sure, on day: Sure) -> Sure {
    if callee.of.isEmpty { return computedSure(callee, of, amount, day) }
    if callee.usesToday || callee.readsLeft { hasReadAccount = true }
    switch of {
    case .thing(let number):
      guard callee.ofMany || callee.of.contains(kind(ofThing: number)) else { return .flag(false) }
      return sure(callee, number, of, amount, day)
    case .list(let list) where callee.ofMany:
      let number =
        list.count == 1
        ? Int32(truncatingIfNeeded: sure.element(list.start)) : sure.number(of: list)
      return sure(callee, number, of, amount, day)
    case .none where !callee.ofMany: return .none
    default: return .unsure
    }
  }

  /// The same, computed once for the same day, day of account and case.
  private func sure(
    _ callee: Callee, _ number: Int32, _ of: Sure, _ amount: Sure, _ day: Sure
  ) -> Sure {
    guard callee.isKept else { return computedSure(callee, number, of, amount, day) }
    var on = CivilDay.longAgo
    if callee.onDay {
      guard case .day(let known) = day else { return .unsure }
      on = known
    }
    let key = MemoKey(
      callee.id.rawValue, of: number, on: on,
      today: callee.usesToday ? today.number : CivilDay.longAgo)
    if let known = sure.kept(key, readsLeft: callee.readsLeft) { return known }
    let before = hasReadAccount
    hasReadAccount = false
    let value = computedSure(callee, number, of, amount, day)
    // What has read the account without saying so gives another value on another day.
    if !hasReadAccount || callee.usesToday || callee.readsLeft {
      sure.keep(value, key, readsLeft: callee.readsLeft)
    }
    hasReadAccount = before || hasReadAccount
    return value
  }

  /// In the case that the thing stands in.
  private func computedSure(
    _ callee: Callee, _ number: Int32, _ of: Sure, _ amount: Sure, _ day: Sure
  ) -> Sure {
    if callee.ofMany {
      guard case .thing = of else { return computedSure(callee, of, amount, day) }
      return computedSure(callee, .list(sure.list(of: Int64(number))), amount, day)
    }
    if isAlone { return computedSure(callee, of, amount, day) }
    return about(Thing(index: number)) { computedSure(callee, of, amount, day) }
  }

  private func computedSure(_ callee: Callee, _ of: Sure, _ amount: Sure, _ day: Sure) -> Sure {
    let outer = sure.enter(max(callee.slots, 3))
    sure.bind(0, of)
    if callee.slots > 1 { sure.bind(1, amount) }
    if callee.slots > 2 { sure.bind(2, day) }
    let body = callee.body(linker)
    let value = callee.hasExceptions ? sureExcepted(callee, body) : body.sure(self)
    sure.leave(to: outer)
    return value
  }

  /// The value an exception gives instead, where it is sure of all whether they apply.
  private func sureExcepted(_ callee: Callee, _ body: Step) -> Sure {
    var only: Step?
    for exception in callee.instead {
      guard let applies = exception.condition.sure(self).known else { return .unsure }
      guard applies else { continue }
      guard only == nil else { return .unsure }
      only = exception.value
    }
    return (only ?? body).sure(self)
  }
}

// Facts.
extension Evaluator {
  /// A fact of a thing.
  func sure(_ fields: FieldPlan, of thing: Sure) -> Sure {
    guard case .thing(let number) = thing else {
      if case .none = thing { return .none }
      return .unsure
    }
    let (file, place) = (file, Thing(index: number))
    let kind = file.kind(of: place)
    guard let field = fields.slot(in: kind) else { return .unknown }
    let slot = file.slot(field, of: place)
    switch slot.state {
    case .none: return .none
    case .value: return fields.form(in: kind).sure(slot.first)
    case .list:
      let start = Int(slot.first)
      return .list(sure.list(file.elements[start..<(start + Int(slot.count))]))
    case .absent: return fields.sureAbsence(in: kind)
    }
  }

  /// The case of a thing, or the one at hand; nil when it is not sure of which.
  func sureRoot(of step: Step?) -> Sure {
    guard let step else { return .thing(home.index) }
    switch step.sure(self) {
    case .thing(let number) where Int(number) < file.count:
      return .thing(file.root(of: Thing(index: number)).index)
    case .unsure: return .unsure
    default: return .thing(home.index)
    }
  }

  /// A fact that follows from where a thing stands.
  func sure(_ link: Code.Link, of thing: Sure) -> Sure {
    guard case .thing(let number) = thing else {
      if case .none = thing { return .none }
      return .unsure
    }
    let place = Thing(index: number)
    switch link {
    case .date: return sureDay(of: place)
    case .deadline:
      let slot = file.deadline(of: place)
      return switch slot.state {
      case .none: .none
      case .value: .day(Int32(truncatingIfNeeded: slot.first))
      case .absent, .list: .unknown
      }
    case .event: return .thing(index.eventOf[Int(number)])
    case .type: return .word(Int64(file.kind(of: place).rawValue))
    case .time: return file.clock(of: place).map { .clock($0.secondOfDay) } ?? .unknown
    }
  }

  /// The civil day of the event that a thing is or stands in.
  func sureDay(of thing: Thing) -> Sure {
    let index = index
    let day = index.days[Int(index.eventOf[Int(thing.index)])]
    return day == CaseIndex.noDay ? .unknown : .day(day)
  }

  /// What the calendar says of a day.
  func sure(_ fact: Code.CalendarFact, _ day: Sure) -> Sure {
    guard case .day(let number) = day, number != CivilDay.never, number != CivilDay.longAgo else {
      return .unsure
    }
    let day = CivilDay(number: number)
    return switch fact {
    case .daysInYear: .number(Ratio(CivilDay.isLeap(day.year) ? 366 : 365))
    case .year: .number(Ratio(Int64(day.year)))
    case .weekStart: .day(number - Int32(day.weekday.rawValue - 1))
    case .monthStart: .day(number - Int32(day.parts.day - 1))
    }
  }

  /// A fact of a consequence.
  func sure(_ fact: Code.ConsequenceFact, of thing: Sure) -> Sure {
    guard case .thing(let number) = thing, Int(number) >= file.count else { return .unsure }
    let consequence = consequences[Int(number) - file.count]
    return switch fact {
    case .date: Sure(consequence.day)
    case .claim: consequence.claims.first.map { .thing($0.index) } ?? .none
    case .group: .list(sure.list(consequence.claims.map { Int64($0.index) }))
    }
  }
}

extension FieldPlan.Form {
  /// What a payload says.
  func sure(_ payload: Int64) -> Sure {
    switch self {
    case .day: .day(Int32(truncatingIfNeeded: payload))
    case .time: .time(payload)
    case .number: .number(Ratio(payload))
    case .millionths: (try? Ratio(payload, 1_000_000)).map { .number($0) } ?? .unsure
    case .flag: .flag(payload != 0)
    case .word: .word(payload)
    case .thing: .thing(Int32(truncatingIfNeeded: payload))
    case .other: .unsure
    }
  }
}
