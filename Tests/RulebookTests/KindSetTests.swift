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

@Suite("What a limb goes through outermost") struct OutermostTests {
  private static let compiled = RuleSet.embedded
    .compiled(with: .standard, readingExamples: false).program

  @Test("is known without reading its scope, compiled or from an image") func known() throws {
    let image = try RuleSet.embedded.built(for: .standard)
    for program in [Self.compiled, image] {
      let limbs = program.rules.flatMap(\.limbs)
      for limb in limbs { #expect(limb.outermost == wanted(limb)) }
      #expect(limbs.contains { $0.outermost == nil } && limbs.contains { $0.outermost != nil })
    }
  }

  private func wanted(_ limb: Limb) -> KindSet? {
    guard let step = limb.scope.first, case .list(let list) = step.over else { return nil }
    guard case .all = list.source else { return nil }
    return list.reach == .file ? list.kinds : nil
  }
}
