import Casebook
import Rulebook
import Values

/// A consequence of a finding, as a thing that money rules range over.
struct ConsequenceThing {
  /// Index in the program.
  let consequence: Int
  /// The finding it follows from: the rule's index, and the part.
  let rule: Int
  let part: String?
  /// The claims it strikes.
  let claims: [Thing]
  /// The deciding day of the finding.
  let day: Value
  /// Why it is only possible; empty: sure.
  let causes: [Cause]
}

extension Evaluator {
  /// A fact of a consequence.
  func consequence(_ fact: Code.ConsequenceFact, of thing: Value) -> Value {
    guard case .thing(let number) = thing, Int(number) >= file.count else {
      return .unknown(thing.causes)
    }
    let consequence = consequences[Int(number) - file.count]
    switch fact {
    case .date: return consequence.day
    case .claim: return consequence.claims.first.map { .thing($0.index) } ?? .none
    case .group: return .list(consequence.claims.map { Int64($0.index) })
    }
  }

  /// The consequences that strike a claim, and whether they surely do.
  func consequences(of claim: Thing) -> Members {
    var members = Members()
    for (number, consequence) in consequences.enumerated()
    where consequence.claims.contains(claim) {
      members.add(Thing(index: Int32(file.count + number)), consequence.causes)
    }
    return members
  }

  /// The kinds of the events, charges and consequences that there are.
  func kindsShown() -> KindSet {
    let kinds = index.charges.isEmpty ? index.kinds : index.kinds.union(words.itemKinds)
    return kinds.union(KindSet(consequences.map { words.kind(ofConsequence: $0.consequence) }))
  }

  /// The group of claims or events that a limb's subject holds, sorted; nil when it holds none.
  func group(of limb: Limb) -> [Int64]? {
    for subject in limb.subject {
      if case .list(let members) = self.subject(subject.slot) { return members.sorted() }
    }
    return nil
  }

  /// Numbers of the cases that the members of a group stand in, when there are several.
  func cases(of members: [Int64]) -> [String] {
    let roots = Set(members.map { file.root(of: Thing(index: Int32(truncatingIfNeeded: $0))) })
    guard roots.count > 1 else { return [] }
    return roots.sorted().compactMap { file.identifier(of: $0) }
  }

  /// What still stands of items; what was charged, while no money rule has had its turn.
  func left(_ members: Members) -> Value {
    hasReadAccount = true
    var low = Ratio.zero
    var high = Ratio.zero
    var doubts = Distinct(members.causes)
    for member in members.things {
      let item = member.thing
      let amount = standing?[item] ?? charged(item)
      let settled = settled?[item] ?? SettledItem(lowest: amount, highest: amount, causes: [])
      if member.isSure { low = (try? low.adding(settled.lowest)) ?? low }
      high = (try? high.adding(settled.highest)) ?? high
      doubts.add(contentsOf: settled.causes)
    }
    return .number(NumberRange(low: low, high: high), doubts.all)
  }

  /// The amount of an item as the file has it.
  func charged(_ item: Thing) -> Ratio {
    let slot = file[item, words.amount]
    return slot.state == .value ? Ratio(slot.first) : .zero
  }
}
