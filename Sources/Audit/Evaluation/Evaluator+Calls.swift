import Casebook
import Rulebook
import Values

// What definitions and sets of rules give, computed once where it can be kept.
extension Evaluator {
  /// The value of a definition of a thing, or of several claims, at an amount, on a day.
  func call(_ id: DefinitionID, _ of: Value, on day: Value = .none) -> Value {
    call(linker.callee(id), of, at: .none, on: day)
  }

  /// The same.
  func call(_ callee: Callee, _ of: Value, at amount: Value, on day: Value) -> Value {
    if callee.of.isEmpty { return compute(callee, of, amount, day) }
    if callee.usesToday || callee.readsLeft { hasReadAccount = true }
    if callee.isKept, !isRecording, !isBroken, case .thing(let number) = of {
      return kept(callee, number, day)
    }
    if callee.ofMany {
      // In the case of the first claim, in which a group of them is looked at.
      switch of {
      case .thing(let number):
        return kept(callee, Thing(index: number), .list([Int64(number)]), amount, day)
      case .list(let claims):
        let first = claims.first.map { Thing(index: Int32(truncatingIfNeeded: $0)) }
        return kept(callee, first, of, amount, day)
      default: return kept(callee, nil, of, amount, day)
      }
    }
    switch of {
    case .thing(let number):
      guard callee.of.contains(kind(ofThing: number)) else { return .flag(false) }
      return kept(callee, Thing(index: number), of, amount, day)
    case .none: return .none
    case .open(let open):
      guard case .oneOf(let candidates) = open.span else {
        return typed(callee.definition.body.type, open.causes, mayBeNone: open.mayBeNone)
      }
      let values = candidates.map { call(callee, $0, at: amount, on: day) }
      return .union(open.mayBeNone ? values + [.none] : values, open.causes)
    default: return .unknown([])
    }
  }

  /// A definition's value of one thing, computed once for the same day, day of account and case.
  private func kept(_ callee: Callee, _ number: Int32, _ day: Value) -> Value {
    guard callee.ofMany || callee.of.contains(kind(ofThing: number)) else { return .flag(false) }
    if canBeBrief { return full(brief(callee, .thing(number), at: .none, on: brief(day))) }
    var on = CivilDay.longAgo
    if callee.onDay {
      guard case .day(let known) = day else { return computed(callee, number, day) }
      on = known
    }
    let key = MemoKey(
      callee.id.rawValue, of: number, on: on,
      today: callee.usesToday ? today.number : CivilDay.longAgo)
    if let known = state.kept(key, readsLeft: callee.readsLeft) { return known }
    let (value, isSteady) = watched(callee) { computed(callee, number, day) }
    if isSteady { state.keep(value, key, readsLeft: callee.readsLeft) }
    return value
  }

  /// Computes something, and sees whether it can be kept: what has read the day of account, or what
  /// is left, without saying so (rules that it asks may do so) gives another value another day.
  private func watched(
    _ callee: Callee? = nil, _ compute: () -> Value
  ) -> (value: Value, isSteady: Bool) {
    let before = hasReadAccount
    hasReadAccount = false
    let value = compute()
    let hasRead = hasReadAccount
    hasReadAccount = before || hasRead
    return (value, !hasRead || callee?.usesToday == true || callee?.readsLeft == true)
  }

  private func computed(_ callee: Callee, _ number: Int32, _ day: Value) -> Value {
    computed(
      callee, Thing(index: number), callee.ofMany ? .list([Int64(number)]) : .thing(number), .none,
      day)
  }

  /// A definition's value, computed once for the same arguments, day of account and case.
  private func kept(
    _ callee: Callee, _ thing: Thing?, _ of: Value, _ amount: Value, _ day: Value
  ) -> Value {
    if !isRecording, !isBroken, let key = key(callee, of, day) {
      if canBeBrief { return full(brief(callee, brief(of), at: .none, on: brief(day))) }
      if let known = state.kept(key, readsLeft: callee.readsLeft) { return known }
      let (value, isSteady) = watched(callee) { computed(callee, thing, of, amount, day) }
      if isSteady { state.keep(value, key, readsLeft: callee.readsLeft) }
      return value
    }
    if let recorder { return recorded(callee, thing, of, amount, day, recorder) }
    guard let asked = Asked(callee.definition, callee.id, of, amount, day, today: today) else {
      return computed(callee, thing, of, amount, day)
    }
    if let known = isTrying ? tried[asked] : callee.readsLeft ? valuesOfLeft[asked] : values[asked]
    {
      broken = joined(broken, known.broken)
      return known.value
    }
    let outer = broken
    broken = []
    let (value, isSteady) = watched(callee) { computed(callee, thing, of, amount, day) }
    if isTrying {
      if isSteady { tried[asked] = (value, broken) }
    } else if callee.readsLeft {
      valuesOfLeft[asked] = (value, broken)
    } else if isSteady {
      values[asked] = (value, broken)
    }
    broken = joined(outer, broken)
    return value
  }

  /// The short key of a definition of one thing or one claim.
  private func key(_ callee: Callee, _ of: Value, _ day: Value) -> MemoKey? {
    guard callee.isKept else { return nil }
    let thing: Int32
    switch of {
    case .thing(let number): thing = number
    case .list(let members) where members.count == 1:
      thing = Int32(truncatingIfNeeded: members[0])
    default: return nil
    }
    var on = CivilDay.longAgo
    if callee.onDay {
      guard case .day(let number) = day else { return nil }
      on = number
    }
    return MemoKey(
      callee.id.rawValue, of: thing, on: on,
      today: callee.usesToday ? today.number : CivilDay.longAgo)
  }

  private func computed(
    _ callee: Callee, _ thing: Thing?, _ of: Value, _ amount: Value, _ day: Value
  ) -> Value {
    guard let thing, !isAlone else { return compute(callee, of, amount, day) }
    return about(thing) { compute(callee, of, amount, day) }
  }

  /// As computed while an explanation is written: what was asked before is not explained again.
  private func recorded(
    _ callee: Callee, _ thing: Thing?, _ of: Value, _ amount: Value, _ day: Value,
    _ recorder: Recorder
  ) -> Value {
    if recorder.passesOver() { return unrecorded { kept(callee, thing, of, amount, day) } }
    // What is not known has no name by which it could be told apart.
    guard !amount.isOpen, !day.isOpen,
      let asked = Asked(callee.definition, callee.id, of, amount, day, today: today)
    else { return computed(callee, thing, of, amount, day) }
    if let value = recorder.known(asked) { return value }
    guard canTape(recorder) else {
      let value = computed(callee, thing, of, amount, day)
      recorder.explained[asked] = value
      return value
    }
    if let value = recorder.replayed(asked, tapes) { return value }
    return taped(asked, recorder) { computed(callee, thing, of, amount, day) }.value
  }

  private func compute(
    _ callee: Callee, _ of: Value, _ amount: Value, _ day: Value
  ) -> Value {
    let outer = state.enter(callee.slots)
    defer { state.leave(to: outer) }
    if callee.slots > 0 { bind(0, of) }
    if callee.slots > 1 { bind(1, amount) }
    if callee.slots > 2 { bind(2, day) }
    let body = callee.body(linker)
    return callee.hasExceptions ? excepted(callee, body) : body.value(self)
  }

  /// Keeps what `meets` found for a thing. What was read of incomplete lists is kept with it:
  /// whoever asks again has read them too.
  func keepMeets(_ id: MeetsID, _ thing: Int32, _ compute: () -> Value) -> Value {
    if let recorder, !recorder.countsLines { return unrecorded { keepMeets(id, thing, compute) } }
    guard !isRecording, !isBroken || !isTrying else { return compute() }
    let key = MemoKey(
      id.rawValue, ofRules: true, of: thing, on: CivilDay.longAgo, today: CivilDay.longAgo)
    let asked = Asked(id, thing)
    if isBroken {
      if let known = values[asked] {
        broken = joined(broken, known.broken)
        return known.value
      }
    } else if let value = state.kept(key) {
      return value
    }
    let outer = broken
    broken = []
    let (value, isSteady) = watched { compute() }
    if isSteady {
      if isBroken { values[asked] = (value, broken) } else { state.keep(value, key) }
    }
    broken = joined(outer, broken)
    return value
  }
}
