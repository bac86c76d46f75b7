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
    let id = id(of: things[0])
    return AccountStatement.Claim(
      cases: things.map { caseID(of: $0) }, id: id,
      about: things.compactMap { text("about", of: $0) }.first,
      lines: accountLines(of: things).compactMap { named in
        let line = line(named, things)
        return named.askedIn != nil && line.isEmpty ? nil : line
      },
      sums: sums(of: [id], lines(of: [things]), charges, overcharges))
  }

  /// Demanded and lawful of each line, of some claims together.
  ///
  /// What a letter asks for several claims at once is known of them together, though not of each.
  func lines(of claims: [[Thing]]) -> [LineAmounts] {
    program.accountLines.map { line in
      let claims = claims.filter { isOf($0, line) }
      var (asked, rest): ([[Thing]], [[Thing]]) = ([], [])
      for things in claims {
        if isAsked(line, things) { asked.append(things) } else { rest.append(things) }
      }
      let lawful = together(line.lawful, claims)
      guard let definition = line.asked, !asked.isEmpty else { return (nil, lawful) }
      return (together(definition, asked) + together(line.lawful, rest), lawful)
    }
  }

  /// What a definition gives for some claims: at once where it is of several, and otherwise summed.
  private func together(_ id: DefinitionID, _ claims: [[Thing]]) -> AccountStatement.Amount {
    guard claims.count > 1, program.definitions[id.rawValue].ofMany,
      claims.allSatisfy({ $0.count == 1 })
    else {
      return claims.reduce(.zero) { $0 + (amount(value(id, $1)) ?? .zero) }
    }
    let list = Value.list(claims.map { Int64($0[0].index) })
    return amount(call(id, list)) ?? .zero
  }

  /// The lines that say something of a claim: one that is named like a kind of charge leaves it to
  /// the charges, where there are any of that kind.
  private func accountLines(of things: [Thing]) -> [AccountLine] {
    program.accountLines.filter { isOf(things, $0) }
  }

  /// Whether a line says something of a claim.
  private func isOf(_ things: [Thing], _ line: AccountLine) -> Bool {
    !things.contains { claim in
      evaluator.index.chargesOfClaim[claim].contains { charge in
        choice(evaluator.words.kind, of: charge)?.name == line.name
      }
    }
  }

  private func line(_ line: AccountLine, _ things: [Thing]) -> AccountStatement.Line {
    let (lawful, basis) = evaluator.about(things[0]) {
      evaluator.explained { value(line.lawful, things) }
    }
    let demanded = isAsked(line, things) ? line.asked.map { value($0, things) } : nil
    return AccountStatement.Line(
      name: line.name, label: line.label, demanded: demanded.flatMap(amount),
      askedIn: (letters(of: line, things) ?? []).map { SubjectNames.reference(evaluator, $0) },
      lawfulThen: demanded == nil
        ? nil : line.lawfulThen.flatMap { amount(value($0, things)) },
      lawful: amount(lawful) ?? .zero, due: due(line, things), law: line.law, basis: basis,
      missing: evaluator.missing(demanded?.causes ?? []))
  }

  /// When a line falls due, where that is certain to be after the day of the account.
  private func due(_ line: AccountLine, _ things: [Thing]) -> AccountStatement.Due? {
    guard let id = line.due else { return nil }
    let days = value(id, things).days
    guard days.low > evaluator.asOf.number else { return nil }
    let isSet = days.high == days.low && days.low != CivilDay.never
    return isSet ? .on(CivilDay(number: days.low)) : .notSet
  }

  /// Whether some letter asked, or may have asked, for a line.
  private func isAsked(_ line: AccountLine, _ things: [Thing]) -> Bool {
    line.askedIn == nil || letters(of: line, things) != []
  }

  /// The letters that asked for a line; nil where they are not known.
  private func letters(of line: AccountLine, _ things: [Thing]) -> [Thing]? {
    guard let id = line.askedIn else { return [] }
    var letters: [Thing] = []
    for thing in things {
      guard case .list(let members) = call(id, .thing(thing.index)) else { return nil }
      letters += members.map { Thing(index: Int32(truncatingIfNeeded: $0)) }
    }
    return letters
  }

  /// What a definition gives for a claim: all that it gives for any copy of it.
  private func value(_ id: DefinitionID, _ things: [Thing]) -> Value {
    let values = things.map { call(id, .thing($0.index)) }
    return values.count == 1 ? values[0] : .union(values, [])
  }

  /// What a definition gives on the day of the account.
  private func call(_ id: DefinitionID, _ claims: Value) -> Value {
    evaluator.call(id, claims, on: .day(evaluator.asOf.number))
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
