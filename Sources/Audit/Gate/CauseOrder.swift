import Rulebook

/// Puts causes before what follows from them: the broken rule before the loss of costs that its
/// breach brings.
///
/// A finding follows from another where its rule goes through what the other's rule says follows,
/// or asks whether the other's is met. The rules themselves say so; no order is written down.
final class CauseOrder {
  /// A limb of a rule, by their numbers.
  private struct Place: Hashable {
    let rule: Int
    let limb: Int
  }

  /// What a limb asks of findings.
  private struct Asked {
    let kinds: KindSet
    let limbs: Set<Place>
  }

  private let program: Program
  private lazy var rules = Dictionary(
    program.rules.enumerated().map { ($0.element.id, $0.offset) },
    uniquingKeysWith: { first, _ in first })
  private lazy var words = KnownWords(
    program.vocabulary, consequences: program.consequences.count)
  private var known: [Place: Asked] = [:]

  init(_ program: Program) { self.program = program }

  /// The findings in their order, but each behind those that it follows from.
  func causesFirst(_ findings: [Finding]) -> [Finding] {
    guard findings.count > 1 else { return findings }
    let places = findings.map(places)
    let causes = places.map { own in
      places.indices.filter { places[$0] != own && follows(own, from: places[$0]) }
    }
    var waiting = Array(findings.indices)
    var ordered: [Finding] = []
    while !waiting.isEmpty {
      // In a circle, none is the cause of all others; the first goes first.
      let next = waiting.firstIndex { one in causes[one].allSatisfy { !waiting.contains($0) } }
      ordered.append(findings[waiting.remove(at: next ?? 0)])
    }
    return ordered
  }

  /// The limbs that may have made a finding: those of its part, or all where a row names the part.
  private func places(of finding: Finding) -> [Place] {
    guard let rule = rules[finding.rule] else { return [] }
    let limbs = program.rules[rule].limbs
    let own = limbs.indices.filter { limbs[$0].part == finding.part }
    return (own.isEmpty ? Array(limbs.indices) : own).map { Place(rule: rule, limb: $0) }
  }

  private func follows(_ ones: [Place], from others: [Place]) -> Bool {
    ones.contains { one in
      let asked = asked(by: one)
      return others.contains { asked.limbs.contains($0) || brings($0, asked.kinds) }
    }
  }

  /// Whether one of some kinds of things follows from findings of a limb.
  private func brings(_ place: Place, _ kinds: KindSet) -> Bool {
    program.rules[place.rule].limbs[place.limb].effects.contains { effect in
      guard case .consequence(let number) = effect.form else { return false }
      return kinds.contains(words.kind(ofConsequence: number))
    }
  }

  private func asked(by place: Place) -> Asked {
    if let asked = known[place] { return asked }
    let (kinds, limbs) = program.asked(by: program.rules[place.rule].limbs[place.limb])
    let asked = Asked(
      kinds: kinds, limbs: Set(limbs.map { Place(rule: $0.rule, limb: $0.limb) }))
    known[place] = asked
    return asked
  }
}
