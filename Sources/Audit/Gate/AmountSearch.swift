import Values

/// Finds the largest amount that is lawful, in øre.
///
/// A very large amount shows whether there is a limit at all, what a finding says it is, and by how
/// much it is exceeded: what a finding says and what is left are tried first, with their
/// neighbours. Only where neither is the limit is it searched for between what is lawful and what
/// is not.
struct AmountSearch {
  /// How an amount is too much.
  struct Excess {
    /// By how much; zero when no sum is known.
    let sum: Ratio
    /// The most that would not be, as a finding says.
    var stated: Int64?
  }

  /// How an amount is too much; nil when it is lawful.
  let excess: (Int64) -> Excess?
  /// The same by what is seen first, without the sum, where that is cheaper to know.
  var firstSight: ((Int64) -> Excess?)?

  /// More than anyone could charge: a billion kroner.
  static let beyond: Int64 = 100_000_000_000

  private static func floor(_ over: Ratio) -> Int64? {
    let left = try? Ratio(beyond).subtracting(over).rounded(.down, to: .one)
    return left.map { Int64(clamping: $0.numerator) }
  }

  /// The largest lawful amount; nil where there is no limit.
  func largest() -> Int64? {
    guard let seen = seen(Self.beyond) else { return nil }
    if let stated = seen.stated, isLargest(stated) { return stated }
    guard let over = excess(Self.beyond) else { return nil }
    if let stated = over.stated, stated != seen.stated, isLargest(stated) { return stated }
    let left = Self.floor(over.sum) ?? 0
    let guess = min(max(left, 0), Self.beyond - 1)
    if isLawful(guess) { return upwards(from: guess) }
    return downwards(from: guess)
  }

  private func seen(_ ore: Int64) -> Excess? {
    if let firstSight { firstSight(ore) } else { excess(ore) }
  }

  private func isLawful(_ ore: Int64) -> Bool { ore == 0 || seen(ore) == nil }

  private func isLargest(_ ore: Int64) -> Bool {
    (0..<Self.beyond).contains(ore) && isLawful(ore) && !isLawful(ore + 1)
  }

  /// From a lawful amount up, in steps that double until one is too much.
  private func upwards(from lawful: Int64) -> Int64 {
    var (low, step) = (lawful, Int64(1))
    while low + step < Self.beyond {
      guard isLawful(low + step) else { return between(low, low + step) }
      low += step
      step *= 2
    }
    return between(low, Self.beyond)
  }

  /// From an amount that is too much down, likewise.
  private func downwards(from unlawful: Int64) -> Int64 {
    var (high, step) = (unlawful, Int64(1))
    while high > step {
      guard !isLawful(high - step) else { return between(high - step, high) }
      high -= step
      step *= 2
    }
    return between(0, high)
  }

  private func between(_ lawful: Int64, _ unlawful: Int64) -> Int64 {
    var (low, high) = (lawful, unlawful)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if isLawful(middle) { low = middle } else { high = middle }
    }
    return low
  }
}
