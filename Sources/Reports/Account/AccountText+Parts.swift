import Audit
import Casebook
import Rulebook
import Values

extension AccountText {
  private typealias Row = AccountRows.Row
  private typealias Note = AccountRows.Note

  // MARK: Claims

  /// One claim: its lines, demanded beside lawful.
  func claim(
    _ claim: AccountStatement.Claim, in statement: AccountStatement, on page: inout Page
  ) {
    let about = claim.about.map { " – \($0)" } ?? ""
    title(Label(same: AccountTexts.claim(claim.id)[language] + about), on: &page)
    if statement.cases.count > 1 {
      let cases = claim.cases.joined(separator: ", ")
      page.paragraph(AccountTexts.inCases(cases)[language], indent: 2, .faint)
    }
    var rows = claim.lines.map(line)
    if rows.count > 1 || !statement.charges.isEmpty {
      rows.append(
        Row(
          name: AccountTexts.sum[language],
          cells: [claim.sums.demanded, claim.sums.lawful].map(language.amount), role: .heading))
    }
    let header = [AccountTexts.demanded, AccountTexts.lawful].map { $0[language] }
    AccountRows(header: header, rows: rows).write(on: &page)
  }

  private func line(_ line: AccountStatement.Line) -> Row {
    let asked = line.demanded.map(language.amount) ?? AccountTexts.notAsked[language]
    var notes = [Note(text: AccountTexts.law(language.citation(line.law))[language])]
    notes += basis(line.basis)
    if let demanded = line.demanded?.highest, let lawful = line.lawful.lowest, lawful > demanded,
      demanded > .zero
    {
      notes.append(Note(text: AccountTexts.moreAccrued[language]))
    }
    let open = line.missing.filter { !line.basis.missing.contains($0) }
    if !open.isEmpty { notes.append(self.open(open)) }
    return Row(
      name: line.label[language], cells: [asked, language.amount(line.lawful)], notes: notes)
  }

  /// What an amount rests on: rows, and what is not known.
  private func basis(_ basis: AccountStatement.Basis, depth: Int = 0) -> [Note] {
    let notes = rows(basis.values).map { Note(text: $0, depth: depth) }
    return basis.missing.isEmpty ? notes : notes + [open(basis.missing, depth: depth)]
  }

  private func rows(_ values: [TableValue]) -> [String] {
    values.map { value in
      let day = value.day.map { " " + FindingTexts.on(language.day($0))[language] } ?? ""
      return "\(value.table)\(day): \(value.value.text(in: language)) (\(value.row))"
    }
  }

  private func open(_ missing: [String], depth: Int = 0) -> Note {
    let what = missing.map { OpenTexts.missing($0)[language] }.joined(separator: "; ")
    return Note(text: AccountTexts.open(what)[language], depth: depth, role: .ordinary)
  }

  /// A rule by its id, with the law it comes from.
  private func rule(_ id: String, _ part: String? = nil, _ law: LawPoint) -> String {
    "\(language.citation(law.citation)) [\([id, part].compactMap { $0 }.joined(separator: " "))]"
  }

  // MARK: Charges

  /// The charges, each with the limits that are its own, what took of it, and what may.
  func charges(_ statement: AccountStatement, on page: inout Page) {
    guard !statement.charges.isEmpty else { return }
    title(AccountTexts.charges, on: &page)
    let rows = statement.charges.enumerated().map { place, charge in
      let own = statement.limits.filter { $0.charges == [place + 1] }
      let isBound = statement.limits.contains { $0.charges.contains(place + 1) }
      return Row(
        name: "\(place + 1)  \(charge.label[language])",
        cells: [charge.charged, charge.lawful, charge.atRisk].map(language.money),
        notes: notes(charge, own, isBound: isBound, names: statement.claims.count > 1))
    }
    let header = [AccountTexts.charged, AccountTexts.lawful, AccountTexts.atRisk]
    AccountRows(header: header.map { $0[language] }, rows: rows).write(on: &page)
  }

  private func notes(
    _ charge: AccountStatement.Charge, _ limits: [AccountStatement.Limit], isBound: Bool,
    names: Bool
  ) -> [Note] {
    let claims = AccountTexts.claims(charge.claims.joined(separator: ", "))[language]
    let event = language.event(charge.event)
    var notes = [Note(text: names ? "\(event), \(claims)" : event, role: .ordinary)]
    if charge.takenBack > .zero {
      let (raised, back) = (language.money(charge.raised), language.money(charge.takenBack))
      notes.append(Note(text: AccountTexts.takenBack(raised, back)[language], role: .ordinary))
    }
    for limit in limits {
      let rule = rule(limit.rule, limit.part, limit.law)
      notes.append(
        Note(text: AccountTexts.limit(language.amount(limit.ceiling), rule)[language]))
      notes += basis(limit.basis, depth: 1)
    }
    notes += charge.cuts.flatMap(cut) + charge.risks.map(risk)
    if !isBound, charge.cuts.isEmpty, charge.risks.isEmpty {
      notes.append(Note(text: AccountTexts.noLimit[language]))
    }
    return notes
  }

  private func cut(_ cut: AccountStatement.Cut) -> [Note] {
    let text = AccountTexts.cut(language.money(cut.amount), rule(cut.rule, nil, cut.law))[language]
    let message = cut.message.map {
      Note(text: $0.text(in: language), depth: 1, role: .ordinary)
    }
    return [Note(text: text, role: .breach)] + [message].compactMap { $0 }
  }

  private func risk(_ risk: AccountStatement.Risk) -> Note {
    let names = risk.missing.map { OpenTexts.missing($0)[language] }
    let why = names.isEmpty ? AccountTexts.judgement[language] : names.joined(separator: "; ")
    let text = AccountTexts.risk(language.money(risk.amount), rule(risk.rule, nil, risk.law))
    return Note(text: "\(text[language]). \(AccountTexts.open(why)[language])", role: .practice)
  }

  /// Limits on several charges together.
  func limits(_ statement: AccountStatement, on page: inout Page) {
    let limits = statement.limits.filter { $0.charges.count > 1 }
    guard !limits.isEmpty else { return }
    title(AccountTexts.together, on: &page)
    let rows = limits.map { limit in
      let places = limit.charges.map(String.init).joined(separator: ", ")
      var name = AccountTexts.places(places, isOne: limit.charges.count == 1)[language]
      if limit.claims.count > 1 {
        name += ", \(AccountTexts.claims(limit.claims.joined(separator: ", "))[language])"
      }
      return Row(
        name: name,
        cells: [
          language.money(limit.charged), language.amount(limit.ceiling), language.money(limit.left),
        ],
        notes: [Note(text: rule(limit.rule, limit.part, limit.law))] + basis(limit.basis))
    }
    let header = [AccountTexts.charged, AccountTexts.ceiling, AccountTexts.left]
    AccountRows(header: header.map { $0[language] }, rows: rows).write(on: &page)
  }
}

extension AccountText {
  // MARK: Groups, other excess, payments

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
      let names = over.events.isEmpty ? over.claims.joined(separator: ", ") : nil
      return AccountRows.Row(
        name: names ?? language.events(over.events),
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
        name: language.event(entry.event), cells: [language.money(entry.amount)],
        notes: notes(entry))
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
    if entry.counts != true {
      let text = entry.counts == nil ? AccountTexts.mayHaveFailed : AccountTexts.failed
      notes.append(AccountRows.Note(text: text[language], role: .practice))
    }
    return notes
  }

  // MARK: Grounds

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
