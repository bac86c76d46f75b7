import Casebook

/// Kinds of events, charges or consequences of which a case must show some for a limb to have a
/// subject: one of each set. It is found when the rules are compiled, so that a limb that has none
/// in a case need not be read.
public struct LimbNeeds: Sendable {
  private let first: KindSet
  private let second: KindSet
  private let third: KindSet

  /// One of each of these sets; of more than three, of the first three.
  init(_ sets: [KindSet]) {
    func set(_ place: Int) -> KindSet { place < sets.count ? sets[place] : .empty }
    (first, second, third) = (set(0), set(1), set(2))
  }

  /// What the lists of a scope need.
  init(_ scope: [ScopeStep], _ vocabulary: Vocabulary) {
    self.init(
      scope.compactMap { step in
        switch step.over {
        case .list(let list), .groups(let list, _, _):
          list.isOfShown(vocabulary) ? list.kinds : nil
        case .rows: nil
        }
      })
  }

  /// Whether these kinds have some of each.
  public func areMet(by shown: KindSet) -> Bool {
    func isMet(_ need: KindSet) -> Bool { need.isEmpty || !need.intersection(shown).isEmpty }
    return isMet(first) && isMet(second) && isMet(third)
  }
}

extension List {
  /// Whether its members are events, charges or consequences that the case at hand shows up to the
  /// day of evaluation.
  fileprivate func isOfShown(_ vocabulary: Vocabulary) -> Bool {
    func isOf(_ isIncluded: (ThingKind) -> Bool) -> Bool {
      kinds.isSubset(of: KindSet(vocabulary.kinds.filter(isIncluded).map(\.id)))
    }
    let isOfEvents = isOf { $0.traits != nil }
    let isOfCharges = isOf { $0.name == "item" }
    // The kinds of consequences follow those of the vocabulary.
    let isOfConsequences = kinds.intersection(KindSet(vocabulary.kinds.map(\.id))).isEmpty
    return switch source {
    case .all: isOfEvents || isOfCharges || isOfConsequences
    case .of(_, .eventsOfClaim), .of(_, .eventsOfEvent): isOfEvents
    case .of(_, .itemsOfClaim): isOfCharges
    case .of(_, .consequencesOf): isOfConsequences
    default: false
    }
  }
}

extension LimbNeeds: Imaged {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: LimbNeeds?) throws(ImageFault) {
    let count = try coder.number(old.map { $0.count })
    first = count > 0 ? try coder(old?.first) : .empty
    second = count > 1 ? try coder(old?.second) : .empty
    third = count > 2 ? try coder(old?.third) : .empty
  }

  /// How many parts an image has of it.
  private var count: UInt64 {
    guard third.isEmpty else { return 3 }
    return !second.isEmpty ? 2 : first.isEmpty ? 0 : 1
  }
}
