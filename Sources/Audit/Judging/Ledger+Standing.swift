import Casebook
import Rulebook
import Values

// What was charged, day by day.
extension Ledger {
  /// The charges of the account that is being drawn up, in order, and what takes them back.
  var charges: [Thing] { ofAccount(evaluator.index.charges) }
  private var removals: [Thing] { ofAccount(evaluator.index.removals) }

  private func ofAccount(_ things: [Thing]) -> [Thing] {
    guard evaluator.index.together.pairs.count > 1 else { return things }
    let cases = Set(cases)
    return things.filter { cases.contains(evaluator.file.root(of: $0)) }
  }

  /// Whether the file does not say when something was charged or taken back.
  var hasUndated: Bool {
    (charges + removals).contains { item in
      evaluator.file.day(of: evaluator.file.parent(of: item)) == nil
    }
  }

  /// The days that the file does not give of charges among these.
  func missingDays(of items: [Thing]) -> [Cause] {
    joined(
      items.map { evaluator.file.parent(of: $0) }
        .filter { evaluator.file.day(of: $0) == nil }
        .map { [.fact(Fact($0, evaluator.words.date))] })
  }

  /// What was charged by these without a day.
  func undated(among items: [Thing]) -> Ratio {
    items.filter { evaluator.file.day(of: evaluator.file.parent(of: $0)) == nil }
      .reduce(Ratio.zero) { sum($0, evaluator.charged($1)) }
  }

  /// Days before the day of evaluation on which something was charged, or may have been.
  func accountDays() -> [CivilDay] {
    let file = evaluator.file
    let days =
      hasUndated
      ? ofAccount(file.events).map(file.day)
      : charges.map { file.day(of: file.parent(of: $0)) }
    return Set(days.compactMap { $0 }).filter { $0 < evaluator.asOf }.sorted()
  }

  /// The amounts charged and not taken back by a day: what surely was, or what may have been.
  func standing(on day: CivilDay, surely: Bool) -> Standing {
    let file = evaluator.file
    // What has no day was done by the day of evaluation, and nobody knows when before it.
    let isLast = day >= evaluator.asOf
    var standing = Standing(evaluator.index)
    let charges = charges
    for item in charges {
      let charged = file.day(of: file.parent(of: item))
      if charged.map({ $0 <= day }) ?? (isLast || !surely) {
        standing[item] = evaluator.charged(item)
      }
    }
    for removal in removals {
      let removed = file.day(of: file.parent(of: removal))
      guard removed.map({ $0 <= day }) ?? (isLast || surely) else { continue }
      let kind = file[removal, evaluator.words.kind]
      var open = evaluator.charged(removal)
      for item in charges.reversed()
      where standing[item] != nil && file[item, evaluator.words.kind] == kind
        && evaluator.index.removes(removal, item, file, evaluator.words)
      {
        let taken = min(standing[item] ?? .zero, open)
        standing[item] = (try? standing[item]?.subtracting(taken)) ?? .zero
        open = (try? open.subtracting(taken)) ?? .zero
      }
    }
    return standing
  }
}

/// What is left of an item after all money rules: at least, at most, and why that is not known.
struct SettledItem {
  let lowest: Ratio
  let highest: Ratio
  let causes: [Cause]
}

// What rules read that ask what is left.
extension Ledger {
  /// What the mild and the strict run leave of each item.
  func settled() -> [Thing: SettledItem] {
    let doubted = entries.values.filter { $0.possible > $0.certain }
    let doubtedFor = joined(doubted.map(\.causes))
    var result: [Thing: SettledItem] = [:]
    for (item, amount) in charged.items {
      let (mild, strict) = (mild.standing[item] ?? amount, strict.standing[item] ?? amount)
      let causes = mild == strict ? [] : joined(doubts(of: item), doubtedFor)
      result[item] = SettledItem(
        lowest: min(mild, strict), highest: max(mild, strict), causes: causes)
    }
    return result
  }

  /// Why an item only may be void.
  private func doubts(of item: Thing) -> [Cause] {
    joined(voids.filter { !$0.isSure && $0.items.contains(item) }.map(\.causes))
  }
}

// What a ceiling that is divided leaves of each claim.
extension Ledger {
  /// The share of each claim of the bound group, when the ceiling is divided.
  func shares(_ share: (slot: Int, value: Step)?) -> [(claim: Thing, part: Ratio)] {
    guard let share else { return [] }
    for slot in 0..<share.slot {
      guard case .list(let claims) = evaluator.subject(slot) else { continue }
      return claims.map { claim in
        let thing = Thing(index: Int32(truncatingIfNeeded: claim))
        evaluator.bindSubject(share.slot, .thing(thing.index))
        let part = evaluator.about(thing) { evaluator.range(of: share.value) }
        return (thing, part.low ?? .zero)
      }
    }
    return []
  }

  /// How much of each item its claim's share of a ceiling leaves; empty when nothing is divided.
  func allowances(
    _ items: [Thing], _ ceiling: Ratio, _ shares: [(claim: Thing, part: Ratio)]
  ) -> [(Thing, Ratio)] {
    let whole = shares.reduce(Ratio.zero) { sum($0, $1.part) }
    guard whole > .zero else { return [] }
    var result: [(Thing, Ratio)] = []
    for (claim, part) in shares {
      guard let exact = try? ceiling.multiplied(by: part).divided(by: whole),
        var open = try? exact.rounded(.down, to: .one)
      else { continue }
      for item in items where evaluator.file.claims(of: item).first == claim {
        let kept = min(evaluator.standing?[item] ?? .zero, open)
        result.append((item, kept))
        open = (try? open.subtracting(kept)) ?? .zero
      }
    }
    return result
  }
}
