import Casebook
import Rulebook
import Values

// Definitions.
extension Evaluator {
  /// Whether steps may be asked for values in a few bits: no explanation is being written, and the
  /// case says nothing that forbids it.
  var canBeBrief: Bool { brief.isOrderly && !isRecording }

  /// A definition of a thing, or of several claims, at an amount, on a day.
  func brief(_ callee: Callee, _ of: Brief, at amount: Brief, on day: Brief) -> Brief {
    if callee.of.isEmpty { return computedBrief(callee, of, amount, day) }
    if callee.usesToday || callee.readsLeft { hasReadAccount = true }
    switch of {
    case .thing(let number):
      guard callee.ofMany || callee.of.contains(kind(ofThing: number)) else { return .flag(false) }
      return brief(callee, number, of, amount, day)
    case .list(let list) where callee.ofMany:
      let number = list.count == 1 ? brief.thing(list.start) : brief.number(of: list)
      return brief(callee, number, of, amount, day)
    case _ where callee.ofMany: return computedBrief(callee, of, amount, day)
    case .none: return .none
    default: return brief(call(callee, full(of), at: full(amount), on: full(day)))
    }
  }

  /// The same, computed once for the same day, day of account and case.
  private func brief(
    _ callee: Callee, _ number: Int32, _ of: Brief, _ amount: Brief, _ day: Brief
  ) -> Brief {
    guard callee.isKept else { return computedBrief(callee, number, of, amount, day) }
    var on = CivilDay.longAgo
    if callee.onDay {
      guard case .day(let known) = day else {
        return computedBrief(callee, number, of, amount, day)
      }
      on = known
    }
    let key = MemoKey(
      callee.id.rawValue, of: number, on: on,
      today: callee.usesToday ? today.number : CivilDay.longAgo)
    if let known = brief.kept(key, readsLeft: callee.readsLeft) { return known }
    let before = hasReadAccount
    hasReadAccount = false
    let value = computedBrief(callee, number, of, amount, day)
    // What has read the account without saying so gives another value on another day.
    if !hasReadAccount || callee.usesToday || callee.readsLeft {
      brief.keep(value, key, readsLeft: callee.readsLeft)
    }
    hasReadAccount = before || hasReadAccount
    return value
  }

  /// In the case that the thing stands in.
  private func computedBrief(
    _ callee: Callee, _ number: Int32, _ of: Brief, _ amount: Brief, _ day: Brief
  ) -> Brief {
    var (of, first) = (of, number)
    if callee.ofMany {
      if case .thing = of { of = .list(brief.list(of: Int64(number))) }
      if case .list(let claims) = of, claims.count > 0 { first = brief.thing(claims.start) }
    }
    // Of no claims at all there is no first.
    if isAlone || first < 0 { return computedBrief(callee, of, amount, day) }
    return about(Thing(index: first)) { computedBrief(callee, of, amount, day) }
  }

  private func computedBrief(_ callee: Callee, _ of: Brief, _ amount: Brief, _ day: Brief) -> Brief
  {
    let outer = brief.enter(max(callee.slots, 3))
    brief.bind(0, of)
    if callee.slots > 1 { brief.bind(1, amount) }
    if callee.slots > 2 { brief.bind(2, day) }
    if !callee.isLinked { _ = callee.body(linker) }
    let value =
      callee.hasExceptions ? briefExcepted(callee, callee.body(linker)) : callee.brief(self)
    brief.leave(to: outer)
    return value
  }

  /// The value an exception gives instead. Two at once are a conflict, and the value is unknown.
  private func briefExcepted(_ callee: Callee, _ body: Step) -> Brief {
    var certain: [(exception: String, value: Brief)] = []
    var possible: [Value] = []
    var doubt: [Cause] = []
    for exception in callee.instead {
      let condition = exception.condition.brief(self)
      switch condition.known {
      case false?: continue
      case true?: certain.append((exception.name, exception.value.brief(self)))
      case nil:
        possible.append(full(exception.value.brief(self)))
        doubt = joined(doubt, causes(of: condition))
      }
    }
    let type = body.node.type
    if certain.count > 1 { return brief(typed(type, [.rivals(certain.map(\.exception))])) }
    if let only = certain.first?.value {
      return possible.isEmpty ? only : brief(typed(type, joined(doubt, causes(of: only))))
    }
    let value = body.brief(self)
    return possible.isEmpty ? value : brief(.union([full(value)] + possible, doubt))
  }
}

// What limbs ask.
extension Evaluator {
  /// Binds what is judged to a slot of a limb.
  func bindSubject(_ slot: Int, _ value: Brief) {
    brief.bind(slot, value)
    if !canBeBrief { bind(slot, full(value)) }
  }

  /// Runs something that hands on no list in brief. In a case that is computed in full nothing else
  /// keeps one either: then what it added to lists is let go of.
  func passing<Result>(_ body: () -> Result) -> Result {
    guard !brief.isOrderly else { return body() }
    let mark = brief.mark
    defer { brief.letGo(to: mark) }
    return body()
  }

  /// What is judged, as it is bound to a slot of a limb.
  func subject(_ slot: Int) -> Value { full(brief.bound(slot)) }

  /// Binds in full what is judged, for steps that are computed in full from here on.
  func bindInFull() {
    for slot in 0..<brief.frame { bind(slot, full(brief.bound(slot))) }
  }

  /// The value of an expression of a limb.
  func answer(_ step: Step) -> Brief { canBeBrief ? step.brief(self) : brief(step.value(self)) }

  /// All that a number of a limb can be.
  func range(of step: Step) -> NumberRange { full(answer(step)).numbers }

  /// The members of a list of a limb.
  func subjects(of list: ListPlan) -> BriefMembers {
    canBeBrief ? briefMembers(list) : brief(members(list), list.kinds)
  }

  /// Whether the rules that are asked say nothing against a thing, found once.
  func meets(_ id: MeetsID, _ thing: Int32) -> Brief {
    let key = MemoKey(
      id.rawValue, ofRules: true, of: thing, on: CivilDay.longAgo, today: CivilDay.longAgo)
    if let known = brief.kept(key, readsLeft: false) { return known }
    let before = hasReadAccount
    hasReadAccount = false
    let value = brief(Judge(self).meets(id, thing: .thing(thing)))
    if !hasReadAccount { brief.keep(value, key, readsLeft: false) }
    hasReadAccount = before || hasReadAccount
    return value
  }
}

// Facts.
extension Evaluator {
  /// A fact of a thing that may itself not be known.
  func brief(_ fields: FieldPlan, of thing: Brief, _ node: Node) -> Brief {
    guard case .thing(let number) = thing else {
      if case .none = thing { return .none }
      return brief(field(fields, of: full(thing), node))
    }
    return brief(fields, of: Thing(index: number), node.type)
  }

  /// A fact of a thing.
  func brief(_ fields: FieldPlan, of thing: Thing, _ type: ValueType) -> Brief {
    let file = file
    let kind = file.kind(of: thing)
    if let place = fields.slot(in: kind) {
      let slot = file.slot(place, of: thing)
      switch slot.state {
      case .none: return .none
      case .value: return fields.form(in: kind).brief(slot.first, self)
      case .list:
        let start = Int(slot.first)
        return .list(brief.list(file.elements[start..<(start + Int(slot.count))]))
      case .absent: return briefAbsent(fields, thing, kind)
      }
    }
    return brief(field(fields, of: thing, type))
  }

  /// A fact that the file lacks.
  private func briefAbsent(_ fields: FieldPlan, _ thing: Thing, _ kind: KindID) -> Brief {
    let fact = Fact(thing, fields.word)
    if isTrying, let tried = overrides[.fact(fact)] { return brief(tried) }
    let absence = fields.absence(in: kind)
    return absence.assumed.map { brief($0) } ?? .open(brief.place(of: fact, absence))
  }

  /// Whether a choice is set to a reading.
  func briefIsReading(_ id: ChoiceID, _ wanted: Int) -> Brief {
    if case .open = readings[id.rawValue], !isTrying { return .open(brief.place(of: id)) }
    return brief(isReading(id, wanted))
  }

  /// The case of a thing, or the one at hand.
  func briefRoot(of step: Step?) -> Thing {
    guard let step, case .thing(let number) = step.brief(self), Int(number) < file.count else {
      return home
    }
    return file.root(of: Thing(index: number))
  }

  /// A fact that follows from where a thing stands.
  func brief(_ link: Code.Link, of thing: Brief, _ node: Node) -> Brief {
    guard case .thing(let number) = thing else {
      if case .none = thing { return .none }
      return brief(self.link(link, of: full(thing), node))
    }
    switch link {
    case .date: return briefDay(of: Thing(index: number))
    case .event: return .thing(index.eventOf[Int(number)])
    case .type: return .word(Int64(file.kind(of: Thing(index: number)).rawValue))
    case .deadline, .time: return brief(self.link(link, of: .thing(number), node))
    }
  }

  /// The civil day of the event that a thing is or stands in.
  func briefDay(of thing: Thing) -> Brief {
    let index = index
    let event = index.eventOf[Int(thing.index)]
    let day = index.days[Int(event)]
    return day == CaseIndex.noDay ? brief(self.day(of: Thing(index: event))) : .day(day)
  }
}

extension FieldPlan.Form {
  /// What a payload says.
  func brief(_ payload: Int64, _ evaluator: Evaluator) -> Brief {
    switch self {
    case .day: .day(Int32(truncatingIfNeeded: payload))
    case .time: .time(payload)
    case .number: .number(Ratio(payload))
    case .flag: .flag(payload != 0)
    case .word: .word(payload)
    case .thing: .thing(Int32(truncatingIfNeeded: payload))
    case .millionths, .other: evaluator.brief(value(payload))
    }
  }
}
