import Audit
import Casebook
import Rulebook
import Values

extension AccountText {
  /// The charges, each with the limits that are its own, what took of it, and what may.
  func charges(_ statement: AccountStatement, on page: inout Page) {
    guard !statement.charges.isEmpty else { return }
    title(AccountTexts.charges, on: &page)
    let rows = statement.charges.enumerated().map { index, charge in
      let own = statement.limits.filter { $0.charges == [index + 1] }
      return AccountRows.Row(
        name: "\(index + 1) \(charge.label[language])",
        cells: [charge.charged, charge.lawful, charge.atRisk].map(language.money),
        notes: [AccountRows.Note(text: place(charge, in: statement), role: .ordinary)]
          + notes(charge, own, isLimited: statement.isLimited(charge, at: index + 1)))
    }
    let header = [AccountTexts.charged, AccountTexts.lawful, AccountTexts.atRisk]
    AccountRows(header: header.map { $0[language] }, rows: rows).write(on: &page)
  }

  /// The event of a charge; its claims and case where there are several.
  private func place(
    _ charge: AccountStatement.Charge, in statement: AccountStatement
  ) -> String {
    var parts = [language.event(charge.event)]
    if statement.claims.count > 1 { parts.append(language.claims(charge.claims)) }
    return (parts + language.place(charge.caseID, in: statement)).joined(separator: ", ")
  }

  private func notes(
    _ charge: AccountStatement.Charge, _ limits: [AccountStatement.Limit], isLimited: Bool
  ) -> [AccountRows.Note] {
    var notes: [AccountRows.Note] = []
    if charge.takenBack > .zero {
      let (raised, back) = (language.money(charge.raised), language.money(charge.takenBack))
      notes.append(
        AccountRows.Note(text: AccountTexts.takenBack(raised, back)[language], role: .ordinary))
    }
    for alike in grouped(limits, by: { [$0.ceiling.lowest, $0.ceiling.highest] }) {
      let most = language.amount(alike[0].ceiling)
      let only = alike.count == 1 ? rule(alike[0].rule, alike[0].part, alike[0].law) : ""
      notes.append(AccountRows.Note(text: AccountTexts.limit(most, only)[language]))
      if alike.count > 1 { notes += rules(alike, depth: 1) }
      notes += basis(alike.map(\.basis), depth: 1)
    }
    notes += charge.cuts.flatMap(cut) + charge.risks.map(risk)
    if !isLimited {
      notes.append(AccountRows.Note(text: AccountTexts.noLimit[language]))
    }
    return notes
  }

  private func cut(_ cut: AccountStatement.Cut) -> [AccountRows.Note] {
    let text = AccountTexts.cut(language.money(cut.amount), rule(cut.rule, nil, cut.law))[language]
    let message = cut.message.map {
      AccountRows.Note(text: $0.text(in: language), depth: 1, role: .ordinary)
    }
    return [AccountRows.Note(text: text, role: .breach)] + [message].compactMap { $0 }
  }

  private func risk(_ risk: AccountStatement.Risk) -> AccountRows.Note {
    let names = risk.missing.map { OpenTexts.missing($0)[language] }
    let why = names.isEmpty ? AccountTexts.judgement[language] : names.joined(separator: "; ")
    let text = AccountTexts.risk(language.money(risk.amount), rule(risk.rule, nil, risk.law))
    return AccountRows.Note(
      text: "\(text[language]). \(AccountTexts.open(why)[language])", role: .practice)
  }

  /// Limits on several charges together.
  func limits(_ statement: AccountStatement, on page: inout Page) {
    let limits = statement.limits.filter { $0.charges.count > 1 }
    guard !limits.isEmpty else { return }
    title(AccountTexts.together, on: &page)
    let same = grouped(limits) { limit in
      [limit.ceiling.lowest, limit.ceiling.highest, limit.charged, limit.left]
        + limit.charges.map { Ratio(Int64($0)) }
    }
    let rows = same.map { alike in
      let limit = alike[0]
      let places = limit.charges.map(String.init).joined(separator: ", ")
      var name = AccountTexts.places(places, isOne: limit.charges.count == 1)[language]
      if limit.claims.count > 1 {
        name += ", " + language.claims(limit.claims)
      }
      return AccountRows.Row(
        name: name,
        cells: [
          language.money(limit.charged), language.amount(limit.ceiling), language.money(limit.left),
        ],
        notes: rules(alike) + basis(alike.map(\.basis)))
    }
    let header = [AccountTexts.charged, AccountTexts.ceiling, AccountTexts.left]
    AccountRows(header: header.map { $0[language] }, rows: rows).write(on: &page)
  }

  /// Limits that say the same of the same charges are told once, by all their rules.
  private func grouped(
    _ limits: [AccountStatement.Limit], by figures: (AccountStatement.Limit) -> [Ratio?]
  ) -> [[AccountStatement.Limit]] {
    var groups: [[AccountStatement.Limit]] = []
    for limit in limits {
      if let place = groups.firstIndex(where: { figures($0[0]) == figures(limit) }) {
        groups[place].append(limit)
      } else {
        groups.append([limit])
      }
    }
    return groups
  }

  private func rules(
    _ limits: [AccountStatement.Limit], depth: Int = 0
  ) -> [AccountRows.Note] {
    limits.map { AccountRows.Note(text: rule($0.rule, $0.part, $0.law), depth: depth) }
  }
}
