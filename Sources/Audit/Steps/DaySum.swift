import Casebook
import Rulebook
import Values

/// The sum of a value over the days of a range.
///
/// It is computed once for each stretch of days between changes: new years, and rows of tables and
/// events that it depends on, with the days after. What a sum came to on its way is kept for the
/// next one from the same day: interest is asked for again and again, each time to a later day.
final class DaySumStep: Step {
  private let slot: Int
  private let inner: Step
  private let from: Step
  private let through: Step
  private let dependence: Dependence
  /// The slots that the value is of besides the day.
  private let subjects: Set<Int>
  /// Whether it depends on at most one of them, and on nothing that changes while a case is judged.
  private let isKept: Bool
  private var sums: [Key: RunningSum<Value>] = [:]
  private var briefSums: [Key: RunningSum<Brief>] = [:]
  private var turn = -1

  private struct Key: Hashable {
    let from: Int32
    let subject: Thing?
    let home: Thing
    var trial = 0
  }

  init(
    _ node: Node, _ slot: Int, _ inner: Step, _ from: Step, _ through: Step, _ linker: Linker
  ) {
    (self.slot, self.inner, self.from, self.through) = (slot, inner, from, through)
    dependence = Dependence(inner.node, linker.program, linker.words)
    let reads = linker.program.reads([inner.node])
    subjects = inner.node.freeSlots.subtracting([slot])
    isKept = !reads.today && !reads.left && subjects.count <= 1
    super.init(node)
  }

  override func compute(_ evaluator: Evaluator) -> Value {
    let (from, through) = (from.value(evaluator), through.value(evaluator))
    return between(from, through) { sum($0, $1, evaluator) }
  }

  /// The sum from a day through another, each of which may not be known.
  private func between(
    _ from: Value, _ through: Value, _ sum: (Int32, Int32) -> Value
  ) -> Value {
    guard from.isOpen || through.isOpen else { return sum(from.days.low, through.days.high) }
    // The shortest and the longest range it can be.
    let least = sum(from.days.high, through.days.low)
    let most = sum(from.days.low, through.days.high)
    return .number(
      NumberRange(low: least.numbers.low, high: most.numbers.high),
      joined(joined(from.causes, through.causes), joined(least.causes, most.causes)))
  }

  private func sum(_ from: Int32, _ through: Int32, _ evaluator: Evaluator) -> Value {
    guard from <= through else { return .number(.zero) }
    guard Self.canBeSummed(from, through) else { return .open(Open(.numbers(.zero, nil), [])) }
    return running(from, evaluator).total(
      through,
      changes: { evaluator.changes($0, $1, dependence, of: subject(evaluator)) },
      value: { day in
        evaluator.bind(slot, .day(day))
        return inner.value(evaluator)
      },
      adding: { [arithmetic = evaluator.arithmetic] sum, daily, days in
        let own = arithmetic.apply(.times, daily, .number(Ratio(Int64(days))), .money)
        return arithmetic.apply(.plus, sum, own, .money)
      })
  }

  private static func canBeSummed(_ from: Int32, _ through: Int32) -> Bool {
    from != CivilDay.longAgo && through != CivilDay.never
      && Int(from) >= Int(CivilDay.earliest.number) && Int(through) <= Int(CivilDay.last.number)
  }

  /// The sum from a day on, as far as it is known.
  private func running(_ from: Int32, _ evaluator: Evaluator) -> RunningSum<Value> {
    guard let key = key(from, evaluator) else { return RunningSum(from: from, .number(.zero)) }
    forgetOthers(evaluator)
    if let known = sums[key] { return known }
    let new = RunningSum(from: from, Value.number(.zero))
    sums[key] = new
    return new
  }

  /// Forgets the sums of the case before.
  private func forgetOthers(_ evaluator: Evaluator) {
    guard turn != evaluator.linker.turn else { return }
    turn = evaluator.linker.turn
    sums.removeAll(keepingCapacity: true)
    briefSums.removeAll(keepingCapacity: true)
  }

  override func brief(_ evaluator: Evaluator) -> Brief {
    let (from, through) = (from.brief(evaluator), through.brief(evaluator))
    if case .day(let first) = from, case .day(let last) = through {
      return briefSum(first, last, evaluator)
    }
    let (start, end) = (evaluator.full(from), evaluator.full(through))
    return evaluator.brief(
      between(start, end) { evaluator.full(briefSum($0, $1, evaluator)) })
  }

  private func briefSum(_ from: Int32, _ through: Int32, _ evaluator: Evaluator) -> Brief {
    guard from <= through else { return .number(.zero) }
    guard Self.canBeSummed(from, through) else {
      return evaluator.brief(.open(Open(.numbers(.zero, nil), [])))
    }
    return briefRunning(from, evaluator).total(
      through,
      changes: { evaluator.changes($0, $1, dependence, of: briefSubject(evaluator)) },
      value: { day in
        evaluator.brief.bind(slot, .day(day))
        return inner.brief(evaluator)
      },
      adding: { sum, daily, days in
        let own = evaluator.apply(.times, daily, .number(Ratio(Int64(days))), .money)
        return evaluator.apply(.plus, sum, own, .money)
      })
  }

  private func briefRunning(_ from: Int32, _ evaluator: Evaluator) -> RunningSum<Brief> {
    let new = RunningSum(from: from, Brief.number(.zero))
    guard isKept else { return new }
    let subject = briefSubject(evaluator)
    if subject == nil, !subjects.isEmpty { return new }
    forgetOthers(evaluator)
    let key = Key(
      from: from, subject: subject, home: evaluator.home, trial: evaluator.brief.trial)
    if let known = briefSums[key] { return known }
    briefSums[key] = new
    return new
  }

  /// The one thing that the value is of besides the day.
  private func briefSubject(_ evaluator: Evaluator) -> Thing? {
    guard subjects.count == 1, let slot = subjects.first,
      case .thing(let number) = evaluator.brief.bound(slot)
    else { return nil }
    return Thing(index: number)
  }

  /// The same, while it is computed in full.
  private func subject(_ evaluator: Evaluator) -> Thing? {
    guard subjects.count == 1, let slot = subjects.first,
      case .thing(let number) = evaluator.bound(slot)
    else { return nil }
    return Thing(index: number)
  }

  /// By what a sum is known; nil where it is not kept: while an explanation is written, while facts
  /// are tried with values, and where a file says that it is incomplete.
  private func key(_ from: Int32, _ evaluator: Evaluator) -> Key? {
    guard isKept, !evaluator.isRecording, !evaluator.isTrying, !evaluator.isBroken else {
      return nil
    }
    let subject = subject(evaluator)
    if subject == nil, !subjects.isEmpty { return nil }
    return Key(from: from, subject: subject, home: evaluator.home)
  }
}

/// A sum over days from a day on, which grows with the day through which it is asked for.
private final class RunningSum<Amount> {
  /// Days on which the value is the same, to the next change.
  private struct Stretch {
    let start: Int32
    /// The sum of all stretches before it.
    let before: Amount
    let value: Amount
  }

  private let from: Int32
  private let nothing: Amount
  private var stretches: [Stretch] = []
  /// The day through which changes have been looked for.
  private var known: Int32

  init(from: Int32, _ nothing: Amount) {
    self.from = from
    self.nothing = nothing
    known = from
  }

  /// The sum through a day, which is not before the first.
  ///
  /// Asks for the days between two on which the value may change, for the value of a day, and for a
  /// sum with what so many days add, each as much.
  func total(
    _ through: Int32, changes: (Int32, Int32) -> [Int32], value: (Int32) -> Amount,
    adding: (Amount, Amount, Int32) -> Amount
  ) -> Amount {
    func sum(_ stretch: Stretch, to end: Int32) -> Amount {
      adding(stretch.before, stretch.value, end - stretch.start)
    }
    if stretches.isEmpty {
      stretches.append(Stretch(start: from, before: nothing, value: value(from)))
    }
    if through > known {
      for change in changes(known, through) where change > stretches[stretches.count - 1].start {
        let before = sum(stretches[stretches.count - 1], to: change)
        stretches.append(Stretch(start: change, before: before, value: value(change)))
      }
      known = through
    }
    var last = stretches.count - 1
    while stretches[last].start > through { last -= 1 }
    return sum(stretches[last], to: through + 1)
  }
}

extension Node {
  /// The slots that it reads and does not bind itself.
  var freeSlots: Set<Int> {
    var (read, bound): (Set<Int>, Set<Int>) = ([], [])
    walk { node in
      switch node.code {
      case .variable(let slot), .rowWords(let slot, _), .rowValue(let slot, _, _),
        .rowFlag(let slot, _, _):
        read.insert(slot)
      case .binding(let slot, _, _), .daySum(let slot, _, _, _): bound.insert(slot)
      case .quantified(_, let list), .count(let list), .pick(_, let list), .members(let list),
        .left(let list), .aggregate(_, _, let list):
        bound.insert(list.slot)
      default: break
      }
    }
    return read.subtracting(bound)
  }
}
