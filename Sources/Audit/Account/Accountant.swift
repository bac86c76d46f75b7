import Casebook
import Rulebook
import Values

/// Draws up an account statement from a settled ledger.
struct Accountant {
  let evaluator: Evaluator
  let ledger: Ledger
  let reports: [CaseReport]

  private var file: CaseFile { evaluator.file }
  private var program: Program { evaluator.program }

  func statement() -> AccountStatement {
    let claims = file.claims.map(claim)
    let items = evaluator.index.charges.map(item)
    let paid = total(of: "payment")
    let costs = amount(items.reduce(.zero) { sum($0, $1.charged) })
    let kept = AccountStatement.Amount(
      lowest: items.reduce(.zero) { sum($0, difference($1.lawful, $1.atRisk)) },
      highest: items.reduce(.zero) { sum($0, $1.lawful) })
    let lines = claims.flatMap(\.lines)
    let lawful = lines.reduce(kept) { sum($0, $1.lawful) }
    let demanded = lines.reduce(costs) { sum($0, $1.demanded ?? $1.lawful) }
    let refund = lawful.highest.map { difference(paid, $0) } ?? .zero
    return AccountStatement(
      day: evaluator.asOf, cases: reports.map(\.id), claims: claims, items: items, paid: paid,
      lawful: lawful, demanded: demanded,
      excess: reports.reduce(.zero) { sum($0, $1.excess) },
      atRisk: reports.reduce(.zero) { sum($0, $1.atRisk) }, refundDue: max(refund, .zero),
      reports: reports)
  }

  private func claim(_ claim: Thing) -> AccountStatement.Claim {
    let about = evaluator.vocabulary.word(key: "about").map { file[claim, $0] }
    return AccountStatement.Claim(
      caseID: file.identifier(of: file.root(of: claim)) ?? "",
      id: file.identifier(of: claim) ?? file.pointer(to: claim),
      about: about.flatMap { $0.state == .value ? file.text($0.first) : nil },
      lines: program.accountLines.map { line($0, claim) })
  }

  private func line(_ line: AccountLine, _ claim: Thing) -> AccountStatement.Line {
    func value(_ id: DefinitionID) -> AccountStatement.Amount {
      let value = evaluator.call(
        id, [.thing(claim.index), .none, .day(evaluator.asOf.number)])
      return AccountStatement.Amount(lowest: value.numbers.low, highest: value.numbers.high)
    }
    return AccountStatement.Line(
      name: line.name, label: line.label, demanded: line.asked.map(value),
      lawful: value(line.lawful), law: line.law)
  }

  private func item(_ item: Thing) -> AccountStatement.Item {
    let charged = ledger.charged[item] ?? .zero
    let lawful = ledger.mild.standing[item] ?? charged
    let kind = evaluator.shown(
      evaluator.field(evaluator.words.kind, of: item, kindType(of: item)), kindType(of: item))
    var (name, label) = ("item", Label(nb: "", en: ""))
    if case .word(let word, let shown) = kind { (name, label) = (word, shown) }
    return AccountStatement.Item(
      kind: name, label: label,
      event: SubjectNames.reference(evaluator, file.parent(of: item)),
      claims: file.claims(of: item).compactMap { file.identifier(of: $0) }, charged: charged,
      lawful: lawful,
      atRisk: max(difference(lawful, ledger.strict.standing[item] ?? lawful), .zero),
      cuts: (ledger.takenBy[item] ?? []).map { taken in
        (program.rules[taken.rule].id, program.rules[taken.rule].law, taken.amount)
      })
  }

  private func kindType(of item: Thing) -> ValueType {
    let field = evaluator.vocabulary.field(evaluator.words.kind, of: file.kind(of: item))
    if case .choice(let list)? = field?.type { return .word(list) }
    return .id
  }

  /// The amounts of all events of a type.
  private func total(of type: String) -> Ratio {
    evaluator.index.timeline
      .filter { event in
        evaluator.vocabulary[file.kind(of: event)].name == type
          && !file.events(naming: event).contains {
            evaluator.vocabulary[file.kind(of: $0)].name == type + "-failed"
          }
      }
      .reduce(.zero) { sum($0, evaluator.charged($1)) }
  }

  private func amount(_ known: Ratio) -> AccountStatement.Amount {
    AccountStatement.Amount(lowest: known, highest: known)
  }

  private func sum(
    _ left: AccountStatement.Amount, _ right: AccountStatement.Amount
  ) -> AccountStatement.Amount {
    AccountStatement.Amount(
      lowest: left.lowest.flatMap { low in right.lowest.map { sum(low, $0) } },
      highest: left.highest.flatMap { high in right.highest.map { sum(high, $0) } })
  }

  private func sum(_ left: Ratio, _ right: Ratio) -> Ratio { (try? left.adding(right)) ?? left }
  private func difference(_ left: Ratio, _ right: Ratio) -> Ratio {
    (try? left.subtracting(right)) ?? .zero
  }
}
