import Audit
import Casebook
import Rulebook
import Values

extension AccountText {
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
    if claim.lines.contains(where: { !$0.askedIn.isEmpty }),
      statement.entries.contains(where: { $0.kind == .payment })
    {
      page.paragraph(AccountTexts.beforePayments[language], indent: 2, .faint)
    }
    var rows = claim.lines.map { line($0, in: statement) }
    if rows.count > 1 || !statement.charges.isEmpty {
      rows.append(
        AccountRows.Row(
          name: AccountTexts.sum[language],
          cells: [claim.sums.demanded, claim.sums.lawful].map(language.amount), role: .heading))
    }
    guard !claim.lines.isEmpty else { return }
    let header = [AccountTexts.demanded, AccountTexts.lawful].map { $0[language] }
    AccountRows(header: header, rows: rows).write(on: &page)
  }

  private func line(
    _ line: AccountStatement.Line, in statement: AccountStatement
  ) -> AccountRows.Row {
    let asked = line.demanded.map(language.amount) ?? AccountTexts.notAsked[language]
    var notes = letters(line, in: statement)
    switch line.due {
    case .on(let day)?:
      let text = AccountTexts.fallsDue(language.day(day))
      notes.append(AccountRows.Note(text: text[language], role: .ordinary))
    case .notSet?:
      notes.append(AccountRows.Note(text: AccountTexts.notDue[language], role: .ordinary))
    case nil: break
    }
    notes.append(AccountRows.Note(text: AccountTexts.law(language.citation(line.law))[language]))
    notes += basis([line.basis])
    let open = line.missing.filter { !line.basis.missing.contains($0) }
    if !open.isEmpty { notes.append(self.open(open)) }
    return AccountRows.Row(
      name: line.label[language], cells: [asked, language.amount(line.lawful)], notes: notes)
  }

  /// Which letter asked for a line, and what could be asked then.
  private func letters(
    _ line: AccountStatement.Line, in statement: AccountStatement
  ) -> [AccountRows.Note] {
    guard !line.askedIn.isEmpty else { return [] }
    var names = language.events(line.askedIn)
    let claims = statement.claims.filter { claim in
      claim.lines.contains { $0.name == line.name && $0.askedIn == line.askedIn }
    }
    if line.demanded?.known == nil, claims.count > 1 {
      names += " " + AccountTexts.together(language.claims(claims.map(\.id)))[language]
    }
    let text =
      line.lawfulThen.flatMap { then in
        then == line.lawful ? nil : AccountTexts.asked(names, lawful: language.amount(then))
      } ?? AccountTexts.asked(names)
    return [AccountRows.Note(text: text[language], role: .ordinary)]
  }

  /// What an amount rests on: rows, and what is not known.
  func basis(_ bases: [AccountStatement.Basis], depth: Int = 0) -> [AccountRows.Note] {
    let notes = rows(bases.flatMap(\.values)).map { AccountRows.Note(text: $0, depth: depth) }
    let missing = Set(bases.flatMap(\.missing)).sorted()
    return missing.isEmpty ? notes : notes + [open(missing, depth: depth)]
  }

  /// The table rows that were read, each once.
  func rows(_ values: [TableValue]) -> [String] {
    var seen: Set<String> = []
    return values.filter { seen.insert($0.row + $0.name).inserted }.map { value in
      let day = value.day.map { " " + FindingTexts.on(language.day($0))[language] } ?? ""
      return "\(value.name)\(day): \(value.value.text(in: language)) (\(value.row))"
    }
  }

  /// What would settle what is not known.
  func open(_ missing: [String], depth: Int = 0) -> AccountRows.Note {
    let what = missing.map { OpenTexts.missing($0)[language] }.joined(separator: "; ")
    return AccountRows.Note(text: AccountTexts.open(what)[language], depth: depth, role: .ordinary)
  }

  /// A rule by its id, with the law it comes from.
  func rule(_ id: String, _ part: String? = nil, _ law: LawPoint) -> String {
    "\(language.citation(law.citation)) [\([id, part].compactMap { $0 }.joined(separator: " "))]"
  }
}
