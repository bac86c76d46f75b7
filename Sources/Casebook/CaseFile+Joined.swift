extension CaseFile {
  /// Several files laid side by side, as if their cases stood in one: for rules that look at all
  /// cases of a debtor, or of a debtor and a creditor.
  ///
  /// Equal ids are equal across the files. Each thing keeps the file it stands in (`root(of:)`);
  /// the timeline holds the events of all, in order. Texts are numbered anew.
  public static func joined(_ files: [CaseFile]) -> CaseFile {
    guard let first = files.first, files.count > 1 else {
      preconditionFailure("joining takes two files or more")
    }
    var records = CaseRecords(vocabulary: first.vocabulary)
    var pool = TextPool.Builder()
    var events: [Thing] = []
    var conflicts: [DataConflict] = []
    for file in files {
      let shift = Shift(
        things: Int32(records.kinds.count), elements: Int64(records.elements.count))
      records.append(file, shift, &pool)
      events += file.events.map { shift.moved($0) }
      conflicts += file.conflicts.map { shift.moved($0) }
    }
    records.texts = pool.pool
    return .made(of: records, timeline: events, known: conflicts)
  }
}

/// By how much the numbers of a file's things and elements move when it comes after others.
private struct Shift {
  let things: Int32
  let elements: Int64

  func moved(_ thing: Thing) -> Thing { Thing(index: thing.index + things) }

  func moved(_ conflict: DataConflict) -> DataConflict {
    DataConflict(
      name: conflict.name, message: conflict.message,
      facts: conflict.facts.map { Fact(moved($0.thing), $0.word) }, paths: conflict.paths)
  }
}

extension CaseRecords {
  /// Appends the records of a file.
  fileprivate mutating func append(
    _ file: CaseFile, _ shift: Shift, _ pool: inout TextPool.Builder
  ) {
    let texts = (0..<file.texts.count).map { Int64(pool.number($0, of: file.texts)) }
    roots += file.roots.map { shift.moved($0) }
    kinds += file.kinds
    parents += file.parents.map { $0 + shift.things }
    places += file.places
    elements += file.elements
    for index in 0..<file.count {
      let (first, last) = (
        Int(file.bases[index]),
        index + 1 < file.count ? Int(file.bases[index + 1]) : file.slots.count
      )
      bases.append(Int32(slots.count))
      for place in first..<last {
        let slot = file.slots[place]
        if slot.state == .absent || slot.state == .none {
          slots.append(slot)
        } else {
          let plan = vocabulary.kinds[Int(file.kinds[index].rawValue)].fields[place - first].plan
          slots.append(moved(slot, plan.operation, shift, texts))
        }
      }
    }
    claims += file.claims.map { shift.moved($0) }
  }

  private mutating func moved(
    _ slot: Slot, _ operation: FieldPlan.Operation, _ shift: Shift, _ texts: [Int64]
  ) -> Slot {
    func payload(_ value: Int64) -> Int64 {
      switch operation {
      case .text, .id, .map: texts[Int(value)]
      case .reference, .thing, .event: value + Int64(shift.things)
      case .day, .time, .money, .rate, .ratio, .int, .bool, .choice: value
      }
    }
    switch slot.state {
    case .absent, .none: return slot
    case .value: return .value(payload(slot.first))
    case .list:
      let start = Int(slot.first + shift.elements)
      for place in start..<(start + Int(slot.count)) {
        elements[place] = payload(elements[place])
      }
      return .list(start: start, count: Int(slot.count))
    }
  }
}

extension CaseFile {
  /// The case that a thing stands in; what follows the things of the file stands in the last.
  @inlinable public func root(of thing: Thing) -> Thing {
    if homes.isEmpty { return root }
    return homes[min(Int(thing.index), homes.count - 1)]
  }

  /// Everything that stands in one case, in order, with the case itself.
  public func things(ofCase case: Thing) -> Range<Int32> {
    let next = partition(roots.count) { roots[$0] > `case` }
    return `case`.index..<(next < roots.count ? roots[next].index : Int32(count))
  }

  /// The claims of one case.
  func claims(ofCase case: Thing) -> [Thing] {
    if roots.count == 1 { return claims }
    let next = partition(roots.count) { roots[$0] > `case` }
    let first = partition(claims.count) { claims[$0] > `case` }
    guard next < roots.count else { return Array(claims[first...]) }
    return Array(claims[first..<partition(claims.count) { claims[$0] > roots[next] }])
  }

  /// The first of so many places from which on something holds.
  private func partition(_ count: Int, _ holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
