/// The words that the casebook itself reads: for order, references, deadlines, contradictions.
struct CoreWords: Sendable {
  let id, type, date, at, seq, by, byId, claims, claim, of: Word
  let sharedId, creditor, events, planned, charges, debtor, agency, otherAgencies, addresses,
    complete: Word
  let extracted, origin, kind, debtorKind, entity, principal, vatLiablePart: Word
  let amount, vat, allocation, instalments, due, from, to, interestFrom, interestTo: Word
  let deadline, deadlineDays, until, format, rulings, rule, choices: Word

  /// Looks them up among the words of a vocabulary, by their keys.
  init(_ keys: NameTable) {
    func word(_ key: String) -> Word {
      let number = keys.find(key)
      precondition(number >= 0, "the vocabulary has no such key")
      return Word(rawValue: UInt16(number))
    }
    (id, type, date, at) = (word("id"), word("type"), word("date"), word("at"))
    (seq, by, byId, of) = (word("seq"), word("by"), word("byId"), word("of"))
    (claims, claim, events, planned) =
      (word("claims"), word("claim"), word("events"), word("planned"))
    (sharedId, creditor) = (word("sharedId"), word("creditor"))
    (charges, debtor, agency) = (word("charges"), word("debtor"), word("agency"))
    (otherAgencies, addresses) = (word("otherAgencies"), word("addresses"))
    (complete, extracted, origin) = (word("complete"), word("extracted"), word("origin"))
    (kind, debtorKind, entity) = (word("kind"), word("debtorKind"), word("entity"))
    (principal, vatLiablePart) = (word("principal"), word("vatLiablePart"))
    (amount, vat, allocation) = (word("amount"), word("vat"), word("allocation"))
    (instalments, due, from, to) = (word("instalments"), word("due"), word("from"), word("to"))
    (interestFrom, interestTo) = (word("interestFrom"), word("interestTo"))
    (deadline, deadlineDays) = (word("deadline"), word("deadlineDays"))
    (until, format) = (word("until"), word("format"))
    (rulings, rule, choices) = (word("rulings"), word("rule"), word("choices"))
  }
}

/// The kinds whose events contradict others in ways of their own.
struct CoreKinds: Sendable {
  let plan, hold, holdEnd, payment: KindID?
  /// For each kind, whether it is a letter or a payment: none comes before its claim arose.
  let followsOrigin: [Bool]
  /// For each kind, whether it can have a beginning, and whether it can have VAT.
  let hasSpans: [Bool], hasVAT: [Bool]

  init(_ kinds: [ThingKind], _ core: CoreWords) {
    func kind(_ name: String) -> KindID? { kinds.first { $0.name == name }?.id }
    (plan, hold, holdEnd, payment) = (kind("plan"), kind("hold"), kind("hold-end"), kind("payment"))
    followsOrigin = kinds.map { [payment] in $0.id == payment || $0.traits?.isLetter == true }
    hasSpans = kinds.map { kind in
      kind.fields.contains { $0.word == core.from || $0.word == core.interestFrom }
    }
    hasVAT = kinds.map { kind in kind.fields.contains { $0.word == core.vat } }
  }
}
