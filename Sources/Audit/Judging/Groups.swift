import Casebook
import Rulebook
import Values

/// Claims that are judged together.
struct ClaimGroup {
  var claims: [Thing]
  var causes: [Cause]
}

extension Judge {
  /// The groups of the members of a list, by their first members.
  func groups(_ list: List, _ grouping: ScopeStep.Grouping) -> [ClaimGroup] {
    let members = evaluator.members(list).things
    guard !members.isEmpty else { return [] }
    switch grouping {
    case .one:
      return [
        ClaimGroup(
          claims: members.map(\.thing), causes: members.reduce([]) { joined($0, $1.causes) })
      ]
    case .lot: return lots(members)
    case .keys(let keys): return byKeys(members, keys, list.slot)
    }
  }

  /// Claims that share an item, each of the others by itself.
  private func lots(_ members: [(thing: Thing, causes: [Cause])]) -> [ClaimGroup] {
    let (file, index) = (evaluator.file, evaluator.index)
    var groups = members.map { ClaimGroup(claims: [$0.thing], causes: $0.causes) }
    guard members.count > 1 else { return groups }
    for item in index.charges {
      let claims = file.claims(of: item)
      guard claims.count > 1 else { continue }
      let touched = groups.indices.filter { !Set(groups[$0].claims).isDisjoint(with: claims) }
      guard let first = touched.first, touched.count > 1 else { continue }
      for other in touched.dropFirst().reversed() {
        groups[first].claims += groups[other].claims
        groups[first].causes = joined(groups[first].causes, groups[other].causes)
        groups.remove(at: other)
      }
      groups[first].claims.sort()
    }
    return groups
  }

  /// Members with equal keys; one whose key is not known makes a doubtful group of its own.
  private func byKeys(
    _ members: [(thing: Thing, causes: [Cause])], _ keys: [Node], _ slot: Int
  ) -> [ClaimGroup] {
    var groups: [ClaimGroup] = []
    var places: [[String]: Int] = [:]
    for (thing, causes) in members {
      evaluator.bind(slot, .thing(thing.index))
      let values = evaluator.about(thing) { keys.map { evaluator.evaluate($0) } }
      let open = values.reduce([]) { joined($0, $1.causes) }
      guard open.isEmpty else {
        groups.append(ClaimGroup(claims: [thing], causes: joined(causes, open)))
        continue
      }
      let key = zip(values, keys).map { evaluator.shown($0, $1.type).plain }
      if let place = places[key] {
        groups[place].claims.append(thing)
        groups[place].causes = joined(groups[place].causes, causes)
      } else {
        places[key] = groups.count
        groups.append(ClaimGroup(claims: [thing], causes: causes))
      }
    }
    return groups
  }
}
