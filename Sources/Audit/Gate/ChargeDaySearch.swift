import Values

/// Finds the first day on which an amount may be charged, of days from one on which less may be.
///
/// While nothing else happens, what may be charged grows: where the amount is too much on the last
/// day, it is on all of them, and days between one that is closed and one that is free are halved.
/// A day on which not even less may be charged, a Sunday, says nothing of the amount.
struct ChargeDaySearch {
  /// A day on which less may be charged, and the amount may not.
  let first: CivilDay
  let last: CivilDay
  /// Whether the amount may be charged on a day.
  let isFree: (CivilDay) -> Bool
  /// Whether less may be.
  let isFreeForLess: (CivilDay) -> Bool

  /// The first day, or nil when there is none. The last day has to be one that says something.
  func day() -> CivilDay? {
    guard last > first, isFree(last) else { return nil }
    var free = last.number
    while true {
      free = firstFree(through: free)
      guard let before = lastTelling(before: free), before < free - 1,
        isFree(CivilDay(number: before))
      else { return CivilDay(number: free) }
      free = before
    }
  }

  /// A free day behind one that is not, by halving.
  private func firstFree(through number: Int32) -> Int32 {
    var (low, high) = (first.number, number)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if isFree(CivilDay(number: middle)) { high = middle } else { low = middle }
    }
    return high
  }

  /// The last day before one, and after the first, that says something of the amount.
  private func lastTelling(before number: Int32) -> Int32? {
    ((first.number + 1)..<max(number, first.number + 1)).reversed()
      .first { isFreeForLess(CivilDay(number: $0)) }
  }
}
