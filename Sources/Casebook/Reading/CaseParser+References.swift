/// What can only be said when the whole file is known: ids, references, who acted.
extension CaseParser {
  private var core: CoreWords { plan.vocabulary.core }

  func slot(_ word: Word, of thing: Int32) -> Slot {
    guard let slot = plan.vocabulary.slot(of: word, in: kinds[Int(thing)]) else { return .absent }
    return slots[Int(bases[Int(thing)]) + slot]
  }

  /// The things of a list, or the one thing, that a field holds.
  func things(_ word: Word, of thing: Int32) -> [Int32] {
    let slot = slot(word, of: thing)
    switch slot.state {
    case .value: return [Int32(slot.first)]
    case .list:
      return (0..<Int(slot.count)).map { Int32(elements[Int(slot.first) + $0]) }
    case .absent, .none: return []
    }
  }

  /// The trouble with a `format` that is not ours, as far as it has been read.
  func otherFormat() -> Trouble? {
    guard !kinds.isEmpty else { return nil }
    let format = slot(core.format, of: 0)
    guard format.state == .value,
      !texts.pool[Int(format.first)].elementsEqual(Vocabulary.format.utf8)
    else { return nil }
    let place = JSONText(bytes).member("format", ofObjectAt: Int(starts[0]))
    return Trouble(
      at: place?.value ?? 0, expected: "\"\(Vocabulary.format)\"",
      hint: "this program reads no other format")
  }

  /// Checks that ids are unique and puts things where references name them by id.
  mutating func resolve() throws(Trouble) {
    guard slot(core.claims, of: 0).count > 0 else {
      let place = JSONText(bytes).member("claims", ofObjectAt: Int(starts[0]))
      throw Trouble(
        at: place?.value ?? 0, found: "[]", expected: "one claim or more",
        hint: "a case is about at least one claim")
    }
    let claims = try owners(things(core.claims, of: 0), "claim")
    var timeline = things(core.events, of: 0)
    timeline += things(core.planned, of: 0)
    let events = try owners(timeline, "event")
    let debtor = slot(core.debtor, of: 0)
    let addresses = try owners(
      debtor.state == .value ? things(core.addresses, of: Int32(debtor.first)) : [], "address")
    for thing in 0..<Int32(kinds.count) {
      let row = Int(kinds[Int(thing)].rawValue)
      for index in plan.firstReference[row]..<plan.firstReference[row + 1] {
        let field = plan.fields[plan.firstField[row] + plan.references[index]]
        let place = Int(bases[Int(thing)]) + plan.references[index]
        if slots[place].state == .absent || slots[place].state == .none { continue }
        switch field.argument {
        case 0: try resolve(field, at: place, of: thing, claims)
        case 1: try resolve(field, at: place, of: thing, events)
        default: try resolve(field, at: place, of: thing, addresses)
        }
      }
    }
  }

  /// For each text the thing that has it as its id, or -1.
  private func owners(_ things: [Int32], _ name: String) throws(Trouble) -> [Int32] {
    guard !things.isEmpty else { return [] }
    var owners = [Int32](repeating: -1, count: texts.pool.count)
    for thing in things {
      let id = slot(core.id, of: thing)
      guard id.state == .value else { continue }
      guard owners[Int(id.first)] < 0 else {
        throw sameID(of: owners[Int(id.first)], and: thing, name)
      }
      owners[Int(id.first)] = thing
    }
    return owners
  }

  private func sameID(of first: Int32, and second: Int32, _ name: String) -> Trouble {
    let text = JSONText(bytes)
    let places = [first, second].map {
      text.member("id", ofObjectAt: Int(starts[Int($0)]))?.value ?? Int(starts[Int($0)])
    }
    return Trouble(
      at: places[1], found: "\(text.token(at: places[1])) again",
      expected: "each \(name) id once", hint: "", first: places[0])
  }

  private mutating func resolve(
    _ field: FieldPlan, at place: Int, of thing: Int32, _ owners: [Int32]
  ) throws(Trouble) {
    let slot = slots[place]
    guard slot.state == .list else {
      slots[place] = .value(try resolve(slot.first, field, owners, thing, nil))
      return
    }
    for offset in 0..<Int(slot.count) {
      let element = Int(slot.first) + offset
      elements[element] = try resolve(elements[element], field, owners, thing, offset)
    }
  }

  private func resolve(
    _ id: Int64, _ field: FieldPlan, _ owners: [Int32], _ thing: Int32, _ index: Int?
  ) throws(Trouble) -> Int64 {
    let owner = Int(id) < owners.count ? owners[Int(id)] : -1
    guard owner < 0 else { return Int64(owner) }
    throw dangling(field, owners, of: thing, index)
  }

  private func dangling(
    _ field: FieldPlan, _ owners: [Int32], of thing: Int32, _ index: Int?
  ) -> Trouble {
    let text = JSONText(bytes)
    let description = plan.description(of: field)
    var place =
      text.member(description.key, ofObjectAt: Int(starts[Int(thing)]))?.value
      ?? Int(starts[Int(thing)])
    if let index { place = text.element(index, ofListAt: place) }
    let names = owners.indices.filter { owners[$0] >= 0 }
      .map { String(decoding: texts.pool[$0], as: UTF8.self) }
    let group = ["claims", "events with an id", "addresses"][field.argument]
    return Trouble(
      at: place,
      expected: ["a claim of this case", "an event of this case", "an address of the debtor"][
        field.argument],
      hint: names.isEmpty ? "there are no \(group)" : "\(group) are \(listed(names))")
  }
}

// Who acted.
extension CaseParser {
  /// Checks that an event by an agency says which one, where the file names several.
  func checkActors() throws(Trouble) {
    let agencies = things(core.agency, of: 0) + things(core.otherAgencies, of: 0)
    guard agencies.count > 1 else { return }
    let ids = agencies.map { slot(core.id, of: $0) }
    guard Set(ids).count > 1 || ids.contains(.absent) else { return }
    for event in things(core.events, of: 0) + things(core.planned, of: 0)
    where isByAgency(event) && slot(core.byId, of: event).state == .absent {
      throw unnamed(event, ids)
    }
  }

  private func isByAgency(_ event: Int32) -> Bool {
    let by = slot(core.by, of: event)
    guard by.state == .value, let field = plan.vocabulary.field(core.by, of: kinds[Int(event)]),
      case .choice(let list) = field.type
    else { return false }
    return plan.vocabulary[list].values[Int(by.first)] == "agency"
  }

  private func unnamed(_ event: Int32, _ ids: [Slot]) -> Trouble {
    let text = JSONText(bytes)
    let start = Int(starts[Int(event)])
    var names: [String] = []
    for id in ids where id.state == .value {
      let name = String(decoding: texts.pool[Int(id.first)], as: UTF8.self)
      if !names.contains(name) { names.append(name) }
    }
    return Trouble(
      at: text.member("by", ofObjectAt: start)?.key ?? start,
      found: "by \"agency\" without \"byId\"", expected: "an agency id",
      hint: names.isEmpty ? "give the agencies ids" : names.joined(separator: " or "))
  }
}
