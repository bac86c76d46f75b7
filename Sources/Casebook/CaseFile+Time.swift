public import Values

extension CaseFile {
  /// The day of an event, from `date` or `at`; nil when it is not known.
  public func day(of event: Thing) -> CivilDay? {
    let date = self[event, vocabulary.core.date]
    if date.state == .value { return CivilDay(number: Int32(date.first)) }
    return clock(of: event)?.day
  }

  /// The moment of an event, in Norwegian time; nil when only its day is known, or not even that.
  public func clock(of event: Thing) -> CivilTime? {
    let at = self[event, vocabulary.core.at]
    return at.state == .value ? CivilTime(seconds: at.first) : nil
  }

  /// The last day to pay that a letter states, as a slot of a day: from `deadline`, or counted by
  /// `deadlineDays` from its day. Absent when it is not known, `.none` when it states none.
  public func deadline(of letter: Thing) -> Slot {
    let stated = self[letter, vocabulary.core.deadline]
    guard stated.state == .absent else { return stated }
    let days = self[letter, vocabulary.core.deadlineDays]
    guard days.state == .value, let sent = day(of: letter),
      let last = try? sent.adding(days: Int(days.first))
    else { return .absent }
    return .value(Int64(last.number))
  }

  /// Whether an event surely comes before another (principle 5): by day, else by clock where both
  /// have one, else by `seq` where both have it. Rank and id order events but decide nothing.
  public func precedence(of event: Thing, to other: Thing) -> Precedence {
    if event == other { return .same }
    guard let day = day(of: event), let otherDay = self.day(of: other) else { return .undecided }
    if day != otherDay { return day < otherDay ? .before : .after }
    if let clock = clock(of: event), let otherClock = self.clock(of: other), clock != otherClock {
      return clock < otherClock ? .before : .after
    }
    let seq = self[event, vocabulary.core.seq]
    let otherSeq = self[other, vocabulary.core.seq]
    guard seq.state == .value, otherSeq.state == .value, seq.first != otherSeq.first else {
      return .undecided
    }
    return seq.first < otherSeq.first ? .before : .after
  }
}
