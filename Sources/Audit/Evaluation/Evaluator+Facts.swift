import Casebook
import Rulebook
import Values

extension Evaluator {
  /// A fact of a thing that may itself not be known.
  func field(_ fields: FieldPlan, of thing: Value, _ node: Node) -> Value {
    switch thing {
    case .thing(let number):
      if isAlone { return field(fields, of: Thing(index: number), node.type) }
      return about(Thing(index: number)) { field(fields, of: Thing(index: number), node.type) }
    case .none: return .none
    case .open(let open):
      guard case .oneOf(let candidates) = open.span else {
        return typed(node.type, open.causes, mayBeNone: node.mayBeNone)
      }
      let values = candidates.map { field(fields, of: $0, node) }
      return .union(open.mayBeNone ? values + [.none] : values, open.causes)
    default: return .unknown([])
    }
  }

  /// A fact of a thing.
  func field(_ fields: FieldPlan, of thing: Thing, _ type: ValueType) -> Value {
    let kind = file.kind(of: thing)
    if !index.conflicted.isEmpty, let conflict = index.conflicted[Fact(thing, fields.word)] {
      return typed(type, [.conflict(conflict)])
    }
    guard let place = fields.slot(in: kind) else {
      return typed(type, [.fact(Fact(thing, fields.word))])
    }
    let slot = file.slot(place, of: thing)
    let value =
      switch slot.state {
      case .none: Value.none
      case .value: fields.form(in: kind).value(slot.first)
      case .list:
        Value.list(
          Array(file.elements[Int(slot.first)..<(Int(slot.first) + Int(slot.count))]))
      case .absent: absent(fields, thing, kind)
      }
    if isRecording {
      recorder?.read(
        Fact(thing, fields.word), value, type,
        isAssumed: slot.state == .absent && !value.isOpen)
    }
    return value
  }

  private func absent(_ fields: FieldPlan, _ thing: Thing, _ kind: KindID) -> Value {
    let fact = Fact(thing, fields.word)
    if isTrying, let tried = overrides[.fact(fact)] { return tried }
    let absence = fields.absence(in: kind)
    return absence.assumed
      ?? .open(Open(absence.span, mayBeNone: absence.mayBeNone, [.fact(fact)]))
  }

  /// A fact that follows from where a thing stands.
  func link(_ link: Code.Link, of thing: Value, _ node: Node) -> Value {
    guard case .thing(let number) = thing else {
      if case .none = thing { return .none }
      if case .open(let open) = thing, case .oneOf(let candidates) = open.span {
        let values = candidates.map { self.link(link, of: $0, node) }
        return .union(open.mayBeNone ? values + [.none] : values, open.causes)
      }
      return typed(node.type, thing.causes, mayBeNone: node.mayBeNone)
    }
    let place = Thing(index: number)
    switch link {
    case .date: return day(of: event(of: place))
    case .deadline: return deadline(of: place)
    case .event: return .thing(event(of: place).index)
    case .type: return .word(Int64(file.kind(of: place).rawValue))
    case .time: return time(of: place)
    }
  }

  /// The event that a thing is, or stands in.
  func event(of thing: Thing) -> Thing { Thing(index: index.eventOf[Int(thing.index)]) }

  /// The civil day of an event; unknown days lie within what the rule set covers.
  func day(of event: Thing) -> Value {
    if !isRecording, index.conflicted.isEmpty {
      let day = index.days[Int(event.index)]
      if day != CaseIndex.noDay { return .day(day) }
    }
    let fact = Fact(event, words.date)
    if let conflict = conflict(ofDay: event) { return .open(Open(days(of: event), [conflict])) }
    let value: Value =
      if let day = file.day(of: event) {
        .day(day.number)
      } else {
        .open(Open(days(of: event), [.fact(fact)]))
      }
    recorder?.read(fact, value, .day, isAssumed: false)
    return value
  }

  /// The time of day of an event; any of the day where the file gives only its day.
  private func time(of event: Thing) -> Value {
    let fact = Fact(event, words.at)
    if isTrying, let tried = overrides[.fact(fact)] { return tried }
    let whole = Open.Span.numbers(.zero, Ratio(24 * 60 * 60 - 1))
    let value: Value =
      if let conflict = index.conflicted[fact] {
        .open(Open(whole, [.conflict(conflict)]))
      } else if let clock = file.clock(of: event) {
        .clock(clock.secondOfDay)
      } else {
        .open(Open(whole, [.fact(fact)]))
      }
    recorder?.read(fact, value, .clock, isAssumed: false)
    return value
  }

  /// The days on which an event may have happened of which nothing is known.
  private func days(of event: Thing) -> Open.Span {
    .days(program.coversFrom.number, index.lastDays[index.number(of: file.root(of: event))].number)
  }

  /// The contradiction that the day of an event is part of.
  private func conflict(ofDay event: Thing) -> Cause? {
    guard !index.conflicted.isEmpty else { return nil }
    let conflict = [words.date, words.at].compactMap { index.conflicted[Fact(event, $0)] }.first
    return conflict.map { .conflict($0) }
  }

  /// How two events stand in time; undecided too where a day contradicts other facts.
  func precedence(of event: Thing, to other: Thing) -> Precedence {
    let (day, otherDay) = (index.days[Int(event.index)], index.days[Int(other.index)])
    if index.conflicted.isEmpty, day != otherDay, day != CaseIndex.noDay,
      otherDay != CaseIndex.noDay
    {
      return day < otherDay ? .before : .after
    }
    guard
      index.conflicted.isEmpty || event == other
        || [event, other].allSatisfy({
          conflict(ofDay: $0) == nil
        })
    else { return .undecided }
    return file.precedence(of: event, to: other)
  }

  /// Why it is undecided which of two events came first.
  func orderDoubt(_ event: Thing, _ other: Thing) -> [Cause] {
    let causes = joined(day(of: event).causes, day(of: other).causes)
    return causes.isEmpty ? [.order(event, other)] : causes
  }

  /// The last day a letter states; never before the letter.
  private func deadline(of letter: Thing) -> Value {
    let fact = Fact(letter, words.deadline)
    let earliest = day(of: letter).days.low
    if !index.conflicted.isEmpty, let conflict = index.conflicted[fact] {
      return .open(Open(.days(earliest, CivilDay.never), [.conflict(conflict)]))
    }
    let slot = file.deadline(of: letter)
    let value: Value =
      switch slot.state {
      case .none: .none
      case .value: .day(Int32(truncatingIfNeeded: slot.first))
      case .absent, .list: missingDeadline(of: letter, notBefore: earliest)
      }
    recorder?.read(fact, value, .day, isAssumed: false)
    return value
  }

  /// A last day that is not stated, or not known because the letter's own day is not.
  private func missingDeadline(of letter: Thing, notBefore earliest: Int32) -> Value {
    let isCounted = file[letter, words.deadlineDays].state == .value
    let fact = Fact(letter, isCounted ? words.date : words.deadline)
    return .open(Open(.days(earliest, CivilDay.never), mayBeNone: !isCounted, [.fact(fact)]))
  }
}
