import Values

/// Finds the first day on which nothing stands in the way, among many.
///
/// No rule is turned around. Where a finding says from which day on it would not be one, that day
/// is tried next. What stands in the way in the same words on days near, further off and last is
/// taken to stand there always. Otherwise every day of the next fortnight is tried, then days
/// further and further apart, and the day found is made exact between the last that was closed and
/// itself. The calendar alone closes days in runs (weekends, Easter): far off, a day counts as open
/// if it or the fifth day after it is free.
struct DaySearch {
  /// Something that stands in the way, told apart by the rule and what it requires.
  struct Obstacle: Hashable {
    let rule: String
    let part: String?
    let expected: Shown?
  }

  /// What is known of a day: free, or closed, not free before another, and by what.
  enum Answer {
    case free
    case closed(notBefore: CivilDay?, by: Set<Obstacle> = [])

    var isFree: Bool { if case .free = self { true } else { false } }
  }

  let first: CivilDay
  let last: CivilDay
  let ask: (CivilDay) -> Answer
  /// Whether a day is free, where that alone is cheaper to know.
  var isFree: ((CivilDay) -> Bool)?

  /// How many days in a row are tried before the steps grow.
  private static let closely: Int32 = 14
  /// Days after the first on which what stands always is looked for: of the days around Easter, of
  /// those around Christmas and of weekends, one of them is always free.
  private static let probes: [Int32] = [1, 3, 6]
  /// Longer than any run of days that only the calendar closes, and no whole number of weeks.
  private static let run: Int32 = 5

  /// The first free day, or nil when none was found.
  func day() -> CivilDay? {
    var closed = first
    while true {
      guard case .closed(let bound, let obstacles) = ask(closed) else { return closed }
      if let bound, bound > closed {
        guard bound <= last else { return nil }
        if ask(bound).isFree { return firstFree(after: closed, bound) }
        closed = bound
        continue
      }
      return stands(obstacles, from: closed) ? nil : search(after: closed)
    }
  }

  /// Whether something stands in the way on every day that is looked at.
  private func stands(_ obstacles: Set<Obstacle>, from closed: CivilDay) -> Bool {
    guard closed < last else { return true }
    var standing = obstacles
    let days = Self.probes.map { day(closed, $0) }.filter { $0 < last } + [last]
    for day in days where !standing.isEmpty {
      guard case .closed(_, let others) = ask(day) else { return false }
      standing.formIntersection(others)
    }
    return !standing.isEmpty
  }

  /// The first free day after one that is closed, with no bound to go by.
  private func search(after closed: CivilDay) -> CivilDay? {
    let near = min(last.number, closed.number + Self.closely)
    for number in closed.number..<near where isFree(number + 1) {
      return CivilDay(number: number + 1)
    }
    var (low, step) = (near, Int32(2))
    while low < last.number {
      let high = min(low + step, last.number)
      if isOpen(high) { return between(low, high) }
      (low, step) = (high, step + step / 2)
    }
    return nil
  }

  private func isOpen(_ number: Int32) -> Bool {
    isFree(number) || (number + Self.run <= last.number && isFree(number + Self.run))
  }

  private func isFree(_ number: Int32) -> Bool {
    let day = CivilDay(number: number)
    return isFree?(day) ?? ask(day).isFree
  }

  /// The first free day after a number that is not open, through one that is.
  private func between(_ closed: Int32, _ open: Int32) -> CivilDay? {
    var (low, high) = (closed, open)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if isOpen(middle) { high = middle } else { low = middle }
    }
    let through = min(high + Self.run, last.number)
    return (high...through).first { isFree($0) }.map { CivilDay(number: $0) }
  }

  /// The first free day after one that is closed, through one that is free by a bound: nearly
  /// always that one.
  private func firstFree(after closed: CivilDay, _ free: CivilDay) -> CivilDay {
    let before = day(free, -1)
    guard before > closed, isFree(before.number) else { return free }
    return between(closed.number, free.number) ?? free
  }

  private func day(_ day: CivilDay, _ shift: Int32) -> CivilDay {
    CivilDay(number: day.number + shift)
  }
}
