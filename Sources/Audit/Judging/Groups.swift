import Casebook
import Rulebook
import Values

/// Claims or events that are judged together.
struct ThingGroup {
  var members: [Thing]
  var causes: [Cause]
}

/// What a member is grouped by: the same missing fact is the same key.
private struct GroupKey: Hashable {
  let value: Value

  static func == (left: GroupKey, right: GroupKey) -> Bool {
    switch (left.value, right.value) {
    case (.number(let a), .number(let b)): a == b
    case (.day(let a), .day(let b)): a == b
    case (.time(let a), .time(let b)): a == b
    case (.clock(let a), .clock(let b)): a == b
    case (.duration(let a, let unit), .duration(let b, let other)): a == b && unit == other
    case (.open(let a), .open(let b)): a.causes == b.causes
    default: left.value.isSame(as: right.value)
    }
  }

  func hash(into hasher: inout Hasher) {
    switch value {
    case .number(let number): hasher.combine(number)
    case .day(let day): hasher.combine(day)
    case .time(let second): hasher.combine(second)
    case .clock(let second): hasher.combine(second)
    case .duration(let count, _): hasher.combine(count)
    case .word(let word): hasher.combine(word)
    case .thing(let number): hasher.combine(number)
    case .list(let members): hasher.combine(members)
    case .flag(let flag): hasher.combine(flag)
    case .none: break
    case .open(let open): hasher.combine(open.causes)
    }
  }
}

extension Judge {
  /// The groups of the members of a list, by their first members.
  func groups(_ list: ListPlan, _ grouping: Grouping) -> [ThingGroup] {
    let members = evaluator.full(evaluator.subjects(of: list), list)
    guard !members.things.isEmpty else { return [] }
    var groups = formed(members, grouping, list.slot)
    for place in groups.indices where groups[place].members.count > 1 {
      groups[place].members = inOrder(groups[place].members)
    }
    return groups
  }

  /// Claims by their ids and events by time, so that nothing depends on the order of the file.
  private func inOrder(_ things: [Thing]) -> [Thing] {
    let (file, places) = (evaluator.file, evaluator.index.places)
    if let first = things.first, evaluator.words.eventKinds.contains(file.kind(of: first)) {
      return things.sorted { (places[Int($0.index)], $0) < (places[Int($1.index)], $1) }
    }
    return things.map { ($0, file.identifier(of: $0) ?? "") }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
  }

  private func formed(
    _ members: Members, _ grouping: Grouping, _ slot: Int
  ) -> [ThingGroup] {
    switch grouping {
    case .one:
      return [ThingGroup(members: members.things.map(\.thing), causes: members.causes)]
    case .lot(let nouns): return lots(members, nouns)
    case .keys(let keys): return byKeys(members, keys, slot)
    }
  }

  /// Claims that share an item of some nouns, each of the others by itself. Those that share one of
  /// which that is not known are a doubtful group as well.
  private func lots(_ members: Members, _ nouns: [Callee]) -> [ThingGroup] {
    var groups = members.things.map {
      ThingGroup(members: [$0.thing], causes: members.causes(of: $0))
    }
    guard groups.count > 1 else { return groups }
    let index = evaluator.index
    func touched(by item: Thing) -> [Int] {
      let claims = index.claimsOfCharge[item]
      return groups.indices.filter { groups[$0].members.contains(where: claims.contains) }
    }
    var doubtful: [(item: Thing, causes: [Cause])] = []
    for item in index.sharedCharges {
      let isOne = isOne(item, nouns)
      if isOne.isOpen { doubtful.append((item, evaluator.causes(of: isOne))) }
      let touched = touched(by: item)
      guard isOne.known == true, let first = touched.first else { continue }
      for other in touched.dropFirst().reversed() {
        groups[first] = union([groups[first], groups[other]], [])
        groups.remove(at: other)
      }
    }
    return groups
      + doubtful.compactMap { item, causes in
        let touched = touched(by: item)
        return touched.count > 1 ? union(touched.map { groups[$0] }, causes) : nil
      }
  }

  /// Whether an item is of some nouns.
  private func isOne(_ item: Thing, _ nouns: [Callee]) -> Brief {
    nouns.reduce(.flag(true)) { holds, noun in
      guard holds.known != false else { return holds }
      let of = Brief.thing(item.index)
      let isOne =
        evaluator.canBeBrief
        ? evaluator.brief(noun, of, at: .none, on: .none)
        : evaluator.brief(evaluator.call(noun, .thing(item.index), at: .none, on: .none))
      return evaluator.and(holds, isOne)
    }
  }

  /// A group being formed, with the keys its members share.
  private struct Formed {
    var group: ThingGroup
    let keys: [GroupKey]
    /// For each key, why it is not known; empty when it is.
    let open: [[Cause]]

    var isOpen: Bool { open.contains { !$0.isEmpty } }
  }

  /// Members with equal keys. The same missing fact is the same key; where a key that is not known
  /// may be that of another group, both together are a doubtful group as well.
  private func byKeys(
    _ members: Members, _ keys: [Step], _ slot: Int
  ) -> [ThingGroup] {
    if members.things.count == 1, !evaluator.isBroken, !evaluator.isRecording {
      let only = members.things[0]
      return [ThingGroup(members: [only.thing], causes: members.causes(of: only))]
    }
    var formed: [Formed] = []
    var places: [[GroupKey]: Int] = [:]
    for member in members.things {
      let (thing, causes) = (member.thing, members.causes(of: member))
      evaluator.bindSubject(slot, .thing(thing.index))
      let values = evaluator.about(thing) { keys.map { evaluator.full(evaluator.answer($0)) } }
      let names = values.map { GroupKey(value: $0) }
      if let place = places[names] {
        formed[place].group.members.append(thing)
        formed[place].group.causes = joined(formed[place].group.causes, causes)
      } else {
        places[names] = formed.count
        formed.append(
          Formed(
            group: ThingGroup(members: [thing], causes: causes), keys: names,
            open: values.map(\.causes)))
      }
    }
    guard formed.contains(where: \.isOpen) else { return formed.map(\.group) }
    let areEvents = members.things.contains {
      evaluator.words.eventKinds.contains(evaluator.file.kind(of: $0.thing))
    }
    return formed.map(\.group) + (areEvents ? largest(formed) : doubtful(formed))
  }

  /// Of events: each group with all that may belong to it besides. What is true of the largest
  /// group that may be one needs no smaller one to be asked about.
  private func largest(_ formed: [Formed]) -> [ThingGroup] {
    let open = formed.indices.filter { formed[$0].isOpen }
    var seen: Set<[Int]> = []
    return formed.indices.compactMap { one in
      var (parts, reasons) = ([one], [Cause]())
      for other in open where other != one {
        guard let causes = doubt(formed[one], formed[other]) else { continue }
        parts.append(other)
        reasons = joined(reasons, causes)
      }
      guard parts.count > 1, seen.insert(parts.sorted()).inserted else { return nil }
      return union(parts.sorted().map { formed[$0].group }, reasons)
    }
  }

  /// Of claims, groups that may be one: each two of them, and all of them together.
  private func doubtful(_ formed: [Formed]) -> [ThingGroup] {
    var groups: [ThingGroup] = []
    var together = formed.indices.map { Set([$0]) }
    var reasons: [Cause] = []
    for one in formed.indices {
      for other in formed.indices[(one + 1)...] where formed[one].isOpen || formed[other].isOpen {
        guard let causes = doubt(formed[one], formed[other]) else { continue }
        reasons = joined(reasons, causes)
        groups.append(union([formed[one].group, formed[other].group], causes))
        let joint = together[one].union(together[other])
        for member in joint { together[member] = joint }
      }
    }
    for joint in Set(together) where joint.count > 2 {
      groups.append(union(joint.sorted().map { formed[$0].group }, reasons))
    }
    return groups
  }

  private func union(_ parts: [ThingGroup], _ causes: [Cause]) -> ThingGroup {
    ThingGroup(
      members: parts.flatMap(\.members).sorted(),
      causes: parts.reduce(causes) { joined($0, $1.causes) })
  }

  /// Why two groups may be one; nil when they surely are not.
  private func doubt(_ one: Formed, _ other: Formed) -> [Cause]? {
    var causes: [Cause] = []
    for key in one.keys.indices where one.keys[key] != other.keys[key] {
      let why = joined(one.open[key], other.open[key])
      if why.isEmpty { return nil }
      causes = joined(causes, why)
    }
    return causes
  }
}
