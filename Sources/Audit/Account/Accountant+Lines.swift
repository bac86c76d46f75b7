import Casebook
import Rulebook
import Values

/// What was asked and what may be claimed, of one line.
typealias LineAmounts = (demanded: AccountStatement.Amount?, lawful: AccountStatement.Amount)

extension Accountant {
  /// The claims by id, in order: one that stands in several files is one claim.
  var claimsByID: [[Thing]] {
    var order: [String] = []
    var claims: [String: [Thing]] = [:]
    for claim in file.claims {
      let id = id(of: claim)
      if claims[id] == nil { order.append(id) }
      claims[id, default: []].append(claim)
    }
    return order.compactMap { claims[$0] }
  }

  func id(of claim: Thing) -> String { file.identifier(of: claim) ?? file.pointer(to: claim) }

  /// One claim, as one or several files have it.
  func claim(
    _ things: [Thing], _ charges: [AccountStatement.Charge],
    _ overcharges: [AccountStatement.Overcharge]
  ) -> AccountStatement.Claim {
    let lines = accountLines(of: things).map { line($0, things) }
    let id = id(of: things[0])
    return AccountStatement.Claim(
      cases: things.map { caseID(of: $0) }, id: id,
      about: things.compactMap { text("about", of: $0) }.first, lines: lines,
      sums: sums(of: [id], lines, charges, overcharges))
  }

  /// Demanded and lawful of each line of a claim, without what they rest on.
  func lines(of things: [Thing]) -> [LineAmounts] {
    accountLines(of: things).map { line in
      (
        demanded: line.asked.flatMap { amount(value($0, things)) },
        lawful: amount(value(line.lawful, things)) ?? .zero
      )
    }
  }

  /// The lines that say something of a claim: one that is named like a kind of charge leaves it to
  /// the charges, where there are any of that kind.
  private func accountLines(of things: [Thing]) -> [AccountLine] {
    let kinds = Set(
      things.flatMap { evaluator.index.chargesOfClaim[$0] ?? [] }
        .compactMap { choice(evaluator.words.kind, of: $0)?.name })
    return program.accountLines.filter { !kinds.contains($0.name) }
  }

  private func line(_ line: AccountLine, _ things: [Thing]) -> AccountStatement.Line {
    let (lawful, basis) = evaluator.about(things[0]) {
      evaluator.explained { value(line.lawful, things) }
    }
    let demanded = line.asked.map { value($0, things) }
    return AccountStatement.Line(
      name: line.name, label: line.label, demanded: demanded.flatMap(amount),
      lawful: amount(lawful) ?? .zero, law: line.law, basis: basis,
      missing: evaluator.missing(demanded?.causes ?? []))
  }

  /// What a definition gives for a claim: all that it gives for any copy of it.
  private func value(_ id: DefinitionID, _ things: [Thing]) -> Value {
    let day = Value.day(evaluator.asOf.number)
    let values = things.map { evaluator.call(id, [.thing($0.index), .none, day]) }
    return values.count == 1 ? values[0] : .union(values, [])
  }

  /// An amount, or nil where there is none. A line may take off what others say, but what is not
  /// known of it is not below nothing.
  private func amount(_ value: Value) -> AccountStatement.Amount? {
    if case .none = value { return nil }
    let amount = AccountStatement.Amount(lowest: value.numbers.low, highest: value.numbers.high)
    return amount.known == nil ? amount.notNegative : amount
  }
}

// MARK: What the file says

extension Accountant {
  func caseID(of thing: Thing) -> String { file.identifier(of: file.root(of: thing)) ?? "" }

  private func text(_ key: String, of thing: Thing) -> String? {
    guard let word = evaluator.vocabulary.word(key: key) else { return nil }
    let slot = file[thing, word]
    return slot.state == .value ? file.text(slot.first) : nil
  }

  /// A word of a closed list, as files write it and as reports call it.
  func choice(_ word: Word, of thing: Thing) -> (name: String, label: Label)? {
    let field = evaluator.vocabulary.field(word, of: file.kind(of: thing))
    guard case .choice(let list)? = field?.type, file[thing, word].state == .value else {
      return nil
    }
    let (choices, value) = (evaluator.vocabulary[list], Int(file[thing, word].first))
    return (choices.values[value], choices.labels[value])
  }
}
