import Casebook
import Rulebook
import Values

// Definitions.
extension Evaluator {
  /// Whether steps may be asked for values in a few bits: no explanation is being written, no facts
  /// are being tried with values, and the case says nothing that forbids it.
  var canBeSure: Bool { sure.isOrderly && !isRecording && !isTrying }

  /// A definition of a thing, or of several claims, at an amount, on a day.
  func sure(_ callee: Callee, _ of: Sure, at amount: Sure, on day: Sure) -> Sure {
    if callee.of.isEmpty { return computedSure(callee, of, amount, day) }
    if callee.usesToday || callee.readsLeft { hasReadAccount = true }
    switch of {
    case .thing(let number):
      guard callee.ofMany || callee.of.contains(kind(ofThing: number)) else { return .flag(false) }
      return sure(callee, number, of, amount, day)
    case .list(let list) where callee.ofMany:
      let number = list.count == 1 ? sure.thing(list.start) : sure.number(of: list)
      return sure(callee, number, of, amount, day)
    case _ where callee.ofMany: return computedSure(callee, of, amount, day)
    case .none: return .none
    default: return sure(call(callee, full(of), at: full(amount), on: full(day)))
    }
  }

  /// The same, computed once for the same day, day of account and case.
  private func sure(
    _ callee: Callee, _ number: Int32, _ of: Sure, _ amount: Sure, _ day: Sure
  ) -> Sure {
    guard callee.isKept else { return computedSure(callee, number, of, amount, day) }
    var on = CivilDay.longAgo
    if callee.onDay {
      guard case .day(let known) = day else {
        return computedSure(callee, number, of, amount, day)
      }
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

  /// The value an exception gives instead. Two at once are a conflict, and the value is unknown.
  private func sureExcepted(_ callee: Callee, _ body: Step) -> Sure {
    var certain: [(exception: String, value: Sure)] = []
    var possible: [Value] = []
    var doubt: [Cause] = []
    for exception in callee.instead {
      let condition = exception.condition.sure(self)
      switch condition.known {
      case false?: continue
      case true?: certain.append((exception.name, exception.value.sure(self)))
      case nil:
        possible.append(full(exception.value.sure(self)))
        doubt = joined(doubt, causes(of: condition))
      }
    }
    let type = body.node.type
    if certain.count > 1 { return sure(typed(type, [.rivals(certain.map(\.exception))])) }
    if let only = certain.first?.value {
      return possible.isEmpty ? only : sure(typed(type, joined(doubt, causes(of: only))))
    }
    let value = body.sure(self)
    return possible.isEmpty ? value : sure(.union([full(value)] + possible, doubt))
  }
}

// What limbs ask.
extension Evaluator {
  /// Binds what is judged to a slot of a limb.
  func bindSubject(_ slot: Int, _ value: Sure) {
    sure.bind(slot, value)
    if !canBeSure { bind(slot, full(value)) }
  }

  /// What is judged, as it is bound to a slot of a limb.
  func subject(_ slot: Int) -> Value { full(sure.bound(slot)) }

  /// Binds in full what is judged, for steps that are computed in full from here on.
  func bindInFull() {
    for slot in 0..<sure.frame { bind(slot, full(sure.bound(slot))) }
  }

  /// The value of an expression of a limb.
  func answer(_ step: Step) -> Value { canBeSure ? full(step.sure(self)) : step.value(self) }

  /// The members of a list of a limb.
  func subjects(of list: ListPlan) -> SureMembers {
    canBeSure ? sureMembers(list) : sure(members(list), list.kinds)
  }

  /// Whether the rules that are asked say nothing against a thing, found once.
  func meets(_ id: MeetsID, _ thing: Int32) -> Sure {
    let key = MemoKey(
      id.rawValue, ofRules: true, of: thing, on: CivilDay.longAgo, today: CivilDay.longAgo)
    if let known = sure.kept(key, readsLeft: false) { return known }
    let before = hasReadAccount
    hasReadAccount = false
    let value = sure(Judge(self).meets(id, thing: .thing(thing)))
    if !hasReadAccount { sure.keep(value, key, readsLeft: false) }
    hasReadAccount = before || hasReadAccount
    return value
  }
}

// Facts.
extension Evaluator {
  /// A fact of a thing that may itself not be known.
  func sure(_ fields: FieldPlan, of thing: Sure, _ node: Node) -> Sure {
    guard case .thing(let number) = thing else {
      if case .none = thing { return .none }
      return sure(field(fields, of: full(thing), node))
    }
    return sure(fields, of: Thing(index: number), node.type)
  }

  /// A fact of a thing.
  func sure(_ fields: FieldPlan, of thing: Thing, _ type: ValueType) -> Sure {
    let file = file
    let kind = file.kind(of: thing)
    if let place = fields.slot(in: kind) {
      let slot = file.slot(place, of: thing)
      switch slot.state {
      case .none: return .none
      case .value: return fields.form(in: kind).sure(slot.first, self)
      case .list:
        let start = Int(slot.first)
        return .list(sure.list(file.elements[start..<(start + Int(slot.count))]))
      case .absent: break
      }
    }
    return sure(field(fields, of: thing, type))
  }

  /// The case of a thing, or the one at hand.
  func sureRoot(of step: Step?) -> Thing {
    guard let step, case .thing(let number) = step.sure(self), Int(number) < file.count else {
      return home
    }
    return file.root(of: Thing(index: number))
  }

  /// A fact that follows from where a thing stands.
  func sure(_ link: Code.Link, of thing: Sure, _ node: Node) -> Sure {
    guard case .thing(let number) = thing else {
      if case .none = thing { return .none }
      return sure(self.link(link, of: full(thing), node))
    }
    switch link {
    case .date: return sureDay(of: Thing(index: number))
    case .event: return .thing(index.eventOf[Int(number)])
    case .type: return .word(Int64(file.kind(of: Thing(index: number)).rawValue))
    case .deadline, .time: return sure(self.link(link, of: .thing(number), node))
    }
  }

  /// The civil day of the event that a thing is or stands in.
  func sureDay(of thing: Thing) -> Sure {
    let index = index
    let event = index.eventOf[Int(thing.index)]
    let day = index.days[Int(event)]
    return day == CaseIndex.noDay ? sure(self.day(of: Thing(index: event))) : .day(day)
  }
}

extension FieldPlan.Form {
  /// What a payload says.
  func sure(_ payload: Int64, _ evaluator: Evaluator) -> Sure {
    switch self {
    case .day: .day(Int32(truncatingIfNeeded: payload))
    case .time: .time(payload)
    case .number: .number(Ratio(payload))
    case .flag: .flag(payload != 0)
    case .word: .word(payload)
    case .thing: .thing(Int32(truncatingIfNeeded: payload))
    case .millionths, .other: evaluator.sure(value(payload))
    }
  }
}
