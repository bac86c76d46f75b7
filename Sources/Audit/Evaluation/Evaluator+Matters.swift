import Casebook
import Rulebook

// What an event is about that does not say (`of`): the open one, if only one fits.
extension Evaluator {
  /// The events that one may be about which names none: what its kind is about in general, where
  /// there is any of that before it, else events of the kind that is asked for.
  func meant(by event: Thing, asked: KindID) -> [Thing] {
    if words.matters[file.kind(of: event)] != nil {
      let all = meanings ?? meaningsInOrder()
      meanings = all
      if let meant = all[event], !meant.isEmpty { return meant }
    }
    return index.timeline.filter { file.kind(of: $0) == asked && fits($0, event) }
  }

  /// What all events are about that say nothing, first the first: each may end something, which is
  /// then no longer open for the next.
  private func meaningsInOrder() -> [Thing: [Thing]] {
    var meanings: [Thing: [Thing]] = [:]
    var endings: [Thing: [Thing]] = [:]
    let matters = index.timeline.filter { words.matterKinds.contains(file.kind(of: $0)) }
    for event in index.timeline {
      guard let wanted = words.matters[file.kind(of: event)] else { continue }
      let slot = file[event, words.of]
      if slot.state == .list {
        for element in file.elements[Int(slot.first)..<Int(slot.first + Int64(slot.count))] {
          endings[Thing(index: Int32(truncatingIfNeeded: element)), default: []].append(event)
        }
        continue
      }
      let fitting = matters.filter {
        wanted.kinds.contains(file.kind(of: $0)) && fits($0, event)
      }
      let open = fitting.filter { matter in
        !(endings[matter] ?? []).contains { ending in
          wanted.endings.contains(file.kind(of: ending))
            && precedence(of: ending, to: event) == .before
        }
      }
      let meant = open.isEmpty ? fitting : open
      meanings[event] = meant
      if meant.count == 1 { endings[meant[0], default: []].append(event) }
    }
    return meanings
  }

  /// Whether an event shares a claim with another, and did not surely come after it.
  private func fits(_ matter: Thing, _ event: Thing) -> Bool {
    let claims = index.claimsOfEvent[event]
    return matter != event && index.claimsOfEvent[matter].contains { claims.contains($0) }
      && precedence(of: matter, to: event) != .after
  }
}
