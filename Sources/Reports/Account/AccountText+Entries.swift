import Audit
import Casebook
import Rulebook
import Values

extension AccountText {
  /// Claims that a rule counts together.
  func groups(_ statement: AccountStatement, on page: inout Page) {
    guard !statement.groups.isEmpty else { return }
    title(AccountTexts.groups, on: &page)
    let rows = statement.groups.map { group in
      AccountRows.Row(
        name: group.claims.joined(separator: ", "),
        cells: [
          language.amount(group.sums.demanded), language.amount(group.sums.lawful),
          language.money(group.sums.excess),
        ])
    }
    let header = [AccountTexts.demanded, AccountTexts.lawful, AccountTexts.tooMuch]
    AccountRows(header: header.map { $0[language] }, rows: rows).write(on: &page)
  }

  /// What is too much beside the charges.
  func overcharges(_ statement: AccountStatement, on page: inout Page) {
    guard !statement.overcharges.isEmpty else { return }
    title(AccountTexts.beside, on: &page)
    let rows = statement.overcharges.map { over in
      var notes = [AccountRows.Note(text: rule(over.rule, over.part, over.law))]
      if let message = over.message {
        notes.append(AccountRows.Note(text: message.text(in: language), role: .ordinary))
      }
      notes += self.rows(over.values).map { AccountRows.Note(text: $0) }
      if !over.missing.isEmpty { notes.append(open(over.missing)) }
      let subject =
        over.events.isEmpty ? language.claims(over.claims) : language.events(over.events)
      return AccountRows.Row(
        name: ([subject] + language.place(over.caseID, in: statement)).joined(separator: ", "),
        cells: [over.excess, over.atRisk].map(language.money), notes: notes)
    }
    let header = [AccountTexts.tooMuch, AccountTexts.atRisk]
    AccountRows(header: header.map { $0[language] }, rows: rows).write(on: &page)
  }

  /// Payments, refunds, setoffs, credit notes.
  func entries(_ statement: AccountStatement, on page: inout Page) {
    guard !statement.entries.isEmpty else { return }
    title(AccountTexts.entries, on: &page)
    let rows = statement.entries.map { entry in
      AccountRows.Row(
        name: ([language.event(entry.event)] + language.place(entry.caseID, in: statement))
          .joined(separator: ", "),
        cells: [language.money(entry.amount)], notes: notes(entry))
    }
    AccountRows(header: [AccountTexts.amount[language]], rows: rows).write(on: &page)
  }

  private func notes(_ entry: AccountStatement.Entry) -> [AccountRows.Note] {
    var notes: [AccountRows.Note] = []
    if !entry.allocation.isEmpty {
      let parts = entry.allocation.map { part in
        [part.label[language], language.money(part.amount), part.claim.map { "(\($0))" }]
          .compactMap { $0 }.joined(separator: " ")
      }
      let text = AccountTexts.allocated(parts.joined(separator: ", "))
      notes.append(AccountRows.Note(text: text[language]))
    }
    if let remark = entry.remark {
      let counted =
        switch entry.counts {
        case true?: ""
        case false?: AccountTexts.notCounted[language] + " "
        case nil: AccountTexts.mayNotCount[language] + " "
        }
      notes.append(
        AccountRows.Note(
          text: counted + remark.text[language],
          role: entry.counts == true ? .ordinary : .practice))
      let law = AccountTexts.law(language.citation(remark.law))[language]
      notes.append(AccountRows.Note(text: law))
    } else if entry.counts != true {
      let text = entry.counts == nil ? AccountTexts.mayHaveFailed : AccountTexts.failed
      notes.append(AccountRows.Note(text: text[language], role: .practice))
    }
    return notes
  }

  /// What was assumed and which readings were used, each once.
  func grounds(_ statement: AccountStatement, on page: inout Page) {
    let bases = statement.claims.flatMap(\.lines).map(\.basis) + statement.limits.map(\.basis)
    var seen: Set<FactShown> = []
    let facts = bases.flatMap(\.assumptions).filter { seen.insert($0).inserted }
    section(OpenTexts.assumptions, facts.map { language.facts([$0]) }, on: &page)
    let choices = Set(bases.flatMap(\.choices)).sorted()
    let own = Set(statement.reports.flatMap(\.choices))
    section(
      OpenTexts.choices,
      choices.map { choice in
        let isOwn = own.contains(choice) ? " (\(OpenTexts.ownChoice[language]))" : ""
        return language.choices([choice]) + isOwn
      }, on: &page)
  }

  private func section(_ title: Label, _ lines: [String], on page: inout Page) {
    guard !lines.isEmpty else { return }
    self.title(title, on: &page)
    for line in lines { page.paragraph(line, indent: 2, hanging: 2) }
  }
}

extension Language {
  /// The case something stands in, where there are several.
  func place(_ id: String, in statement: AccountStatement) -> [String] {
    statement.cases.count > 1 ? [AccountTexts.ofCase(id)[self]] : []
  }

  /// Claims by their ids.
  func claims(_ ids: [String]) -> String {
    AccountTexts.claims(ids.joined(separator: ", "), isOne: ids.count == 1)[self]
  }
}
