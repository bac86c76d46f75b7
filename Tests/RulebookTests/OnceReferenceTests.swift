import Synchronization
import Testing

@testable import Rulebook

@Suite("A place for an object that is made once") struct OnceReferenceTests {
  private static let alive = Atomic<Int>(0)

  private final class Counted: Sendable {
    let number: Int
    init(_ number: Int) {
      self.number = number
      OnceReferenceTests.alive.add(1, ordering: .relaxed)
    }
    deinit { OnceReferenceTests.alive.subtract(1, ordering: .relaxed) }
  }

  private final class Holder: Sendable {
    let place = OnceReference<Counted>()
  }

  @Test("keeps the first, gives it to everyone, and lets go of all in the end")
  func shared() async {
    for _ in 0..<200 {
      let holder = Holder()
      #expect(holder.place.object == nil)
      let found = await withTaskGroup(of: Int.self) { group in
        for number in 0..<8 {
          group.addTask { holder.place.settled(Counted(number)).number }
        }
        return await group.reduce(into: Set<Int>()) { $0.insert($1) }
      }
      #expect(found.count == 1)
      #expect(holder.place.object?.number == found.first)
    }
    #expect(Self.alive.load(ordering: .relaxed) == 0)
  }
}
