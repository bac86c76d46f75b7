import Casebook
import EmbeddedRules
import Testing

@testable import Rulebook

@Suite("A set of kinds") struct KindSetTests {
  private func set(_ numbers: [UInt8]) -> KindSet { KindSet(numbers.map(KindID.init(rawValue:))) }

  private func numbers(_ set: KindSet) -> [UInt8] {
    (UInt8.min...UInt8.max).filter { set.contains(KindID(rawValue: $0)) }
  }

  @Test("holds each kind by itself, on both sides of where its words meet") func single() {
    for number in UInt8(0)...127 { #expect(numbers(set([number])) == [number]) }
  }

  @Test("is united, cut and compared as sets are") func sets() {
    var dice = SeededGenerator(seed: 4)
    for _ in 0..<300 {
      let (left, right) = (random(&dice), random(&dice))
      let (a, b) = (set(Array(left)), set(Array(right)))
      #expect(numbers(a.union(b)) == left.union(right).sorted())
      #expect(numbers(a.intersection(b)) == left.intersection(right).sorted())
      #expect(a.isSubset(of: b) == left.isSubset(of: right))
      #expect(a.isSubset(of: a.union(b)) && a.intersection(b).isSubset(of: b))
      #expect(a.isEmpty == left.isEmpty)
      #expect((a == b) == (left == right))
    }
    #expect(KindSet.empty.isEmpty && numbers(.empty) == [])
  }

  private func random(_ dice: inout SeededGenerator) -> Set<UInt8> {
    let density = Int.random(in: 0...4, using: &dice)
    return Set((UInt8(0)...127).filter { _ in Int.random(in: 0..<20, using: &dice) < density })
  }
}

@Suite("What is known of a limb without reading it") struct OutlineTests {
  private static let compiled = RuleSet.embedded
    .compiled(with: .standard, readingExamples: false).program
  /// Every kind that a thing or a consequence can have.
  private static let all = Set((UInt8(0)...127).map { $0 })

  @Test("is what the limb says, compiled or from an image") func same() throws {
    let image = try RuleSet.embedded.built(for: .standard)
    for program in [Self.compiled, image] {
      for rule in program.rules {
        #expect(rule.outlines.count == rule.limbs.count)
        for (outline, limb) in zip(rule.outlines, rule.limbs) {
          #expect(outline.verdict == limb.verdict && outline.isMoney == limb.isMoney)
          #expect(outline.readsLeft == limb.readsLeft)
          #expect(outline.isMeasure == (limb.measure != nil))
        }
        #expect(rule.takesMoney == rule.limbs.contains { $0.isMoney || voids($0) })
      }
      let outlines = program.rules.flatMap(\.outlines)
      #expect(outlines.contains { $0.isMoney } && outlines.contains { $0.isMeasure })
      #expect(outlines.contains { $0.voids } && outlines.contains { $0.readsLeft })
    }
  }

  @Test("is what a case must show: one of the kinds of each list of what it shows")
  func needs() throws {
    let image = try RuleSet.embedded.built(for: .standard)
    for program in [Self.compiled, image] {
      var counts: Set<Int> = []
      for rule in program.rules {
        for (outline, limb) in zip(rule.outlines, rule.limbs) {
          let wanted = wanted(limb)
          counts.insert(wanted.count)
          let needed = wanted.reduce(into: Set<UInt8>()) { $0.formUnion($1) }
          #expect(outline.needs.areMet(by: set(needed)))
          #expect(outline.needs.areMet(by: .empty) == wanted.isEmpty)
          for kinds in wanted {
            #expect(!outline.needs.areMet(by: set(Self.all.subtracting(kinds))), "\(rule.id)")
          }
        }
      }
      #expect(counts.isSuperset(of: [0, 1, 2]))
    }
  }

  /// The kinds of each list of a scope whose members a case shows: events, charges, consequences.
  private func wanted(_ limb: Limb) -> [Set<UInt8>] {
    let kinds = Vocabulary.standard.kinds
    let events = Set(Vocabulary.standard.eventKinds.map(\.id.rawValue))
    let charges = Set(kinds.filter { $0.name == "item" }.map(\.id.rawValue))
    let consequences = Self.all.subtracting(kinds.map(\.id.rawValue))
    return limb.scope.compactMap { step in
      let list: List
      switch step.over {
      case .list(let all), .groups(let all, _, _): list = all
      case .rows: return nil
      }
      let own = Self.all.filter { list.kinds.contains(KindID(rawValue: $0)) }
      let shown: [Set<UInt8>] =
        switch list.source {
        case .all: [events, charges, consequences]
        case .of(_, .eventsOfClaim), .of(_, .eventsOfEvent): [events]
        case .of(_, .itemsOfClaim): [charges]
        case .of(_, .consequencesOf): [consequences]
        case .of, .inside: []
        }
      return shown.contains { own.isSubset(of: $0) } ? own : nil
    }
  }

  private func voids(_ limb: Limb) -> Bool {
    limb.effects.contains { effect in
      if case .itemVoid = effect.form { !effect.atRisk } else { false }
    }
  }

  private func set(_ numbers: Set<UInt8>) -> KindSet {
    KindSet(numbers.map { KindID(rawValue: $0) })
  }
}
