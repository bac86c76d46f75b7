import Casebook
import Rulebook
import Values

/// Money that is no charge: what it is, where it is told, and whether it counts.
typealias Move = (kind: AccountStatement.Entry.Kind, event: Thing, counts: Bool?)

extension Accountant {
  /// Payments and the like, of all cases or of one. What stands in several files with one
  /// `sharedId` happened once.
  func moves(of root: Thing?) -> [Move] {
    let index = evaluator.index
    return file.withoutCopies(root.map { index.timeline(of: $0) } ?? index.timeline)
      .compactMap { event in
        evaluator.words.entryKinds[Int(file.kind(of: event).rawValue)]
          .map { ($0, event, isCounted(event)) }
      }
  }

  /// The money of an event that counts.
  func counted(_ move: Move) -> AccountStatement.Amount {
    let amount = evaluator.charged(move.event)
    return switch move.counts {
    case true?: AccountStatement.Amount(amount)
    case false?: .zero
    case nil: AccountStatement.Amount(lowest: .zero, highest: amount)
    }
  }

  /// The same with all that statements say of it.
  func entry(_ move: Move) -> AccountStatement.Entry {
    let (kind, event, counts) = move
    return AccountStatement.Entry(
      kind: kind, event: SubjectNames.reference(evaluator, event), caseID: caseID(of: event),
      amount: evaluator.charged(event), counts: counts,
      remark: remark(on: event, counts), allocation: allocation(of: event))
  }

  /// Whether rules let the money of an event count.
  private func isCounted(_ event: Thing) -> Bool? {
    let rules = program.accountEntries.filter { $0.type == type(of: event) }.compactMap(\.counts)
    var result: Bool? = true
    for rule in rules {
      switch evaluator.call(rule, .thing(event.index)) {
      case .flag(true): continue
      case .flag(false): return false
      default: result = nil
      }
    }
    return result
  }

  /// What rules say of an event that does not count, or that leaves less of its claims.
  private func remark(on event: Thing, _ counts: Bool?) -> AccountStatement.Entry.Remark? {
    program.accountEntries.first { rule in
      rule.type == type(of: event) && (rule.left != nil || (rule.counts != nil && counts != true))
    }.map { AccountStatement.Entry.Remark(text: $0.remark, law: $0.law) }
  }

  func type(of event: Thing) -> String { evaluator.vocabulary[file.kind(of: event)].name }

  private func allocation(of event: Thing) -> [AccountStatement.Entry.Allocation] {
    let vocabulary = evaluator.vocabulary
    guard let word = vocabulary.word(key: "allocation"), let to = vocabulary.word(key: "to"),
      let claim = vocabulary.word(key: "claim")
    else { return [] }
    return file.things(event, word).map { part in
      let name = choice(to, of: part)
      return AccountStatement.Entry.Allocation(
        claim: file.things(part, claim).first.map(id), name: name?.name ?? "",
        label: name?.label ?? Label(nb: "", en: ""), amount: evaluator.charged(part))
    }
  }
}

// MARK: Beside the charges

extension Accountant {
  /// What a case was asked for too much beside its charges: findings that name an excess of their
  /// own, and questions on which more hangs.
  func overcharges(_ report: CaseReport) -> [AccountStatement.Overcharge] {
    let found = report.findings.filter { $0.voidItems.isEmpty && !$0.isOfItems }
      .map { finding in
        AccountStatement.Overcharge(
          rule: finding.rule, part: finding.part, law: finding.law, claims: finding.claims,
          events: finding.events, caseID: report.id, message: finding.message,
          excess: finding.excess ?? .zero,
          atRisk: finding.atRisk ?? .zero, values: finding.values, missing: [])
      }
    let open = report.undetermined.filter { $0.voidItems.isEmpty && !$0.isOfItems }
      .map { question in
        AccountStatement.Overcharge(
          rule: question.rule, part: question.part, law: question.law, claims: question.claims,
          events: question.events, caseID: report.id, message: nil, excess: .zero,
          atRisk: question.atRisk ?? .zero, values: [],
          missing: missing(question.missing, in: report))
      }
    return (found + open).filter { $0.excess > .zero || $0.atRisk > .zero }
  }
}
