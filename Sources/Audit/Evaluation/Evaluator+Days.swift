import Casebook
import Rulebook
import Values

extension Evaluator {
  /// The case of a thing, or the one at hand.
  func root(of step: Step?) -> Thing {
    guard let step, case .thing(let number) = step.value(self), Int(number) < file.count else {
      return home
    }
    return file.root(of: Thing(index: number))
  }

  /// The day on which a section comes into force; while that is pending, some day after the last
  /// review.
  func commencement(_ index: Int) -> Value {
    if let day = program.commencements[index].day { return .day(day.number) }
    return .open(
      Open(.days(program.reviewedThrough.number + 1, CivilDay.never), [.commencement(index)]))
  }

  /// A number or another day that follows from a day.
  func calendarFact(_ fact: Code.CalendarFact, _ day: Value) -> Value {
    switch fact {
    case .daysInYear, .year: calendarNumber(fact, day)
    case .weekStart: start(of: day) { Int32($0.weekday.rawValue - 1) }
    case .monthStart: start(of: day) { Int32($0.parts.day - 1) }
    }
  }

  /// The first day of the stretch that a day lies in; a later day never has an earlier one.
  private func start(of day: Value, _ past: (CivilDay) -> Int32) -> Value {
    func first(_ number: Int32) -> Int32 {
      number == CivilDay.never || number == CivilDay.longAgo
        ? number : number - past(CivilDay(number: number))
    }
    return .day(DayRange(low: first(day.days.low), high: first(day.days.high)), day.causes)
  }

  private func calendarNumber(_ fact: Code.CalendarFact, _ day: Value) -> Value {
    func number(_ day: CivilDay) -> Ratio {
      switch fact {
      case .daysInYear: Ratio(CivilDay.isLeap(day.year) ? 366 : 365)
      default: Ratio(Int64(day.year))
      }
    }
    if case .day(let known) = day, known != CivilDay.never, known != CivilDay.longAgo {
      return .number(number(CivilDay(number: known)))
    }
    return fact == .daysInYear
      ? .number(NumberRange(low: Ratio(365), high: Ratio(366)), day.causes) : .unknown(day.causes)
  }

  /// Days within a range on which something can change, in order; some more than once. Of what is
  /// known to depend on one thing alone, only its case is looked at.
  func changes(
    _ from: Int32, _ through: Int32, _ dependence: Dependence, of thing: Thing?
  ) -> [Int32] {
    var days = dependence.tableChanges.filter { $0 > from && $0 <= through }
    let isOfOne = !isAlone && dependence.reach == .file
    let root = isOfOne ? thing.flatMap { $0.index < file.count ? file.root(of: $0) : nil } : nil
    index.eachChange(of: root) { day, kind in
      guard day > from, day <= through, dependence.kinds.contains(kind) else { return }
      days.append(day)
    }
    for year in CivilDay(number: from).year...CivilDay(number: through).year {
      if let first = CivilDay(year: year, month: 1, day: 1)?.number, first > from, first <= through
      {
        days.append(first)
      }
    }
    days.sort()
    return days
  }
}
