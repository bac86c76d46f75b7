import Values

/// Finds the contradictions of one file (case format section 5). Nothing is judged: a collector's
/// odd act is no contradiction.
struct ConflictFinder {
  private let file: CaseFile
  private let core: CoreWords
  /// The claims whose origin is known.
  private let dated: [Thing]
  private(set) var found: [DataConflict] = []

  init(_ file: CaseFile) {
    self.file = file
    core = file.vocabulary.core
    let origin = core.origin
    dated = file.claims.filter { file[$0, origin].state == .value }
    search()
  }

  private mutating func search() {
    capacities()
    for claim in file.claims {
      claimParts(claim)
    }
    for event in file.events {
      let day = day(event)
      order(event, on: day)
      parts(event, on: day)
    }
    if let planned = file.planned, !file.events.contains(planned) {
      parts(planned, on: day(planned))
    }
  }
}

// Comparing two facts.
extension ConflictFinder {
  /// A fact of a day or amount that the file has.
  private typealias Known = (fact: Fact, value: Int64)

  private func known(_ thing: Thing, _ word: Word) -> Known? {
    let slot = file[thing, word]
    return slot.state == .value ? (Fact(thing, word), slot.first) : nil
  }

  /// The day of an event, with the field it comes from.
  private func day(_ event: Thing) -> Known? {
    guard let day = file.day(of: event) else { return nil }
    let word = file[event, core.date].state == .value ? core.date : core.at
    return (Fact(event, word), Int64(day.number))
  }

  /// Notes a conflict when the first fact lies after, or above, the second.
  private mutating func check(
    _ name: String, _ first: Known?, notAfter second: Known?, nb: String, en: String
  ) {
    guard let first, let second, first.value > second.value else { return }
    note(name, [first.fact, second.fact], nb: nb, en: en)
  }

  private mutating func note(_ name: String, _ facts: [Fact], nb: String, en: String) {
    found.append(
      DataConflict(
        name: name, message: Label(nb: nb, en: en), facts: facts,
        paths: facts.map { file.pointer(to: $0) }))
  }
}

// What is compared.
extension ConflictFinder {
  private mutating func capacities() {
    guard let debtor = file.things(file.root, core.debtor).first,
      says(debtor, core.entity, "organisation")
    else { return }
    let entity = Fact(debtor, core.entity)
    let capacities =
      [Fact(debtor, core.kind)] + file.claims.map { Fact($0, core.debtorKind) }
    for fact in capacities where says(fact.thing, fact.word, "consumer") {
      note(
        "consumer-organisation", [fact, entity],
        nb: "en juridisk person kan ikke være forbruker",
        en: "a legal person cannot be a consumer")
    }
  }

  private func says(_ thing: Thing, _ word: Word, _ value: String) -> Bool {
    guard let known = known(thing, word),
      case .choice(let list)? = file.vocabulary.field(word, of: file.kind(of: thing))?.type
    else { return false }
    return file.vocabulary[list].values[Int(known.value)] == value
  }

  private mutating func claimParts(_ claim: Thing) {
    check(
      "vat-part-above-principal", known(claim, core.vatLiablePart),
      notAfter: known(claim, core.principal),
      nb: "den avgiftspliktige delen er større enn hovedstolen",
      en: "the VAT-liable part is larger than the principal")
    for part in nested(in: claim) { spans(part) }
  }

  /// An event against the file's last day and against the origin of its claims.
  private mutating func order(_ event: Thing, on day: Known?) {
    guard let day else { return }
    check(
      "event-after-extract", day, notAfter: known(file.root, core.extracted),
      nb: "hendelsen er senere enn dagen saken ble hentet ut",
      en: "the event is later than the day the case was taken out")
    guard file.vocabulary.coreKinds.followsOrigin[Int(file.kind(of: event).rawValue)] else {
      return
    }
    let isAboutAll = file[event, core.claims].state == .absent
    if isAboutAll {
      for claim in dated { origin(of: claim, notAfter: day) }
    } else {
      for claim in file.things(event, core.claims) { origin(of: claim, notAfter: day) }
    }
  }

  private mutating func origin(of claim: Thing, notAfter day: Known) {
    check(
      "before-origin", known(claim, core.origin), notAfter: day,
      nb: "brevet eller betalingen er tidligere enn dagen kravet oppsto",
      en: "the letter or payment is earlier than the day the claim arose")
  }

  /// Contradictions within an event and what stands in it.
  private mutating func parts(_ event: Thing, on day: Known?) {
    let (kind, kinds) = (file.kind(of: event), file.vocabulary.coreKinds)
    check(
      "deadline-before-letter", day, notAfter: known(event, core.deadline),
      nb: "fristen er tidligere enn brevet", en: "the deadline is earlier than the letter")
    if kind == kinds.plan { firstInstalment(event) }
    if kind == kinds.hold { endOfHold(day, known(event, core.until)) }
    if kind == kinds.holdEnd {
      for hold in file.things(event, core.of) where file.kind(of: hold) == kinds.hold {
        endOfHold(self.day(hold), day)
      }
    }
    if kind == kinds.payment { allocation(event) }
    for part in nested(in: event) {
      spans(part)
      guard kinds.hasVAT[Int(file.kind(of: part).rawValue)] else { continue }
      check(
        "vat-above-amount", known(part, core.vat), notAfter: known(part, core.amount),
        nb: "merverdiavgiften er større enn beløpet", en: "the VAT is larger than the amount")
    }
  }

  private mutating func endOfHold(_ start: Known?, _ end: Known?) {
    check(
      "end-before-start", start, notAfter: end, nb: "pausen slutter før den begynner",
      en: "the hold ends before it begins")
  }

  private mutating func spans(_ part: Thing) {
    guard file.vocabulary.coreKinds.hasSpans[Int(file.kind(of: part).rawValue)] else { return }
    span(part, core.from, core.to)
    span(part, core.interestFrom, core.interestTo)
  }

  private mutating func span(_ part: Thing, _ from: Word, _ to: Word) {
    check(
      "end-before-start", known(part, from), notAfter: known(part, to),
      nb: "slutten er tidligere enn begynnelsen", en: "the end is earlier than the start")
  }

  private mutating func firstInstalment(_ plan: Thing) {
    let days = file.things(plan, core.instalments).compactMap { known($0, core.due) }
    check(
      "instalment-before-plan", day(plan), notAfter: days.min { $0.value < $1.value },
      nb: "første avdrag er tidligere enn avtalen",
      en: "the first instalment is earlier than the plan")
  }

  private mutating func allocation(_ payment: Thing) {
    guard let amount = known(payment, core.amount),
      file[payment, core.allocation].state == .list
    else { return }
    var sum: Int64? = 0
    for part in file.things(payment, core.allocation) {
      guard let soFar = sum, let next = known(part, core.amount)?.value else { continue }
      let (total, overflow) = soFar.addingReportingOverflow(next)
      sum = overflow ? nil : total
    }
    guard sum != amount.value else { return }
    note(
      "allocation-sum", [amount.fact, Fact(payment, core.allocation)],
      nb: "avregningen summerer seg ikke til beløpet",
      en: "the allocation does not sum to the amount")
  }

  /// Everything that stands in a thing: as things are in reading order, what follows it until the
  /// next that stands outside.
  private func nested(in thing: Thing) -> some Sequence<Thing> {
    let first = thing.index + 1
    var next = first
    while next < Int32(file.count), file.parents[Int(next)] >= thing.index { next += 1 }
    return (first..<next).lazy.map { Thing(index: $0) }
  }
}
